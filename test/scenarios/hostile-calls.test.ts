import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises, eventually } from '../support/running-desk.ts';
import { PNG } from '../support/web-files.ts';
import { countOf, filesOn, others, refusals, waitingOn } from '../support/webhook-figures.ts';
import {
  BATCHING,
  SHARED_PROOFS,
  startWebhookRoads,
  WEBHOOK_ROADS,
  type WebhookRoad,
  type WebhookRoads,
} from '../support/webhook-roads.ts';

let all: WebhookRoads;

beforeAll(async () => {
  all = await startWebhookRoads();
});
afterAll(async () => {
  await all.stop();
  expect(await brokenPromises(all.desk.settings)).toEqual([]);
});

const road = (id: string): WebhookRoad => all.roads.find(known => known.id === id) as WebhookRoad;
const rows = () => countOf(all.desk.settings);

/** Sends a file, and waits until a turn has looked at it. */
async function look(id: string, type: string, bytes: Buffer): Promise<void> {
  const before = rows().messages;
  await road(id).sends({ type, bytes });
  await eventually(async () => rows().messages === before + 1 && waitingOn(all.desk.settings, id) === 0);
}

const PAGE = Buffer.from('<!doctype html><script>fetch("https://evil.example")</script>'.padEnd(600, ' '));
const DRAWING = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 0x90)]);
/** A photo to who looks at its first bytes, a page to who looks further. */
const BOTH = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), PAGE]);

describe.each(WEBHOOK_ROADS)('%s', id => {
  it('stores nothing of a call that is genuine but of another platform, and does not fall over it', async () => {
    const before = rows();
    for (const other of all.roads.filter(known => known.id !== id)) {
      const body = other.body('hay un tubo roto', 8001);
      for (const type of [other.type, road(id).type]) {
        const response = await all.call({ ...road(id), type }, body);
        expect([other.id, [200, 400, 401]]).toEqual([other.id, expect.arrayContaining([response.status])]);
      }
    }
    expect(rows()).toEqual(before);
    expect((await fetch(`${all.desk.url}/readyz`)).status).toBe(200);
  });

  it('keeps no file that is not what it says, and a photo under its own kind', async () => {
    for (const [type, bytes] of [
      ['image/jpeg', PAGE],
      ['image/png', DRAWING],
      ['image/jpeg', PROGRAM],
      ['image/jpeg', BOTH],
    ] as const) {
      await look(id, type, bytes);
      expect(filesOn(all.desk.settings, id)).toEqual([]);
    }
    await look(id, 'application/pdf', PNG);
    expect(filesOn(all.desk.settings, id)).toEqual(['image/png']);
  });
});

it('tries calls about another account and calls with many messages wherever there are such', () => {
  expect(all.roads.filter(({ ofOthers }) => ofOthers).map(({ id }) => id)).toEqual([...SHARED_PROOFS]);
  expect(all.roads.filter(({ many }) => many).map(({ id }) => id)).toEqual([...BATCHING]);
});

it.each(SHARED_PROOFS)(
  '%s takes a call about another account, makes nothing of it, and counts it',
  async id => {
    const before = [rows(), await others(all.desk, id), await refusals(all.desk, id)] as const;
    const response = await all.call(road(id), road(id).ofOthers?.() ?? '');
    expect([response.status, rows()]).toEqual([200, before[0]]);
    expect([await others(all.desk, id), await refusals(all.desk, id)]).toEqual([before[1] + 1, before[2]]);
  },
);

it.each(BATCHING)('%s stores a thousand messages of one call, once each', async id => {
  const before = rows();
  const body = road(id).many?.(Array.from({ length: 1_000 }, (_, i) => `mensaje ${i}`)) ?? '';
  expect((await all.call(road(id), body)).status).toBe(200);
  expect(rows().messages).toBe(before.messages + 1_000);
  expect((await all.call(road(id), body)).status).toBe(200);
  expect(rows().messages).toBe(before.messages + 1_000);
});
