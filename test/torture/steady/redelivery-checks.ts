import type { Evidence, Held } from '../checks.ts';
import type { MessageRow, OutboundRow } from '../peek.ts';

/** What stood in the store at a moment. */
export interface Rows {
  /** By the keyed hash of the platform's id. */
  messages: Map<string, MessageRow>;
  outbound: Map<string, OutboundRow>;
}

/** What stood before everything was said again, and after. */
export interface Repeated {
  before: Rows;
  after: Rows;
  evidence: Pick<Evidence, 'ledger' | 'accepted' | 'messageOf'>;
}

/** A message said again is no other row, has no other turn and no other answer, whatever clocks did meanwhile. */
export function checkRepeats(repeated: Repeated): Held[] {
  return [oneRow(repeated), sameRow(repeated), sameReplies(repeated), sentOnce(repeated)];
}

function oneRow({ after, evidence: { ledger, messageOf } }: Repeated): Held {
  const missing = ledger.said.filter(said => messageOf(said) === null);
  const extra = after.messages.size - (ledger.said.length - missing.length);
  return {
    promise: 'each message has one row',
    looked: ledger.said.length,
    breaches: [
      ...missing.map(({ channel, providerId }) => `${channel} ${providerId} has none`),
      ...(extra > 0 ? [`there are ${extra} rows more than messages`] : []),
    ],
  };
}

function sameRow({ before, after }: Repeated): Held {
  const breaches = [...before.messages].flatMap(([hash, was]) => {
    const is = after.messages.get(hash);
    const isSame = is?.conversation === was.conversation && is.seq === was.seq && is.turn === was.turn;
    return isSame ? [] : [`${hash} was in turn ${was.turn} of ${was.conversation}, and is in ${is?.turn}`];
  });
  return { promise: 'each keeps its place and its turn', looked: before.messages.size, breaches };
}

/** A turn that took words up: `conversation.turn`. */
function turnOf({ conversation, turn }: MessageRow | OutboundRow): string {
  return `${conversation}.${turn}`;
}

/** What the turns that took words up said is what they said before; only clocks and notices said more. */
function sameReplies({ before, after }: Repeated): Held {
  const taken = new Set([...after.messages.values()].map(turnOf));
  const more = [...after.outbound.values()].filter(
    row => row.turn !== null && taken.has(turnOf(row)) && !before.outbound.has(row.id),
  );
  const gone = [...before.outbound.keys()].filter(id => !after.outbound.has(id));
  return {
    promise: 'each turn has the answer it had',
    looked: before.outbound.size,
    breaches: [
      ...more.map(row => `turn ${turnOf(row)} said something more`),
      ...gone.map(id => `${id} is gone`),
    ],
  };
}

function sentOnce({ before, evidence: { accepted } }: Repeated): Held {
  const own = accepted.filter(({ outboundId }) => before.outbound.has(outboundId ?? ''));
  const twice = [...Map.groupBy(own, ({ outboundId }) => outboundId)].filter(([, all]) => all.length > 1);
  const breaches = twice.map(([id, all]) => `${id} was sent ${all.length} times`);
  return { promise: 'each answer was sent once', looked: own.length, breaches };
}
