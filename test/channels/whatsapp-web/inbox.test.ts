import { describe, expect, it } from 'vitest';
import type { InboundMessage, Receipt } from '../../../src/channels/channel.ts';
import { createInbox } from '../../../src/channels/whatsapp-web/inbox.ts';
import type { Question } from '../../../src/channels/whatsapp-web/protocol.ts';
import { handClock } from '../../support/hand-clock.ts';

const START_S = 1_785_000_000;
const PLACE = 'whatsapp-web place';

/** A desk and a page that do as they are told, and a clock that stands until it is moved. */
function scripted(place = String(START_S)) {
  const clock = handClock();
  const marks = new Map([[PLACE, place]]);
  const desk = {
    ...{ lines: [] as object[], texts: [] as unknown[], receipts: [] as Receipt[], asked: [] as Question[] },
    place: () => Number(marks.get(PLACE)) - START_S,
    isFull: false,
    page: {
      since: async (): Promise<unknown> => ({ told: [], isWhole: true }),
      ticks: async (): Promise<unknown> => ({ told: [], isWhole: true }),
      seen: async (): Promise<unknown> => null,
    },
  };
  const deps = {
    bookmarks: {
      read: async (name: string) => marks.get(name) ?? null,
      write: async (name: string, value: string) => {
        if (desk.isFull) throw new Error('the disk is full');
        marks.set(name, value);
      },
    },
    now: () => new Date(START_S * 1_000),
    timer: clock.timer,
    log: { info: () => {}, warn: (fields: object) => void desk.lines.push(fields) },
    receive: async (messages: InboundMessage[], receipts: Receipt[]) => {
      desk.texts.push(...messages.map(({ text }) => text));
      desk.receipts.push(...receipts);
    },
  };
  const ask = async (question: Question): Promise<unknown> => {
    desk.asked.push(question);
    const { ask: name } = question;
    return name === 'since' || name === 'ticks' || name === 'seen' ? desk.page[name]() : null;
  };
  const open = () => createInbox(deps, ask);
  const asked = (name: Question['ask']) => desk.asked.filter(question => question.ask === name);
  return { desk, open, asked, pass: clock.pass, waits: clock.waits };
}

const tick = (providerId: string, state: Receipt['state'] = 'sent'): Receipt => ({
  ...{ channel: 'whatsapp-web', account: '', providerId, state },
  at: new Date(START_S * 1_000),
});

const live = (text: string, seconds: number): InboundMessage => ({
  ...{ channel: 'whatsapp-web', account: '', address: '+50760000001', providerId: `3A${text}`, text },
  sentAt: new Date((START_S + seconds) * 1_000),
});

const told = (text: string, seconds: number) => ({
  ...{ stanza: `3A${text}`, from: '50760000001@c.us', type: 'chat', body: text, at: START_S + seconds },
});

it('marks one chat after the other as read, and keeps nothing else waiting for that', async () => {
  const { desk, open, asked, pass } = scripted();
  const answers: (() => void)[] = [];
  desk.page.seen = () => new Promise(resolve => answers.push(() => resolve(null)));
  const inbox = open();
  inbox.add([live('uno', 10), { ...live('dos', 11), address: '+50760000002' }], []);
  inbox.add([live('tres', 12)], []);
  await pass(0);
  expect([desk.texts, answers.length]).toEqual([['uno', 'dos', 'tres'], 1]);
  answers[0]?.();
  await pass(0);
  const chats = ['50760000001@c.us', '50760000002@c.us'];
  expect(asked('seen')).toEqual(chats.map(chat => ({ ask: 'seen', chat })));
  inbox.close();
  answers[1]?.();
  await pass(0);
  expect(asked('seen').length).toBe(2);
});

describe('ticks', () => {
  it('are told again when a send was written down, and when it was found that had to be looked for', async () => {
    const { desk, open, pass } = scripted();
    open().add([], [tick('3EB01')]);
    const times: number[] = [];
    for (const ms of [0, 5_000, 55_000, 10_000, 600_000]) {
      await pass(ms);
      times.push(desk.receipts.length);
    }
    expect(times).toEqual([1, 2, 2, 3, 3]);
  });

  it('of a message that failed are not told again when it may have been sent anew', async () => {
    const { desk, open, pass } = scripted();
    open().add([], [tick('3EB01', 'failed')]);
    for (const ms of [0, 5_000, 65_000, 600_000]) await pass(ms);
    expect(desk.receipts.length).toBe(2);
  });

  it('that came while nobody was here are asked for, until the page tells all of them', async () => {
    const { desk, open, asked, pass } = scripted();
    const ticks = [
      { stanza: '3EB01', ack: 3 },
      { stanza: '3EB02', ack: 0 },
      { stanza: '3EB03', ack: -1 },
    ];
    const answers = [undefined, { told: ticks.slice(1), isWhole: false }, { told: ticks, isWhole: true }];
    desk.page.ticks = async () => answers.shift() ?? Promise.reject(new Error('page_failed'));
    open().catchUp();
    for (const ms of [0, 5_000, 10_000, 600_000]) await pass(ms);
    expect(desk.receipts[0]).toMatchObject({ providerId: '3EB01', state: 'read' });
    expect(new Set(desk.receipts.map(({ providerId }) => providerId))).toEqual(new Set(['3EB01']));
    expect(asked('ticks')).toEqual(Array(3).fill({ ask: 'ticks', at: START_S - 86_400 }));
    expect(desk.lines).toContainEqual({ channel: 'whatsapp-web', code: 'ticks_not_read' });
  });
});

describe('what was written while nobody was here', () => {
  it('is stored before what is written now, and the place moves on after it', async () => {
    const { desk, open, asked, pass } = scripted();
    desk.page.since = async () => ({ told: [told('uno', 10), told('dos', 20)], isWhole: true });
    const inbox = open();
    inbox.catchUp();
    inbox.add([live('tres', 30)], []);
    await pass(0);
    expect(desk.texts).toEqual(['uno', 'dos', 'tres']);
    expect(desk.place()).toBe(30);
    expect(asked('since')).toEqual([{ ask: 'since', at: START_S - 60 }]);
    await pass(3_600_000);
    expect(asked('since').length).toBe(1);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('page_failed'))],
    ['tells nothing that can be read', async () => 'nothing'],
    ['tells only some of it', async () => ({ told: [told('uno', 10)], isWhole: false })],
  ])('is read again when the page %s, and the place does not pass it meanwhile', async (_name, page) => {
    const { desk, open, asked, pass } = scripted();
    desk.page.since = page;
    const inbox = open();
    inbox.catchUp();
    inbox.add([live('tres', 30)], []);
    await pass(0);
    inbox.add([live('cuatro', 40)], []);
    for (const ms of [4_000, 1_000, 9_000, 1_000]) await pass(ms);
    expect(desk.texts.filter(text => text !== 'uno')).toEqual(['tres', 'cuatro']);
    expect([desk.place(), asked('since').length]).toEqual([0, 3]);
    desk.page.since = async () => ({
      told: [told('uno', 10), told('dos', 20), told('tres', 30)],
      isWhole: true,
    });
    await pass(20_000);
    expect(desk.texts.filter(text => text === 'uno' || text === 'tres')).toHaveLength(2);
    expect([desk.texts.at(-1), desk.place()]).toEqual(['dos', 40]);
    expect(desk.lines).toContainEqual({ channel: 'whatsapp-web', code: 'not_read' });
    expect(asked('since')).toEqual(Array(4).fill({ ask: 'since', at: START_S - 60 }));
  });

  it('is tried again later each time', async () => {
    const { desk, open, pass, waits } = scripted();
    desk.page.since = () => Promise.reject(new Error('page_failed'));
    open().catchUp();
    await pass(0);
    const pauses: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      pauses.push(...waits());
      await pass(waits()[0] ?? 0);
    }
    expect(pauses.map(ms => ms / 1_000)).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
  });

  it('is left to the next session, place and all, when this one ends before it could be read', async () => {
    const { desk, open, asked, pass } = scripted();
    desk.page.since = () => Promise.reject(new Error('page_lost'));
    const first = open();
    first.add([live('antes', 5)], []);
    first.catchUp();
    first.add([live('tres', 30)], []);
    await pass(0);
    first.close();
    await pass(3_600_000);
    expect([desk.place(), asked('since').length]).toEqual([0, 1]);
  });

  it('does not keep who writes now waiting when it is tried again and the page hangs', async () => {
    const { desk, open, pass } = scripted();
    const answers = [Promise.reject(new Error('page_failed')), new Promise(() => {})];
    desk.page.since = async () => answers.shift();
    const inbox = open();
    inbox.catchUp();
    for (const ms of [0, 5_000]) await pass(ms);
    inbox.add([live('tres', 30)], []);
    await pass(0);
    expect([answers.length, desk.texts]).toEqual([0, ['tres']]);
  });

  it('is read again when its end could not be kept', async () => {
    const { desk, open, pass } = scripted();
    desk.page.since = async () => ({ told: [told('uno', 10)], isWhole: true });
    desk.isFull = true;
    open().catchUp();
    await pass(0);
    expect(desk.place()).toBe(0);
    desk.isFull = false;
    await pass(5_000);
    expect(desk.place()).toBe(10);
  });

  it('is read once more for a message that could not be read as it came', async () => {
    const { desk, open, pass } = scripted();
    const inbox = open();
    inbox.catchUp();
    inbox.add([live('uno', 10)], []);
    await pass(0);
    expect(desk.place()).toBe(10);
    desk.page.since = () => Promise.reject(new Error('page_failed'));
    inbox.unread();
    inbox.add([live('tres', 30)], []);
    await pass(0);
    expect(desk.place()).toBe(10);
    desk.page.since = async () => ({ told: [told('dos', 20), told('tres', 30)], isWhole: true });
    await pass(5_000);
    expect([desk.texts, desk.place()]).toEqual([['uno', 'tres', 'dos'], 30]);
  });
});
