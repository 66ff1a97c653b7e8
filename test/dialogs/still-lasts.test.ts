import { describe, expect, it } from 'vitest';
import { openStage, startTalk } from '../support/play.ts';

const stage = await openStage();
const NO_WATER = 'no hay agua en mi casa en Cerro Viento, San Miguelito, calle 3';
const LASTS = [
  'ya llevamos tres días así',
  'ya llevamos una semana así',
  'ya llevo 3 años asi',
  'llevo tres años así',
];

describe('how long it lasts already', () => {
  it.each(LASTS)('ends no report: %s', words => {
    const talk = startTalk(stage);
    talk.say(NO_WATER);
    talk.say(words);
    expect(talk.shown().join()).not.toMatch(/resuelto|Dejo de hacerlo/);
    expect(talk.conversation.state.draft?.description.join(' ')).toContain(words);
    talk.say('sí');
    expect(talk.cases).toHaveLength(1);
  });

  it.each(LASTS)('does not ask whether the case is solved: %s', words => {
    const talk = startTalk(stage);
    talk.say(NO_WATER);
    talk.say('sí');
    talk.say(words);
    expect(talk.shown().join()).not.toMatch(/solucionado/);
  });
});

it.each(['ya me la arreglaron', 'ya llegó el agua'])('what is over is heard: %s', words => {
  const talk = startTalk(stage);
  talk.say(NO_WATER);
  talk.say(words);
  expect(talk.shown().join()).toContain('Me alegra');
});
