import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();

const INSULIN = ['en el centro de salud de Penonomé no hay insulina'];
const HOLE = ['hay un hueco enorme en calle 50, Bella Vista, Panamá'];

describe('another body that is only asked about', () => {
  it.each([
    [INSULIN, 'y si mejor lo envia al CSS? es la policlinica', 'CSS'],
    [INSULIN, 'lo envía al CSS?', 'CSS'],
    [INSULIN, '¿no será mejor mandarlo a la Caja?', 'CSS'],
    [INSULIN, 'what if you send it to the mayor?', 'Penonomé'],
    [HOLE, 'y si se lo manda al municipio?', 'Municipio de Panamá'],
    [HOLE, 'y si lo envía al IDAAN no es más rápido? ahí hay una tubería', 'IDAAN'],
  ])('is shown, and nothing is sent: %s', (report, words, body) => {
    expect(told(...report, words).cases).toHaveLength(0);
    expect(said(...report, words)).toContain(body);
    expect(said(...report, words)).toMatch(/¿Lo envío así\?|Shall I send it like this\?/);
    expect(told(...report, words, 'sí').cases).toHaveLength(1);
  });

  it('is said to be so where it is the one that stands', () => {
    const words = 'y si mejor lo manda al ministro de salud?';
    expect(told(...INSULIN, words).cases).toHaveLength(0);
    expect(said(...INSULIN, words)).toContain('Ya está así.');
  });
});

describe('a condition that is asked', () => {
  it.each([
    'si lo envío, cuándo vienen?',
    'y si lo mando y me despiden?',
    'if you send it, when do they come?',
  ])('sends nothing: %s', words => expect(told(...HOLE, words).cases).toHaveLength(0));

  it.each([
    'envíelo, cuándo responden?',
    'sí envielo, cuanto demoran?',
    'envielo cuanto demoran en responder?',
  ])('is none in an order with a question beside: %s', words =>
    expect(told(...HOLE, words).cases).toHaveLength(1),
  );
});

describe('a body asked after with a no', () => {
  const PHONE = 'oye +movil me esta cobrando 18.50 d unas suscripciones q yo nunca active, en Penonomé';

  it.each([
    ['eso no va a ASEP?', []],
    ['pero si ya le reclame a ellos 2 veces, eso no va a ASEP?', ['pero si ya le reclame a ellos 2 veces']],
    ['eso no va a ASEP? tengo numero de reclamo 774210', ['tengo numero de reclamo 774210']],
  ])('is who decides after the company, shown and not sent, with what is told for it: %s', (words, more) => {
    const talk = told(PHONE, words);
    expect(talk.last()?.text).toContain('Lo atiende: ASEP (ASEP decide cuando la empresa');
    expect(talk.conversation.state.draft?.description).toEqual([PHONE, ...more]);
    expect(talk.cases).toEqual([]);
  });

  it('is heard beside where it is, told in one breath', () => {
    const words =
      'cambialo a ASEP q ya hice el reclamo en la empresa hace un mes y no contestan. y no es la tienda el lugar, yo vivo en coclesito';
    const talk = told(`${PHONE.replace(', en Penonomé', '')}, ya fui 2 veces a la tienda d penonome`, words);
    expect(talk.last()?.text).toMatch(/Lugar: coclesito.*Lo atiende: ASEP/s);
  });

  it('is the mayor’s, of a proposal', () => {
    const idea = 'tengo una idea para el parque de Antón, que pongan una pileta con luces y sillas';
    expect(told(idea, 'eso no le toca al alcalde de Antón?').last()?.text).toContain(
      'Lo atiende: Municipio de Antón',
    );
  });
});
