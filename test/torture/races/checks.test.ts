import { describe, expect, it } from 'vitest';
import { checkRaces, collisions } from './checks.ts';
import type { Line, Op, Race, RaceEvidence, Step } from './history.ts';

const NUMBER = '311-483-920-716';

function op(race: number, what: Op['what'], marker: string, more: Partial<Op> = {}): Op {
  const at = race * 100;
  return {
    ...{ race, session: 's', number: NUMBER, what, marker, status: null, id: null, isHeld: false },
    ...{ invoked: at + 1, ended: at + 9, outcome: 'ok', seq: null },
    ...more,
  };
}

function line(seq: number, from: string, turn: number | null, text: string): Line {
  return { seq, from, turn, text };
}

function race(n: number, kind: Race['kind']): Race {
  const ids = { session: 's', talk: 'talk', caseId: 'case', number: NUMBER };
  return { n, kind, ...ids, began: n * 100, ended: n * 100 + 99 };
}

/** A small history in which every promise held: a report, a conflict of statuses, a talk taken by one of two. */
function evidence() {
  const talk = [
    line(1, 'citizen', 1, 'hay un hueco k1q1k'),
    line(2, 'bot', 1, 'Su caso es el 311-483-920-716'),
    line(3, 'bot', null, 'En proceso: nota k2qs0k'),
    line(4, 'citizen', 2, 'sigue igual k3q2k'),
    line(5, 'person', null, 'Le habla una persona, k3qr0k'),
  ];
  const history: Step[] = [
    { at: 110, what: 'opened', from: null, to: 'received', note: null },
    { at: 205, what: 'status', from: 'received', to: 'in_progress', note: 'nota k2qs0k' },
    { at: 206, what: 'internal_note', from: null, to: null, note: 'k2qn0k' },
  ];
  const ops = {
    said: op(1, 'says', 'k1q1k', { seq: 1 }),
    won: op(2, 'status', 'k2qs0k', { status: 'in_progress' }),
    lost: op(2, 'status', 'k2qs1k', { status: 'reopened', outcome: 'fail' }),
    note: op(2, 'note', 'k2qn0k'),
    took: op(3, 'take', 'k3qtake0k'),
    late: op(3, 'take', 'k3qtake1k', { outcome: 'fail' }),
    held: op(3, 'says', 'k3q2k', { seq: 4, isHeld: true, invoked: 320, ended: 330 }),
    reply: op(3, 'reply', 'k3qr0k', { seq: 5, invoked: 340, ended: 350 }),
    refused: op(3, 'reply', 'k3qr1k', { outcome: 'fail' }),
  };
  const write = (expected: number, won = true) => ({ subject: 'case', expected, won, at: 250 });
  const writes = [write(0), write(1), write(1, false), write(2)];
  const versions = new Map([['case', 3]]);
  const races = [race(1, 'confirm'), race(2, 'statuses'), race(3, 'agents')];
  const cases = new Map([['s', [{ number: NUMBER, kind: 'queja', history }]]]);
  const whole = (): RaceEvidence => {
    return { races, ops: Object.values(ops), talks: new Map([['s', talk]]), cases, writes, versions };
  };
  return { talk, history, ops, writes, versions, cases, whole };
}

type Planted = ReturnType<typeof evidence>;

function breaches(plant: (planted: Planted) => void): string[] {
  const planted = evidence();
  plant(planted);
  return checkRaces(planted.whole()).flatMap(({ breaches }) => breaches);
}

const PLANTED: [string, (planted: Planted) => void, string][] = [
  ['a word that vanished', ({ talk }) => void talk.shift(), 'k1q1k stands 0 times'],
  [
    'a word that stands twice',
    ({ talk }) => void talk.push(line(6, 'citizen', 2, 'hay un hueco k1q1k')),
    'k1q1k stands 2 times',
  ],
  ['a word at another place', ({ ops }) => Object.assign(ops.said, { seq: 9 }), 'k1q1k is at another place'],
  ['a word nobody took up', ({ talk }) => Object.assign(talk[0] ?? {}, { turn: null }), 'never taken up'],
  [
    'a word that overtook another',
    ({ ops }) => Object.assign(ops.reply, { invoked: 301, ended: 302 }),
    'k3q2k overtook k3qr0k',
  ],
  [
    'a turn that answered twice',
    ({ talk }) => void talk.push(line(6, 'bot', 1, 'Su caso es el 311-483-920-716')),
    'was told the same twice in turn 1',
  ],
  [
    'turns out of order',
    ({ talk }) => void talk.push(line(6, 'citizen', 1, 'antes')),
    's was read out of order',
  ],
  ["a person's word that vanished", ({ talk }) => void talk.pop(), 'k3qr0k (ok) stands 0 times'],
  [
    'words of who was refused',
    ({ talk }) => void talk.push(line(6, 'person', null, 'Le habla una persona, k3qr1k')),
    'k3qr1k (fail) stands 1 times',
  ],
  [
    'two who took one talk',
    ({ ops }) => Object.assign(ops.late, { outcome: 'ok' }),
    '2 people took the talk',
  ],
  ['a talk nobody could take', ({ ops }) => Object.assign(ops.took, { outcome: 'fail' }), '0 people took'],
  [
    'a bot that answers for a person',
    ({ talk }) => void talk.push(line(6, 'bot', 2, 'Con gusto')),
    'the bot answered k3q2k',
  ],
  [
    'a step from where the case was not',
    ({ history }) =>
      void history.push({ at: 210, what: 'status', from: 'assigned', to: 'resolved', note: null }),
    'went from assigned to resolved while it was in_progress',
  ],
  [
    'a step that is not allowed',
    ({ history }) =>
      void history.push({ at: 210, what: 'status', from: 'in_progress', to: 'closed', note: null }),
    'went from in_progress to closed',
  ],
  [
    'a status refused without a reason',
    ({ ops }) => Object.assign(ops.lost, { status: 'rejected' }),
    'k2qs1k was refused: rejected',
  ],
  [
    'a status that was accepted and vanished',
    ({ ops }) => Object.assign(ops.lost, { status: 'rejected', outcome: 'ok' }),
    'k2qs1k was accepted and vanished',
  ],
  [
    'a status of which the citizen was not told',
    ({ talk }) => void talk.splice(2, 1),
    'k2qs0k was written 1 times and told 0 times',
  ],
  [
    'a conflict nobody won',
    ({ ops, history, talk }) => {
      Object.assign(ops.won, { outcome: 'fail' });
      history.splice(1, 1);
      talk.splice(2, 1);
    },
    'nobody won race 2',
  ],
  ['a note that vanished', ({ history }) => void history.pop(), 'note k2qn0k stands 0 times'],
  [
    'a second case',
    ({ cases }) => void cases.get('s')?.push({ number: '311-1', kind: 'queja', history: [] }),
    'the summary of s became 2 cases',
  ],
  [
    'a version written by two',
    ({ writes }) => void writes.push({ subject: 'case', expected: 1, won: true, at: 251 }),
    'the versions of case are 0, 1, 1, 2',
  ],
  ['a version that is missing', ({ writes }) => void writes.splice(1, 1), 'the versions of case are 0, 2'],
  ['a last version that was taken back', ({ versions }) => versions.set('case', 2), 'case ends at 2, not 3'],
  [
    'a call without an answer',
    ({ ops }) => Object.assign(ops.note, { outcome: 'unknown' }),
    'note k2qn0k was not answered',
  ],
];

describe('what is looked for after races', () => {
  it('is not found where every promise held', () => {
    expect(breaches(() => {})).toEqual([]);
  });

  it.each(PLANTED)('is found when planted: %s', (_name, plant, found) => {
    expect(breaches(plant).join('\n')).toContain(found);
  });

  it.each([
    ['a question that was never asked', 0, ['k2qs0k was written 1 times and told 0 times']],
    ['no question that was asked again', 2, []],
  ])('sees %s', (_name, times, found) => {
    const told = breaches(({ ops, history, talk }) => {
      Object.assign(ops.won, { status: 'awaiting_citizen' });
      Object.assign(ops.lost, { status: 'closed' });
      Object.assign(history[1] ?? {}, { to: 'awaiting_citizen' });
      talk.splice(2, 1, ...Array.from({ length: times }, () => line(3, 'bot', null, 'Le preguntan: k2qs0k')));
    });
    expect(told).toEqual(found);
  });

  it('counts the races in which somebody came too late', () => {
    const counts = collisions(evidence().whole());
    expect([counts.get('statuses'), counts.get('confirm')]).toEqual([
      { races: 1, collided: 1 },
      { races: 1, collided: 0 },
    ]);
  });
});
