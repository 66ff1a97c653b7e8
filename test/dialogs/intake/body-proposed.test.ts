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
