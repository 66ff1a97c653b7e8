import { beforeAll, describe, expect, it } from 'vitest';
import { createLedger, type Said } from '../ledger.ts';
import type { MessageRow, OutboundRow } from '../peek.ts';
import type { Accepted } from '../platforms.ts';
import { type RedeliveryOutcome, redeliver } from './redelivery.ts';
import { checkRepeats } from './redelivery-checks.ts';
import { breachesOf } from './redelivery-report.ts';

const SEED = 311;
const MESSAGES = 40;

function message(seq: number, turn: number): MessageRow {
  return { conversation: 1, seq, turn };
}

function answer(id: string, turn: number | null): OutboundRow {
  return { id, conversation: 1, seq: 9, turn, maybe_duplicate: 0, state: 'accepted', class: 'reply' };
}

/** Two messages with an answer each, as they stood before and after everything was said again. */
function repeated() {
  const said = (providerId: string): Said => {
    const place = { channel: 'sms', account: 'a', address: 'b', seq: null };
    return { ...place, providerId, text: 'hola', startedAt: 1, ackedAt: 2 };
  };
  const rows = () => ({
    messages: new Map([
      ['m1', message(1, 1)],
      ['m2', message(3, 2)],
    ]),
    outbound: new Map([
      ['o1', answer('o1', 1)],
      ['o2', answer('o2', 2)],
    ]),
  });
  const [before, after] = [rows(), rows()];
  // What a clock said meanwhile: a turn of its own, or none.
  after.outbound.set('nudge', answer('nudge', 3)).set('news', answer('news', null));
  const ledger = createLedger();
  ledger.said.push(said('m1'), said('m2'));
  const sent = (outboundId: string): Accepted => ({ channel: 'sms', to: 'b', outboundId, body: 'x' });
  const accepted = [sent('o1'), sent('o2'), sent('nudge')];
  const messageOf = ({ providerId }: Said) => after.messages.get(providerId) ?? null;
  return { before, after, sent, evidence: { ledger, accepted, messageOf } };
}

type Planted = ReturnType<typeof repeated>;

const PLANTED: [string, (planted: Planted) => void, string][] = [
  ['a second row', ({ after }) => after.messages.set('m3', message(5, 3)), 'there are 1 rows more'],
  ['a row that is gone', ({ after }) => after.messages.delete('m2'), 'sms m2 has none'],
  [
    'another turn',
    ({ after }) => after.messages.set('m2', message(3, 4)),
    'm2 was in turn 2 of 1, and is in 4',
  ],
  ['another place', ({ after }) => after.messages.set('m2', message(4, 2)), 'm2 was in turn 2'],
  [
    'a second answer',
    ({ after }) => after.outbound.set('o3', answer('o3', 2)),
    'turn 1.2 said something more',
  ],
  ['an answer that is gone', ({ after }) => after.outbound.delete('o1'), 'o1 is gone'],
  ['an answer sent again', ({ evidence, sent }) => evidence.accepted.push(sent('o2')), 'o2 was sent 2 times'],
];

describe('what is looked for when everything is said again', () => {
  it('is not found where each has one row, one turn and one answer', () => {
    expect(checkRepeats(repeated()).flatMap(({ breaches }) => breaches)).toEqual([]);
  });

  it.each(PLANTED)('is found when planted: %s', (_name, plant, found) => {
    const planted = repeated();
    plant(planted);
    const breaches = checkRepeats(planted).flatMap(({ breaches }) => breaches);
    expect(breaches.join('\n')).toContain(found);
  });
});

describe(`messages that come eight times each (seed ${SEED})`, () => {
  let outcome: RedeliveryOutcome;
  beforeAll(async () => {
    outcome = await redeliver({ profile: 'embedded', seed: SEED, messages: MESSAGES, say: () => {} });
  }, 900_000);

  it('have one row, one turn and one answer, also after a restart and eight days', () => {
    expect(breachesOf(outcome)).toEqual([]);
    const again = outcome.rounds.slice(1).map(({ acknowledged }) => acknowledged);
    expect(again).toEqual(Array(3).fill(outcome.messages));
    expect(outcome.messages).toBeGreaterThanOrEqual(MESSAGES);
  });
});
