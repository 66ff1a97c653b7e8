import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();

const WATER = 'no hay agua en Bethania';
const PRAISE =
  'queremos felicitar a la enfermera Yariela del hospital Joaquin Pablo Franco de Las Tablas por su trato';
const DUES = ['no me llega la pension, mi patron no reporto', 'La Chorrera'];

describe('what a report is to be called', () => {
  it.each([
    [
      [PRAISE, 'ese titulo esta feo, ponga Felicitacion a la enfermera Yariela'],
      'Felicitacion a la enfermera Yariela',
    ],
    [[...DUES, 'pero ponle asi: no pago de cuotas del patrono'], 'no pago de cuotas del patrono'],
    [[WATER, 'ponga de titulo: Tres dias sin agua'], 'Tres dias sin agua'],
    [[WATER, 'cambie el titulo a Sin agua en toda la torre'], 'Sin agua en toda la torre'],
    [[WATER, 'el titulo deberia decir Sin agua los ancianos'], 'Sin agua los ancianos'],
    [[WATER, 'change the title to No water for three days'], 'No water for three days'],
  ])('is as they dictate it: %s', (words, title) => {
    expect(said(...words)).toContain(`: ${title}\n`);
    expect(told(...words, 'sí').cases[0]?.description[0]).toBe(title);
  });

  it('is put right by who dictates it again', () => {
    const words = [WATER, 'ponga de titulo: Tres dias sin agua', 'ponga de titulo: Cuatro dias sin agua'];
    expect(draftOf(...words)?.description).toEqual(['Cuatro dias sin agua', WATER]);
  });

  it.each(['no hay titulo?', 'ponga que hay un bebe', 'el titulo de la casa esta a nombre de mi papa'])(
    'is not dictated by: %s',
    words => expect(draftOf(WATER, words)?.title).toBeNull(),
  );

  it('of the same service is what they say it is instead', () => {
    const words = 'no es la pension, es que el patron no le reporta las cuotas a la caja';
    expect(said(...DUES, words)).toContain(': el patron no le reporta las cuotas a la caja\n');
  });
});

describe('what is scorned', () => {
  const NOISE = ['hay mucho ruido en el restaurante El Trapiche, en Chitre', 'con reserva'];

  it.each([
    'que ruido ni que ruido! es comida mala que nos intoxico',
    'que ruido ni que ocho cuartos, venden comida podrida',
  ])('is denied, and what is told instead is the matter: %s', words => {
    expect(draftOf(...NOISE, words)?.serviceId).toBe('food-hygiene');
  });

  it('is denied at the summary too', () => {
    expect(draftOf(WATER, 'que agua ni que agua, es la luz que se fue')?.serviceId).toBe('power-outage');
  });
});

describe('asked which service it is', () => {
  it.each(['agua', 'luz', 'basura', 'calles', 'salud', 'escuela', 'transporte', 'es de la escuela'])(
    'a word of the question itself is an answer: %s',
    word => {
      const talk = told('hay un hueco en la calle 3 de Bethania', 'cambiar el asunto', word);
      expect(talk.last()?.asks).toBe('agency');
      expect(talk.last()?.choices?.length).toBeGreaterThan(1);
      expect(talk.conversation.state.draft?.place?.text).toContain('Bethania');
      talk.say('1');
      expect(talk.last()?.asks).toBe('confirm');
    },
  );

  it('the same said to a summary of something else asks which', () => {
    const talk = told(WATER, 'salud');
    expect(talk.last()?.choices?.[0]?.value).toBe('service:health-centre');
    expect(told(WATER, 'agua').last()?.asks).toBe('confirm');
  });
});

it.each([
  'el titulo esta malo, no es maltrato animal, es q los perros del vecino muerden a la gente',
  'el título no es ese, es que los perros del vecino muerden a la gente',
])('a title that is called wrong becomes what they say it is: %s', words => {
  const talk = told('los perros del vecino muerden a la gente en arraijan vista alegre calle 4', words);
  expect(talk.last()?.text).toContain('Queja: los perros del vecino muerden a la gente\n');
});
