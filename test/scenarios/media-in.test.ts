import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AllRoads, type RoadStandIn, startAllRoads } from '../support/all-roads.ts';
import { brokenPromises, eventually, OPERATOR } from '../support/running-desk.ts';
import { jpegWith } from '../support/web-files.ts';

/** The beginning of a recording as telephones make them. */
const VOICE = Buffer.concat([
  Buffer.from('OggS\0\x02\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead', 'latin1'),
  Buffer.alloc(64),
]);
const CERRO_VIENTO = { lat: 9.056, lon: -79.461 };

let all: AllRoads;
/** How far the desk's clock stands ahead: nobody is to be taken for a flood. */
let ahead = 0;

beforeAll(async () => {
  all = await startAllRoads({ now: () => new Date(Date.now() + ahead) });
});

afterAll(async () => {
  await all.stop();
  expect(await brokenPromises(all.desk.settings)).toEqual([]);
});

/** Does it and waits for the next answer on this road. */
async function answerTo(road: RoadStandIn, act: () => unknown): Promise<string> {
  ahead += 60_000;
  const before = road.sent().length;
  await act();
  return eventually(async () => road.sent()[before]);
}

const numberIn = (text: string): string => /311(-\d{3}){3}/.exec(text)?.[0] ?? '';

/** The first file of a case, as staff see it. */
async function fileOf(number: string): Promise<{ type: string; bytes: Buffer }> {
  const { body } = await all.desk.api('GET', `/cases/${number}`);
  const [{ id, type }] = body.attachments;
  const file = await fetch(`${all.desk.url}/api/v1/cases/${number}/attachments/${id}`, {
    headers: { authorization: `Bearer ${OPERATOR}` },
  });
  return { type, bytes: Buffer.from(await file.arrayBuffer()) };
}

describe.each(['email', 'whatsapp', 'telegram'])('on %s', id => {
  const road = (): RoadStandIn => all.roads.find(known => known.id === id) as RoadStandIn;

  it('the place a photo tells is offered, used when they say yes, and not kept in the photo', async () => {
    const photo = { type: 'image/jpeg', bytes: jpegWith({ at: CERRO_VIENTO, orientation: 6 }) };
    const asked = await answerTo(road(), () => road().sendsFile?.(photo, 'el semáforo está dañado'));
    expect(asked).toContain('donde se tomó la foto');
    expect(await answerTo(road(), () => road().says('sí'))).toContain('Cerro Viento');
    const number = numberIn(await answerTo(road(), () => road().says('sí')));
    const { body } = await all.desk.api('GET', `/cases/${number}`);
    expect(body.place).toMatchObject({ lat: expect.closeTo(9.056, 4), lon: expect.closeTo(-79.461, 4) });
    const kept = await fileOf(number);
    expect(kept.type).toBe('image/jpeg');
    for (const secret of ['GPS-SECRET', 'XMP-SECRET', 'COMMENT-SECRET']) {
      expect(kept.bytes.includes(secret)).toBe(false);
    }
  });

  it('a voice note is kept, a person is offered, and hears it', async () => {
    const voice = { type: 'audio/ogg', bytes: VOICE };
    expect(await answerTo(road(), () => road().sendsFile?.(voice))).toContain('«persona»');
    await answerTo(road(), () => road().says('persona'));
    const { body } = await all.desk.api('GET', '/conversations');
    const talk = body.conversations.find(({ channel }: { channel: string }) => channel === id);
    const told = (await all.desk.api('GET', `/conversations/${talk.id}`)).body;
    const [file] = told.messages.flatMap(({ media = [] }: { media?: string[] }) => media).slice(-1);
    const heard = await fetch(`${all.desk.url}/api/v1/conversations/${talk.id}/media/${file}`, {
      headers: { authorization: `Bearer ${OPERATOR}` },
    });
    expect([heard.status, Buffer.from(await heard.arrayBuffer())]).toEqual([200, VOICE]);
  });
});
