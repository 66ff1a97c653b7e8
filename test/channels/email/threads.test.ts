import { describe, expect, it } from 'vitest';
import {
  bareSubject,
  caseIdOf,
  caseIn,
  messageIdOf,
  outboundIdIn,
  placingOf,
  type Thread,
  threadOf,
} from '../../../src/channels/email/threads.ts';

const DOMAIN = 'desk.example.org';
const A = '311-483-920-712';
const B = '311-000-111-222';
const thread = (more: Partial<Thread> = {}): Thread => ({
  id: '<2@ana>',
  chain: ['<1@ana>'],
  subject: 'Re: Un hueco',
  ...more,
});
const place = (mail: { caseNumber?: string; isNews?: boolean; text?: string }, found: Thread | null) =>
  placingOf(
    { caseNumber: null, isNews: false, text: 'Su caso está en trámite.\nGracias', ...mail },
    found,
    DOMAIN,
  );

describe('a mail of ours', () => {
  it('is an answer in the thread of the newest letter', () => {
    expect(place({}, thread())).toEqual({
      subject: 'Re: Un hueco',
      inReplyTo: '<2@ana>',
      references: ['<1@ana>', '<2@ana>'],
    });
  });

  it('bears the number of its case, and names the case’s own thread', () => {
    expect(place({ caseNumber: A }, thread())).toEqual({
      subject: `Re: Un hueco [${A}]`,
      inReplyTo: '<2@ana>',
      references: [caseIdOf(A, DOMAIN), '<1@ana>', '<2@ana>'],
    });
    const again = thread({ subject: `RE: Un hueco [${A}]`, chain: [caseIdOf(A, DOMAIN), '<1@ana>'] });
    expect(place({ caseNumber: A }, again)).toMatchObject({
      subject: `Re: Un hueco [${A}]`,
      references: [caseIdOf(A, DOMAIN), '<1@ana>', '<2@ana>'],
    });
  });

  it('keeps the number when its words are about no case', () => {
    expect(place({}, thread({ subject: `Re: Un hueco [${A}]` })).subject).toBe(`Re: Un hueco [${A}]`);
  });

  it('is news under its own words, in the thread of its case alone', () => {
    const news = {
      subject: `Su caso está en trámite. [${A}]`,
      inReplyTo: null,
      references: [caseIdOf(A, DOMAIN)],
    };
    expect(place({ caseNumber: A, isNews: true }, null)).toEqual(news);
    expect(place({ caseNumber: A, isNews: true }, thread())).toEqual(news);
    expect(place({ caseNumber: A, isNews: true }, thread({ subject: `Re: Otro [${B}]` }))).toEqual(news);
    const own = thread({ subject: `Re: Un hueco [${A}]` });
    expect(place({ caseNumber: A, isNews: true }, own)).toMatchObject({
      subject: `Re: Un hueco [${A}]`,
      inReplyTo: '<2@ana>',
    });
  });

  it('never mixes the threads of two cases', () => {
    const placed = place({ caseNumber: A }, thread({ subject: `Re: Otro [${B}]` }));
    expect(placed).toMatchObject({ subject: `Su caso está en trámite. [${A}]`, inReplyTo: null });
  });

  it('has a subject of one line and a bounded length, whatever stood in theirs', () => {
    const { subject } = place({}, thread({ subject: `Hola\r\nBcc: x@y.example.com ${'hueco '.repeat(50)}` }));
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeLessThan(90);
    expect(place({}, thread({ subject: '' })).subject).toBe('Re: Su caso está en trámite.');
  });

  it('has the same id on each try, known again in any case of its domain', () => {
    const id = messageIdOf('ab12', DOMAIN);
    expect(id).toBe(messageIdOf('ab12', DOMAIN));
    expect(outboundIdIn(id.replace(DOMAIN, 'Desk.Example.ORG'), DOMAIN)).toBe('ab12');
    for (const other of [
      '<v.ab12@other.example.org>',
      '<x.ab12@desk.example.org>',
      'v.ab12@desk.example.org',
      '<v.a b@desk.example.org>',
    ])
      expect(outboundIdIn(other, DOMAIN)).toBeNull();
  });
});

describe('of a letter', () => {
  it('the case is told by its subject before its thread', () => {
    expect(caseIn({ answers: [caseIdOf(A, DOMAIN)], subject: `Re: x [${B}]` }, DOMAIN)).toBe(B);
    expect(caseIn({ answers: [caseIdOf(A, DOMAIN), caseIdOf(B, DOMAIN)], subject: 'x' }, DOMAIN)).toBe(B);
    expect(caseIn({ answers: ['<case.x@desk.example.org>'], subject: `${A}` }, DOMAIN)).toBeNull();
  });

  it.each([
    ['Re: RE: Rv: Un hueco', 'Un hueco'],
    ['Fwd: Un hueco', 'Un hueco'],
    ['Re[2]: Un hueco', 'Un hueco'],
    [`Re: Un hueco [${A}]`, 'Un hueco'],
    ['Reclamo: no hay agua', 'Reclamo: no hay agua'],
    ['', ''],
  ])('%s means %s', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare);
  });

  it('no endless chain is kept: its root and its newest', () => {
    const answers = Array.from({ length: 40 }, (_, i) => `<${i}@ana>`);
    const { chain } = threadOf({ messageId: '<40@ana>', answers, subject: 'x' } as Parameters<
      typeof threadOf
    >[0]);
    expect(chain).toHaveLength(12);
    expect([chain[0], chain[1], chain.at(-1)]).toEqual(['<0@ana>', '<29@ana>', '<39@ana>']);
  });
});
