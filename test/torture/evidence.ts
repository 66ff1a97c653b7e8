import path from 'node:path';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { type Finding, verify } from '../../src/storage/verify.ts';
import { createVault, type Vault } from '../../src/vault.ts';
import type { CaseSeen, Evidence, TalkLine } from './checks.ts';
import type { Said } from './ledger.ts';
import { type MessageRow, messagesIn, outboundIn, peek } from './peek.ts';
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
  return {
    ...{ ledger: world.ledger, accepted: world.standIn.accepted(), talks, cases, cutCalls },
    messageOf: messageFinder(vaultOf(folder), rows),
    outbound: peek(databaseIn(folder), outboundIn),
  };
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
