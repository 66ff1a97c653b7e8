import { expect, it } from 'vitest';
import { dutiesOf } from '../../src/wiring/roles.ts';

const shared = { storeUrl: 'mongodb://127.0.0.1/desk', channels: new Map([['WHATSAPP_WEB', 'yes']]) };

it('shares the work of one store out: a bound channel’s talks to its process, the rest to who works', () => {
  for (const role of ['all', 'worker']) {
    expect(dutiesOf({ ...shared, role }).share).toEqual({ allBut: ['whatsapp-web'] });
  }
  expect(dutiesOf({ ...shared, role: 'whatsapp-web' }).share).toEqual({ only: ['whatsapp-web'] });
});

it('takes the talks that are in its share, and where it is alone all of them', () => {
  const alone = { ...shared, storeUrl: 'sqlite:desk.db' };
  const taken = (settings: Parameters<typeof dutiesOf>[0]) =>
    ['sms', 'whatsapp-web'].filter(channel => dutiesOf(settings).takes(channel));
  expect(taken({ ...shared, role: 'worker' })).toEqual(['sms']);
  expect(taken({ ...shared, role: 'whatsapp-web' })).toEqual(['whatsapp-web']);
  expect(taken({ ...alone, role: 'all' })).toEqual(['sms', 'whatsapp-web']);
});

it('shares the calls of accounts with others where there may be others, and it sends', () => {
  const sharing = (role: string, storeUrl = shared.storeUrl) =>
    dutiesOf({ ...shared, storeUrl, role }).sharesCalls;
  expect(['all', 'worker', 'command'].map(role => sharing(role))).toEqual([true, true, true]);
  expect(['web', 'whatsapp-web'].map(role => sharing(role))).toEqual([false, false]);
  expect(sharing('all', 'sqlite:desk.db')).toBe(false);
});
