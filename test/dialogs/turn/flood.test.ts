import { afterEach, describe, expect, it } from 'vitest';
import { newState } from '../../../src/dialogs/state.ts';
import { floodIn, paced } from '../../../src/dialogs/turn/flood.ts';
import { createTakeTurn } from '../../../src/dialogs/turn/take-turn.ts';
import type { Loaded, StoredMessage } from '../../../src/storage/store.ts';
import { wordClassifier } from '../../support/cases-desk.ts';
import { openStage, startTalk } from '../../support/play.ts';
import { echo, openTurnDesk, type TurnDesk } from '../../support/turn-desk.ts';

let desk: TurnDesk;
const FLOOD = 'es:flood';

afterEach(async () => {
  await desk?.store.close().catch(() => {});
});

/** Understands as ever, and danger by one word. */
const watchful = {
  ...wordClassifier(),
  understand: (text: string) => ({
    ...wordClassifier().understand(text),
    emergency: text.includes('incendio') ? { category: 'incendio', p: 1 } : null,
  }),
};

/** A desk that reads ten messages a minute at once. */
async function open(): Promise<void> {
  desk = await openTurnDesk(echo, { messagesPerMinute: () => 10, classifier: watchful });
}

/** Writes so many messages, one each `everyMs`, with a turn tried after each. */
async function pour(count: number, everyMs: number, name = 'm'): Promise<string> {
  let id = '';
  for (let n = 1; n <= count; n += 1) {
    id = await desk.hears(`${name}${n}`);
    desk.later(everyMs);
    await desk.take(id);
  }
  return id;
}

const words = (): string[] =>
  desk.seen.flatMap(({ stimulus }) =>
    'messages' in stimulus ? stimulus.messages.map(({ text }) => text ?? '') : [],
  );

describe('who writes more in a minute than is read at once', () => {
  it('is answered as ever up to the limit, then told once, and read together when the minute is over', async () => {
    await open();
    const id = await pour(16, 2_000);
    expect(desk.seen).toHaveLength(10);
    expect((await desk.said(id)).filter(text => text === FLOOD)).toHaveLength(1);
    desk.later(41_000);
    await desk.take(id);
    expect(desk.seen).toHaveLength(10);
    desk.later(9_000);
    await desk.take(id);
    expect(desk.seen).toHaveLength(11);
    expect(words()).toEqual(Array.from({ length: 16 }, (_, n) => `m${n + 1}`));
    expect((await desk.said(id)).at(-1)).toBe('Oigo: m11 - m12 - m13 - m14 - m15 - m16');
  });

  it('is seen by people, and woken when the minute is over', async () => {
    await open();
    const id = await pour(12, 2_000);
    expect(await desk.talkNow(id)).toMatchObject({ mode: 'bot', review: true, reason: 'flood' });
    expect((await desk.store.conversations('review', 9)).map(talk => talk.id)).toEqual([id]);
    const turns = desk.jobs.filter(({ job, delayMs }) => job.name === 'turn' && delayMs > 10_000);
    expect(turns).toEqual([{ job: { name: 'turn', conversationId: id }, delayMs: 58_000 }]);
  });

  it('is told again of the next flood, and not before', async () => {
    await open();
    const id = await pour(12, 2_000);
    desk.later(60_000);
    await desk.take(id);
    await pour(3, 2_000, 'calm');
    const before = desk.seen.length;
    expect((await desk.talkNow(id)).state.flooded).toBe(false);
    await pour(12, 2_000, 'again');
    expect(desk.seen.length).toBeLessThan(before + 12);
    expect((await desk.said(id)).filter(text => text === FLOOD)).toHaveLength(2);
  });

  it('slows nobody else', async () => {
    await open();
    await pour(12, 2_000);
    const other = await desk.hears('uno', { address: '+50760002222' });
    desk.later(2_000);
    await desk.take(other);
    expect(await desk.said(other)).toEqual(['Oigo: uno']);
  });

  it('is answered at once when there is danger, with what was written until then', async () => {
    await open();
    const id = await pour(13, 2_000);
    await desk.hears('hay un incendio');
    await desk.take(id);
    expect(words().slice(-4)).toEqual(['m11', 'm12', 'm13', 'hay un incendio']);
    await desk.hears('m14');
    desk.later(2_000);
    await desk.take(id);
    expect(words()).toHaveLength(14);
  });

  it('is answered when there is danger though the first try loses its race', async () => {
    await open();
    const id = await pour(12, 2_000);
    await desk.hears('hay un incendio');
    const load = desk.store.load.bind(desk.store);
    let raced = false;
    desk.deps.failPoint = async name => {
      if (name !== 'turn:before-commit' || raced) return;
      raced = true;
      const { version } = (await load(id, 0))?.conversation ?? { version: 0 };
      const change = { id, expectedVersion: version, consumed: [], turn: false, set: { review: true } };
      await desk.store.commit({ at: desk.deps.now(), conversation: change });
    };
    await createTakeTurn(desk.deps)(id);
    expect(words().at(-1)).toBe('hay un incendio');
    expect(desk.counts).toContain('conflict');
  });

  it('is not told while a person has the talk, or when they want no messages', async () => {
    for (const set of [{ mode: 'person', takenBy: 'Marta' } as const, { optedOut: true }]) {
      await open();
      const id = await desk.hears('uno');
      const change = { id, expectedVersion: 0, consumed: [], turn: false, set };
      await desk.store.commit({ at: desk.deps.now(), conversation: change });
      await pour(14, 2_000);
      expect(await desk.said(id)).not.toContain(FLOOD);
      expect((await desk.talkNow(id)).reason).toBe('mode' in set ? null : 'flood');
      await desk.store.close();
    }
  });
});

describe('a flood', () => {
  const at = (ms: number): StoredMessage => ({
    ...{
      id: `m${ms}`,
      seq: ms,
      receivedAt: new Date(ms),
      text: 'x',
      choice: null,
      location: null,
      media: [],
    },
    ...{ replyTo: null, signal: null, signalAnswered: false, possibleRepeat: false },
  });
  const loaded = async (times: number[], recent: number[] = []): Promise<Loaded> => {
    const { conversation } = startTalk(await openStage());
    return {
      conversation: { ...conversation, state: { ...newState('es'), recent } },
      messages: times.map(at),
    };
  };
  const rule = (now: number) => ({ perMinute: 3, most: 6, now: new Date(now) });

  it('counts what was read and what waits within one minute', async () => {
    expect(floodIn(await loaded([50_000, 51_000], [1_000]), rule(52_000))).toBeNull();
    expect(floodIn(await loaded([50_000, 51_000], [1_000, 2_000]), rule(52_000))).toEqual({ waitMs: 58_000 });
    expect(floodIn(await loaded([62_000, 63_000], [1_000, 2_000]), rule(64_000))).toBeNull();
  });

  it('is read when the minute is over, when as many wait as a turn takes, and when the clock was set back', async () => {
    const many = [1, 2, 3, 4];
    expect(floodIn(await loaded(many), rule(60_001))).toEqual({ waitMs: 0 });
    expect(floodIn(await loaded([...many, 5, 6]), rule(100))).toEqual({ waitMs: 0 });
    expect(floodIn(await loaded(many), rule(-9_999))).toEqual({ waitMs: 0 });
  });

  it('is over with the first minute that holds no more than the limit', () => {
    const flooded = { ...newState('es'), flooded: true, recent: [1_000, 2_000, 3_000] };
    expect(paced(flooded, [at(4_000)], 3)).toMatchObject({
      flooded: true,
      recent: [1_000, 2_000, 3_000, 4_000],
    });
    expect(paced(flooded, [at(62_500)], 3)).toMatchObject({ flooded: false, recent: [3_000, 62_500] });
    expect(paced(flooded, [], 3)).toBe(flooded);
  });
});
