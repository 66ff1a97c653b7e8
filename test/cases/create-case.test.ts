import { describe, expect, it } from 'vitest';
import { type CreateRequest, createCase, plainAddress } from '../../src/cases/create-case.ts';
import { findNumbers } from '../../src/cases/number.ts';
import { openCasesDesk } from '../support/cases-desk.ts';

const LEAK = 'Hay un tubo roto en Cerro Viento';
const request = (more: Partial<CreateRequest> = {}): CreateRequest => {
  return { kind: 'queja', description: LEAK, privacy: 'normal', reporter: null, ...more };
};
const BY_SMS = { channel: 'sms', address: '+507 6000-1111', name: 'Rosa' };

describe('createCase', () => {
  it('understands service, place and holder from the description', async () => {
    const { deps } = await openCasesDesk();
    const result = await createCase(deps, 'Ana', request());
    expect(result).toMatchObject({
      outcome: 'opened',
      pin: '493817',
      case: {
        ...{ serviceId: 'water_leak', status: 'assigned', description: [LEAK], version: 1 },
        ...{ holder: { agencyId: 'idaan' }, place: { code: '080509', district: 'San Miguelito' } },
      },
    });
  });

  it('gives each case a number that checks', async () => {
    const { deps } = await openCasesDesk();
    const result = await createCase(deps, 'Ana', request());
    const number = 'case' in result ? result.case.number : '';
    expect(findNumbers(number, '311')).toEqual([{ number, valid: true }]);
  });

  it('is the reporter’s own case and tells them its number', async () => {
    const { deps, store, told, jobs } = await openCasesDesk();
    const result = await createCase(deps, 'Ana', request({ reporter: BY_SMS }));
    const key = { channel: 'sms', account: '+5076000000', address: '+50760001111' };
    const talk = await store.conversationOf(key);
    expect(result).toMatchObject({ pin: null, case: { reporter: key, conversationId: talk?.id } });
    expect(await store.casesOf(talk?.id ?? '')).toHaveLength(1);
    expect(await told(talk?.id ?? '')).toEqual(['opened assigned']);
    expect(jobs).toEqual([{ name: 'deliver', conversationId: talk?.id }]);
  });

  it('is the case of a web session by its address', async () => {
    const { deps, store, talk } = await openCasesDesk();
    const session = await talk('session-1', 'web');
    await createCase(deps, 'Ana', request({ reporter: { channel: 'web', address: 'session-1' } }));
    expect(await store.casesOf(session.id)).toHaveLength(1);
  });

  it('keeps a reporter who came to the counter, with a PIN instead of a talk', async () => {
    const { deps } = await openCasesDesk();
    const reporter = { channel: 'counter', address: 'ventanilla 4', name: 'Rosa' };
    const result = await createCase(deps, 'Ana', request({ reporter }));
    expect(result).toMatchObject({ pin: '493817', case: { reporter, conversationId: null } });
    expect('case' in result && result.case.pinHash).toContain('hash of 311-');
  });

  it('refuses a channel that is not on, and a reporter of an anonymous case', async () => {
    const { deps, store } = await openCasesDesk();
    const off = await createCase(deps, 'Ana', request({ reporter: { channel: 'smss', address: '1' } }));
    expect(off).toMatchObject({ outcome: 'undecided', problems: [{ field: 'reporter.channel' }] });
    const anonymous = await createCase(deps, 'Ana', request({ privacy: 'anonymous', reporter: BY_SMS }));
    expect(anonymous).toMatchObject({ problems: [{ field: 'reporter' }] });
    expect((await store.cases({ limit: 10 })).cases).toEqual([]);
  });

  it('opens one case for one idempotency key, also in a race', async () => {
    const { deps, store, told } = await openCasesDesk();
    const same = request({ idempotencyKey: 'k', reporter: BY_SMS });
    const results = await Promise.all([1, 2, 3].map(() => createCase(deps, 'Ana', same)));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['exists', 'exists', 'opened']);
    const { cases } = await store.cases({ limit: 10 });
    expect(cases).toHaveLength(1);
    expect(await told(cases[0]?.conversationId ?? '')).toHaveLength(1);
  });

  it('draws another number when one is taken', async () => {
    const bytes = [Buffer.alloc(6), Buffer.alloc(6), Buffer.alloc(6, 1)];
    const { deps } = await openCasesDesk({ random: () => bytes.shift() ?? Buffer.alloc(6, 9) });
    const [first, second] = [
      await createCase(deps, 'Ana', request()),
      await createCase(deps, 'Ana', request()),
    ];
    expect([first, second].map(({ outcome }) => outcome)).toEqual(['opened', 'opened']);
  });
});

describe('plainAddress', () => {
  it.each([
    ['+507 6000-1111', '+50760001111'],
    [' +1 (305) 555.0100 ', '+13055550100'],
    ['session-1', 'session-1'],
    ['60001111', '60001111'],
    ['rosa+311@example.org', 'rosa+311@example.org'],
  ])('makes %s to %s', (given, plain) => {
    expect(plainAddress(given)).toBe(plain);
  });
});
