import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();

const WATER = ['no llega el agua en mi casa hace una semana', 'en Barrio Colon, La Chorrera'];
const CLINIC = [
  'el encargado del centro de salud me trato muy mal y cobra por las citas',
  'centro de salud de Guadalupe, La Chorrera',
];
const SCHOOL = [
  'la maestra de mi hija no va a dar clases hace 2 semanas',
  'la escuela Republica de Francia, La Chorrera',
];
const BOSS = [
  'el patron no paga el seguro social de los empleados',
  'con reserva',
  'en la panaderia Don Pan, San Miguelito',
];

describe('a clear order to send', () => {
  it.each([
    [
      'si mijo asi esta bien, envielo. yo soy una señora de 78 años y no puedo estar cargando agua',
      '78 años',
    ],
    ['dale mandalo. aqui hay dos niños chiquitos y no tenemos como bañarlos', 'dos niños'],
    ['ya mandelo por favor q estoy cansada. mi mama es diabetica', 'diabetica'],
    ['esta bien envielo que aqui nadie nos ayuda, ni la junta', 'nadie nos ayuda'],
    ['si, envie eso. la vecina tampoco tiene agua', 'la vecina'],
    ['listo, enviar. yo vivo sola y no puedo cargar baldes', 'vivo sola'],
    ['sí envíelo pero quiero que sepan que hay 40 casas asi', '40 casas'],
    ['envielo. mi hijo trabaja en Chitre y no me puede traer agua', 'mi hijo'],
    ['send it please. my mother is 80 and cannot carry water', '80'],
  ])('sends it with the detail: %s', (words, detail) => {
    const [sent] = told(...WATER, words).cases;
    expect(sent?.description.at(-1)).toContain(detail);
    expect(sent?.description.join(' ')).not.toMatch(/env[ií]|mand[ae]|send it/i);
    expect(sent?.place?.district).toBe('La Chorrera');
  });

  it.each([
    ['si asi mismo, es en la calle 3 frente a la iglesia. mandelo', { place: /calle 3/ }],
    ['mandelo, pero es en Barrio Balboa no en Barrio Colon', { place: /^Barrio Balboa/ }],
    ['si mandelo, no es queja es denuncia', { kind: 'denuncia' }],
    ['mándelo pero que no sepan que fui yo', { privacy: 'confidential' }],
    ['si mandelo con reserva', { privacy: 'confidential' }],
  ])('sends it as it is put right: %s', (words, right) => {
    const [sent] = told(...WATER, words).cases;
    expect(sent).toBeDefined();
    const { place, ...fields } = right as { place?: RegExp; kind?: string; privacy?: string };
    if (place) expect(sent?.place?.text).toMatch(place);
    expect(sent).toMatchObject(fields);
    expect(said(...WATER, words)).toMatch(/Corregido\.|^Va con reserva/);
  });

  it.each([
    'mandelo pero cambie el lugar',
    'mandelo, no, mejor no',
    'no es Barrio Colon, mandelo',
    'no mande eso',
    'que no mande nada le dije',
  ])('is none that is taken back, or needs to be asked: %s', words => {
    expect(told(...WATER, words).cases).toEqual([]);
  });

  it.each([
    'ya le dije q si mijo',
    'que si hombre, ya le dije que si',
    'le dije q si',
    'pero si ya le dije que sí varias veces',
    'i already said yes',
  ])('is a yes that they say they gave: %s', words => {
    const talk = told(...WATER, words);
    expect(talk.cases[0]?.description).toEqual(['no llega el agua en mi casa hace una semana']);
    expect(told(...WATER, 'ya le dije que no').cases).toEqual([]);
  });

  it('keeps a further matter for later', () => {
    const talk = told(...WATER, 'mandelo. y tampoco recogen la basura hace un mes');
    expect(talk.cases[0]?.description).toHaveLength(1);
    expect(talk.last()?.text).toContain('recogen la basura');
  });
});

describe('an order with a question', () => {
  it.each([
    'envielo y cuanto se demoran en responder?',
    'mandalo. y si no hacen nada que hago?',
    'si mandelo me van a llamar a mi celular?',
  ])('is sent: %s', words => expect(told(...SCHOOL, words).cases).toHaveLength(1));

  it('waits for the answer where it asks who learns of it, and may be kept in reserve', () => {
    const talk = told(...SCHOOL, 'si envielo. usted me dice si le avisan a la directora?');
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.text).toMatch(/no le avisa a la directora[\s\S]*¿Lo envío con reserva\?/);
  });

  it('is answered as far as the desk knows', () => {
    expect(said(...SCHOOL, 'ok mandelo, eso cuesta algo?')).toContain('no cuesta nada');
  });

  it.each([
    'si enviar. el va a saber q fui yo?',
    'si mandalo. el se puede enterar que fui yo? todavia trabajo ahi',
    'mandelo. y ellos ven mi nombre?',
    'dale, enviar. mi jefe sabra quien puso la queja?',
    'si. pero el doctor se entera?',
    'send it. will they know it was me?',
  ])('of who fears to be known is not sent where they would be: %s', words => {
    const talk = told(...CLINIC, words);
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.choices?.[0]?.value).toBe('privacy:confidential');
    talk.say('mandelo con reserva');
    expect(talk.cases[0]?.privacy).toBe('confidential');
  });

  it.each(['si enviar. el va a saber q fui yo?', 'si. pero mi jefe no se va a enterar verdad?'])(
    'of the same is sent where they are not seen: %s',
    words => {
      const talk = told(...BOSS, words);
      expect(talk.cases[0]?.privacy).toBe('confidential');
      expect(said(...BOSS, words)).toContain('no ve quién es usted');
    },
  );
});

describe('an order behind words that only calm', () => {
  const LIFT = 'en mi edificio del Chorrillo no sirve el elevador, soy discapacitado';

  it.each(['no se preocupe. mande lo del elevador por favor', 'tranquilo, envíelo', 'don’t worry, send it'])(
    'is followed: %s',
    words => {
      expect(told(LIFT, words).cases[0]?.description).toEqual([LIFT]);
    },
  );

  it.each(['no se preocupe, no lo mande', 'no se preocupe'])('is none where none is given: %s', words => {
    const talk = told(LIFT, words);
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.text).not.toContain('Ese dato no lo tengo');
  });
});
