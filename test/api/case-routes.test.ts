import { describe, expect, it } from 'vitest';
import { casePage, deliveryList, openedCase, shownCase } from '../../src/api/answers.ts';
import { openApiDesk } from '../support/api-calls.ts';

const LEAK = { kind: 'queja', description: 'Hay un tubo roto\nen Cerro Viento' };

describe('POST /cases', () => {
  it('answers 201 with the case as it is promised', async () => {
    const { call } = await openApiDesk();
    const reporter = { channel: 'sms', address: '+507 6000-1111', name: 'Rosa' };
    const { status, body } = await call('operator', 'POST', '/cases', { ...LEAK, reporter });
    expect(status).toBe(201);
    expect(openedCase.parse(body)).toMatchObject({
      ...{ kind: 'queja', status: 'assigned', agency: 'idaan', service: 'water_leak', overdue: false },
      ...{ description: LEAK.description, privacy: 'normal', rating: null, confirmed: null, incident: null },
      ...{ reporter: { channel: 'sms', address: '+50760001111', name: 'Rosa', contact: null } },
      ...{ place: { district: 'San Miguelito' }, openedAt: '2026-10-26T15:00:00.000Z' },
    });
    expect(body.history.map(({ what, by }: { what: string; by: string }) => [what, by])).toEqual([
      ['opened', 'Mesa'],
      ['assigned', 'Mesa'],
      ['status', 'Mesa'],
    ]);
    expect(body).not.toHaveProperty('pin');
  });

  it('shows the PIN once for a case no conversation shows', async () => {
    const { call } = await openApiDesk();
    const { body } = await call('operator', 'POST', '/cases', { ...LEAK, privacy: 'anonymous' });
    expect(body).toMatchObject({ pin: '493817', reporter: null });
    expect((await call('operator', 'GET', `/cases/${body.number}`)).body).not.toHaveProperty('pin');
  });

  it('answers the same key again with the case of the first time', async () => {
    const { call } = await openApiDesk();
    const request = { ...LEAK, idempotencyKey: 'import-17' };
    const first = await call('operator', 'POST', '/cases', request);
    const again = await call('operator', 'POST', '/cases', { ...request, description: 'otra cosa' });
    expect([again.status, again.body.number]).toEqual([200, first.body.number]);
  });

  it('names the field that cannot be decided', async () => {
    const { call } = await openApiDesk();
    const { status, type, body } = await call('operator', 'POST', '/cases', {
      kind: 'queja',
      description: 'hola',
    });
    expect([status, type]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(body.problems).toMatchObject([{ field: 'service' }]);
  });
});

describe('reading cases', () => {
  const shared = openApiDesk();

  it('pages through a list, newest first, none twice', async () => {
    const { call, file, at } = await openApiDesk();
    for (let i = 0; i < 5; i += 1) {
      at(new Date(Date.UTC(2026, 9, 26, 15, Math.floor(i / 2))));
      await file();
    }
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await call('operator', 'GET', `/cases?limit=2&cursor=${cursor}`);
      seen.push(...casePage.parse(body).cases.map(({ number }) => number));
      cursor = body.next ?? '';
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('narrows a list by everything it names, and by nothing that is empty', async () => {
    const { call, file } = await openApiDesk();
    const place = {
      code: '080502',
      province: null,
      district: null,
      corregimiento: null,
      text: '',
      lat: null,
      lon: null,
    };
    const c = await file({ place });
    await file({ kind: 'denuncia', serviceId: 'garbage', holder: { agencyId: 'aaud', districtCode: null } });
    for (const [query, count] of [
      ['status=&kind=&agency=&service=&district=&since=&cursor=', 2],
      ['kind=denuncia', 1],
      ['agency=idaan&service=water_leak', 1],
      ['district=San%20Miguelito', 1],
      ['district=0805', 1],
      ['status=closed', 0],
      ['since=2026-10-26', 2],
      ['since=2026-10-27', 0],
      ['since=2026-10-26T15:00:01Z', 0],
    ] as const) {
      const { body } = await call('operator', 'GET', `/cases?${query}`);
      expect([query, body.cases?.length]).toEqual([query, count]);
    }
    expect((await call('operator', 'GET', '/cases?agency=idaan')).body.cases[0].number).toBe(c.number);
  });

  it.each([
    'status=nope',
    'since=yesterday',
    'limit=0',
    'limit=9999',
    'kind=queja&kind=idea',
    'nope=1',
    'district=Atlantis',
  ])('refuses %s and names the field', async query => {
    const { call } = await shared;
    const { status, body } = await call('operator', 'GET', `/cases?${query}`);
    expect(status).toBe(422);
    expect(body.problems[0].field).toBe(query.split('=')[0]);
  });

  it('finds the cases of an address on every channel', async () => {
    const { call, talk, file } = await openApiDesk();
    const c = await file({ conversationId: (await talk()).id });
    const { body } = await call('operator', 'POST', '/cases/search', { address: '+507 6000 1111' });
    expect(casePage.parse(body).cases.map(({ number }) => number)).toEqual([c.number]);
    expect((await call('operator', 'POST', '/cases/search', { address: '+50769999999' })).body.cases).toEqual(
      [],
    );
  });

  it('finds a case however its number was typed', async () => {
    const { call } = await openApiDesk();
    const { number } = (await call('operator', 'POST', '/cases', LEAK)).body;
    for (const typed of [number, number.replaceAll('-', ''), number.replaceAll('-', '%20')]) {
      const { body } = await call('operator', 'GET', `/cases/${typed}`);
      expect(shownCase.parse(body).number).toBe(number);
    }
  });

  it('gives a file back as it came, never to be run', async () => {
    const { server, talk, file, store } = await openApiDesk();
    const { id } = await talk();
    const media = await store.addMedia(id, { type: 'image/png', bytes: Buffer.from('a png') });
    const c = await file({ conversationId: id, attachments: [{ id: media, type: 'image/png', bytes: 5 }] });
    const get = (name: string) =>
      server.inject({
        url: `/api/v1/cases/${c.number}/attachments/${name}`,
        headers: { authorization: 'Bearer operator-key' },
      });
    const response = await get(media);
    expect([response.statusCode, response.body]).toEqual([200, 'a png']);
    expect(response.headers).toMatchObject({
      ...{ 'content-type': 'image/png', 'content-disposition': 'attachment' },
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect((await get('other')).statusCode).toBe(404);
  });

  it('keeps files of the same talk that are not of the case to itself', async () => {
    const { call, talk, file, store } = await openApiDesk();
    const { id } = await talk();
    const media = await store.addMedia(id, { type: 'image/png', bytes: Buffer.from('private') });
    const c = await file({ conversationId: id });
    expect((await call('operator', 'GET', `/cases/${c.number}/attachments/${media}`)).status).toBe(404);
  });

  it('says what the citizen was told, when, and whether it arrived', async () => {
    const { call, talk, file } = await openApiDesk();
    const c = await file({ conversationId: (await talk()).id });
    await call('operator', 'POST', `/cases/${c.number}/status`, { status: 'in_progress', note: 'Cuadrilla' });
    const { body } = await call('idaan', 'GET', `/cases/${c.number}/deliveries`);
    expect(deliveryList.parse(body).deliveries).toMatchObject([
      { channel: 'sms', text: 'status in_progress Cuadrilla', state: 'pending', receipt: null, attempts: 0 },
    ]);
  });
});

describe('changing cases', () => {
  const shared = openApiDesk();

  it('moves, and answers the case as it then is', async () => {
    const { call, file } = await openApiDesk();
    const c = await file();
    const { status, body } = await call('idaan', 'POST', `/cases/${c.number}/status`, {
      ...{ status: 'in_progress', note: 'Cuadrilla asignada' },
    });
    expect(status).toBe(200);
    expect(shownCase.parse(body)).toMatchObject({ status: 'in_progress', number: c.number });
    expect(body.history.at(-1)).toEqual({
      ...{ at: '2026-10-26T15:00:00.000Z', what: 'status', from: 'assigned', to: 'in_progress' },
      ...{ by: 'idaan', note: 'Cuadrilla asignada' },
    });
  });

  it('answers the same status again with 200 and sends nothing', async () => {
    const { call, file, talk, told } = await openApiDesk();
    const { id } = await talk();
    const c = await file({ conversationId: id });
    expect((await call('operator', 'POST', `/cases/${c.number}/status`, { status: 'assigned' })).status).toBe(
      200,
    );
    expect(await told(id)).toEqual([]);
  });

  it('answers a forbidden step with 409 and the allowed ones', async () => {
    const { call, file } = await openApiDesk();
    const c = await file();
    const { status, body } = await call('operator', 'POST', `/cases/${c.number}/status`, {
      status: 'closed',
    });
    expect(status).toBe(409);
    expect(body.detail).toContain('in_progress, awaiting_citizen, resolved, rejected, withdrawn');
  });

  it.each([
    ['no status', {}, 'status'],
    ['an unknown status', { status: 'done' }, 'status'],
    ['a rejection without a reason', { status: 'rejected' }, 'reason'],
    ['an unknown reason', { status: 'rejected', reason: 'because' }, 'reason'],
    ['a blank note', { status: 'in_progress', note: ' \n' }, 'note'],
    ['a field nobody knows', { status: 'in_progress', nota: 'x' }, 'nota'],
  ])('refuses %s and names it', async (_what, request, field) => {
    const { call, file } = await shared;
    const c = await file();
    const { status, body } = await call('operator', 'POST', `/cases/${c.number}/status`, request);
    expect([status, body.problems[0].field]).toEqual([422, field]);
  });

  it('assigns by agency and district, named or coded', async () => {
    const { call, file } = await openApiDesk();
    const c = await file();
    const assign = (request: object) => call('operator', 'POST', `/cases/${c.number}/assign`, request);
    expect((await assign({ agency: 'mun_otros' })).body.problems).toMatchObject([{ field: 'district' }]);
    expect((await assign({ agency: 'nope' })).body.problems).toMatchObject([{ field: 'agency' }]);
    const { body } = await assign({ agency: 'mun_otros', district: 'chitre' });
    expect(body).toMatchObject({ agency: 'mun_otros', district: '0601' });
    expect(body.history.at(-1)).toMatchObject({ what: 'transferred', from: 'idaan', to: 'mun_otros/0601' });
    expect((await call('chitre', 'GET', `/cases/${c.number}`)).status).toBe(200);
    expect((await call('idaan', 'GET', `/cases/${c.number}`)).status).toBe(404);
  });

  it('asks the citizen and waits', async () => {
    const { call, file, talk, told } = await openApiDesk();
    const { id } = await talk();
    const c = await file({ conversationId: id });
    const { body } = await call('idaan', 'POST', `/cases/${c.number}/question`, { text: '¿Cuál casa?' });
    expect(body).toMatchObject({ status: 'awaiting_citizen', question: '¿Cuál casa?' });
    // A text message is written in its own alphabet.
    expect(await told(id)).toEqual(['question awaiting_citizen ¿Cual casa?']);
  });

  it('keeps idempotency keys of two callers apart', async () => {
    const { call, file } = await openApiDesk();
    const c = await file();
    const note = { text: 'nota', idempotencyKey: '1' };
    for (const who of ['operator', 'idaan', 'idaan'] as const) {
      await call(who, 'POST', `/cases/${c.number}/notes`, note);
    }
    const { history } = (await call('operator', 'GET', `/cases/${c.number}`)).body;
    expect(history.filter(({ what }: { what: string }) => what === 'internal_note')).toHaveLength(2);
  });
});
