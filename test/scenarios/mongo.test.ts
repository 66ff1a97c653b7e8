import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises, type RunningDesk, settingsIn, startDesk } from '../support/running-desk.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';

const missing = missingMongo();
const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

describe.skipIf(missing)(`the desk over ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;
  let desk: RunningDesk;

  beforeAll(async () => {
    database = await someDatabase();
    desk = await startDesk(settingsIn({ STORE_URL: database.url }));
  });

  afterAll(async () => {
    await desk.stop();
    expect(await brokenPromises(desk.settings)).toEqual([]);
    await database.drop();
  });

  it('takes a citizen from the first words to a case, and tells them of its news', async () => {
    const visitor = await desk.visit();
    const summary = await visitor.last(LEAK);
    expect(summary).toMatchObject({ from: 'bot', asks: 'confirm', turn: 1 });
    const { case: number = '' } = await visitor.last('sí');
    expect(number).toMatch(/^311(-\d{3}){3}$/);
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body).toMatchObject({ kind: 'queja', status: 'assigned', agency: 'idaan', description: LEAK });
    const news = visitor.next();
    const note = 'Va una cuadrilla.';
    const changed = await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress', note });
    expect(changed.status).toBe(200);
    expect(await news).toMatchObject({ from: 'bot', case: number, turn: null });
  });

  it('lets a second process take over what the first began', async () => {
    const visitor = await desk.visit();
    expect(await visitor.last(LEAK)).toMatchObject({ asks: 'confirm' });
    const { url } = desk;
    const second = await startDesk(desk.settings);
    expect(second.url).not.toBe(url);
    const listed = await second.api('GET', '/cases?limit=5');
    expect(listed.status).toBe(200);
    expect(listed.body.cases.length).toBeGreaterThan(0);
    await second.stop();
    expect((await visitor.last('sí')).case).toMatch(/^311/);
  });
});
