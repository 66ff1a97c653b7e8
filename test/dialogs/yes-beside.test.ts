import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told, said, draftOf } = await openTalks();
const WATER = 'no hay agua en villa lucre';
const PENSION = 'no me a llegao el 120 a los 65';

describe('an order to send', () => {
  it.each([
    [WATER, 'ya q importa mandalo asi'],
    [WATER, 'si mandalo, y q llamen al 6788-1200'],
    [WATER, 'si ija mandela'],
    [WATER, 'ok mandalo igual, es urgente por favor que hay niños'],
    [WATER, 'ya llame, mandelo rapido'],
    [WATER, 'dale, pero no me pregunte mas'],
    [WATER, 'si, ya no me pregunte otra vez'],
    [WATER, 'yes, and stop asking me'],
    [WATER, "ok send it but don't ask me again"],
    [WATER, 'jaja no nadie esta en peligro, el Machetazo es el almacen. si mandela, era como a las 7'],
    [WATER, 'ahora no me duele, es cuando hago esfuerzo. mande la queja y diga lo del dolor'],
    [PENSION, 'bueno ija dale, mi cedula es 8-123-456 por si acaso. vivo en san miguelito, samaria'],
  ])('is heard among other words: %s, %s', (first, second) => {
    expect(told(first, second).cases).toHaveLength(1);
  });

  it('takes the corregimiento told with it for no wish to correct', () => {
    const yes = 'si, ella vive en Ocú, corregimiento Los Llanos. se llama Dominga Rivas';
    const [sent] = told(PENSION, yes).cases;
    expect(sent?.place).toMatchObject({ district: 'Ocú', text: 'Los Llanos' });
    expect(sent?.description.join(' ')).toContain('Dominga Rivas');
    expect(told(PENSION, 'sí, pero corrija el asunto').cases).toEqual([]);
  });

  it('takes the place that was told with it', () => {
    const yes = 'bueno ija dale, mi cedula es 8-123-456 por si acaso. vivo en san miguelito, samaria';
    expect(told(PENSION, yes).cases[0]?.place?.corregimiento).toBe('Belisario Porras');
  });

  it.each([
    ['si pero mi numero es 6612-3344', '6612-3344'],
    ['si esta bien pero mi numero es 6612-3344', '6612-3344'],
    ['ok pero me llamo Rosa Diaz', 'Rosa Diaz'],
  ])('is sent at once with who they are, after «pero» too: %s', (words, contact) => {
    const [sent, other] = told(WATER, words).cases;
    expect(sent?.reporter?.contact).toContain(contact);
    expect(sent?.description).toEqual([WATER]);
    expect(other).toBeUndefined();
  });

  it('keeps the name and number that it is to be sent with out of the words', () => {
    const [sent] = told(WATER, 'mandelo pero con mi nombre Carlos Vega 6677-1122').cases;
    expect(sent?.description.join(' ')).not.toContain('Carlos');
    expect(sent?.reporter?.contact).toContain('Carlos Vega 6677-1122');
  });

  it('is sent with what is set right with it', () => {
    const [sent] = told(WATER, 'no es villa lucre. si mandela, pero es en cerro viento').cases;
    expect(sent?.place?.text).toBe('cerro viento');
    expect(told(WATER, 'no es villa lucre, mandela').cases).toEqual([]);
  });
});

describe('a yes to the one service that is offered', () => {
  const LATE = 'certificado vencio antes de que me lo entregaran';

  it.each(['dale', 'sí', 'ok', 'está bien'])('chooses it: %s', yes => {
    const offered = told(LATE).conversation.state.awaits?.choices ?? [];
    expect(offered).toHaveLength(2);
    expect(draftOf(LATE, yes)?.serviceId).toBe(offered[0]?.value.replace('service:', ''));
  });
});

describe('a yes to the other matter', () => {
  const TWO =
    'hay un poste sin luz en la calle 5 de tocumen y ademas el hueco q dejo el idaan hace un mes ya se comio la llanta de mi carro';

  it('opens it, and what is asked with the yes goes along', () => {
    const { draft } = told(TWO, 'si', 'si, y quien me paga la llanta? fueron 95 balboas').conversation.state;
    expect(draft?.serviceId).toBe('idaan-hole');
    expect(draft?.description.at(-1)).toContain('quien me paga la llanta');
  });
});

describe('a correction', () => {
  const PRAISE =
    'Solo queria darle las gracias a la doctora Itzel del centro de salud de Río Abajo, atendió a mi mamá con una paciencia que ya no se ve';

  it('of whose matter it is, is no other matter', () => {
    const { state } = told(
      PRAISE,
      'pero eso es del mismo centro de salud, el de rio abajo pues',
    ).conversation;
    expect(state.later).toEqual([]);
  });

  it.each([
    ['es la 53 no la 50', 'calle 53'],
    ['corrija la direccion q es la 53', 'calle 53'],
  ])('of a number stays: %s', (text, right) => {
    const place = draftOf('hay un hueco en la calle 50, calle 53 obarrio', text)?.place?.text ?? '';
    expect(place).toContain(right);
    expect(place).not.toContain('calle 50');
  });

  it('in the same breath leaves nothing of what stood before', () => {
    const gas = 'la administradora del ph no arregla los tanques';
    expect(
      draftOf(gas, 'ph mirador del mar, calle 50... no espera calle 53 obarrio')?.place?.text ?? '',
    ).not.toContain('calle 50');
  });

  it('of what is no place asks for it', () => {
    const name = 'si pero tiene q decir Tolé y el nombre d mi abuela, Eudocia Bejerano';
    expect(draftOf(PENSION, 'vive en Tolé', name)?.place?.text).not.toContain('Eudocia');
    expect(told(PENSION, 'vive en Tolé', 'eso no es el lugar').last()?.asks).toBe('place');
  });
});

describe('what is told at once', () => {
  it('is no wish to tell it', () => {
    expect(draftOf('tengo una idea para que el metro tenga wifi')?.summarised).toBe(true);
  });

  it('lies where the matter of a moment ago does, when it goes on with it', () => {
    const hum = 'en el barrio el progreso de la chorrera hay un transformador q suena feo desde ayer';
    expect(draftOf(hum, 'si', 'no, ya exploto, se fue la luz en todo lado')?.place?.text).toBe(
      'barrio el progreso de la chorrera',
    );
    expect(draftOf(hum, 'si', 'ya no pasa la basura')?.place).toBeNull();
  });

  it('when they come is what the body has to answer by', () => {
    expect(said('hay un hueco en calle 5 de rio abajo', 'y cuando van a tapar?')).toContain(
      '20 días hábiles',
    );
  });
});

describe('after it was sent', () => {
  const SENT = [
    'reporto basura en la chorrera, barriada santa rosa, llevan 3 semanas sin pasar',
    'mandalo dale',
  ];

  it('nothing is added against their word', () => {
    const asked = 'no agregue nada, le estoy preguntando si es municipio o la empresa';
    const talk = told(...SENT, asked);
    expect(talk.cases[0]?.description).toEqual(told(...SENT).cases[0]?.description);
    expect(said(...SENT, asked)).toContain('Municipio de La Chorrera');
  });

  it('it is kept in reserve, whoever shall not know', () => {
    const talk = told(...SENT, 'pero no me gustaria q el vecino sepa q fui yo. todavia se puede?');
    expect(talk.cases[0]?.privacy).toBe('confidential');
  });

  it('how they learn what happens is told, whatever stands before it', () => {
    const rude = 'the bus driver was very rude to my mom, metrobus 4471 at albrook';
    expect(said(rude, 'yes', 'thanks, how do i know what happens')).not.toContain('no confirmed information');
  });

  it('a photo is welcome that is only announced', () => {
    expect(draftOf(...SENT, 'ahi mando la foto d la factura despues')).toBeNull();
  });

  it('who asks where to take the ill is told, and not sent to the body', () => {
    const ill = 'y el bebe tiene diarrea desde anoche, puede ser por el agua de antes q salia amarilla?';
    for (const asked of [ill, 'a donde voy si me da el dolor fuerte aqui en penonome?'])
      expect(said(WATER, 'si', asked)).toMatch(/centro de salud[\s\S]*911/);
    expect(said(WATER, 'si', ill, 'pero idaan no es doctor.. lo llevo a donde?')).toContain(
      'centro de salud',
    );
  });
});

describe('a question about the report', () => {
  const DATE = 'a mi papá no le dan cita en el seguro de Soná para la próstata';

  it('of whose it is, tells how to say it', () => {
    expect(said(DATE, 'no me ha pedido el nombre de él. cómo van a saber quién es?')).toContain(
      'lo agrego al reporte',
    );
    expect(said('cómo van a saber quién es?')).not.toContain('lo agrego al reporte');
  });

  it('of a private lot is none of what the body sees', () => {
    const car = 'hay un carro abandonado en mi puesto en cerro viento, ph los pinos';
    expect(said(car, 'pero eso es estacionamiento privado del ph, es municipio igual?')).not.toContain(
      'con reserva',
    );
  });

  it('of the desk is answered without a report', () => {
    expect(said('buenas tardes para preguntar si el 311 atiende domingos')).toMatch(/a cualquier hora/);
  });
});

describe('who wants no person', () => {
  it('is left with the desk', () => {
    const talk = told(WATER, 'no quiero persona quiero q me recojan la basura');
    expect(talk.conversation.mode).toBe('bot');
  });
});

describe('a danger', () => {
  it('to who is beaten by their own child is heard at once', () => {
    expect(said('mi ijo me pega y me quita la plata de la jubilacion')).toMatch(/104[\s\S]*911/);
  });

  it('of wires on the ground is heard in what a report goes on with', () => {
    expect(
      said('hay un poste caido en la calle 3 de chepo', 'el poste sigue ahi con los cables en el suelo'),
    ).toContain('911');
  });

  it('to a child next door is reported without a name when they bid it', () => {
    const child =
      'no quiero problemas pero la vecina le pega durisimo al niñito, ahorita mismo lo escucho llorando';
    const bid = 'ya llame al 104 y dijeron q venian. hagan ustedes el reporte tambien pero SIN mi nombre';
    expect(said(child, 'es q si ella se entera q fui yo me mata, puedo hacerlo sin dar mi nombre?')).toMatch(
      /anónimo[\s\S]*haga un reporte/,
    );
    expect(['anonymous', 'confidential']).toContain(draftOf(child, bid)?.privacy);
    expect(draftOf(child, bid)?.serviceId).not.toBeNull();
  });

  it('of a child at school is reported as what it is called', () => {
    const touched =
      'reporto en la escuela de mi hija en Las Palmas de veraguas el maestro la toca raro dice ella';
    expect(draftOf(touched, 'cerca de la iglesia', 'es abuso sexual. cambiele eso')?.serviceId).not.toBe(
      'school-bullying',
    );
    expect(said(touched, 'cerca de la iglesia', 'es abuso sexual. cambiele eso')).toContain('SENNIAF');
  });

  it('of who lost somebody and wants to go too is heard', () => {
    expect(
      said(
        'no se como se hace una queja del hospital santo tomas, mi mama murio en el pasillo y yo ya no quiero seguir tampoco',
      ),
    ).toContain('147');
    expect(
      said('queja del hospital santo tomas', 'pa q si igual no me la devuelven. me quiero ir con ella'),
    ).toContain('147');
  });

  it('is none of a bridge of rope', () => {
    for (const text of [
      'fue el rio q se llevo el puente en el tigre, la gente pasa con soga, y a mi abuela hay q llevarla a dialisis mañana',
      'es un puente de soga, zarzo, en la pintada',
    ])
      expect(said(text)).not.toContain('147');
  });
});

it.each(['entonces que hago', 'y ahora que hago', 'hago que?', 'y yo que hago'])(
  'who asks what to do at a summary has sent nothing: %s',
  words => {
    expect(told('no hay agua en Betania', words).cases).toEqual([]);
  },
);

describe('a yes that bids to be heard', () => {
  const NO_WATER = ['en mi casa no hay agua desde el lunes', 'en cabuya de antón, coclé, por la escuela'];

  it.each([
    [
      'si pero oiga, son como 30 casas las q estamos sin agua, no solo la mia',
      'son como 30 casas las q estamos sin agua, no solo la mia',
    ],
    ['sí pero ojo que somos varias familias', 'somos varias familias'],
    ['dale, pero sepa que hay niños enfermos', 'hay niños enfermos'],
    ['yes but look, it is the whole street, not only my house', 'it is the whole street, not only my house'],
  ])('sends it with the detail: %s', (words, detail) => {
    const talk = told(...NO_WATER, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toContain(detail);
  });

  it.each([
    'sí pero no es agua, es luz',
    'si pero el lugar no es ese',
    'si, pero espere',
    'sí, pero hay otro problema',
  ])('and not where it is set against it: %s', words => {
    expect(told(...NO_WATER, words).cases).toEqual([]);
  });
});

describe('a light word before the yes', () => {
  it.each([
    'ok si. y cuanto me pagan si se daña la bomba?',
    'bueno, sí. ¿y quién me paga la bomba?',
    'listo si y quien viene a verlo?',
    'ok yes. and who pays for the pump?',
  ])('sends it, and what is asked is answered: %s', words => {
    expect(told(WATER, words).cases).toHaveLength(1);
  });

  it('is not told that the report costs nothing where it is asked who pays', () => {
    expect(said(WATER, 'ok yes. and who pays for the pump?')).not.toContain('free');
  });

  it.each(['bueno si no vienen que hago?', 'ok si me botan que hago?', 'ok. y quien me paga la bomba?'])(
    'is no yes where an if follows, or none: %s',
    words => {
      expect(told(WATER, words).cases).toEqual([]);
    },
  );
});
