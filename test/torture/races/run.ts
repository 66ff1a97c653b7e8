import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../../src/storage/verify.ts';
import { chanceOf } from '../chance.ts';
import type { Held } from '../checks.ts';
import { checkRaces } from './checks.ts';
import { openPair, type Profile } from './desks.ts';
import type { RaceEvidence, Step } from './history.ts';
import { agentAndBot, agents, confirms, notes, statuses, workers } from './kinds.ts';
import { type Lane, openLane, read, type Table } from './lane.ts';

/** What is asked for. */
export interface RaceOrder {
  profile: Profile;
  seed: number;
  races: number;
  /** Told how far it is. */
  say: (line: string) => void;
}

/** Everything the races came to. */
export interface RaceOutcome {
  order: RaceOrder;
  folder: string;
  evidence: RaceEvidence;
  held: Held[];
  verified: Finding[];
  seconds: number;
}

const KINDS = [workers, statuses, statuses, agentAndBot, agentAndBot, agents, notes];
/** So many citizens at a time at most; each has one race after the other. */
const LANES = 16;
const LEAST_IN_LANE = 8;
/** A talk does not grow for ever. */
const MOST_IN_LANE = 30;

/** Lets two desks race for the same talks and cases, and looks what stands at the end. */
export async function race(order: RaceOrder): Promise<RaceOutcome> {
  const began = performance.now();
  const pair = await openPair(order.profile, order.seed);
  const table: Table = { pair, races: [], ops: [] };
  const lanes: Lane[] = [];
  try {
    const width = Math.min(LANES, Math.ceil(order.races / LEAST_IN_LANE));
    await Promise.all(Array.from({ length: width }, () => keepRacing(table, order, lanes)));
    const evidence = await collect(table, lanes);
    writeHistory(pair.folder, evidence);
    const verified = await pair.finish(acknowledged(evidence));
    const seconds = (performance.now() - began) / 1_000;
    return { order, folder: pair.folder, evidence, held: checkRaces(evidence), verified, seconds };
  } catch (error) {
    await pair.finish([]).catch(() => {});
    throw error;
  }
}

async function keepRacing(table: Table, { races, seed, say }: RaceOrder, lanes: Lane[]): Promise<void> {
  while (table.races.length < races) {
    const lane = await openLane(table, chanceOf(seed, 'lane', lanes.length));
    lanes.push(lane);
    if (!(await confirms(lane))) throw new Error('a report was not filed');
    for (let own = 1; own < MOST_IN_LANE && table.races.length < races; own += 1) {
      await lane.chance.pick(KINDS)(lane);
    }
    say(`${table.races.length} of ${races} races`);
  }
}

async function collect({ pair, races, ops }: Table, lanes: Lane[]): Promise<RaceEvidence> {
  const [{ api }] = pair.desks;
  const talks: RaceEvidence['talks'] = new Map();
  const cases: RaceEvidence['cases'] = new Map();
  const versions: RaceEvidence['versions'] = new Map();
  for (const lane of lanes) {
    const { session, talk, caseId } = lane;
    talks.set(session, await read(lane));
    const found = await api('POST', '/cases/search', { address: session, channel: 'web' });
    const numbers = (found.body.cases as { number: string }[]).map(({ number }) => number);
    const shown = await Promise.all(numbers.map(number => api('GET', `/cases/${number}`)));
    cases.set(
      session,
      shown.map(({ body }) => ({ number: body.number, kind: body.kind, history: body.history.map(step) })),
    );
    versions.set(talk, (await pair.store.load(talk, 0))?.conversation.version ?? -1);
    versions.set(caseId, (await pair.store.caseById(caseId))?.version ?? -1);
  }
  const own = (subject: string): boolean => versions.has(subject);
  return { races, ops, talks, cases, versions, writes: pair.writes.filter(({ subject }) => own(subject)) };
}

function step({ at, ...more }: Omit<Step, 'at'> & { at: string }): Step {
  return { ...more, at: Date.parse(at) };
}

function acknowledged({ ops }: RaceEvidence) {
  return ops
    .filter(({ what, outcome }) => what === 'says' && outcome === 'ok')
    .map(({ session, id }) => ({ channel: 'web', account: '', providerId: `${session}:${id}` }));
}

/** Everything that was asked for, a line each: invoke, and ok, fail or unknown. */
function writeHistory(folder: string, { ops, races }: RaceEvidence): void {
  const kinds = new Map(races.map(({ n, kind }) => [n, kind]));
  const lines = ops.map(op => JSON.stringify({ kind: kinds.get(op.race), ...op }));
  writeFileSync(path.join(folder, 'history.jsonl'), `${lines.join('\n')}\n`);
}
