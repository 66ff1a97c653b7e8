import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises } from '../support/running-desk.ts';
import { countOf, refusals } from '../support/webhook-figures.ts';
import {
  PROVING_BODIES,
  startWebhookRoads,
  WEBHOOK_ROADS,
  type WebhookRoad,
  type WebhookRoads,
} from '../support/webhook-roads.ts';

const LEAK = 'hay un tubo roto en Cerro Viento';

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

/** What somebody shows who is not the platform. */
const FORGERIES: Record<string, (road: WebhookRoad, body: string) => string | null> = {
  missing: () => null,
  empty: () => '',
  // In the middle: of some encodings the last letter says nothing.
  wrong: (road, body) => {
    const shown = road.proof(body);
    const at = Math.floor(shown.length * 0.8);
    return `${shown.slice(0, at)}${shown[at] === 'A' ? 'B' : 'A'}${shown.slice(at + 1)}`;
  },
  cut: (road, body) => road.proof(body).slice(0, -4),
  'by another secret': (road, body) => road.proof(body, false),
};

describe.each(WEBHOOK_ROADS)('a call to %s', id => {
  it.each(Object.keys(FORGERIES))('whose proof is %s is refused, and nothing is stored', async name => {
    const before = [rows(), await refusals(all.desk, id)] as const;
    const body = road(id).body(LEAK, 7001);
    const response = await all.call(road(id), body, FORGERIES[name]?.(road(id), body) ?? null);
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(rows()).toEqual(before[0]);
    expect(await refusals(all.desk, id)).toBe(before[1] + 1);
  });

  it('with the proof of every other platform is refused, and nothing is stored', async () => {
    const before = rows();
    const body = road(id).body(LEAK, 7003);
    for (const other of all.roads.filter(known => known.id !== id)) {
      const shown = other.proof(body);
      const headers = { 'content-type': road(id).type, [other.header]: shown, [road(id).header]: shown };
      const url = `${all.desk.url}/channels/${id}/webhook`;
      const response = await fetch(url, { method: 'POST', headers, body });
      expect([other.id, response.status]).toEqual([other.id, 401]);
    }
    expect(rows()).toEqual(before);
  });

  it('that is genuine is stored once, however often and in whatever company it comes', async () => {
    const before = rows();
    const body = road(id).body(LEAK, 7004);
    const shown = road(id).proof(body);
    const first = await Promise.all(Array.from({ length: 5 }, () => all.call(road(id), body, shown)));
    const later = await all.call(road(id), body, shown);
    const answers = await Promise.all(
      [...first, later].map(async one => `${one.status} ${await one.text()}`),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^200 /);
    expect(rows().messages).toBe(before.messages + 1);
  });
});

it('is tried altered on every platform whose proof covers the body', () => {
  expect(all.roads.filter(({ altered }) => altered).map(({ id }) => id)).toEqual([...PROVING_BODIES]);
});

it.each(PROVING_BODIES)(
  'a call to %s that was altered on its way is refused, and nothing is stored',
  async id => {
    const before = rows();
    const body = road(id).body(LEAK, 7002);
    const altered = road(id).altered?.(body) ?? body;
    expect(altered).not.toBe(body);
    expect((await all.call(road(id), altered, road(id).proof(body))).status).toBe(401);
    expect(rows()).toEqual(before);
  },
);
