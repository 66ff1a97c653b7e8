import { describe, expect, it } from 'vitest';
import type { GazetteerRow } from '../../../src/catalogue/catalogue.ts';
import { finderOf, findReal } from './finders.ts';

const first = (text: string): string | undefined => findReal(text)[0]?.code;
/** As sure as a dialog takes a place for granted. */
const SURE = 0.4;
const sure = (text: string): string | undefined => findReal(text).find(({ p }) => p >= SURE)?.code;

describe('of places of one name', () => {
  it.each([
    ['en Pedregal no hay agua', '080413'],
    ['es la de Aguadulce, la San Juan de Dios', '0201'],
    ['hueco en Bella Vista', '080407'],
    ['basura en Vista Hermosa', '0804'],
    ['en Río Abajo no hay luz', '080411'],
    ['San Francisco sin agua', '080409'],
    ['la basura de Juan Díaz', '080412'],
    ['por Santa Ana roban', '080403'],
    ['no hay luz en Pueblo Nuevo', '080408'],
  ])('the one with more people comes first: %s', (text, code) => {
    expect(first(text)?.slice(0, code.length)).toBe(code);
  });

  it.each([
    ['en San Isidro el semáforo está muerto', '080508'],
    ['me atendieron mal en el Santo Tomás', '080404'],
    ['surf en Santa Catalina', '0911'],
    ['en el muelle de Balboa', '080414'],
    ['la entrada de Hatillo', '080404'],
    ['en Amador sin agua', '080414'],
    ['el muelle de La Palma', '050101'],
    ['no hay luz en bocas', '0101'],
    ['no internet in San Blas', '1001'],
    ['en Guna Yala no hay agua', '1001'],
  ])('the one the whole country knows comes first: %s', (text, code) => {
    expect(first(text)).toBe(code);
  });

  it('the likeliest is not sure when others are likely too', () => {
    const [panama, david] = findReal('en Pedregal no hay agua');
    expect([panama?.code, david?.code]).toEqual(['080413', '040607']);
    expect(david?.p).toBeGreaterThan((panama?.p ?? 0) * 0.3);
    const [juan, other] = findReal('la basura de Juan Díaz');
    expect(juan?.p).toBeGreaterThan(0.7);
    expect(other?.p ?? 0).toBeLessThan((juan?.p ?? 0) * 0.2);
  });

  it('people are counted, or shared out among the places known in an area', () => {
    const row = (code: string, level: GazetteerRow['level'], name: string, people?: number): GazetteerRow => {
      return { code, level, name, aliases: [], lat: null, lon: null, confidence: 'A', people };
    };
    const find = finderOf([
      row('08', 'province', 'Panamá', 90_000),
      row('0801', 'district', 'Uno', 80_000),
      row('0802', 'district', 'Dos', 10_000),
      row('0801', 'neighbourhood', 'Villa Rosada'),
      row('0802', 'neighbourhood', 'Villa Rosada', 9_000),
      row('0801', 'neighbourhood', 'Villa Azul'),
      row('0802', 'neighbourhood', 'Villa Azul', 60_000),
      row('0801', 'neighbourhood', 'Villa Verde', 100),
      row('0802', 'neighbourhood', 'Villa Verde', 9_000),
    ]);
    expect(find('en Villa Verde').map(({ code }) => code)).toEqual(['0802', '0801']);
    expect(find('en Villa Rosada').map(({ code }) => code)).toEqual(['0801', '0802']);
    // More people than the whole district has are a mistake of the source.
    expect(find('en Villa Azul').map(({ code }) => code)).toEqual(['0801', '0802']);
  });
});

describe('where somebody came from', () => {
  it.each([
    ['vine desde Tortí y la cámara no funciona', undefined],
    ['vengo de Calobre y no me atendieron', undefined],
    ['nací en Soná y perdieron mi partida', undefined],
    ['llevo ñampí desde Calobre al Mercado de Abastos', '080414'],
    ['me mudé de Calobre a Pacora', '080417'],
    ['sacan agua con pipas', undefined],
  ])('is not where the matter is: %s', (text, code) => {
    expect(sure(text)).toBe(code);
  });

  it.each([
    ['soy de Calobre y en Pacora no hay agua', '080417'],
    ['mi tía de Soná pide cita y no le contestan', undefined],
    ['salimos de Capira a las tres y el doctor no estaba', undefined],
    ['el papá vive en Colón y no paga la pensión', undefined],
    ['mi papá vive en Colón y no tiene agua', '0301'],
    ['soy de Tocumen y no tenemos agua', '080419'],
    ['trabajo de celador en Costa del Este y en Pacora no hay luz', '080417'],
    ['trabajo en Costa del Este y me robaron', '080410'],
    ['A Tonosí le hace falta un médico. Mi hermano viaja a Chitré', '0707'],
    ['los hijos viven en Costa del Este y no la cuidan', undefined],
    ['my auntie from Portobelo miss her cita', undefined],
    ['el arquero de Chorrera es malo', undefined],
    ['¿a qué hora juega el Plaza Amador?', undefined],
    ['vendo en Albrook y cuando llego a Cerro Silvestre no hay agua', '130108'],
    ['la enfermera Remedios es un ángel', undefined],
    ['el pediatra, doctor Natá, grita', undefined],
    ['Estudio en Salamanca con beca', undefined],
    ['no hay luz en Salamanca de Colón', '030112'],
  ])('or who is from there, works there, is called so: %s', (text, code) => {
    expect(sure(text)).toBe(code);
  });

  it('does not hold for roads that cross', () => {
    expect(sure('el semáforo de la Tumba Muerto con vía Brasil')).toBe('0804');
  });
});

describe('bodies and buildings', () => {
  it.each([
    ['la alcaldía de Panamá me cobra de más', '0804'],
    ['el juzgado de Las Tablas no contesta', '0702'],
    ['SERTRACEN David no abre', '0406'],
    ['una fonda de la terminal de Aguadulce', '0201'],
    ['el puente de Hato Chamí no existe', '1204'],
    ['cerca del Oncológico', '080414'],
    ['el Joaquín Pablo no tiene camas', '0702'],
  ])('tell the district: %s', (text, code) => {
    expect(sure(text)?.slice(0, code.length)).toBe(code);
  });

  it.each([
    'la Universidad de Panamá no me sube la nota',
    'el Banco Nacional cobra de más',
    'fui al Banco Hipotecario',
    'Panamá Conecta no abre',
    'en Panamá todo es caro',
    'el apellido Matamoros está mal escrito',
    'la casa de los Rovira',
    'eso lo maneja Salud o el Seguro',
  ])('tell nothing: %s', text => {
    expect(sure(text)).toBeUndefined();
  });
});

describe('what only bears the name of a place, or is compared with it', () => {
  it.each([
    'la financiera Penonomé me sigue cobrando',
    'Inversiones Boquete me quitó el apartamento',
    'estoy en Santiago de Chile y perdí el pasaporte',
    'nos quieren sacar por lo del río Indio',
    'el río Chico amaneció con espuma',
    'le llevo agua bendita',
    'la Boyd Roosevelt está llena de huecos',
    'choqué en el puente Centenario',
    'la UNACHI no me entrega el título',
    'háganla igualita en Chiriquí',
    'pasa lo mismo en Penonomé',
    'Comercial Los Pueblos no me cambia el zapato',
  ])('tells no place: %s', text => {
    expect(sure(text)).toBeUndefined();
  });

  it.each([
    ['la parada de El Valle de Antón necesita un techo como la de Penonomé', '0202'],
    ['vendían medicina vencida en el mercadito de volcán', '0414'],
    ['no hay agua en Santiago de Veraguas', '0910'],
    ['vivo en Río Indio de Penonomé y no hay puente', '0206'],
    ['la sede de la UNACHI en David no abre', '0406'],
    ['aquí mismo en Chepo no hay agua', '0802'],
    ['ahí mismo en Penonomé hay un hueco', '0206'],
    ['como Arraiján no tiene agua tenemos que comprarla', '1301'],
    ['el hueco está frente al centro comercial Los Pueblos', '0804'],
  ])('tells it where the words do: %s', (text, code) => {
    expect(sure(text)?.slice(0, 4)).toBe(code);
  });
});

describe('things and days', () => {
  it.each([
    ['en volcán no hay agua', '041401'],
    ['Volcán necesita un tanque', '041401'],
    ['se cayó el techo. Volcán', '041401'],
    ['la 24 sigue sin luz', '080421'],
    ['en la 24 de diciembre no hay agua', '080421'],
    ['en el Casco ponen música', '080401'],
    ['la casa verde del callejón, Curundú', '080405'],
  ])('are a place in %s', (text, code) => {
    expect(sure(text)).toBe(code);
  });

  it.each([
    'cruzar la calle es como saltar un volcán',
    'llevan agua en pailas',
    'no salió el 9 de enero',
    'murió el jueves 20 de diciembre',
    'cada balboa que se gastó',
    'la mochila apareció en la orilla del río',
    'una rama de guácimo en el hueco',
    'hablo emberá',
    'en las mañanas hay ruido',
    'tapan el hueco con baldes',
  ])('are none in %s', text => {
    expect(sure(text)).toBeUndefined();
  });
});

describe('names as they are typed', () => {
  it.each([
    ['pto armuelles sin agua', '0402'],
    ['en Ustupu no hay médico', '100102'],
    ['Mulatupu, lanchas sin luz', '100104'],
    ['the garbage in Bocas', '0101'],
    ['Pocrí de Los Santos', '0706'],
    ['en Colon Free Zone', '030102'],
    ['por la vía Calobre', '0902'],
  ])('are known: %s', (text, code) => {
    expect(first(text)).toBe(code);
  });

  it.each(['Llano Catival', 'en Valle Dorado', 'un tumbamuerto en mi calle', 'pongan otro tumba muerto'])(
    'tell nothing when they are not: %s',
    text => {
      expect(sure(text)).toBeUndefined();
    },
  );

  it.each([
    'bache en la Tumba Muerto',
    'la tumbamuerto es un suicidio',
    'por la Ricardo J. Alfaro',
    'un edificio en Vía Tocumen',
    'perro muerto en la vía José Agustín Arango',
    'el Corredor Sur me cobró dos veces',
  ])('tell the district of a road within one: %s', text => {
    expect(findReal(text)[0]).toMatchObject({ code: '0804', corregimiento: null });
  });
});

it('the finer of two places is meant, not the province of somebody', () => {
  expect(first('el bus que va a Pacora pasa lleno. Soy estudiante de Darién')).toBe('080417');
});

it.each([
  ['no water since monday in el cangrejo', '080407'],
  ['no hay agua en el dorado desde ayer', '0804'],
  ['se fue la luz en la siesta', '0804'],
  ['no recogen la basura en las garzas', '0804'],
  ['hueco en el crisol', '0805'],
])('a quarter that is no thing is meant without its capitals too: %s', (text, code) => {
  expect(sure(text)?.slice(0, code.length)).toBe(code);
});
