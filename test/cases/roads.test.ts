import { describe, expect, it } from 'vitest';
import { findRoad, type Search } from '../../src/cases/roads.ts';
import type { NoticePlan } from '../../src/catalogue/catalogue.ts';
import { capabilitiesOfKnown } from '../../src/channels/index.ts';
import { newState } from '../../src/dialogs/state.ts';
import type { Conversation } from '../../src/storage/store.ts';

const NIGHT = new Date('2026-10-27T04:00:00Z');
const MORNING = new Date('2026-10-27T12:00:00Z');
const DAY = new Date('2026-10-26T15:00:00Z');
const LONG_AGO = new Date('2026-10-01T15:00:00Z');

const talk = (channel: string, more: Partial<Conversation> = {}): Conversation => ({
  ...{ id: `talk-${channel}`, channel, account: '', address: 'x', name: null, version: 1, turns: 1, seq: 1 },
  ...{ mode: 'bot', reason: null, review: false, since: null, takenBy: null, optedOut: false, wakeAt: null },
  ...{ failures: 0, state: newState('es'), createdAt: LONG_AGO, lastInboundAt: LONG_AGO, person: 'p' },
  ...more,
});

const kind = { roads: ['conversation', 'sms', 'email'], cost: 'paid', atNight: false } as const;

function search(more: Partial<Search> = {}, news: Partial<NoticePlan['news']['status']> = {}): Search {
  const plan: NoticePlan = {
    quietHours: { from: '21:00', to: '07:00' },
    roads: new Map([
      ['sms', { cost: 'paid', wakes: true }],
      ['email', { cost: 'free', wakes: false }],
    ]),
    news: {
      opened: kind,
      assigned: kind,
      solved: kind,
      question: kind,
      reminder: kind,
      status: { ...kind, ...news },
    },
  };
  return {
    ...{ plan, kind: 'status', from: 0, after: null, own: talk('telegram'), now: DAY },
    others: [talk('email'), talk('sms')],
    capabilitiesOf: capabilitiesOfKnown,
    about: { openedAt: LONG_AGO, privacy: 'normal' },
    ...more,
  };
}

const codes = (given: Search) => findRoad(given).skipped.map(({ road, code }) => `${road}: ${code}`);
const taken = (given: Search) => findRoad(given).take?.conversation.channel ?? null;

describe('news takes', () => {
  it('the road the citizen wrote on, when it can be used', () => {
    expect(findRoad(search())).toMatchObject({ skipped: [], wait: null, take: { step: 0, reason: 'first' } });
    expect(taken(search())).toBe('telegram');
  });

  it('the next one, from where the last one failed, for that reason', () => {
    const found = findRoad(search({ from: 1, after: 'window_closed' }));
    expect(found.take).toMatchObject({ step: 1, reason: 'window_closed', conversation: { channel: 'sms' } });
  });

  it('the page they wrote on when no other road is left, and none of their other pages', () => {
    const [own, other] = [talk('web', { id: 'own' }), talk('web', { id: 'other' })];
    const roads = ['web', 'conversation', 'sms'];
    expect(findRoad(search({ own, others: [other] }, { roads })).take?.conversation.id).toBe('own');
  });

  it('no road that was switched off, refused, not proven, or costs too much, and says so of each', () => {
    const own = talk('telegram', { optedOut: true });
    expect(codes(search({ own }))).toEqual(['telegram: opted_out']);
    expect(findRoad(search({ own })).take?.reason).toBe('opted_out');
    expect(codes(search({ own, others: [talk('email')] }))).toEqual([
      'telegram: opted_out',
      'sms: no_address',
    ]);
    expect(codes(search({ capabilitiesOf: c => (c === 'email' ? capabilitiesOfKnown(c) : null) }))).toEqual([
      'telegram: channel_off',
      'sms: channel_off',
    ]);
    expect(codes(search({ own }, { cost: 'free' }))).toEqual(['telegram: opted_out', 'sms: too_costly']);
    expect(taken(search({ own }, { cost: 'free' }))).toBe('email');
  });

  it('no second time the road it began with, by its other name', () => {
    const own = talk('sms', { optedOut: true });
    expect(codes(search({ own, others: [talk('sms')] }))).toEqual(['sms: opted_out', 'email: no_address']);
  });

  it('none at all, when none is left', () => {
    const found = findRoad(search({ from: 3, after: '5.1.1' }));
    expect(found).toEqual({ skipped: [], take: null, wait: null });
  });

  it('only the road on which something was told in confidence', () => {
    const about = { openedAt: LONG_AGO, privacy: 'confidential' as const };
    expect(taken(search({ about }))).toBe('telegram');
    expect(codes(search({ about, from: 1, after: 'blocked' }))).toEqual([
      'sms: confidential',
      'email: confidential',
    ]);
  });
});

describe('news of who wrote on the page', () => {
  const minutesAgo = (minutes: number): Date => new Date(DAY.getTime() - minutes * 60_000);

  it('is told there while they are there', () => {
    expect(taken(search({ own: talk('web', { lastInboundAt: minutesAgo(9) }) }))).toBe('web');
    const about = { openedAt: minutesAgo(9), privacy: 'normal' } as const;
    expect(taken(search({ own: talk('web'), about }))).toBe('web');
  });

  it('takes the next road when they have left, where they have proven another address', () => {
    const found = findRoad(search({ own: talk('web', { lastInboundAt: minutesAgo(11) }) }));
    expect(found.skipped).toEqual([{ step: 0, road: 'web', reason: 'first', code: 'not_there' }]);
    expect(found.take).toMatchObject({ step: 1, reason: 'not_there', conversation: { channel: 'sms' } });
  });

  it('waits there for them when there is no other road, or none that may be used', () => {
    const own = talk('web');
    const alone = findRoad(search({ own, others: [] }));
    expect(alone.skipped.map(({ road, code }) => [road, code])).toEqual([
      ['web', 'not_there'],
      ['sms', 'no_address'],
      ['email', 'no_address'],
    ]);
    expect(alone.take).toMatchObject({ step: 0, reason: 'no_address', conversation: { channel: 'web' } });
    const about = { openedAt: LONG_AGO, privacy: 'confidential' as const };
    expect(taken(search({ own, about }))).toBe('web');
  });

  it('waits there for them when all other roads have failed', () => {
    for (const lastInboundAt of [LONG_AGO, minutesAgo(1)]) {
      const found = findRoad(search({ own: talk('web', { lastInboundAt }), from: 3, after: '5.1.1' }));
      expect(found.take).toMatchObject({ step: 0, reason: '5.1.1', conversation: { channel: 'web' } });
    }
  });
});

describe('at night news', () => {
  it('waits on a road that wakes', () => {
    expect(findRoad(search({ now: NIGHT }))).toEqual({
      ...{ skipped: [], take: null },
      wait: { step: 0, reason: 'first', road: 'telegram', until: MORNING },
    });
  });

  it('comes by a road that wakes nobody', () => {
    expect(taken(search({ now: NIGHT, own: talk('email') }))).toBe('email');
    expect(taken(search({ now: NIGHT, own: talk('web'), others: [] }))).toBe('web');
  });

  it('reaches who is awake, and whose kind of news may wake them', () => {
    const justNow = new Date(NIGHT.getTime() - 29 * 60_000);
    expect(taken(search({ now: NIGHT, own: talk('telegram', { lastInboundAt: justNow }) }))).toBe('telegram');
    expect(taken(search({ now: NIGHT, about: { openedAt: justNow, privacy: 'normal' } }))).toBe('telegram');
    expect(taken(search({ now: NIGHT }, { atNight: true }))).toBe('telegram');
    const earlier = new Date(NIGHT.getTime() - 31 * 60_000);
    expect(taken(search({ now: NIGHT, own: talk('telegram', { lastInboundAt: earlier }) }))).toBeNull();
  });

  it('does not look for another road meanwhile', () => {
    const own = talk('telegram', { optedOut: true });
    const found = findRoad(search({ now: NIGHT, own }));
    expect([found.skipped.length, found.take, found.wait?.road]).toEqual([1, null, 'sms']);
  });
});
