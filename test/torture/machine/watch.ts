import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '../world.ts';

/** What `/readyz` answered while a fault lasted. */
export interface Seen {
  /** Each sort of answer once, in the order in which they came. */
  answers: string[];
  /** Since when it said that nothing can be stored, by `performance.now`; null: it never did. */
  deafSince: number | null;
}

const EVERY_MS = 100;
/** Who is blocked does not answer; a balancer waits no longer. */
const PATIENCE_MS = 2_000;

/** Asks `/readyz` again and again until it is stopped. */
export function watchReadiness({ url }: World): { stop(): Promise<Seen> } {
  const seen: Seen = { answers: [], deafSince: null };
  let running = true;
  const watching = (async () => {
    while (running) {
      const answer = await ask(url);
      if (!seen.answers.includes(answer)) seen.answers.push(answer);
      if (answer.startsWith('503')) seen.deafSince ??= performance.now();
      await pause(EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      running = false;
      await watching;
      return seen;
    },
  };
}

async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { store } = (await response.json()) as { store: string };
    return `${response.status} ${store}`;
  } catch {
    return 'no answer';
  }
}
