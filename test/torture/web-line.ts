import { setTimeout as pause } from 'node:timers/promises';
import type { TalkItem } from '../../src/web/talk.ts';
import { openWitness, type Said, type Witness } from './ledger.ts';
import { acknowledged, answered, createInbox, type Inbox, type Line } from './line.ts';
import { type Answer, call, chanceFor, insist, stormsOf, type World } from './world.ts';

const LONG_POLL_SECONDS = 4;

/** A citizen on the web: keeps its session, repeats what was not acknowledged, reads by long poll. */
export async function openWebLine(world: World, name: string): Promise<{ line: Line; witness: Witness }> {
  const made = await insist(world, () => call(world, '/chat/sessions', { method: 'POST' }));
  const { session, token } = (made?.body ?? { session: '', token: '' }) as { session: string; token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const witness = openWitness('web', session);
  witness.transcript = () => wholeTalk(world, headers);
  const inbox = createInbox(world.ending, witness);
  const closing = new AbortController();
  void listen(world, { headers, witness, inbox, closing: closing.signal });
  const chance = chanceFor(world, 'web', name);
  let ids = 0;
  const line: Line = {
    channel: 'web',
    address: session,
    say: async words => {
      ids += 1;
      const said = note(world, session, `${session}:w${ids}`, words.text);
      const body = JSON.stringify({
        id: `w${ids}`,
        ...(words.choice ? { choice: words.choice } : { text: words.text }),
      });
      const post = () => call(world, '/chat/messages', { method: 'POST', headers, body });
      world.repeats.set(said, async () => sameAgain(world, said, await insist(world, post)));
      if (chance.yes(stormsOf(world))) await storm(world, said, post);
      accept(world, said, await insist(world, post));
    },
    next: inbox.next,
    close: () => closing.abort(),
  };
  return { line, witness };
}

function note({ ledger }: World, address: string, providerId: string, text: string): Said {
  const said: Said = {
    ...{ channel: 'web', account: '', address, providerId, text },
    ...{ startedAt: performance.now(), ackedAt: null, seq: null },
  };
  ledger.said.push(said);
  return said;
}

function accept(world: World, said: Said, answer: Answer | null): void {
  if (!answer) return;
  const { breaches } = world.ledger;
  if (answer.status !== 200 && answer.status !== 202) {
    breaches.push(`web message ${said.providerId} was answered ${answer.status}`);
    return;
  }
  const seq = answer.body?.seq as number;
  if (said.seq !== null && said.seq !== seq) breaches.push(`${said.providerId} has two places`);
  said.seq = seq;
  acknowledged(world, said);
}

/** Told again, it is at the place it has, and is never new. */
function sameAgain({ ledger }: World, said: Said, answer: Answer | null): boolean {
  const seq = answer?.body?.seq as number | undefined;
  const isSame = answer?.status === 200 && (said.seq === null || seq === said.seq);
  if (answer && !isSame) ledger.breaches.push(`${said.providerId} again: ${answer.status}, place ${seq}`);
  return isSame;
}

/** The same message five times at once: one row, one place, at most one 202. */
async function storm(world: World, said: Said, post: () => Promise<Answer | null>): Promise<void> {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(post));
  world.ledger.redelivered += 4;
  const taken = answers.filter(answer => answer !== null && answer.status < 300);
  for (const answer of taken) accept(world, said, answer);
  if (taken.filter(answer => answer?.status === 202).length > 1) {
    world.ledger.breaches.push(`${said.providerId} was new twice`);
  }
}

interface Reader {
  headers: Record<string, string>;
  witness: Witness;
  inbox: Inbox;
  closing: AbortSignal;
}

async function listen(world: World, { headers, witness, inbox, closing }: Reader): Promise<void> {
  const signal = AbortSignal.any([closing, world.ending]);
  while (!signal.aborted) {
    const after = witness.seen.at(-1)?.seq ?? 0;
    const path = `/chat/messages?after=${after}&wait=${LONG_POLL_SECONDS}`;
    const items = await fetch(`${world.url}${path}`, { headers, signal })
      .then(async response => ((await response.json()) as { messages: TalkItem[] }).messages)
      .catch(() => null);
    if (items === null) await pause(80);
    for (const item of items ?? []) see(world, witness, inbox, item);
  }
}

function see(world: World, witness: Witness, inbox: Inbox, item: TalkItem): void {
  const { seq, text, from, asks, case: number = null, choices } = item;
  witness.seen.push({ seq, text, from });
  if (from === 'citizen') return;
  answered(world, 'web', witness.address);
  inbox.put({ text, asks, case: number, choices: choices.map(({ value }) => value) });
}

async function wholeTalk(world: World, headers: Record<string, string>): Promise<TalkItem[]> {
  const all: TalkItem[] = [];
  for (;;) {
    const answer = await call(world, `/chat/messages?after=${all.at(-1)?.seq ?? 0}`, { headers });
    const items = (answer?.body?.messages ?? []) as TalkItem[];
    if (items.length === 0) return all;
    all.push(...items);
  }
}
