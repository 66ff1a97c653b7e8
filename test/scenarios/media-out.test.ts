import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AllRoads, type RoadStandIn, startAllRoads } from '../support/all-roads.ts';
import { brokenPromises, eventually, OPERATOR } from '../support/running-desk.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');

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

/** Says it and waits for the next answer on this road. */
async function answerTo(road: RoadStandIn, text: string, wanted: RegExp): Promise<string> {
  ahead += 60_000;
  const before = road.sent().length;
  await road.says(text);
  return eventually(async () =>
    road
      .sent()
      .slice(before)
      .find(said => wanted.test(said)),
  );
}

/** A person takes the talk of a road, sends the file in it, and says so. */
async function sendFile(channel: string): Promise<{ id: string; status: number; said: unknown }> {
  const { body } = await all.desk.api('GET', '/conversations');
  const talk = body.conversations.find((found: { channel: string }) => found.channel === channel);
  await all.desk.api('POST', `/conversations/${talk.id}/take`);
  const kept = await fetch(`${all.desk.url}/api/v1/conversations/${talk.id}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/pdf' },
    body: PDF,
  });
  const { id } = (await kept.json()) as { id: string };
  const words = { text: 'Este es su recibo.', file: { id, name: 'recibo.pdf' } };
  const { status, body: said } = await all.desk.api('POST', `/conversations/${talk.id}/reply`, words);
  return { id, status, said };
}

const road = (id: string): RoadStandIn => all.roads.find(known => known.id === id) as RoadStandIn;

it.each(['email', 'whatsapp', 'telegram', 'messenger'])(
  'on %s a file of a person arrives with their words',
  async id => {
    await answerTo(road(id), 'quiero hablar con una persona', /persona/);
    expect((await sendFile(id)).status).toBe(200);
    const [file] = await eventually(async () => {
      const files = road(id).files?.() ?? [];
      return files.length > 0 && files;
    });
    // A part of Telegram’s form says no type: its name does.
    const type = id === 'telegram' ? 'text/plain' : 'application/pdf';
    expect(file).toEqual({ name: 'recibo.pdf', type, bytes: PDF });
    expect(road(id).sent()).toContainEqual(expect.stringContaining('Este es su recibo.'));
  },
);

it.each([
  ['sms', 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer'],
  ['whatsapp-twilio', 'hay un tubo roto en Pacora, el agua se bota desde ayer'],
  ['x', 'hay un tubo roto en Las Cumbres, el agua se bota desde ayer'],
  ['bot-framework', 'hay un tubo roto en Tocumen, el agua se bota desde ayer'],
])('on %s words say where the file is, and it is there for who has number and PIN', async (id, matter) => {
  await answerTo(road(id), matter, /correct|enviar|envi/i);
  const filed = await answerTo(road(id), 'sí', /PIN/);
  const [, number = '', pin = ''] = /(311(?:-\d{3}){3})\D+(\d{6})/.exec(filed) ?? [];
  await answerTo(road(id), 'quiero hablar con una persona', /persona/);
  expect((await sendFile(id)).status).toBe(200);
  const said = await eventually(async () =>
    road(id)
      .sent()
      .find(text => text.includes('Este es su recibo.')),
  );
  expect(said).toContain(`recibo.pdf`);
  expect(said).toContain(`/caso con el n`);
  expect(said).toContain(number);
  expect(said).not.toContain(pin);
  const post = (path: string, more: Record<string, string> = {}) =>
    fetch(`${all.desk.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ number, pin, ...more }),
    });
  const page = await (await post('/caso')).text();
  const [, file = ''] = /name="file" value="([^"]+)"/.exec(page) ?? [];
  const given = await post('/caso/archivo', { file });
  expect([given.status, Buffer.from(await given.arrayBuffer())]).toEqual([200, PDF]);
  const { body } = await all.desk.api('GET', `/cases/${number}/deliveries`);
  expect(body.deliveries.filter((row: { file: unknown }) => row.file)).toMatchObject([
    { channel: id, file: { name: 'recibo.pdf' } },
  ]);
});

describe('on the web', () => {
  it('the session gets it by a link, nobody else does, and it is gone with what is known of them', async () => {
    const visitor = await all.desk.visit();
    await visitor.ask('quiero hablar con una persona');
    const coming = visitor.next();
    const { id, status } = await sendFile('web');
    expect(status).toBe(200);
    expect(await coming).toMatchObject({ from: 'person', file: { id, name: 'recibo.pdf' } });
    const link = `/chat/media/${id}`;
    expect(Buffer.from(await (await visitor.fetch(link)).arrayBuffer())).toEqual(PDF);
    const other = await all.desk.visit();
    await other.ask('hola');
    expect((await other.fetch(link)).status).toBe(404);
    expect((await fetch(`${all.desk.url}${link}`)).status).toBe(401);
    expect((await visitor.fetch('/chat/erase', { method: 'POST' })).status).toBeLessThan(300);
    expect((await visitor.fetch(link)).status).toBe(404);
  });
});
