import { describe, expect, it } from 'vitest';
import { keyList, madeKey } from '../../src/api/answers.ts';
import { openApiDesk } from '../support/api-calls.ts';

describe('keys', () => {
  const shared = openApiDesk();

  it('are shown once, kept as a hash and open the door', async () => {
    const { call, server } = await openApiDesk();
    const { status, body } = await call('local', 'POST', '/keys', { name: 'Luis', role: 'operator' });
    expect(status).toBe(201);
    expect(madeKey.parse(body).key).toMatch(/^vk_[\w-]{43}$/);
    const headers = { authorization: `Bearer ${body.key}` };
    expect((await server.inject({ url: '/api/v1/cases', headers })).statusCode).toBe(200);
    const list = await call('local', 'GET', '/keys');
    expect(keyList.parse(list.body).keys).toHaveLength(4);
    expect(JSON.stringify(list.body)).not.toContain(body.key);
  });

  it('are closed by being revoked, at once', async () => {
    const { call } = await openApiDesk();
    expect((await call('idaan', 'GET', '/cases')).status).toBe(200);
    expect((await call('local', 'DELETE', '/keys/idaan')).status).toBe(204);
    expect((await call('idaan', 'GET', '/cases')).status).toBe(401);
    expect((await call('local', 'DELETE', '/keys/idaan')).status).toBe(404);
  });

  it('of an agency see its cases in its district', async () => {
    const { call, server, file } = await openApiDesk();
    const c = await file({ holder: { agencyId: 'mun_otros', districtCode: '0601' } });
    const request = { name: 'Chitré', role: 'agency', agency: 'mun_otros', district: 'Chitré' };
    const { body } = await call('local', 'POST', '/keys', request);
    expect(body).toMatchObject({ agency: 'mun_otros', district: '0601' });
    const headers = { authorization: `Bearer ${body.key}` };
    expect((await server.inject({ url: `/api/v1/cases/${c.number}`, headers })).statusCode).toBe(200);
  });

  it.each([
    ['a name in use', { name: 'idaan', role: 'reader' }, 'name'],
    ['a name of the histories', { name: 'Citizen', role: 'reader' }, 'name'],
    ['an agency’s key without the agency', { name: 'x', role: 'agency' }, 'agency'],
    ['an unknown agency', { name: 'x', role: 'agency', agency: 'nope' }, 'agency'],
    ['a body of one per district without it', { name: 'x', role: 'agency', agency: 'mun_otros' }, 'district'],
    ['an operator with an agency', { name: 'x', role: 'operator', agency: 'idaan' }, 'agency'],
    ['a role nobody knows', { name: 'x', role: 'root' }, 'role'],
    ['no name', { role: 'reader' }, 'name'],
  ])('are not made for %s', async (_what, request, field) => {
    const { call } = await shared;
    const { status, body } = await call('local', 'POST', '/keys', request);
    expect([status, body.problems[0].field]).toEqual([422, field]);
  });
});
