import path from 'node:path';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { type Finding, verify } from '../../src/storage/verify.ts';
import { createVault, type Vault } from '../../src/vault.ts';
import { type CaseSeen, type Evidence, grouped, type TalkLine } from './checks.ts';
import type { Said } from './ledger.ts';
import {
  type MessageRow,
  messagesIn,
  type OutboundRow,
  outboundIn,
  peek,
  talksIn,
  unheardIn,
} from './peek.ts';
import type { Accepted } from './platforms.ts';
import { callApi, type World } from './world.ts';

/** The database of a data folder. */
export function databaseIn(folder: string): string {
  return path.join(folder, 'ventanilla.db');
}

/** Collects what the service shows of itself at the end, and what its file holds. */
export async function collect(world: World, folder: string, cutCalls: number): Promise<Evidence> {
  const cases = await allCases(world);
  const talks = new Map<string, TalkLine[]>();
  for (const { address, transcript } of world.ledger.witnesses) {
    if (transcript) talks.set(address, (await transcript()) as TalkLine[]);
  }
  const rows = peek(databaseIn(folder), messagesIn);
  const outbound = peek(databaseIn(folder), outboundIn);
  const named = await nameTelegram(world, folder, outbound);
  return {
    ...{ ledger: world.ledger, accepted: named, talks, cases, cutCalls, outbound },
    messageOf: messageFinder(vaultOf(folder), rows),
    unreached: await unreachedIn(world, cases),
    unheard: peek(databaseIn(folder), unheardIn),
  };
}

/** The cases of which the ledger says that some news did not arrive. */
async function unreachedIn(world: World, cases: CaseSeen[]): Promise<Set<string>> {
  const numbers = new Set<string>();
  for (const { number } of cases) {
    const answer = await callApi(world, 'GET', `/cases/${number}/deliveries`);
    const ledger = (answer?.body?.ledger ?? []) as { outcome: string }[];
    if (ledger.some(({ outcome }) => outcome === 'failed' || outcome === 'unknown')) numbers.add(number);
  }
  return numbers;
}

/** Telegram is told no id of ours: which of the office's words it took is known by the words themselves. */
async function nameTelegram(
  world: World,
  folder: string,
  outbound: Map<string, OutboundRow>,
): Promise<Accepted[]> {
  const { accepted } = world.platforms;
  const ids = new Map<Accepted, string | null>();
  const rowAt = new Map([...outbound.values()].map(row => [`${row.conversation}.${row.seq}`, row]));
  const byChat = grouped(
    accepted.filter(({ channel }) => channel === 'telegram'),
    ({ to }) => to,
  );
  const talks = peek(databaseIn(folder), db => talksIn(db, 'telegram'));
  for (const [id, key] of talks) {
    const { address, said } = await talkOf(world, id);
    const lines = said.flatMap(({ seq, text }) => {
      const row = rowAt.get(`${key}.${seq}`);
      return row ? [{ text, row }] : [];
    });
    for (const [one, row] of matched(byChat.get(address) ?? [], lines)) ids.set(one, row);
  }
  return accepted.map(one =>
    one.channel === 'telegram' ? { ...one, outboundId: ids.get(one) ?? null } : one,
  );
}

/** Everything that was said to somebody. */
async function talkOf(
  world: World,
  id: string,
): Promise<{ address: string; said: { seq: number; text: string }[] }> {
  const talk = await callApi(world, 'GET', `/conversations/${id}`);
  const said: { seq: number; text: string; from: string }[] = [];
  for (;;) {
    const page = await callApi(world, 'GET', `/conversations/${id}/messages?after=${said.at(-1)?.seq ?? 0}`);
    const more = (page?.body?.messages ?? []) as typeof said;
    if (more.length === 0) break;
    said.push(...more);
  }
  return { address: String(talk?.body?.address), said: said.filter(({ from }) => from !== 'citizen') };
}

/** The same words stand for the same row, in order; what was taken more often than it was said, for a row that may be doubled. */
export function matched(
  accepted: Accepted[],
  lines: { text: string; row: OutboundRow }[],
): [Accepted, string | null][] {
  const byText = grouped(lines, ({ text }) => text);
  return [...grouped(accepted, ({ body }) => body)].flatMap(([text, taken]) => {
    let extra = taken.length - (byText.get(text)?.length ?? 0);
    const rows = (byText.get(text) ?? []).flatMap(({ row }) => {
      const times = row.maybe_duplicate === 1 && extra > 0 ? 2 : 1;
      extra -= times - 1;
      return Array<string>(times).fill(row.id);
    });
    return taken.map((one, i): [Accepted, string | null] => [one, rows[i] ?? rows.at(-1) ?? null]);
  });
}

function messageFinder(vault: Vault, rows: Map<string, MessageRow>): (said: Said) => MessageRow | null {
  return ({ channel, account, providerId }) =>
    rows.get(vault.hash('message', channel, account, providerId).slice(0, 32)) ?? null;
}

function vaultOf(folder: string): Vault {
  return createVault(loadKeyring(path.join(folder, 'keyring'), { create: false }));
}

async function allCases(world: World): Promise<CaseSeen[]> {
  const listed: { number: string; description: string; reporter: { address: string | null } | null }[] = [];
  for (let cursor = ''; ; ) {
    const page = await callApi(world, 'GET', `/cases?limit=200${cursor && `&cursor=${cursor}`}`);
    if (page?.status !== 200) throw new Error(`the list of cases was answered ${page?.status}`);
    listed.push(...page.body.cases);
    if (page.body.next === null) break;
    cursor = page.body.next;
  }
  const seen: CaseSeen[] = [];
  for (const { number, description, reporter } of listed) {
    const one = await callApi(world, 'GET', `/cases/${number}`);
    const history = (one?.body?.history ?? []) as { note: string | null }[];
    const notes = history.flatMap(({ note }) => (note === null ? [] : [note]));
    seen.push({ number, description, address: reporter?.address ?? null, notes });
  }
  return seen;
}

/** The product's own word on the store, given what was acknowledged outside. */
export function verifyWith(folder: string, said: Said[]): Promise<Finding[]> {
  const acknowledged = said.filter(({ ackedAt }) => ackedAt !== null);
  return verify({ file: databaseIn(folder), vault: vaultOf(folder), allowedSteps, acknowledged });
}
