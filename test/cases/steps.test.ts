import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, CaseChange, Status } from '../../src/cases/case.ts';
import { askCitizen, assignCase, noteCase, stepStatus } from '../../src/cases/desk-steps.ts';
import { allowedSteps, isOpen } from '../../src/cases/lifecycle.ts';
import {
  addToCase,
  answerQuestion,
  confirmSolved,
  correctPlace,
  type Opening,
  openCase,
  rateCase,
  reopenCase,
  withdrawCase,
} from '../../src/cases/steps.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const { centre } = smallCatalogue();
const AT = new Date('2026-10-26T15:00:00Z');
const LATER = new Date('2026-10-29T15:00:00Z');
const IDAAN = { agencyId: 'idaan', districtCode: null };
const PLACE = {
  code: '080502',
  province: 'Panamá',
  district: 'San Miguelito',
  corregimiento: 'Belisario Frías',
  text: 'por la escuela',
  lat: null,
  lon: null,
};

const opening: Opening = {
  id: 'c1',
  number: '311-000-000-000',
  kind: 'queja',
  serviceId: 'water_leak',
  holder: IDAAN,
  reasons: ['tubo roto'],
  place: PLACE,
  description: ['hay un tubo roto'],
  privacy: 'normal',
  reporter: null,
  conversationId: null,
  opening: null,
  attachments: [],
  pinHash: null,
  days: 10,
  at: AT,
  by: 'citizen',
};

const opened = (more: Partial<Opening> = {}): CaseChange => openCase({ ...opening, ...more }, centre);
/** An opened case as the store would give it back, in the status asked for. */
const inStatus = (status: Status, more: Partial<Case> = {}): Case => ({
  ...opened().case,
  version: 3,
  status,
  ...more,
});
const words = { text: 'sigue igual', attachments: [], at: LATER };
const trail = (change: CaseChange): string[] =>
  change.events.filter(({ what }) => what === 'status').map(({ from, to }) => `${from}>${to}`);

describe('openCase', () => {
  it('assigns at once when the holder is known, and both clocks start', () => {
    const { case: c, events, expectedVersion } = opened();
    expect(c).toMatchObject({ status: 'assigned', holderSince: AT, holderDueAt: c.dueAt, version: 0 });
    expect(expectedVersion).toBe(0);
    expect(events.map(({ what, to }) => [what, to])).toEqual([
      ['opened', 'received'],
      ['assigned', 'idaan'],
      ['status', 'assigned'],
    ]);
  });

  it('leaves a case without a holder received, with no holder’s clock', () => {
    const { case: c, events } = opened({ holder: null });
    expect(c).toMatchObject({ status: 'received', holderSince: null, holderDueAt: null });
    expect(events).toHaveLength(1);
  });
});

describe('the citizen’s steps', () => {
  it('add words after those there are, verbatim', () => {
    const photo = { id: 'm1', type: 'image/jpeg', bytes: 10 };
    const { case: c, events } = addToCase(inStatus('in_progress'), {
      ...words,
      text: ' <b>ya  </b> ',
      attachments: [photo],
      by: 'citizen',
    });
    expect(c.description).toEqual(['hay un tubo roto', ' <b>ya  </b> ']);
    expect(c.attachments).toEqual([photo]);
    expect(events).toMatchObject([{ what: 'added', by: 'citizen', note: ' <b>ya  </b> ' }]);
  });

  it('answer a question: work goes on and the holder gets the days back', () => {
    const asked = inStatus('awaiting_citizen', { pausedAt: AT, question: '¿Cuál casa?' });
    const change = answerQuestion(asked, words, centre);
    expect(change.case).toMatchObject({ status: 'in_progress', question: null, pausedAt: null });
    expect(change.case.holderDueAt?.getTime()).toBeGreaterThan(asked.holderDueAt?.getTime() ?? 0);
    expect(change.case.dueAt).toEqual(asked.dueAt);
    expect(change.events.map(({ what }) => what)).toEqual(['answer', 'status']);
  });

  it('answer late: the words are kept and the status is not turned back', () => {
    const change = answerQuestion(inStatus('resolved'), words, centre);
    expect(change.case).toMatchObject({
      status: 'resolved',
      description: ['hay un tubo roto', 'sigue igual'],
    });
    expect(change.events.map(({ what }) => what)).toEqual(['answer']);
  });

  it('bring an idea back to who weighs it', () => {
    const idea = inStatus('awaiting_citizen', { kind: 'idea' });
    expect(answerQuestion(idea, words, centre).case.status).toBe('assigned');
    expect(answerQuestion({ ...idea, holder: null }, words, centre).case.status).toBe('received');
  });

  it.each([
    ['resolved', ['resolved>closed']],
    ['in_progress', ['in_progress>resolved', 'resolved>closed']],
    ['received', ['received>in_progress', 'in_progress>resolved', 'resolved>closed']],
    ['rejected', ['rejected>reopened', 'reopened>resolved', 'resolved>closed']],
  ] as const)('say it is solved from %s, by the steps of the table', (status, road) => {
    const change = confirmSolved(inStatus(status), { at: LATER, by: 'citizen' });
    expect(change.case).toMatchObject({ status: 'closed', confirmed: true, closedAt: LATER, wakeAt: null });
    expect(trail(change)).toEqual(road);
  });

  it('say it is solved after a silent close: only the mark changes', () => {
    const change = confirmSolved(inStatus('closed', { closedAt: AT }), { at: LATER, by: 'citizen' });
    expect(change.case).toMatchObject({ confirmed: true, closedAt: AT });
    expect(change.events).toMatchObject([{ what: 'answer' }]);
  });

  it('reopen: one level higher, the clock from filing as it was', () => {
    const solved = inStatus('resolved', { resolvedAt: AT, pausedAt: AT, wakeAt: LATER });
    const change = reopenCase(solved, { cause: 'sigue botando agua', at: LATER }, centre);
    expect(change.case).toMatchObject({ status: 'reopened', reopened: 1, resolvedAt: null, wakeAt: null });
    expect(change.case.dueAt).toEqual(solved.dueAt);
    expect(change.case.description).toContain('sigue botando agua');
    expect(change.events).toMatchObject([{ what: 'status', to: 'reopened', note: 'sigue botando agua' }]);
  });

  it.each(['in_progress', 'reopened'] as const)('reopen nothing that is %s, but keep the words', status => {
    const change = reopenCase(inStatus(status), { cause: 'nada', at: LATER }, centre);
    expect(change.case).toMatchObject({ status, reopened: 0, description: ['hay un tubo roto', 'nada'] });
  });

  it('rate, and rate again', () => {
    const first = rateCase(inStatus('closed'), { rating: 2, cause: 'tardaron', at: LATER });
    const again = rateCase(first.case, { rating: 4, cause: null, at: LATER });
    expect(again.case).toMatchObject({ rating: 4, ratingCause: null });
    expect(again.events).toMatchObject([{ what: 'rated', from: '2', to: '4' }]);
  });

  it('take back what is open and leave what has ended', () => {
    expect(withdrawCase(inStatus('assigned'), { at: LATER }).case.status).toBe('withdrawn');
    const ended = withdrawCase(inStatus('closed'), { at: LATER });
    expect(ended.case.status).toBe('closed');
    expect(trail(ended)).toEqual([]);
  });
});

describe('correctPlace', () => {
  const elsewhere = { ...PLACE, code: '0601', district: 'Chitré', text: 'Chitré' };
  const chitre = { agencyId: 'mun_otros', districtCode: '0601' };

  it('moves the case to who is competent there, in one change', () => {
    const change = correctPlace(inStatus('in_progress'), { place: elsewhere, holder: chitre, at: LATER });
    expect(change.case).toMatchObject({ place: elsewhere, holder: chitre, holderSince: LATER });
    expect(change.expectedVersion).toBe(3);
    expect(change.events.map(({ what, to }) => [what, to])).toEqual([
      ['corrected', 'Chitré'],
      ['transferred', 'mun_otros/0601'],
    ]);
  });

  it('assigns a case nobody had', () => {
    const change = correctPlace(inStatus('received', { holder: null }), {
      place: elsewhere,
      holder: chitre,
      at: LATER,
    });
    expect(change.case.status).toBe('assigned');
    expect(trail(change)).toEqual(['received>assigned']);
  });

  it('keeps the holder when nobody else is competent, and always the clock from filing', () => {
    for (const holder of [null, IDAAN]) {
      const c = inStatus('in_progress');
      const change = correctPlace(c, { place: elsewhere, holder, at: LATER });
      expect(change.case).toMatchObject({ holder: IDAAN, dueAt: c.dueAt, holderDueAt: c.holderDueAt });
      expect(change.events).toHaveLength(1);
    }
  });
});

describe('every step', () => {
  const step = fc.constantFrom(
    ...(['citizen', 'solved', 'reopen', 'withdraw', 'answer', 'ask', 'assign', 'note', 'rate'] as const),
    ...(['assigned', 'in_progress', 'resolved', 'closed', 'reopened', 'rejected', 'adopted'] as const),
    ...(['evaluated', 'declined', 'withdrawn', 'awaiting_citizen'] as const),
  );
  const take = (c: Case, name: string, at: Date): CaseChange | null => {
    const { text, by } = { text: 'x', by: 'desk' };
    switch (name) {
      case 'citizen':
        return addToCase(c, { ...words, by });
      case 'solved':
        return confirmSolved(c, { at, by });
      case 'reopen':
        return reopenCase(c, { cause: null, at }, centre);
      case 'withdraw':
        return withdrawCase(c, { at });
      case 'answer':
        return answerQuestion(c, words, centre);
      case 'assign':
        return assignCase(c, { holder: IDAAN, by, at, note: null }, centre, 5);
      case 'note':
        return noteCase(c, { text, by, at });
      case 'rate':
        return rateCase(c, { rating: 3, cause: null, at });
    }
    const result =
      name === 'ask'
        ? askCitizen(c, { text, by, at })
        : stepStatus(c, { status: name as Status, note: null, reason: null, by, at }, centre);
    return result.ok ? result.change : null;
  };

  it('writes an event for what it changes and stays on the table', () => {
    const start = fc.record({ kind: fc.constantFrom('queja', 'idea'), holder: fc.constantFrom(null, IDAAN) });
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 12 }), (more, steps) => {
        let c = opened(more as Partial<Opening>).case;
        const filed = c.dueAt;
        for (const [i, name] of steps.entries()) {
          const change = take(c, name, new Date(AT.getTime() + i * 9e7));
          if (!change) continue;
          expect(change.expectedVersion).toBe(c.version);
          expect(change.events.length).toBeGreaterThan(0);
          let status = c.status;
          for (const { from, to } of change.events.filter(({ what }) => what === 'status')) {
            expect(from).toBe(status);
            expect(allowedSteps(c.kind, status)).toContain(to);
            status = to as Status;
          }
          expect(change.case.status).toBe(status);
          expect(change.case.dueAt).toEqual(filed);
          if (!isOpen(change.case) && status !== 'resolved') expect(change.case.wakeAt).toBeNull();
          if (status === 'assigned') expect(change.case.holder).not.toBeNull();
          c = { ...change.case, version: c.version + 1 };
        }
      }),
      { numRuns: 300 },
    );
  });
});
