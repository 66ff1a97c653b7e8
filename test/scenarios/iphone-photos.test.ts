import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AllRoads, type RoadStandIn, startAllRoads } from '../support/all-roads.ts';
import { brokenPromises, eventually, OPERATOR } from '../support/running-desk.ts';

/** Points that libheif drew, with a place. */
const HEIC = readFileSync(path.join(import.meta.dirname, '../fixtures/pictures/placed.heic'));
const TIFF = Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(120)]);

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

describe.each(['email', 'telegram'])('on %s', id => {
  const road = (): RoadStandIn => all.roads.find(known => known.id === id) as RoadStandIn;

  it('a HEIC of an iPhone is kept without its place, which is offered', async () => {
    const photo = { type: 'image/heic', bytes: HEIC };
    const asked = await answerTo(road(), () => road().sendsFile?.(photo, 'hay un hueco en la calle'));
    expect(asked).toContain('donde se tomó la foto');
    await answerTo(road(), () => road().says('sí'));
    const number = numberIn(await answerTo(road(), () => road().says('sí')));
    const kept = await fileOf(number);
    expect([kept.type, kept.bytes.length, kept.bytes.includes('SECRET')]).toEqual([
      'image/heic',
      HEIC.length,
      false,
    ]);
  });

  it('what is of no kind that is taken is refused with what may be sent instead, and its words go on', async () => {
    const file = { type: 'image/tiff', bytes: TIFF };
    const asked = await answerTo(road(), () =>
      road().sendsFile?.(file, 'no recogen la basura en Cerro Viento hace una semana'),
    );
    expect(asked).toContain('Puede enviarlo otra vez, como foto JPG');
    expect(asked).toContain('Cerro Viento');
    await answerTo(road(), () => road().says('cancelar'));
  });
});
