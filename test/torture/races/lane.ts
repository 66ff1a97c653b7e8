import { setTimeout as pause } from 'node:timers/promises';
import type { TalkItem } from '../../../src/web/talk.ts';
import type { Chance } from '../chance.ts';
import type { Desk, Pair } from './desks.ts';
import type { Kind, Line, Op, Race } from './history.ts';

/** What everybody who races shares. */
export interface Table {
  pair: Pair;
  races: Race[];
  ops: Op[];
}

/** One citizen on the web with one talk and one case. */
export interface Lane {
  table: Table;
  chance: Chance;
  session: string;
  token: string;
  talk: string;
  caseId: string;
  number: string;
  /** Messages said so far. */
  said: number;
}

const PATIENCE_MS = 60_000;

/** A citizen who has said nothing yet. */
export async function openLane(table: Table, chance: Chance): Promise<Lane> {
  const [{ url }] = table.pair.desks;
  const made = await fetch(`${url}/chat/sessions`, { method: 'POST' });
  const { session, token } = (await made.json()) as { session: string; token: string };
  return { table, chance, session, token, talk: '', caseId: '', number: '', said: 0 };
}

/** Runs what concerns a lane's talk and case as one race, until all words of it are taken up. */
export async function race(lane: Lane, kind: Kind, run: (n: number) => Promise<unknown>): Promise<void> {
  const { table, session } = lane;
  const n = table.races.length + 1;
  const own: Race = {
    n,
    kind,
    session,
    talk: '',
    caseId: '',
    number: '',
    began: Date.now(),
    ended: Infinity,
  };
  table.races.push(own);
  await run(n);
  await settled(lane);
  const { talk, caseId, number } = lane;
  Object.assign(own, { talk, caseId, number, ended: Date.now() });
}

type Asked = Pick<Op, 'what' | 'marker'> & Partial<Op>;

/** Notes what is asked for and what came of it: a 2xx is `ok`, any other answer but a 5xx `fail`. */
export async function asked(
  lane: Lane,
  n: number,
  op: Asked,
  ask: (op: Op) => Promise<{ status: number; seq?: number | null } | null>,
): Promise<Op> {
  const { session, number, table } = lane;
  const noted: Op = {
    ...{ race: n, session, number, status: null, id: null, isHeld: false, seq: null, outcome: 'unknown' },
    ...{ invoked: performance.timeOrigin + performance.now(), ended: Infinity },
    ...op,
  };
  table.ops.push(noted);
  const answer = await ask(noted).catch(() => null);
  noted.ended = performance.timeOrigin + performance.now();
  if (answer !== null && answer.status < 500) noted.outcome = answer.status < 300 ? 'ok' : 'fail';
  noted.seq = answer?.seq ?? null;
  return noted;
}

/** The citizen says something; both desks look at once. */
export function says(lane: Lane, n: number, words: { text?: string; choice?: string }, isHeld = false) {
  lane.said += 1;
  const id = `w${lane.said}`;
  const marker = markerOf(n, lane.said);
  const text = words.text === undefined ? {} : { text: `${words.text} ${marker}` };
  return asked(lane, n, { what: 'says', marker, id, isHeld }, async () => {
    const [desk, other] = lane.chance.shuffled(lane.table.pair.desks) as [Desk, Desk];
    const answer = await fetch(`${desk.url}/chat/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lane.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id, ...words, ...text }),
    });
    const { seq } = (await answer.json()) as { seq: number };
    for (const one of lane.talk === '' ? [] : [desk, other]) one.wake(lane.talk);
    return { status: answer.status, seq };
  });
}

/** Stands in no other marker. */
export function markerOf(n: number, part: number | string): string {
  return `k${n}q${part}k`;
}

/** Waits until no word of the citizen waits for a turn. */
export async function settled({ table, talk, session }: Lane): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const id = talk || (await conversationOf(table, session));
    if (id !== null && (await table.pair.store.load(id, 1))?.messages.length === 0) return;
    await pause(table.pair.lookMs);
  }
  throw new Error('words were not taken up in time');
}

/** The talk of a session; null: none has begun. */
export async function conversationOf({ pair }: Pick<Table, 'pair'>, session: string): Promise<string | null> {
  const key = { channel: 'web', account: '', address: session };
  return (await pair.store.conversationOf(key))?.id ?? null;
}

/** Everything of a talk after a line, as the citizen reads it. */
export async function read({ table, token }: Lane, after = 0): Promise<(Line & TalkItem)[]> {
  const all: (Line & TalkItem)[] = [];
  for (;;) {
    const url = `${table.pair.desks[0].url}/chat/messages?after=${all.at(-1)?.seq ?? after}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const { messages } = (await answer.json()) as { messages: TalkItem[] };
    if (messages.length === 0) return all;
    all.push(...messages);
  }
}
