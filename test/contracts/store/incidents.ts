import { expect, it } from 'vitest';
import type { Case } from '../../../src/cases/case.ts';
import { newCase } from '../../support/store.ts';
import { AT, type Begin } from './begin.ts';

const SPOT = { serviceId: 'no-water', code: '080417' };
const ENDED = ['resolved', 'closed', 'rejected', 'withdrawn'] as const;
const PLACE = { ...{ code: '080417', province: null, district: 'Panamá', corregimiento: 'Pacora' } };

/** What several cases of one spot tell of together. */
export function incidentContract(opened: Begin): void {
  const among = (except: string, since = new Date(500)) => ({ since, ended: ENDED, except });

  async function withCases(...more: Partial<Case>[]) {
    const { store, id } = await opened();
    const place = { ...PLACE, text: 'Pacora', lat: null, lon: null };
    const cases = more.map((own, n) => ({
      case: newCase({
        ...{ id: `c${n}`, number: `311-${n}`, serviceId: 'no-water', place, incident: 'i1' },
        ...{ conversationId: id, openedAt: new Date(1_000 + n), ...own },
      }),
      expectedVersion: 0,
      events: [],
    }));
    for (const one of cases) await store.commit({ at: AT, cases: [one] });
    return { store, id };
  }

  it('finds the incident of a spot, and counts the cases of others', async () => {
    const { store, id } = await withCases({}, { conversationId: null }, { conversationId: null });
    expect(await store.incidentAt(SPOT, among('somebody else'))).toEqual({ id: 'i1', cases: 3 });
    expect(await store.incidentAt(SPOT, among(id))).toEqual({ id: 'i1', cases: 2 });
  });

  it('finds none elsewhere, of another service, before its time, or when all has ended', async () => {
    const { store } = await withCases({}, { status: 'resolved', incident: 'i2', openedAt: new Date(9_000) });
    expect(await store.incidentAt({ ...SPOT, code: '080418' }, among('x'))).toBeNull();
    expect(await store.incidentAt({ ...SPOT, serviceId: 'low-pressure' }, among('x'))).toBeNull();
    expect(await store.incidentAt(SPOT, among('x', new Date(2_000)))).toBeNull();
    expect(await store.incidentAt(SPOT, among('x'))).toEqual({ id: 'i1', cases: 1 });
  });

  it('takes the newest of several', async () => {
    const { store } = await withCases(
      { openedAt: new Date(3_000) },
      { incident: 'i2', openedAt: new Date(4_000) },
    );
    expect(await store.incidentAt(SPOT, among('x'))).toEqual({ id: 'i2', cases: 1 });
  });

  it('leaves out who wants to stay unknown', async () => {
    const { store } = await withCases({ privacy: 'confidential' }, { kind: 'denuncia' });
    expect(await store.incidentAt(SPOT, among('x'))).toBeNull();
  });

  it('lists the cases of an incident, oldest first', async () => {
    const { store } = await withCases({ openedAt: new Date(3_000) }, {}, { incident: 'i2' });
    expect((await store.incidentCases('i1')).map(c => [c.number, c.incident])).toEqual([
      ['311-1', 'i1'],
      ['311-0', 'i1'],
    ]);
  });
}
