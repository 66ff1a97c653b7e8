import { beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const categoryOf = (text: string): string | null =>
  stage.classifier.understand(text).emergency?.category ?? null;

describe('violence told of others, or by others', () => {
  it.each([
    'mi cuñado le pega a mi hermana en la casa en Tolé, ahorita',
    'mi cuñado le pega a mi hermana',
    'el vecino le pega a la mujer todos los dias en Veracruz, Arraiján',
    'mi primo maltrata a su esposa desde que se casaron',
    'el señor de al lado golpeaba a su señora y ahora otra vez',
    'mi papa le pega a mi mama',
    'a mi tia le pega el marido',
    'el hijo de la vecina le pega a ella',
    'mi yerno golpea a mi hija',
    'mi hermano le esta pegando a mi cuñada',
    'my neighbor beats his wife every night',
  ])('brings the numbers for women: %s', text => {
    expect(categoryOf(text)).toBe('violencia_mujer');
  });

  it.each(['mi hermano le pega a mi papá', 'la mujer golpea al marido en el apartamento de abajo'])(
    'brings the numbers whoever suffers it: %s',
    text => {
      expect(categoryOf(text)).not.toBeNull();
    },
  );

  it.each([
    'el sol le pega a la señora en la parada toda la mañana',
    'la crisis golpea a las mujeres del barrio',
    'la enfermera maltrata a las señoras en la policlínica',
    'mi vecino le pega a la bocina a la una de la mañana',
    'mi hermano le pegó a la lotería y no le pagan',
    'mi hermano le pega al perro',
    'la señora de la junta maltrata a la gente',
    'la camioneta le pega al portón de mi hermana',
  ])('is not heard in what sounds alike: %s', text => {
    expect(categoryOf(text)).toBeNull();
  });
});

describe('a threat of death from afar', () => {
  it.each([
    ['mi ex me amenaza por whatsapp q me va a matar, vivo en capira', 'violencia_mujer'],
    ['mi ex novio me mandó un audio que me va a matar', 'violencia_mujer'],
    ['mi exmarido me llama y me dice que me va a picar', 'violencia_mujer'],
    ['me amenazaron de muerte por teléfono', 'delito_en_curso'],
    ['un numero desconocido me manda mensajes que me van a matar', 'delito_en_curso'],
    ['recibo amenazas de muerte por whatsapp', 'delito_en_curso'],
    ['me llegan mensajes de muerte', 'delito_en_curso'],
    ['a stranger is threatening to kill me by text', 'delito_en_curso'],
  ])('brings the numbers: %s', (text, category) => {
    expect([category, 'violencia_mujer']).toContain(categoryOf(text));
  });

  it.each([
    'la empresa me amenaza con cortar la luz por teléfono',
    'me amenazan con botarme del trabajo',
    'me mandan mensajes de que me van a cortar el agua',
    'el recibo me va a matar, llegó por whatsapp',
    'mi mamá me va a matar si no saco la cédula hoy',
  ])('is not heard in what sounds alike: %s', text => {
    expect(categoryOf(text)).toBeNull();
  });
});

describe('abuse of who is not grown', () => {
  it.each([
    'un profesor toca a las niñas en la escuela en Bugaba',
    'el profe de educación física manosea a las alumnas',
    'el pastor esta tocando a las niñas de la iglesia',
    'mi nieta de 13 está saliendo con un señor de 40',
    'mi nieta de 13 esta saliendo con un señor de 40, creo q la esta abusando',
    'mi hija de 14 tiene un novio de 35',
    'mi sobrina que tiene 12 años vive con un hombre mayor',
    'un hombre de 45 vive con una muchachita de 14',
    'el tío abusa de la niña',
    'el cura toca a los monaguillos',
    'la señora de la guardería amarra a los bebés',
    'mi hija de 9 años me dijo que el profesor le tocó sus partes',
  ])('brings the numbers for children: %s', text => {
    expect(categoryOf(text)).toBe('menor');
  });

  it.each([
    'creo q la esta abusando',
    'un hombre me violó anoche y no sé qué hacer',
    'mi jefe me obligó a tener relaciones',
    'un taxista me manoseó',
  ])('brings numbers though nobody says how old: %s', text => {
    expect(categoryOf(text)).toBe('violencia_sexual');
  });

  it.each([
    'al profesor le toca dar clases a las niñas de octavo y no va',
    'a mi hija le toca el turno con el profesor de inglés',
    'mi hija de 13 sale con su abuelo de 60 a la parada y no pasa el bus',
    'mi nieta de 13 estudia con un profesor de 40 que no va nunca',
    'mi hijo de 15 sale de la escuela con la señora del colegial de 50',
    'creo que la empresa está abusando con el cobro',
    'abusan con el precio del pasaje',
    'me violaron el candado del depósito la semana pasada',
  ])('is not heard in what sounds alike: %s', text => {
    expect(categoryOf(text)).toBeNull();
  });
});

describe('an older person who is held or beaten', () => {
  it.each([
    'mi papa de 80 lo tiene encerrado sin comida su hija',
    'mi abuela la tienen amarrada a la cama',
    'la nieta tiene encerrada a la abuela sin comer',
    'mi hermana encierra a mi mamá de 85 y no le da comida',
    'la cuidadora le pega a mi abuelita',
    'tienen a la viejita amarrada y no le dan comida',
    'le pegan al señor de 90 años sus nietos',
    'los hijos dejaron a la señora de 90 encerrada sin agua',
    'my grandmother is locked in the room without food',
  ])('is spoken of as one: %s', text => {
    expect(categoryOf(text)).toBe('adulto_mayor');
  });

  it.each([
    'mi abuela de 80 no le llega la comida del mides',
    'mi tía de 71 vive encerrada en la casa porque no hay rampa',
    'el vecino tiene un perro amarrado al sol sin agua',
  ])('is not heard in what sounds alike: %s', text => {
    expect(categoryOf(text)).toBeNull();
  });
});

it('who drives with a telephone in the hand is no crime that goes on', () => {
  for (const text of [
    'chofer va hablando por celular',
    'el chofer de la ruta va hablando por celular',
    'el busero maneja con el teléfono en la oreja',
    'the driver is talking on his phone the whole way',
  ])
    expect(categoryOf(text), text).toBeNull();
});
