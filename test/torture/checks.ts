import type { Ledger, Operation, Said, Witness } from './ledger.ts';
import type { MessageRow, OutboundRow } from './peek.ts';
import type { Accepted } from './platforms.ts';

/** One promise held against what was seen: what was looked at, and each breach in words. */
export interface Held {
  promise: string;
  looked: number;
  breaches: string[];
}

/** What is compared: the outside record, and rows of the store found by outside ids. */
export interface Evidence {
  ledger: Ledger;
  /** Accepted by the platforms, of each in its order. */
  accepted: Accepted[];
  /** Cases with news of which the ledger says that it did not arrive, or that nobody knows. */
  unreached: Set<string>;
  /** Words of people that the store says were not sent: a clock was set ahead, and a window had closed. */
  unheard: number;
  messageOf: (said: Said) => MessageRow | null;
  outbound: Map<string, OutboundRow>;
  /** Every talk of the web as it reads at the end. */
  talks: Map<string, TalkLine[]>;
  /** Cases the API lists, and per citizen's address. */
  cases: CaseSeen[];
  /** Calls to the platform that kills cut off. */
  cutCalls: number;
}

/** A line of a web talk. */
export interface TalkLine {
  seq: number;
  from: string;
  turn: number | null;
  text: string;
}

/** A case as the API shows it. */
export interface CaseSeen {
  number: string;
  address: string | null;
  description: string;
  notes: string[];
}

/** Holds everything seen outside against what the service promises. */
export function checkAll(evidence: Evidence): Held[] {
  return [
    lostMessages(evidence),
    order(evidence),
    replyOrder(evidence),
    turns(evidence),
    duplicateCases(evidence),
    duplicateSends(evidence),
    operations(evidence),
    talksStand(evidence),
    {
      promise: 'answers seen at once were lawful',
      looked: evidence.ledger.said.length,
      breaches: evidence.ledger.breaches,
    },
  ];
}

function lostMessages({ ledger, messageOf }: Evidence): Held {
  const acked = ledger.said.filter(({ ackedAt }) => ackedAt !== null);
  const breaches = acked.flatMap(said => {
    const row = messageOf(said);
    if (row === null) return [`${said.channel} ${said.providerId} is not stored`];
    if (row.turn === null) return [`${said.channel} ${said.providerId} was never taken up`];
    return said.seq !== null && said.seq !== row.seq ? [`${said.providerId} is at another place`] : [];
  });
  return { promise: 'no acknowledged message is lost', looked: acked.length, breaches };
}

/** Words acknowledged before other words began stand before them, and are taken up no later. */
function order({ ledger, messageOf }: Evidence): Held {
  const breaches: string[] = [];
  for (const said of grouped(ledger.said, ({ address }) => address).values()) {
    const rows = said.flatMap(one => {
      const row = messageOf(one);
      return row ? [{ ...one, ...row, place: row.seq }] : [];
    });
    for (const later of rows) {
      const before = rows.filter(({ ackedAt }) => ackedAt !== null && ackedAt <= later.startedAt);
      const wrong = before.some(
        ({ place, turn }) => place >= later.place || (turn ?? 0) > (later.turn ?? Infinity),
      );
      if (wrong) breaches.push(`${later.channel} ${later.providerId} overtook an earlier message`);
    }
  }
  return { promise: 'no message overtakes another of its talk', looked: ledger.said.length, breaches };
}

/** The platform accepted each talk's messages in the order the talk has them; numbers for danger go before what waits. */
function replyOrder({ accepted, outbound }: Evidence): Held {
  const breaches: string[] = [];
  for (const [to, messages] of grouped(accepted, ({ to }) => to)) {
    let last = 0;
    let lastOrdinary = 0;
    const seen = new Set<string>();
    for (const { outboundId } of messages) {
      const row = outbound.get(outboundId ?? '');
      if (!row) breaches.push(`${to} got a message the store does not know`);
      if (!row || seen.has(row.id)) continue;
      seen.add(row.id);
      const isUrgent = row.class === 'emergency';
      const before = isUrgent ? last : lastOrdinary;
      if (row.seq < before) breaches.push(`${to} got number ${row.seq} after ${before}`);
      last = Math.max(last, row.seq);
      if (!isUrgent) lastOrdinary = Math.max(lastOrdinary, row.seq);
    }
  }
  return { promise: 'no reply overtakes another', looked: accepted.length, breaches };
}

/** Each turn consumed something, and said nothing twice. */
function turns({ talks }: Evidence): Held {
  const breaches: string[] = [];
  let looked = 0;
  for (const [session, lines] of talks) {
    for (const [turn, said] of grouped(
      lines.filter(({ turn }) => turn !== null),
      ({ turn }) => turn,
    )) {
      looked += 1;
      const texts = said.filter(({ from }) => from === 'bot').map(({ text }) => text);
      if (new Set(texts).size !== texts.length)
        breaches.push(`${session} was told the same twice in turn ${turn}`);
    }
    const citizens = lines.filter(({ from }) => from === 'citizen').map(({ turn }) => turn ?? Infinity);
    if (citizens.some((turn, i) => turn < (citizens[i - 1] ?? 0)))
      breaches.push(`${session} was read out of order`);
  }
  return { promise: 'no turn is taken twice or out of order', looked, breaches };
}

/** No more cases than summaries that were confirmed, and no number told that is no case of theirs. */
function duplicateCases({ ledger, cases }: Evidence): Held {
  const breaches: string[] = [];
  const byAddress = grouped(
    cases.filter(({ address }) => address !== null),
    ({ address }) => address,
  );
  for (const { address, confirmed, summaries, otherYeses, channel, seen } of ledger.witnesses) {
    const found = byAddress.get(address)?.map(({ number }) => number) ?? [];
    const told = new Set(
      seen.filter(({ from }) => from !== 'citizen').flatMap(({ text }) => numbersIn(text)),
    );
    const agreed = confirmed + Math.min(summaries - confirmed, otherYeses);
    if (found.length > agreed)
      breaches.push(
        `${channel} ${address}: ${found.length} cases of ${agreed} summaries: ${talkWith(ledger, address, seen)}`,
      );
    const wrong = [...told].filter(number => !found.includes(number));
    if (wrong.length > 0)
      breaches.push(`${channel} ${address} was told ${wrong[0]}, which is no case of theirs`);
  }
  const calls = ledger.operations.filter(({ what }) => what === 'open');
  for (const { marker, acked, target } of calls) {
    const found = cases.filter(({ description }) => description.includes(marker));
    if (found.length > 1 || (acked && found[0]?.number !== target))
      breaches.push(`${marker}: ${found.length} cases`);
  }
  const numbers = new Set(cases.map(({ number }) => number));
  if (numbers.size !== cases.length) breaches.push('a number was given twice');
  return { promise: 'no report became two cases', looked: cases.length, breaches };
}

/** What an invented citizen said, and what they read, a few words of each: without it nobody can tell how it came. */
function talkWith({ said }: Evidence['ledger'], address: string, seen: readonly { text: string }[]): string {
  const begin = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);
  const own = said.filter(one => one.address === address).map(({ text }) => begin(text));
  return JSON.stringify({ said: own, read: seen.map(({ text }) => begin(text)) });
}

function numbersIn(text: string): string[] {
  return text.match(/\b311(?:-\d{3}){3}\b/g) ?? [];
}

/** More than one acceptance of one outbound: no more than calls cut off by kills, each flagged. */
function duplicateSends({ ledger, accepted, outbound, cutCalls }: Evidence): Held {
  const breaches: string[] = [];
  const again = [...grouped(accepted, ({ outboundId }) => outboundId)].filter(([, all]) => all.length > 1);
  for (const [id, all] of again) {
    if (outbound.get(id ?? '')?.maybe_duplicate !== 1)
      breaches.push(`${id} was sent ${all.length} times, unflagged`);
  }
  const extra = again.reduce((sum, [, all]) => sum + all.length - 1, 0);
  const lost = cutCalls + ledger.unreadable;
  if (extra > lost) breaches.push(`${extra} repeated sends, but only ${lost} calls were cut off`);
  return {
    promise: `sent twice: only after a cut call, flagged (${extra} of ${lost} cut calls)`,
    looked: accepted.length,
    breaches,
  };
}

/** Who gives a talk back to the bot has its open question asked once more. */
const GIVEN_BACK = /^Sigue con usted el asistente autom[aá]tico/;

/** What an operator wrote stands once in the case, and reached the citizen once by whatever road, or the ledger says why not. */
function operations(evidence: Evidence): Held {
  const { ledger, cases, accepted, unreached, outbound, talks } = evidence;
  let unheard = evidence.unheard;
  const lines = [...talks.values()].flat().filter(({ from, turn }) => from !== 'citizen' && turn === null);
  const sent = [...new Map(accepted.map(message => [message.outboundId, message.body]))];
  const notices = sent.filter(([id]) => outbound.get(id ?? '')?.turn === null).map(([, body]) => body);
  const told = [...lines.map(({ text }) => text), ...notices];
  const byNumber = new Map(cases.map(seen => [seen.number, seen]));
  const changes = ledger.operations.filter(({ what }) => what !== 'open');
  const breaches = changes.flatMap(operation => {
    const inCase = byNumber.get(operation.target)?.notes.filter(note => note.includes(operation.marker));
    const toCitizen = told.filter(text => text.includes(operation.marker) && !GIVEN_BACK.test(text)).length;
    const isMissing = operation.isTold && operation.acked && toCitizen === 0;
    const isSaidSo = unreached.has(operation.target) || (operation.what === 'say' && unheard > 0);
    if (isMissing && operation.what === 'say') unheard -= 1;
    return [
      ...faultsOf(operation, inCase?.length ?? null),
      ...(toCitizen > 1 || (isMissing && !isSaidSo)
        ? [`${operation.what} "${operation.marker}" (${operation.status}) was told ${toCitizen} times`]
        : []),
    ];
  });
  return { promise: 'no operation is done twice or forgotten', looked: ledger.operations.length, breaches };
}

function faultsOf({ what, marker, acked, status }: Operation, inCase: number | null): string[] {
  const faults: string[] = [];
  const refused = status !== null && status >= 400;
  // Given to the body that has it already, a case stays as it is.
  const least = acked && what !== 'assign' ? 1 : 0;
  if (inCase !== null && (inCase > 1 || inCase < least || (refused && inCase > 0))) {
    faults.push(`${what} "${marker}" (${status}) stands ${inCase} times in its case`);
  }
  return faults;
}

/** What a reader was shown once stands in the talk for ever. */
function talksStand({ ledger, talks }: Evidence): Held {
  const breaches: string[] = [];
  let looked = 0;
  for (const { address, seen } of ledger.witnesses.filter(({ channel }) => channel === 'web')) {
    const lines = new Map(talks.get(address)?.map(line => [line.seq, line]));
    for (const line of seen) {
      looked += 1;
      const now = lines.get(line.seq);
      if (now?.text !== line.text || now.from !== line.from)
        breaches.push(`${address} saw another line ${line.seq}`);
    }
    const seqs = seen.map(({ seq }) => seq);
    if (new Set(seqs).size !== seqs.length) breaches.push(`${address} was shown a line twice`);
  }
  return { promise: 'what a reader saw stands', looked, breaches };
}

/** Things by what they share, in their order. */
export function grouped<T, K>(things: T[], by: (thing: T) => K): Map<K, T[]> {
  return Map.groupBy(things, by);
}

/** How the witnesses of a channel fared, for the table. */
export function talked(witnesses: Witness[], channel: string): number {
  return witnesses.filter(witness => witness.channel === channel).length;
}
