import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises, type RunningDesk, settingsIn, startDesk } from '../support/running-desk.ts';
import { fileReport } from '../support/visitor.ts';
import { PNG } from '../support/web-files.ts';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(async () => {
  await desk.stop();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

describe('a citizen on the web', () => {
  it('goes from the first words to a case number in two messages', async () => {
    const visitor = await desk.visit();
    const summary = await visitor.last(LEAK);
    expect(summary).toMatchObject({ from: 'bot', asks: 'confirm', turn: 1 });
    expect(summary.choices.length).toBeGreaterThan(1);
    const filed = await visitor.last('sí');
    expect(filed.case).toMatch(/^311(-\d{3}){3}$/);
    const { body } = await desk.api('GET', `/cases/${filed.case}`);
    expect(body).toMatchObject({
      ...{ kind: 'queja', status: 'assigned', agency: 'idaan', description: LEAK, privacy: 'normal' },
      place: { district: 'San Miguelito' },
      reporter: { channel: 'web', address: visitor.session },
    });
  });

  it('sees a change of status within a second, and closes the case', async () => {
    const visitor = await desk.visit();
    const { case: number = '' } = await fileReport(visitor, LEAK);
    const news = visitor.next();
    await new Promise(resolve => setTimeout(resolve, 50));
    const began = performance.now();
    const { status } = await desk.api('POST', `/cases/${number}/status`, {
      status: 'in_progress',
      note: 'Va una cuadrilla.',
    });
    expect(status).toBe(200);
    expect(await news).toMatchObject({ from: 'bot', case: number, turn: null });
    expect(performance.now() - began).toBeLessThan(10_000);
    const solved = visitor.next();
    await desk.api('POST', `/cases/${number}/status`, { status: 'resolved' });
    const asked = await solved;
    expect(asked).toMatchObject({ asks: 'solved', case: number });
    const rated = await visitor.last({ choice: asked.choices[0]?.value ?? '' });
    expect(rated.asks).toBe('rating');
    await visitor.last('5');
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body).toMatchObject({ status: 'closed', confirmed: true, rating: 5 });
  });

  it('sees from another talk where a case stands by its number and PIN, and by nothing less', async () => {
    const { text, case: number = '' } = await fileReport(await desk.visit(), LEAK);
    const pin = /PIN es (\d{6})/.exec(text)?.[1] ?? '';
    const other = await desk.visit();
    const seen = await other.last(`mi caso es ${number} y el pin ${pin}`);
    expect(seen.text).toMatch(/IDAAN/);
    const wrong = String((Number(pin) + 1) % 1_000_000).padStart(6, '0');
    const stranger = await desk.visit();
    for (const guess of [`${number} pin ${wrong}`, `${number}`]) {
      expect((await stranger.last(guess)).text).not.toContain('IDAAN');
    }
    expect((await stranger.last(`${number} pin ${wrong}`)).text).toContain('no van juntos');
    await stranger.last(`${number} pin ${wrong}`);
    expect((await stranger.last(`${number} pin ${pin}`)).text).toContain('Espere');
    expect((await other.last('mis casos')).text).not.toContain(number);
  });

  it('is told by a stream, too', async () => {
    const visitor = await desk.visit();
    const stop = new AbortController();
    const stream = await visitor.fetch('/chat/events', { signal: stop.signal });
    const lines = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await visitor.send({ text: 'hola' });
    let seen = '';
    while (!seen.includes('"from":"bot"')) seen += (await lines?.read())?.value ?? '';
    expect(seen).toContain('"asks":');
    stop.abort();
  });

  it('sends a photo that becomes the case’s own, and no other session’s', async () => {
    const visitor = await desk.visit();
    const { status, id } = await visitor.upload(PNG);
    expect(status).toBe(201);
    const first = await visitor.last({ text: LEAK, media: [id] });
    expect(first.asks).toBe('confirm');
    const { case: number = '' } = await visitor.last('sí');
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body.attachments).toEqual([{ id, type: 'image/png', bytes: PNG.length }]);
    const other = await desk.visit();
    expect((await other.send({ text: LEAK, media: [id] })).status).toBe(422);
  });

  it('is one of forty who write at the same time, each with a case of their own', async () => {
    const crowd = await Promise.all(Array.from({ length: 40 }, () => desk.visit()));
    const numbers = await Promise.all(crowd.map(async one => (await fileReport(one, LEAK)).case));
    expect(new Set(numbers).size).toBe(40);
    const talks = await Promise.all(crowd.map(one => one.read(0)));
    expect(talks.map(items => items.filter(({ from }) => from === 'citizen').length)).toEqual(
      Array(40).fill(2),
    );
  });

  it('says the same thing once, however often it arrives', async () => {
    const visitor = await desk.visit();
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => visitor.send({ id: 'same', text: LEAK })),
    );
    expect(sent.filter(({ status }) => status === 202)).toHaveLength(1);
    await visitor.next();
    await visitor.send({ id: 'same', text: LEAK });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect((await visitor.read(0)).filter(({ from }) => from === 'bot').map(({ turn }) => turn)).toEqual([1]);
  });

  it('writes four short messages that are one turn', async () => {
    const patient = await startDesk(settingsIn({ QUIET_GAP_MS: '1000' }));
    const visitor = await patient.visit();
    for (const text of ['buenas', 'hay un tubo roto', 'en Cerro Viento', 'desde ayer'])
      await visitor.send({ text });
    await visitor.next();
    const items = await visitor.read(0);
    expect(items.filter(({ from }) => from === 'citizen').map(({ turn }) => turn)).toEqual([1, 1, 1, 1]);
    expect(items.at(-1)).toMatchObject({ turn: 1, asks: 'confirm' });
    await patient.stop();
  });

  it('opens the case’s page with number and PIN, and nothing with a wrong one', async () => {
    const visitor = await desk.visit();
    const filed = await fileReport(visitor, LEAK);
    const pin = /PIN\D*(\d{4,6})/.exec(filed.text)?.[1] ?? '';
    const look = (given: string): Promise<Response> =>
      fetch(`${desk.url}/caso`, {
        method: 'POST',
        body: new URLSearchParams({ number: filed.case ?? '', pin: given }),
      });
    const shown = await look(pin);
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining(LEAK)]);
    expect((await look(pin === '000000' ? '000001' : '000000')).status).toBe(404);
  });

  it('takes their data along and has it erased; the matter stays', async () => {
    const visitor = await desk.visit();
    const { case: number = '' } = await fileReport(visitor, LEAK);
    const exported = await (await visitor.fetch('/chat/export')).json();
    expect(exported).toMatchObject({ cases: [{ number }], messages: expect.any(Array) });
    const erased = await visitor.fetch('/chat/erase', { method: 'POST' });
    expect(await erased.json()).toMatchObject({ stays: [{ number }] });
    expect(await visitor.read(0)).toEqual([]);
    expect((await desk.api('GET', `/cases/${number}`)).body.reporter).toBeNull();
  });

  it('erases by asking for it, after one question', async () => {
    const visitor = await desk.visit();
    await visitor.last('hola');
    const asked = await visitor.last('borrar mis datos');
    expect(asked.asks).toBe('confirm');
    await visitor.send({ text: 'sí' });
    // Who reads on from a place of the old talk is told all the same.
    const began = performance.now();
    const told = await visitor.fetch(`/chat/messages?after=${asked.seq + 1}&wait=25`);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(((await told.json()) as { messages: unknown }).messages).toMatchObject([
      { seq: 1, from: 'bot', text: expect.stringMatching(/^Listo: borré/) },
    ]);
    expect(await visitor.read(0)).toHaveLength(1);
  });
});
