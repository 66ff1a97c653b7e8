import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/channels/explain.ts';
import { type AllRoads, type RoadStandIn, startAllRoads } from '../support/all-roads.ts';
import { brokenPromises, eventually } from '../support/running-desk.ts';
import { PNG } from '../support/web-files.ts';

let all: AllRoads;
/** How far the desk's clock stands ahead. */
let ahead = 0;

beforeAll(async () => {
  all = await startAllRoads({ now: () => new Date(Date.now() + ahead) });
});

afterAll(async () => {
  await all.stop();
  expect(await brokenPromises(all.desk.settings)).toEqual([]);
});

interface Row {
  id: string;
  state: string;
  waiting: number;
  code: string | null;
}

async function rows(): Promise<Map<string, Row>> {
  const { body } = await all.desk.api('GET', '/channels');
  return new Map((body.channels as Row[]).map(row => [row.id, row]));
}

const check = async (id: string) => (await all.desk.api('POST', `/channels/${id}/check`, {})).body;

async function answered(road: RoadStandIn): Promise<void> {
  const before = road.sent().length;
  await road.says('hola');
  await eventually(async () => road.sent().length > before);
}

/** Those that do not share a token with it. */
const others = (id: string) =>
  all.roads.filter(road => road.id !== id && !(isTwilio(road.id) && isTwilio(id)));
const isTwilio = (id: string) => id === 'sms' || id === 'whatsapp-twilio';

const IDS = ['sms', 'whatsapp-twilio', 'whatsapp', 'messenger', 'telegram', 'email', 'x', 'bot-framework'];

describe.each(IDS)('a token of %s that is taken no more', id => {
  it('is shown, harms no other channel, and loses nothing', async () => {
    const road = all.roads.find(known => known.id === id) as RoadStandIn;
    expect(await check(id)).toMatchObject({ ok: true, code: null });
    await answered(road);
    road.expire();
    const before = road.sent().length;
    await road.says('hola');
    const row = await eventually(async () => {
      const found = (await rows()).get(id);
      return found?.state !== 'ok' && found;
    });
    // Who asks for messages with a token that is not taken has no session either.
    expect(['refused', 'not connected']).toContain(row.state);
    for (const other of others(id)) await answered(other);
    for (const other of others(id)) expect((await rows()).get(other.id)).toMatchObject({ state: 'ok' });
    road.mend();
    ahead += 120_000;
    await eventually(async () => road.sent().length > before);
    await eventually(async () => (await rows()).get(id)?.state === 'ok');
    expect(await check(id)).toMatchObject({ ok: true });
  });
});

it('a photo sent while the token has ended is asked for again in the answer, which leaves with the new token', async () => {
  const road = all.roads.find(({ id }) => id === 'whatsapp') as RoadStandIn;
  const sendsPhoto = () => road.sendsFile?.({ type: 'image/png', bytes: PNG }, 'hay un hueco en la vía');
  const before = road.sent().length;
  road.expire();
  await sendsPhoto();
  ahead += 60_000;
  await eventually(async () => (await rows()).get('whatsapp')?.waiting === 1);
  expect(road.sent()).toHaveLength(before);
  road.mend();
  ahead += 120_000;
  expect(await eventually(async () => road.sent()[before])).toContain('Puede enviarlo otra vez');
  await sendsPhoto();
  expect(await eventually(async () => road.sent()[before + 1])).not.toContain('no se pudo abrir');
});

it.each(IDS.slice(2))('%s says why when it is asked', async id => {
  const road = all.roads.find(known => known.id === id) as RoadStandIn;
  road.expire();
  const said = await check(id);
  expect(said).toEqual({ ok: false, code: expect.any(String), says: [explain('login_refused')] });
  road.mend();
});
