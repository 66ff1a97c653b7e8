import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { createTakeMedia, type TakeMediaDeps } from '../../src/channels/take-media.ts';
import { SendError } from '../../src/errors.ts';
import type { StoredMessage } from '../../src/storage/store.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { jpegWith, PNG } from '../support/web-files.ts';

const TALK = { id: 'talk', channel: 'sms' };
const NOON = new Date('2026-10-26T17:00:00Z');

let made = 0;

/** An invented message that came so many ms before noon. */
function sent(
  media: StoredMessage['media'],
  ageMs = 1_000,
  more: Partial<StoredMessage> = {},
): StoredMessage {
  made += 1;
  return {
    ...{ id: `m${made}`, seq: 1, text: null, choice: null, location: null, replyTo: null, signal: null },
    ...{ receivedAt: new Date(NOON.getTime() - ageMs), signalAnswered: false, possibleRepeat: false, media },
    ...more,
  };
}

/** A platform that answers with these bytes, or this failure, by address. */
function taking(
  answers: Record<string, Buffer | (() => Promise<Buffer>)>,
  more: Partial<TakeMediaDeps> = {},
) {
  const kept = new Map<string, { type: string; bytes: Buffer }>();
  const asked: string[] = [];
  const channel: Channel = {
    ...scriptedChannel(),
    fetch: async source => {
      const url = 'url' in source ? source.url : source.id;
      asked.push(url);
      const answer = answers[url] ?? Buffer.alloc(0);
      return typeof answer === 'function' ? answer() : answer;
    },
  };
  const take = createTakeMedia({
    store: {
      addMedia: async (_owner, file) => {
        const id = `file-${file.bytes.length}`;
        kept.set(id, file);
        return id;
      },
      media: async (_owner, id) => kept.get(id) ?? null,
    },
    channels: new Map([
      ['sms', channel],
      ['messenger', channel],
    ]),
    limits: { mediaBytes: 2_000, mediaTypes: ['image/png', 'image/jpeg'] },
    now: () => NOON,
    ...more,
  });
  return { take, kept, asked };
}

const failing = (retryable: boolean) => async (): Promise<Buffer> => {
  throw new SendError({ code: 'http_503', retryable });
};

describe('the files of a burst', () => {
  it('are kept as what their content says, without the place a camera wrote', async () => {
    const { take, kept } = taking({ a: PNG, b: jpegWith({}) });
    const taken = await take(TALK, [sent([{ url: 'a', type: 'text/html' }]), sent([{ url: 'b' }])]);
    expect(taken).toMatchObject({ files: [{ type: 'image/png' }, { type: 'image/jpeg' }], unreadable: 0 });
    expect([...kept.values()].some(({ bytes }) => bytes.includes('GPS-SECRET'))).toBe(false);
  });

  it('tell where the last photo that says so was taken, without keeping it', async () => {
    const { take, kept } = taking({ a: jpegWith({ at: { lat: 9.05, lon: -79.43 } }), b: PNG });
    const taken = await take(TALK, [sent([{ url: 'a' }, { url: 'b' }])]);
    expect(taken).toMatchObject({
      takenAt: { lat: expect.closeTo(9.05, 4), lon: expect.closeTo(-79.43, 4) },
    });
    expect(JSON.stringify([...kept.values()])).not.toContain('position');
    expect(await take(TALK, [sent([{ url: 'b' }])])).toMatchObject({ takenAt: null });
  });

  it('count as unreadable when they are too large, empty, of another kind, or gone', async () => {
    const answers = {
      big: Buffer.concat([PNG, Buffer.alloc(3_000)]),
      page: Buffer.from('<script>'),
      gone: failing(false),
    };
    const { take } = taking(answers);
    const media = ['big', 'page', 'empty', 'gone'].map(url => ({ url }));
    expect(await take(TALK, [sent(media)])).toEqual({ files: [], unreadable: 4, takenAt: null });
  });

  it('are those already stored where the channel keeps them before the message', async () => {
    const { take, kept, asked } = taking({});
    kept.set('web-1', { type: 'image/png', bytes: PNG });
    expect(await take(TALK, [sent([{ id: 'web-1' }])])).toMatchObject({
      files: [{ id: 'web-1', bytes: PNG.length }],
    });
    expect(asked).toEqual([]);
  });

  it('are not fetched for a repeated message, and stand once when sent twice', async () => {
    const { take, asked } = taking({ a: PNG, b: PNG });
    const messages = [
      sent([{ url: 'a' }]),
      sent([{ url: 'b' }]),
      sent([{ url: 'c' }], 1, { possibleRepeat: true }),
    ];
    expect(await take(TALK, messages)).toMatchObject({ files: [{ type: 'image/png' }], unreadable: 0 });
    expect(asked).toEqual(['a', 'b']);
  });

  it('are all taken, though there are more than may be asked for at once', async () => {
    const names = Array.from({ length: 25 }, (_, i) => `photo-${i}`);
    let running = 0;
    let most = 0;
    const slow = (extra: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 2));
      running -= 1;
      return jpegWith({ scan: Buffer.alloc(extra + 1, 1) });
    };
    const { take, kept, asked } = taking(Object.fromEntries(names.map((name, i) => [name, slow(i)])));
    const taken = await take(TALK, [sent(names.map(url => ({ url })))]);
    expect(taken).toMatchObject({ files: { length: 25 }, unreadable: 0 });
    expect([kept.size, most, new Set(asked).size]).toEqual([25, 8, 25]);
  });

  it('are no more than people send at once, and the rest counts as unreadable', async () => {
    const { take, asked } = taking({ a: PNG });
    const media = Array.from({ length: 1_000 }, () => ({ url: 'a' }));
    expect(await take(TALK, [sent(media), sent([{ url: 'a' }])])).toMatchObject({ unreadable: 1_001 - 31 });
    expect(asked).toHaveLength(31);
  });

  it('are unreadable on a channel that cannot fetch', async () => {
    const { take } = taking({ a: PNG });
    expect(await take({ id: 'talk', channel: 'telegram' }, [sent([{ url: 'a' }])])).toEqual({
      files: [],
      unreadable: 1,
      takenAt: null,
    });
  });
});

describe('a platform that stumbles', () => {
  it('is asked again, later each time, but never holds the words back for a minute', async () => {
    const { take } = taking({ a: failing(true) });
    const at = (ageMs: number) => take(TALK, [sent([{ url: 'a' }], ageMs)]);
    expect(await at(0)).toEqual({ laterMs: 2_000 });
    expect(await at(8_000)).toEqual({ laterMs: 8_000 });
    expect(await at(30_000)).toEqual({ laterMs: 15_000 });
    expect(await at(44_000)).toEqual({ laterMs: 1_000 });
    expect(await at(45_000)).toEqual({ files: [], unreadable: 1, takenAt: null });
  });

  it('does not make anybody wait when the clock was set back', async () => {
    const { take } = taking({ a: failing(true) });
    expect(await take(TALK, [sent([{ url: 'a' }], -60_000)])).toEqual({
      files: [],
      unreadable: 1,
      takenAt: null,
    });
  });

  it('that hangs is left after a while, and takes only so many calls', async () => {
    const { take, asked } = taking({ a: () => new Promise<Buffer>(() => {}) }, { callMs: 20 });
    const burst = [sent(Array.from({ length: 10 }, () => ({ url: 'a' })))];
    expect(await take(TALK, burst)).toEqual({ laterMs: 2_000 });
    expect(asked).toHaveLength(8);
    expect(await take(TALK, burst)).toEqual({ laterMs: 2_000 });
    expect(asked).toHaveLength(8);
  });

  it('is asked once at least, however old the message of a worker that was away', async () => {
    const { take, asked } = taking({ a: PNG, gone: failing(true) });
    const old = [sent([{ url: 'gone' }, { url: 'a' }], 3_600_000)];
    expect(await take(TALK, old)).toMatchObject({ files: [{ type: 'image/png' }], unreadable: 1 });
    expect(asked).toEqual(['gone', 'a']);
  });

  it('is not taken to have failed while others use all the calls, however long that lasts', async () => {
    const busy = Promise.withResolvers<Buffer>();
    const { take, asked } = taking({ busy: () => busy.promise, a: PNG });
    const others = take(TALK, [sent(Array.from({ length: 8 }, () => ({ url: 'busy' })))]);
    const old = [sent([{ url: 'a' }], 600_000)];
    expect(await take({ ...TALK, id: 'talk-2' }, old)).toEqual({ laterMs: 2_000 });
    busy.resolve(PNG);
    await others;
    expect(await take({ ...TALK, id: 'talk-2' }, old)).toMatchObject({ files: { length: 1 }, unreadable: 0 });
    expect(asked.filter(url => url === 'a')).toHaveLength(1);
  });

  it('leaves room for the files of other platforms', async () => {
    const { take } = taking({ hangs: () => new Promise<Buffer>(() => {}), a: PNG }, { callMs: 20 });
    await take(TALK, [sent(Array.from({ length: 10 }, () => ({ url: 'hangs' })))]);
    const other = { id: 'talk-2', channel: 'messenger' };
    expect(await take(other, [sent([{ url: 'a' }])])).toMatchObject({ files: { length: 1 } });
  });

  it('is not asked again for what it gave, nor for what it gave up, while the rest of a burst waits', async () => {
    const first = Promise.withResolvers<Buffer>();
    const slow = Array.from({ length: 7 }, () => ({ url: 'slow' }));
    const { take, asked } = taking({ slow: () => first.promise, a: PNG, gone: failing(true), b: PNG });
    const others = take(TALK, [sent(slow)]);
    const burst = [sent([{ url: 'gone' }, { url: 'a' }, { url: 'b' }], 60_000)];
    const talk = { ...TALK, id: 'talk-2' };
    expect(await take(talk, burst)).toEqual({ laterMs: 2_000 });
    first.resolve(PNG);
    await others;
    expect(await take(talk, burst)).toMatchObject({ files: { length: 1 }, unreadable: 1 });
    expect(asked.filter(url => url !== 'slow').toSorted()).toEqual(['a', 'b', 'gone']);
  });

  it('leaves a failure of the store to the caller', async () => {
    const store = { media: async () => null, addMedia: () => Promise.reject(new Error('disk full')) };
    const { take } = taking({ a: PNG }, { store });
    await expect(take(TALK, [sent([{ url: 'a' }])])).rejects.toThrow('disk full');
  });
});
