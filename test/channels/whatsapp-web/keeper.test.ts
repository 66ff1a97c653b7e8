import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explain } from '../../../src/channels/explain.ts';
import type { Standing } from '../../../src/channels/standing.ts';
import { type Keeper, type KeeperDeps, keepSession } from '../../../src/channels/whatsapp-web/keeper.ts';
import { type LinkDeps, startLink } from '../../../src/channels/whatsapp-web/link.ts';
import { type HandClock, handClock } from '../../support/hand-clock.ts';

const OPENING = { browser: '/x', args: [], folder: '/x', anyCertificate: false };

function failing(code: string): never {
  throw Object.assign(new Error(`${code}: /x`), { code });
}

/** What happens around a session, in its order: `opened`, `again` (the book), a state with its code. */
let events: string[];
let clock: HandClock;
let link: LinkDeps | null;
let state: () => Promise<unknown>;
let deps: KeeperDeps;
let keeper: Keeper;

beforeEach(() => {
  events = [];
  clock = handClock();
  link = null;
  state = async () => 'CONNECTED';
  deps = {
    ...{ opening: () => OPENING, forget: async () => void events.push('forgotten') },
    start: given => {
      events.push('opened');
      link = given;
      const ask = async ({ ask }: { ask: string }) => (ask === 'state' ? state() : null);
      return { ask, end: async () => {} };
    },
    book: {
      read: async () => null,
      again: async () => void events.push('again'),
      write: async ({ state, code }: Standing) => void events.push(code ? `${state} ${code}` : state),
    },
    ...{ bookmarks: { read: async () => '1', write: async () => {} }, now: () => new Date(0) },
    ...{ timer: clock.timer, log: { info: () => {}, warn: () => {} } },
  };
});

afterEach(() => keeper.stop());

async function keep(more: Partial<KeeperDeps> = {}): Promise<void> {
  keeper = keepSession(
    { ...deps, ...more },
    async () => {},
    () => true,
  );
  await clock.pass(0);
}

describe('a session whose folder or process cannot be had', () => {
  it.each([
    ['the disk is read-only', { opening: () => failing('EROFS') }, 'folder_EROFS'],
    ['the disk is full', { opening: () => failing('ENOSPC') }, 'folder_ENOSPC'],
    ['no process can be started', { start: () => failing('EAGAIN') }, 'process_failed'],
  ])('is noted, and opened again later each time: %s', async (_name, more, code) => {
    await keep(more);
    const pauses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      pauses.push(...clock.waits());
      await clock.pass(clock.waits()[0] ?? 0);
    }
    expect(pauses.map(ms => ms / 1_000)).toEqual([2, 4, 8, 16, 32, 60, 60]);
    expect(events.filter(event => event !== 'starting')).toEqual(Array(8).fill(`dropped ${code}`));
    expect(explain(code)).not.toContain(code);
  });

  it('is noted also when the system itself refuses the process', async () => {
    // No environment may hold such a text.
    await keep({ opening: () => ({ ...OPENING, folder: '\0' }), start: startLink });
    expect(events).toEqual(['starting', 'dropped process_failed']);
  });

  it('is opened when it can be had again', async () => {
    let isBroken = true;
    await keep({ opening: () => (isBroken ? failing('EROFS') : OPENING) });
    isBroken = false;
    await clock.pass(2_000);
    expect(events).toEqual(['dropped folder_EROFS', 'starting', 'opened']);
  });

  it('is not opened with a pairing that is worth nothing, until that is deleted', async () => {
    let isHeld = true;
    await keep({ forget: async () => (isHeld ? failing('EBUSY') : void events.push('forgotten')) });
    link?.news({ tell: 'gone', code: 'LOGOUT' });
    for (const ms of [0, 2_000, 4_000]) await clock.pass(ms);
    expect(events.slice(2)).toEqual(['dropped LOGOUT', 'dropped folder_EBUSY', 'dropped folder_EBUSY']);
    isHeld = false;
    await clock.pass(8_000);
    expect(events.slice(5)).toEqual(['forgotten', 'starting', 'opened']);
    link?.news({ tell: 'gone', code: 'page_lost' });
    await clock.pass(0);
    await clock.pass(16_000);
    expect(events.slice(8)).toEqual(['dropped page_lost', 'starting', 'opened']);
  });

  it('is not opened any more when it was stopped while the pairing was being deleted', async () => {
    let done = (): void => {};
    await keep({ forget: () => new Promise(resolve => (done = resolve)) });
    link?.news({ tell: 'gone', code: 'LOGOUT' });
    for (const ms of [0, 2_000]) await clock.pass(ms);
    const stopped = keeper.stop();
    done();
    await stopped;
    expect(events.slice(2)).toEqual(['dropped LOGOUT', 'dropped stopped']);
  });
});

describe('a session that is over', () => {
  it('says no more that it goes on, whatever the page answers late', async () => {
    let answer = (_state: string): void => {};
    await keep();
    link?.news({ tell: 'ready' });
    state = () => new Promise(resolve => (answer = resolve));
    await clock.pass(30_000);
    link?.news({ tell: 'gone', code: 'page_lost' });
    await clock.pass(0);
    const before = [...events, ...clock.waits()];
    answer('CONNECTED');
    await clock.pass(0);
    expect([...events, ...clock.waits()]).toEqual(before);
    expect(events).not.toContain('again');
  });

  it('is not taken for one that is up by what its process still says', async () => {
    let ended = (): void => {};
    const { start } = deps;
    const end = () => new Promise<void>(resolve => (ended = resolve));
    await keep({ start: given => ({ ...start(given), end }) });
    link?.news({ tell: 'gone', code: 'page_lost' });
    await clock.pass(0);
    link?.news({ tell: 'ready' });
    link?.news({ tell: 'qr', text: '2@late' });
    await clock.pass(0);
    expect([keeper.isUp(), events, clock.waits()]).toEqual([false, ['starting', 'opened'], []]);
    ended();
  });
});

it('says that it goes on each time the page says that it is connected, and ends when it does not', async () => {
  await keep();
  link?.news({ tell: 'ready' });
  for (const ms of [30_000, 30_000]) await clock.pass(ms);
  expect(events).toEqual(['starting', 'opened', 'paired', 'again', 'again']);
  state = async () => 'CONFLICT';
  await clock.pass(30_000);
  expect(events.at(-1)).toBe('dropped CONFLICT');
});
