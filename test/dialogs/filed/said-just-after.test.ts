import { describe, expect, it } from 'vitest';
import { openStage, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();
const HOLE = [
  'hay un hueco enorme en la via boquete por dolega y ya rompio dos llantas',
  'dolega centro',
  'tap:Sí, enviar',
];
const WATER = ['llevo tres dias sin agua en los andes 2, san miguelito', 'tap:Sí, enviar'];
const PAY = ['mi mamá tiene 67 y no le ha salido el 120 a los 65, santa fe de veraguas', 'tap:Sí, enviar'];
const SAND = [
  'sacan arena del rio la villa de noche con camiones, en los santos',
  'tap:Anónima',
  'tap:Sí, enviar',
];
const SCHOOL = [
  'quiero denunciar que en la escuela de mi hijo en chitré la directora cobra 20 dolares por la matricula',
  'tap:Con reserva',
  'la escuela de Monagrillo',
  'tap:Sí, enviar',
];
const PUMP = [
  'el acueducto rural de las minas de herrera tiene la bomba dañada y no hay agua en el pueblo',
  'tap:Sí, enviar',
];
const FOOD = [
  'una bodega de puerto armuelles vende comida vencida, quiero denunciarla',
  'tap:Sin reserva',
  'tap:Sí, enviar',
];

function played(...said: string[]): Talk {
  const talk = startTalk(stage, 'web');
  for (const text of said) text.startsWith('tap:') ? talk.tap(text.slice(4)) : talk.say(text);
  return talk;
}

const last = (talk: Talk): string =>
  talk.turns
    .at(-1)
    ?.replies.map(({ text }) => text)
    .join('\n') ?? '';
const told = (talk: Talk): string => talk.cases[0]?.description.join(' · ') ?? '';

describe('what is asked of a case just filed, without a sign', () => {
  it.each([
    [PAY, 'mi mama pregunta q si ella tiene q ir a firmar algo o con eso ya', 'No tiene que ir'],
    [PAY, 'mi mamá pregunta si eso cuesta algo', 'no cuesta nada'],
    [HOLE, 'y si pasan los días y nadie contesta qué se hace', 'Si ese día pasa sin respuesta'],
    [FOOD, 'me quedé pensando si al dueño le llega un papel con mi nombre', 'puede ver sus datos'],
    [HOLE, 'perdí el mensajito donde salía el pin ese', 'no le hace falta el PIN'],
    [HOLE, 'no entiendo lo del pin', 'El PIN es la clave'],
    [HOLE, 'este número contesta los sábados o solo de lunes a viernes', 'a cualquier hora'],
    [WATER, 'gracias, y si llamo al 311 por telefono me sale gratis o come saldo?', 'no cuesta nada'],
  ])('is answered, and no word of it: %#', (opening, said, answer) => {
    const talk = played(...opening, said);
    expect(last(talk)).toContain(answer);
    expect(told(talk)).not.toContain(said);
  });

  it('is kept for the body where only it knows, beside thanks too', () => {
    const talk = played(
      ...HOLE,
      'mil gracias mi reina, y mientras tanto le pongo una llanta vieja encima o qué',
    );
    expect(last(talk)).toContain('Agregué su pregunta');
  });

  it('is answered while another matter is offered, which is asked again', () => {
    const talk = played(...PUMP, 'alguien de la junta me respondió o nada');
    expect(last(talk)).toContain('Debe responder a más tardar');
    expect(last(talk)).toContain('¿Abro otro caso?');
  });
});

describe('what else is said of a case just filed', () => {
  it.each([
    [FOOD, 'sabrá Dios qué come uno'],
    [FOOD, 'ay señor, uno ya no sabe ni qué come'],
  ])('is no word of it where they only sigh: %#', (opening, said) => {
    const talk = played(...opening, said);
    expect(last(talk)).toContain('Le entiendo');
    expect(told(talk)).not.toContain(said);
  });

  it.each([
    'me acorde que la placa de la moto era 1234',
    'recordé que el se llama Juan',
    'I remembered his plate was 1234',
  ])('adds what comes to mind, whatever it sounds like: %s', words => {
    const talk = played(...FOOD, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.at(-1)).toBe(words);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('begins another report of another matter that comes to mind', () => {
    const talk = played(...FOOD, 'me acorde que tambien hay un hueco grande en la calle 5 de David');
    expect(talk.cases[0]?.description).toHaveLength(1);
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'pothole' });
  });

  it('asks whether it is solved where the end is told in words', () => {
    const talk = played(
      ...HOLE,
      'Esta mañana le echaron cemento los del municipio. Quedó torcido pero quedó',
    );
    expect(last(talk)).toContain('¿Quedó solucionado');
  });

  it('asks it too where the end sounds like another service', () => {
    const talk = played(...SCHOOL, 'la directora devolvió la plata a to el mundo, ya ta');
    expect(last(talk)).toContain('¿Quedó solucionado');
  });

  it('takes it back, whoever they say they are', () => {
    const dog = ['el vecino tiene un perro amarrado sin agua ni comida en penonome', 'barrio san antonio'];
    const talk = played(
      ...dog,
      'tap:Sí, enviar',
      'Soy el mismo que escribió lo del perro: me equivoqué de casa, ese animal está bien cuidado. Le ruego anular.',
    );
    expect(last(talk)).toContain('¿Lo retiro?');
  });

  it('begins a report of its own where it is another matter', () => {
    const talk = played(...SCHOOL, 'Y la fonda de la escuela da la comida cruda, ¿eso lo mando aparte?');
    expect(talk.conversation.state.draft).not.toBeNull();
    expect(told(talk)).not.toContain('fonda');
  });

  it('is no person to write to, where they want to be called about it', () => {
    const talk = played(...FOOD, 'me acordé que el anónimo no lo llaman. yo quiero que me llamen');
    expect(talk.conversation.mode).toBe('bot');
  });
});

describe('what is said of a case that was filed without a name', () => {
  it.each([
    ['uno se cansa de pelear mi amor', 'Le entiendo'],
    ['bórrelo porfa, mi primo trabaja ahí', 'en un solo mensaje el número, el PIN'],
    ['pls no le den mi número a nadie, ni a la gente del ministerio', 'en un solo mensaje el número, el PIN'],
    ['me puede avisar por el whatsapp de mi hijo? este celular lo vendo hoy', 'nadie le llama ni le escribe'],
    ['esto lo lee el alcalde? porque el camión es del primo', 'Si es anónimo'],
  ])('begins no report: %s', (said, answer) => {
    const talk = played(...SAND, said);
    expect(last(talk)).toContain(answer);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('does begin one where a matter is told', () => {
    const talk = played(...SAND, 'hay un hueco en la calle principal de guararé');
    expect(talk.conversation.state.draft).not.toBeNull();
  });
});
