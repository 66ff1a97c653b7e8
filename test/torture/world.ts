import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, chanceOf } from './chance.ts';
import { counted, type Ledger, type Said } from './ledger.ts';
import type { Platforms, Shown } from './platforms.ts';

/** What everybody outside the service shares. */
export interface World {
  seed: number;
  url: string;
  key: string;
  ledger: Ledger;
  platforms: Platforms;
  /** What a citizen's telephone does when a message arrives; by its address. */
  telephones: Map<string, (message: Shown) => void>;
  /** How the platform tells the same message again; true: it was acknowledged. */
  repeats: Map<Said, () => Promise<boolean>>;
  /** No new words any more: whoever waits, gives up. */
  ending: AbortSignal;
  /** Waits are being measured: no platform but the one that is looked at is sick. */
  measured: boolean;
  /** How often a message comes five times at once; one of eight when nothing is said. */
  storms?: number;
  /** Released talks, by address. */
  released: Set<string>;
  /** Filed cases an operator has not taken up. */
  filed: string[];
}

/** An answer of the service. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came
  body: any;
}

const PATIENCE_MS = 5_000;

/** How often a message comes five times at once. */
export function stormsOf({ storms = 0.12 }: World): number {
  return storms;
}

/** A stream of chance for one actor. */
export function chanceFor({ seed }: World, ...name: (string | number)[]): Chance {
  return chanceOf(seed, ...name);
}

/** One call; null when no whole answer came back. */
export function call(world: World, path: string, init: RequestInit = {}): Promise<Answer | null> {
  return counted(world.ledger, async () => {
    const response = await fetch(`${world.url}${path}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...init,
    });
    const text = await response.text();
    if (response.status >= 500) world.ledger.refusals.push({ at: Date.now(), status: response.status });
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  });
}

/** One call of the operators' API. */
export function callApi(world: World, method: string, path: string, body?: unknown): Promise<Answer | null> {
  const headers = { authorization: `Bearer ${world.key}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return call(world, `/api/v1${path}`, { method, headers, ...sent });
}

/** Asks again until an answer comes that is no 5xx; null when the run ends before. */
export async function insist(world: World, ask: () => Promise<Answer | null>): Promise<Answer | null> {
  for (;;) {
    const answer = await ask();
    if (answer && answer.status < 500) return answer;
    if (world.ending.aborted) return null;
    await pause(60);
  }
}

/** Waits so long, or until the run ends. */
export async function rest(world: World, ms: number): Promise<void> {
  await pause(ms, undefined, { signal: world.ending }).catch(() => {});
}
