import { describe, expect, it } from 'vitest';
import { routesOf } from '../../src/api/routes.ts';
import { type ApiDesk, openApiDesk, type Who } from '../support/api-calls.ts';

/** What each caller gets of a case held by IDAAN, by a junta elsewhere, and of none. */
type Row = [route: string, body: unknown, expected: Partial<Record<Who, Expected>>];
interface Expected {
  own: number;
  foreign: number;
  unknown: number;
}
const all = (status: number): Expected => ({ own: status, foreign: status, unknown: status });
const every = { own: 200, foreign: 200, unknown: 404 };
const own = { own: 200, foreign: 404, unknown: 404 };
const no = all(403);

const PER_CASE: Row[] = [
  ['GET /cases/:number', undefined, { operator: every, idaan: own, reader: every }],
  ['GET /cases/:number/deliveries', undefined, { operator: every, idaan: own, reader: no }],
  ['GET /cases/:number/attachments/:id', undefined, { operator: every, idaan: own, reader: no }],
  ['POST /cases/:number/status', { status: 'in_progress' }, { operator: every, idaan: own, reader: no }],
  ['POST /cases/:number/assign', { agency: 'mop' }, { operator: every, idaan: own, reader: no }],
  ['POST /cases/:number/question', { text: '¿Cuál casa?' }, { operator: every, idaan: own, reader: no }],
  ['POST /cases/:number/notes', { text: 'nota' }, { operator: every, idaan: own, reader: no }],
];

const CREATE = { kind: 'queja', description: 'tubo roto en Cerro Viento' };
/** Routes that are not about one case: the status for operator, agency and reader. */
const OTHERS: [route: string, body: unknown, operator: number, agency: number, reader: number][] = [
  ['GET /cases', undefined, 200, 200, 200],
  ['POST /cases', CREATE, 201, 403, 403],
  ['POST /cases/search', { address: '+50760001111' }, 200, 403, 403],
  ['GET /conversations', undefined, 200, 403, 403],
  ['GET /conversations/:id', undefined, 404, 403, 403],
  ['GET /conversations/:id/messages', undefined, 404, 403, 403],
  ['GET /conversations/:id/media/:media', undefined, 404, 403, 403],
  ['POST /conversations/:id/media', undefined, 404, 403, 403],
  ['POST /conversations/:id/take', undefined, 404, 403, 403],
  ['POST /conversations/:id/reply', { text: 'Buenas' }, 404, 403, 403],
  ['POST /conversations/:id/release', undefined, 404, 403, 403],
  ['GET /parked', undefined, 200, 403, 403],
  ['GET /parked/:id', undefined, 404, 403, 403],
  ['POST /parked/:id/retry', undefined, 404, 403, 403],
  ['POST /parked/:id/drop', { reason: 'answered' }, 404, 403, 403],
  ['GET /channels', undefined, 200, 403, 403],
  ['POST /channels/:id/check', undefined, 404, 403, 403],
  ['GET /channels/:id/pairing', undefined, 404, 403, 403],
  ['POST /understand', { text: 'tubo' }, 200, 200, 200],
  ['GET /keys', undefined, 403, 403, 403],
  ['POST /keys', { name: 'Luis', role: 'reader' }, 403, 403, 403],
  ['DELETE /keys/:id', undefined, 403, 403, 403],
  ['POST /keyring/rotate', undefined, 403, 403, 403],
  ['GET /model', undefined, 403, 403, 403],
  ['POST /model/train', undefined, 403, 403, 403],
  ['POST /model/rollback', undefined, 403, 403, 403],
  ['POST /terminals/:channel/:session/messages', { text: 'hola' }, 403, 403, 403],
  ['GET /terminals/:channel/:session/messages', undefined, 403, 403, 403],
];

async function withCases(): Promise<ApiDesk & { numbers: Numbers }> {
  const desk = await openApiDesk();
  const talk = await desk.talk();
  const media = await desk.store.addMedia(talk.id, { type: 'image/png', bytes: Buffer.from('png') });
  const attachments = [{ id: media, type: 'image/png', bytes: 3 }];
  const mine = await desk.file({ conversationId: talk.id, attachments });
  const holder = { agencyId: 'mun_otros', districtCode: '0602' };
  const theirs = await desk.file({ conversationId: talk.id, attachments, holder });
  const numbers = { own: mine.number, foreign: theirs.number, unknown: '311-999-999-999', media };
  return { ...desk, numbers };
}
type Numbers = { own: string; foreign: string; unknown: string; media: string };

describe('who may do what', () => {
  const shared = openApiDesk();

  it.each(PER_CASE)('%s is answered by role and holder', async (route, body, expected) => {
    const [method = 'GET', path = ''] = route.split(' ');
    for (const [who, statuses] of Object.entries(expected) as [Who, Expected][]) {
      const { call, numbers } = await withCases();
      for (const which of ['own', 'foreign', 'unknown'] as const) {
        const url = path.replace(':number', numbers[which]).replace(':id', numbers.media);
        const { status } = await call(who, method as 'GET', url, body);
        expect([who, which, status]).toEqual([who, which, statuses[which]]);
      }
    }
  });

  it.each(OTHERS)('%s is answered by role', async (route, body, operator, agency, reader) => {
    const [method = 'GET', path = ''] = route.split(' ');
    const { call } = await withCases();
    const url = path.replace(':id', 'none');
    const statuses = await Promise.all(
      (['operator', 'idaan', 'reader'] as const).map(who => call(who, method as 'GET', url, body)),
    );
    expect(statuses.map(({ status }) => status)).toEqual([operator, agency, reader]);
  });

  it('covers every route there is', async () => {
    const { deps } = await openApiDesk();
    const known = routesOf(deps).map(({ method, path }) => `${method} ${path}`);
    expect([...PER_CASE, ...OTHERS].map(([route]) => route).sort()).toEqual(known.sort());
  });

  it.each([
    ...PER_CASE.map(([route]) => route),
    ...OTHERS.map(([route]) => route),
    'GET /nowhere',
    'DELETE /cases',
    'GET ',
  ])('%s is 401 without a key', async route => {
    const [method = 'GET', path = ''] = route.split(' ');
    const { call } = await shared;
    const { status, type } = await call('nobody', method as 'GET', path.replace(/:\w+/, 'x'));
    expect([status, type]).toEqual([401, 'application/problem+json; charset=utf-8']);
  });

  it.each(['/api/v1/cases', '/%61pi/v1/cases', '/api/v1/nowhere', '/%61pi/v1/nowhere', '/api/v1?x=1'])(
    '%s is 401 however its address is spelled',
    async url => {
      const { server } = await shared;
      const response = await server.inject({ url });
      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toBe('Bearer');
    },
  );

  it('answers a valid key at an unknown address with 404, at a known one with the methods it takes', async () => {
    const { call } = await openApiDesk();
    expect((await call('reader', 'GET', '/nowhere')).status).toBe(404);
    expect((await call('reader', 'DELETE', '/cases')).status).toBe(405);
  });

  it('gives the keys to the machine’s own command line only', async () => {
    const { call } = await openApiDesk();
    expect((await call('local', 'GET', '/keys')).status).toBe(200);
    expect((await call('local', 'POST', '/keyring/rotate', {})).body).toEqual({ rewrapped: 3 });
  });

  it.each([
    ['a revoked key', 'Bearer idaan-key'],
    ['another scheme', 'Basic b3BlcmF0b3Ita2V5'],
    ['a key with something behind it', 'Bearer operator-key x'],
    ['an endless header', `Bearer ${'x'.repeat(2_000)}`],
    ['the hash of a key', 'Bearer hashed operator-key'],
    ['nothing', 'Bearer '],
  ])('refuses %s', async (_what, authorization) => {
    const { server, store, deps } = await shared;
    await store.revokeKey('idaan', deps.now());
    const response = await server.inject({ url: '/api/v1/cases', headers: { authorization } });
    expect(response.statusCode).toBe(401);
  });
});

describe('what a key sees of a case', () => {
  const reporter = { channel: 'sms', account: '', address: '+50760001111', name: 'Rosa', contact: 'tarde' };
  const place = {
    ...{ code: '080502', province: 'Panamá', district: 'San Miguelito', corregimiento: 'Belisario Frías' },
    ...{ text: 'casa 14', lat: 9.05, lon: -79.48 },
  };
  const shown = async (who: Who, more: object) => {
    const desk = await openApiDesk();
    const c = await desk.file({ reporter, place, ...more });
    await desk.call('operator', 'POST', `/cases/${c.number}/notes`, { text: 'es mi vecina' });
    return (await desk.call(who, 'GET', `/cases/${c.number}`)).body;
  };

  it('is everything for an operator', async () => {
    const c = await shown('operator', { privacy: 'confidential' });
    expect(c).toMatchObject({
      reporter: { channel: 'sms', address: '+50760001111', name: 'Rosa', contact: 'tarde' },
      description: 'hay un tubo roto',
      place: { text: 'casa 14', lat: 9.05 },
    });
  });

  it('is how to reach the citizen for the holder, without the address', async () => {
    const c = await shown('idaan', {});
    expect(c.reporter).toEqual({ channel: 'sms', address: null, name: 'Rosa', contact: 'tarde' });
    expect(c.history.at(-1)).toMatchObject({ what: 'internal_note', note: 'es mi vecina' });
  });

  it('is nothing of the reporter for the holder of a confidential case', async () => {
    const c = await shown('idaan', { privacy: 'confidential' });
    expect(c.reporter).toBeNull();
    expect(c.description).toBe('hay un tubo roto');
  });

  it('is no word of anybody for a reader', async () => {
    const c = await shown('reader', { kind: 'denuncia' });
    expect(c).toMatchObject({ reporter: null, description: null, attachments: [], question: null });
    expect(c.place).toEqual({
      ...{ province: 'Panamá', district: 'San Miguelito', corregimiento: null },
      ...{ text: null, lat: null, lon: null },
    });
    expect(JSON.stringify(c)).not.toMatch(/vecina|Rosa|tubo roto|casa 14|Mesa/);
  });

  it('keeps lists within the agency and its district', async () => {
    const desk = await openApiDesk();
    const chitre = await desk.file({ holder: { agencyId: 'mun_otros', districtCode: '0601' } });
    await desk.file({ holder: { agencyId: 'mun_otros', districtCode: '0602' } });
    await desk.file();
    const list = async (query: string) => (await desk.call('chitre', 'GET', `/cases${query}`)).body.cases;
    expect((await list('')).map(({ number }: { number: string }) => number)).toEqual([chitre.number]);
    expect(await list('?agency=idaan')).toEqual([]);
    expect(await list('?agency=mun_otros')).toHaveLength(1);
  });
});
