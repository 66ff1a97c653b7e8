import { expect, it } from 'vitest';
import type { Conversation } from '../../src/storage/store.ts';
import { createNews, type NewsOptions, type Seat } from '../../src/web/news.ts';

/** Talks by session, each with its last seq, and what was asked of them. */
function fakeStore(talks: Record<string, number>) {
  const asked = { news: [] as Map<string, number>[], sessions: [] as string[], broken: false };
  const store: NewsOptions['store'] = {
    conversationOf: async ({ address }) => {
      asked.sessions.push(address);
      return address in talks ? ({ id: `c-${address}` } as Conversation) : null;
    },
    withNews: async after => {
      if (asked.broken) throw new Error('closed');
      asked.news.push(after);
      return [...after].filter(([id, seq]) => (talks[id.slice(2)] ?? 0) > seq).map(([id]) => id);
    },
  };
  return { store, asked };
}

const warnings: unknown[] = [];
const open = (store: NewsOptions['store']) =>
  createNews({ store, log: { warn: (...call: unknown[]) => void warnings.push(call) }, everyMs: 5 });
const seat = (entered: Seat | string): Seat => {
  if (typeof entered === 'string') throw new Error(entered);
  return entered;
};
/** The first line of a session's talk was read. */
const read = (session: string) => ({ talk: `c-${session}`, after: 1 });
const never = new AbortController().signal;
const ms = (span: number) => new Promise(done => setTimeout(done, span));

it('asks one question for everybody who waits, and none when nobody does', async () => {
  const talks: Record<string, number> = { a: 1, b: 1 };
  const { store, asked } = fakeStore(talks);
  const news = open(store);
  const waits = ['a', 'b', 'b'].map(session => seat(news.enter(session)).wait(read(session), never));
  while (asked.news.length < 2) await ms(5);
  expect(asked.news[0]).toEqual(
    new Map([
      ['c-a', 1],
      ['c-b', 1],
    ]),
  );
  expect(asked.sessions).toEqual([]);
  Object.assign(talks, { a: 2, b: 2 });
  expect(await Promise.all(waits)).toEqual([true, true, true]);
  const before = asked.news.length;
  await ms(30);
  expect(asked.news).toHaveLength(before);
});

it('wakes only those whose talk went on', async () => {
  const talks: Record<string, number> = { a: 1, b: 1 };
  const news = open(fakeStore(talks).store);
  const quiet = seat(news.enter('a')).wait(read('a'), AbortSignal.timeout(60));
  const woken = seat(news.enter('b')).wait(read('b'), never);
  talks['b'] = 2;
  expect(await woken).toBe(true);
  expect(await quiet).toBe(false);
});

it('does not ask the store again and again for a talk that has not begun', async () => {
  const talks: Record<string, number> = {};
  const { store, asked } = fakeStore(talks);
  const news = open(store);
  const waiting = seat(news.enter('a')).wait({ talk: null, after: 0 }, never);
  await ms(60);
  expect(asked.sessions.length).toBeLessThan(6);
  talks['a'] = 1;
  news.hint('a');
  expect(await waiting).toBe(true);
});

it('wakes who had no talk when one has begun, however far they had read in an erased one', async () => {
  const talks: Record<string, number> = {};
  const news = open(fakeStore(talks).store);
  const waiting = seat(news.enter('a')).wait({ talk: null, after: 7 }, never);
  await ms(20);
  talks['a'] = 1;
  expect(await waiting).toBe(true);
});

it('says once that the store cannot be read, and goes on when it can', async () => {
  const { store, asked } = fakeStore({ a: 2 });
  asked.broken = true;
  const news = open(store);
  const waiting = seat(news.enter('a')).wait(read('a'), never);
  await ms(60);
  expect(warnings).toHaveLength(1);
  asked.broken = false;
  expect(await waiting).toBe(true);
});

it('ends every wait when it closes, and later ones at once', async () => {
  const { store } = fakeStore({ a: 1 });
  const news = open(store);
  const place = seat(news.enter('a'));
  const waiting = place.wait(read('a'), never);
  news.close();
  expect(await waiting).toBe(false);
  expect(await place.wait(read('a'), never)).toBe(false);
});

it('gives a place back once, however often its reader leaves', () => {
  const news = createNews({ ...{ store: fakeStore({}).store, perSession: 2 }, log: { warn: () => {} } });
  const first = seat(news.enter('a'));
  news.enter('a');
  first.leave();
  first.leave();
  expect(typeof news.enter('a')).toBe('object');
  expect(news.enter('a')).toBe('session');
});
