import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const TWO = 'en mi calle en Las Cumbres no pasa la basura hace 2 semanas y además los postes están sin luz';

describe('a place that is told of both reports', () => {
  it.each([
    'si, y es la calle 4 de villa zaita por la abarroteria, los dos',
    'mándelo, y es en la calle 4 de villa zaita, en los dos casos',
    'sí, es la calle 4 de villa zaita, ambos',
    'yes, it is calle 4 of villa zaita, both of them',
  ])('is had by the case filed just before, too, which is said: %s', words => {
    const talk = told(TWO, 'sí', 'sí');
    const { replies } = talk.say(words);
    expect(talk.cases).toHaveLength(2);
    const [first = '', second] = talk.cases.map(({ place }) => place?.text);
    expect(first).toMatch(/calle 4/u);
    expect(first).not.toMatch(/los dos|ambos|both|casos/u);
    expect(second).toBe(first);
    const said = replies.map(({ text }) => text).join('\n');
    const garbage = talk.cases.find(({ serviceId }) => serviceId === 'garbage-not-collected');
    expect(said).toMatch(new RegExp(`(?:del caso|of case) ${garbage?.number}`));
  });

  it('is put right in both, and only then sent', () => {
    const talk = told(TWO, 'sí', 'sí', 'cambie el lugar, es calle 4 de villa zaita, en ambos');
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.place?.text).toContain('calle 4');
    expect(talk.conversation.state.draft?.place?.text).toBe(talk.cases[0]?.place?.text);
  });

  it('goes with the first, where the other waits for it', () => {
    const talk = told(TWO, 'sí, y es la calle 4 de villa zaita, los dos', 'sí');
    expect(talk.cases[0]?.place?.text).not.toContain('los dos');
    expect(talk.conversation.state.draft?.place?.text).toBe(talk.cases[0]?.place?.text);
  });

  it('is none where two is an hour', () => {
    const talk = told(TWO, 'sí', 'sí', 'sí, los postes se apagan desde las dos');
    expect(talk.cases.map(({ place }) => place?.text)).toEqual([
      'calle en Las Cumbres',
      'calle en Las Cumbres',
    ]);
    expect(talk.cases.flatMap(({ description }) => description).join(' ')).toContain('desde las dos');
  });
});
