import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.ts';
import { checkAll, type Evidence } from './checks.ts';
import { matched } from './evidence.ts';
import { createLedger, openWitness, type Said } from './ledger.ts';
import type { OutboundRow } from './peek.ts';
import { FAIL_POINTS, planOf } from './plan.ts';
import type { Accepted } from './platforms.ts';

const NUMBER = '311-483-920-716';
const CITIZEN = '+50760000001';

function said(providerId: string, startedAt: number, more: Partial<Said> = {}): Said {
  const place = { channel: 'sms', account: 'a', address: CITIZEN, seq: null };
  return { ...place, providerId, text: 'hola', startedAt, ackedAt: startedAt + 1, ...more };
}

function sent(outboundId: string, body: string): Accepted {
  return { channel: 'sms', to: CITIZEN, outboundId, body };
}

function row(id: string, seq: number, turn: number | null): OutboundRow {
  return { id, conversation: 1, seq, turn, maybe_duplicate: 0, state: 'accepted', class: 'reply' };
}

/** A small run in which every promise held: one citizen, two messages, one case, one note. */
function evidence() {
  const ledger = createLedger();
  ledger.said.push(said('m1', 1), said('m2', 10));
  const seen = [{ seq: 4, text: `Su caso es ${NUMBER}`, from: 'bot' }];
  ledger.witnesses.push(
    {
      ...openWitness('sms', CITIZEN),
      ...{ summaries: 2, confirmed: 1, numbers: [NUMBER], seen },
    },
    { ...openWitness('web', 's'), seen: [{ seq: 2, text: 'Buenas', from: 'bot' }] },
  );
  ledger.operations.push({
    what: 'in_progress',
    marker: 'nota-1',
    target: NUMBER,
    acked: true,
    status: 200,
    isTold: true,
  });
  const places: Record<string, { conversation: number; seq: number; turn: number | null }> = {
    m1: { conversation: 1, seq: 1, turn: 1 },
    m2: { conversation: 1, seq: 3, turn: 2 },
  };
  const talk = [
    { seq: 1, from: 'citizen', turn: 1, text: 'hola' },
    { seq: 2, from: 'bot', turn: 1, text: 'Buenas' },
  ];
  return {
    places,
    talk,
    ...{
      ledger,
      accepted: [sent('o1', '¿Lo envio asi?'), sent('o2', `Su caso es ${NUMBER}`), sent('o3', 'nota-1')],
      unreached: new Set<string>(),
      unheard: 0,
    },
    messageOf: ({ providerId }: Said) => places[providerId] ?? null,
    outbound: new Map([
      ['o1', row('o1', 2, 1)],
      ['o2', row('o2', 4, 2)],
      ['o3', row('o3', 5, null)],
    ]),
    talks: new Map([['s', talk]]),
    cases: [{ number: NUMBER, address: CITIZEN, description: 'hola', notes: ['nota-1'] }],
    cutCalls: 1,
  } satisfies Evidence & Record<string, unknown>;
}

type Small = ReturnType<typeof evidence>;

function brokenIn(harm: (small: Small) => void): string[] {
  const small = evidence();
  harm(small);
  return checkAll(small)
    .filter(({ breaches }) => breaches.length > 0)
    .map(({ promise }) => promise.split(':')[0] ?? '');
}

describe('what is held against a run', () => {
  it('finds nothing where every promise held', () => {
    expect(brokenIn(() => {})).toEqual([]);
  });

  it.each<[string, string, (small: Small) => void]>([
    ['a lost message', 'no acknowledged message is lost', ({ places }) => delete places['m2']],
    [
      'an acknowledgement that was never given',
      'no acknowledged message is lost',
      ({ ledger }) => ledger.said.push(said('m3', 20)),
    ],
    [
      'a message nobody took up',
      'no acknowledged message is lost',
      ({ places }) => {
        places['m2'] = { conversation: 1, seq: 3, turn: null };
      },
    ],
    [
      'two messages in the wrong order',
      'no message overtakes another of its talk',
      ({ places }) => {
        places['m1'] = { conversation: 1, seq: 9, turn: 3 };
      },
    ],
    ['two replies in the wrong order', 'no reply overtakes another', ({ accepted }) => accepted.reverse()],
    [
      'a reply that overtook numbers for danger',
      'no reply overtakes another',
      ({ accepted, outbound }) => {
        accepted.reverse();
        outbound.set('o1', { ...row('o1', 2, 1), class: 'emergency' });
      },
    ],
    [
      'numbers for danger that overtook others',
      'no reply overtakes another',
      ({ accepted, outbound }) => {
        accepted.reverse();
        for (const [id, one] of outbound) outbound.set(id, { ...one, class: 'emergency' });
      },
    ],
    [
      'a reply nobody wrote',
      'no reply overtakes another',
      ({ accepted }) => accepted.push(sent('o9', 'hola')),
    ],
    [
      'a reply told twice in one turn',
      'no turn is taken twice or out of order',
      ({ talk }) => talk.push({ seq: 3, from: 'bot', turn: 1, text: 'Buenas' }),
    ],
    [
      'a second case',
      'no report became two cases',
      ({ cases }) =>
        cases.push({ number: '311-000-000-000', address: CITIZEN, description: 'hola', notes: [] }),
    ],
    [
      'a number that is nobody’s case',
      'no report became two cases',
      ({ cases }) => {
        cases.length = 0;
      },
    ],
    ['a message sent twice, unflagged', 'sent twice', ({ accepted }) => accepted.push(sent('o3', 'nota-1 '))],
    [
      'a note written twice',
      'no operation is done twice or forgotten',
      ({ cases }) => cases[0]?.notes.push('nota-1'),
    ],
    ['a note forgotten', 'no operation is done twice or forgotten', ({ cases }) => cases[0]?.notes.pop()],
    ['a notice never sent', 'no operation is done twice or forgotten', ({ accepted }) => accepted.pop()],
    [
      'news that was told by two roads',
      'no operation is done twice or forgotten',
      ({ accepted, outbound }) => {
        accepted.push({ ...sent('o4', 'nota-1'), channel: 'whatsapp', to: 'PA.1' });
        outbound.set('o4', { ...row('o4', 1, null), conversation: 2 });
      },
    ],
    ['a line that was shown and is gone', 'what a reader saw stands', ({ talk }) => talk.pop()],
  ])('finds %s', (_what, promise, harm) => {
    expect(brokenIn(harm)).toContain(promise);
  });

  it('lets a question be asked again where a talk is given back', () => {
    const again = ({ accepted, outbound }: Small): void => {
      accepted.push({ ...sent('o5', 'Sigue con usted el asistente automatico del 311.\nnota-1') });
      outbound.set('o5', row('o5', 9, null));
    };
    expect(brokenIn(again)).not.toContain('no operation is done twice or forgotten');
  });

  it('lets a yes to another question confirm the summary it crosses, and no other', () => {
    const second = ({ cases }: Small): void =>
      void cases.push({ number: '311-000-000-000', address: CITIZEN, description: 'hola', notes: [] });
    const crossed = (otherYeses: number, summaries: number) => (small: Small) => {
      second(small);
      Object.assign(small.ledger.witnesses[0] ?? {}, { otherYeses, summaries });
    };
    expect(brokenIn(crossed(1, 2))).toEqual([]);
    expect(brokenIn(crossed(1, 1))).toContain('no report became two cases');
  });

  it('lets numbers for danger overtake replies that waited', () => {
    const early = ({ accepted, outbound }: Small): void => {
      accepted.unshift(...accepted.splice(1, 1));
      outbound.set('o2', { ...row('o2', 4, 2), class: 'emergency' });
    };
    expect(brokenIn(early)).toEqual([]);
  });

  it('expects no news where the ledger says that it did not arrive, and a second road takes it once', () => {
    const unreached = (small: Small): void => {
      small.accepted.splice(2);
      small.unreached.add(NUMBER);
    };
    expect(brokenIn(unreached)).toEqual([]);
    const carriedOn = (small: Small): void => {
      unreached(small);
      small.accepted.push({ ...sent('o4', 'nota-1'), to: '+50765000001' });
      small.outbound.set('o4', { ...row('o4', 1, null), conversation: 2 });
    };
    expect(brokenIn(carriedOn)).toEqual([]);
    expect(
      brokenIn(small => {
        carriedOn(small);
        small.accepted.push({ ...sent('o5', 'nota-1'), to: '+50765000002' });
        small.outbound.set('o5', { ...row('o5', 1, null), conversation: 3 });
      }),
    ).toEqual(['no operation is done twice or forgotten']);
  });

  it('knows by the words which of ours a platform took that is told no id', () => {
    const taken = ['hola', 'sí', 'hola', 'hola', 'otra'].map(body => ({
      ...sent('', body),
      outboundId: null,
    }));
    const lines = [
      { text: 'hola', row: { ...row('o1', 2, 1), maybe_duplicate: 1 } },
      { text: 'sí', row: row('o2', 3, 1) },
      { text: 'hola', row: row('o3', 5, 2) },
    ];
    const found = new Map(matched(taken, lines));
    expect(taken.map(one => found.get(one))).toEqual(['o1', 'o2', 'o1', 'o3', null]);
  });

  it('bounds repeated sends by the calls that kills cut off', () => {
    const flagged = (small: Small): void => {
      small.accepted.push(sent('o3', 'nota-1 '));
      small.outbound.set('o3', { ...row('o3', 5, null), maybe_duplicate: 1 });
    };
    expect(brokenIn(flagged)).toEqual([]);
    expect(
      brokenIn(small => {
        flagged(small);
        small.cutCalls = 0;
      }),
    ).toEqual(['sent twice']);
  });
});

describe('the plan of a seed', () => {
  it('is the same for the same seed and another for another', () => {
    expect(planOf(7, 300)).toEqual(planOf(7, 300));
    expect(planOf(7, 300)).not.toEqual(planOf(8, 300));
  });

  it('strikes half from outside and at every fail point, its clock never going back', () => {
    const lives = planOf(7, 300);
    const struck = new Set(lives.flatMap(({ strike }) => (strike.kind === 'point' ? [strike.point] : [])));
    expect([lives.length, [...struck].sort()]).toEqual([300, [...FAIL_POINTS].sort()]);
    expect(lives.filter(({ strike }) => strike.kind === 'outside')).toHaveLength(150);
    expect(lives.map(({ aheadMs }) => aheadMs)).toEqual(
      lives.map(({ aheadMs }) => aheadMs).sort((a, b) => a - b),
    );
  });

  it('of points of one sort alone strikes each of them, however few its kills are', () => {
    const lives = planOf(3, 10, 'parked');
    const struck = new Set(lives.flatMap(({ strike }) => (strike.kind === 'point' ? [strike.point] : [])));
    const wanted = FAIL_POINTS.filter(name => name.startsWith('parked') || name.startsWith('clock'));
    expect([lives.length, [...struck].sort()]).toEqual([10, [...wanted].sort()]);
    expect(planOf(3, 1, 'parked').length).toBeGreaterThan(4);
    expect(() => planOf(3, 10, 'parcked')).toThrow('no fail point begins with "parcked"');
  });

  it('knows every fail point of the product', () => {
    const src = path.join(PROJECT_ROOT, 'src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    );
    const text = files.map(name => readFileSync(path.join(src, name), 'utf8')).join('\n');
    const found = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(match => match[1] ?? '');
    const named = found(/failPoint\?\.\('([^']+)'\)/g);
    const ends = new Set(found(/failPoint\?\.\(`\$\{name\}:([^`]+)`\)/g));
    const jobs = ['turn', 'deliver'];
    const changes = [...found(/\bname: '([a-z]+)'/g), ...found(/(?:move|decide)\(deps, id, '([a-z-]+)'/g)];
    const members = changes.filter(
      name => !jobs.includes(name) && FAIL_POINTS.some(point => point.startsWith(`${name}:`)),
    );
    const all = members.flatMap(name => [...ends].map(end => `${name}:${end}`));
    expect(new Set([...named, ...all])).toEqual(new Set(FAIL_POINTS));
    // A new commit of a case or a talk has a name of its own: it belongs into the plan.
    const commits = found(/\bname: '([a-z]+)',?\n\s+(?:find|decide)/g);
    expect(commits.filter(name => !members.includes(name))).toEqual([]);
  });
});
