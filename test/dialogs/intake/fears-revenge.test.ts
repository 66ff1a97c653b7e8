import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DUMP = 'hay un basurero clandestino en la entrada de Chepo';
const FEARS = [
  'no quiero problemas con él',
  'tengo miedo de que se desquite',
  'no quiero que me boten',
  "i don't want trouble with him",
  'si se entera nos hace la vida imposible',
  'si mi jefe sabe que fui yo me bota',
  'si se da cuenta me cae encima',
  'y si toma represalias, no quiero líos',
];

describe('who fears what may be done to them for it', () => {
  it.each(FEARS)('is kept in reserve where that is asked, and no word of it is sent: %s', words => {
    const talk = told(DUMP, words);
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.conversation.state.draft).toMatchObject({ privacy: 'confidential', description: [DUMP] });
  });

  it.each(FEARS)('is told at the summary that they are not seen, and leaves nothing: %s', words => {
    const talk = told(DUMP, 'con reserva', words);
    expect(talk.last()?.text).toMatch(/^(Va con reserva|It goes confidentially|It is confidential)/);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.say('sí')).toBeDefined();
    expect(talk.cases[0]?.description).toEqual([DUMP]);
  });

  it('still may leave', () => {
    const talk = told(DUMP, 'con reserva', 'no quiero problemas con él, mejor no lo mande');
    expect(talk.cases).toHaveLength(0);
    expect(talk.last()?.text).not.toMatch(/^Va con reserva/);
  });
});
