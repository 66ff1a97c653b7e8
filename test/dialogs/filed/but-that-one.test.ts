import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const BOTH = ['no hay agua y no recogen la basura en Juan Díaz', 'si', 'si', 'si'];

describe('one of two cases, where the other is named to be left', () => {
  it.each([
    ['ya llegó el agua, cierre ese. el de la basura no', 'no-water'],
    ['ya recogieron la basura. el agua todavía no', 'garbage-not-collected'],
    ['ya recogieron la basura, la del agua no', 'garbage-not-collected'],
  ])('is the one that is asked about: %s', (words, service) => {
    const talk = told(...BOTH, words);
    const c = talk.cases.find(({ serviceId }) => serviceId === service);
    expect(talk.last()?.asks).toBe('solved');
    expect(talk.last()?.text).toContain(c?.number ?? 'none');
  });

  it('is asked for where neither is named', () => {
    expect(told(...BOTH, 'ya se resolvió, ciérrelo').last()?.asks).toBe('case');
  });
});
