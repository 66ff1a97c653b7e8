import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../../src/channels/channel.ts';
import { channelContract } from '../../contracts/channel.ts';
import { fixturesOf } from '../../support/fixtures.ts';
import { telegramChannel, telegramRequest, textUpdate } from '../../support/telegram-channel.ts';

const FIXTURES = fixturesOf('telegram');
const of = (name: string) => telegramRequest(null, { body: Buffer.from(FIXTURES[name] ?? '') });
const NOTHING = ['group-message', 'group-tap', 'edited', 'poll', 'pinned', 'reaction'];

channelContract('telegram', {
  open: async () => telegramChannel(),
  webhook: {
    genuine: (...texts) => texts.map((text, i) => telegramRequest(textUpdate(text, i + 1))),
    signed: (body, type) => telegramRequest(null, { body, type }),
    foreign: text => telegramRequest(textUpdate(text), { secret: 'another-secret-of-theirs' }),
    proof: ['x-telegram-bot-api-secret-token'],
    provesCallerOnly: true,
    unknown: NOTHING.map(of),
  },
});

const BASE = { channel: 'telegram', account: '777000111', address: '900100200', name: 'Ana' };

/** What each payload says; `sentAt` is left to its own test. */
const EXPECTED: Record<string, object[]> = {
  text: [{ name: 'Ana Batista', providerId: '900100200.41', text: 'hay un tubo roto en Cerro Viento' }],
  'start-with-payload': [
    { providerId: 'start.900100200.1', signal: 'optIn', signalAnswered: true },
    { providerId: '900100200.1', text: 'hola' },
  ],
  'start-in-english': [
    {
      address: '900100201',
      name: 'John',
      providerId: 'start.900100201.1',
      signal: 'optIn',
      signalAnswered: true,
    },
    { address: '900100201', name: 'John', providerId: '900100201.1', text: 'hello' },
  ],
  command: [{ providerId: '900100200.42', text: 'mis casos' }],
  stop: [{ providerId: '900100200.43', text: 'stop', signal: 'optOut', signalAnswered: false }],
  tap: [{ providerId: 'tap.3867394837493847393', choice: 'confirm:yes' }],
  'tap-on-old-message': [{ providerId: 'tap.3867394837493847394', choice: 'place:080417:Pacora' }],
  photo: [{ providerId: '900100200.45', text: 'así está la calle', media: [{ id: 'AgAClarge' }] }],
  voice: [{ providerId: '900100200.46', media: [{ id: 'AwACvoice' }] }],
  video: [{ providerId: '900100200.61', text: 'el agua se bota', media: [{ id: 'BAACvideo' }] }],
  'video-note': [{ providerId: '900100200.62', media: [{ id: 'DQACnote' }] }],
  audio: [{ providerId: '900100200.63', media: [{ id: 'CQACaudio' }] }],
  document: [{ providerId: '900100200.47', media: [{ id: 'BQACdocument' }] }],
  animation: [{ providerId: '900100200.48', media: [{ id: 'CgACanimation' }] }],
  location: [{ providerId: '900100200.49', location: { lat: 9.0512, lon: -79.4321 } }],
  venue: [
    {
      providerId: '900100200.50',
      location: { lat: 8.9824, lon: -79.5199, label: 'Parque Urracá, Avenida Balboa' },
    },
  ],
  'contact-own': [{ providerId: '900100200.51', text: '+50760000001' }],
  'contact-other': [{ providerId: '900100200.52', text: 'Plomero +507 6000-0002' }],
  quote: [{ providerId: '900100200.53', text: 'sigue igual', replyTo: '900100200.40' }],
  sticker: [{ providerId: '900100200.54', text: '👍' }],
  blocked: [{ name: undefined, providerId: 'member.700000018', signal: 'optOut', signalAnswered: true }],
  unblocked: [{ name: undefined, providerId: 'member.700000019', signal: 'optIn', signalAnswered: true }],
  ...Object.fromEntries(NOTHING.map(name => [name, []])),
};

describe('an update from Telegram', () => {
  it.each(Object.keys(FIXTURES))('of %s says what it says', name => {
    const result = telegramChannel().webhook?.(of(name));
    const messages =
      'messages' in (result ?? {}) ? (result as { messages: InboundMessage[] }).messages : null;
    const said = messages?.map(({ sentAt, ...message }) => message);
    expect(said).toEqual(EXPECTED[name]?.map(message => ({ ...BASE, ...message })));
  });

  it('brings the platform’s time', () => {
    expect(telegramChannel().webhook?.(of('text'))).toMatchObject({
      messages: [{ sentAt: new Date(1_785_000_000_000) }],
      answer: { status: 200, type: 'application/json', body: '{}' },
    });
  });

  it.each(['Alto', '¡BAJA!', 'INICIAR', 'start'])('of the word %s is a signal we answer', text => {
    const result = telegramChannel().webhook?.(telegramRequest(textUpdate(text)));
    expect(result).toMatchObject({ messages: [{ text, signal: expect.any(String), signalAnswered: false }] });
  });

  it.each(['hay un alto en la calle', 'cancelar', '/ayuda', 'y /start después'])('of %j is none', text => {
    const result = telegramChannel().webhook?.(telegramRequest(textUpdate(text)));
    expect(result).not.toHaveProperty('messages.0.signal');
  });

  it('is never answered in the body of the call', () => {
    expect(telegramChannel().webhook?.(of('tap'))).toMatchObject({ answer: { body: '{}' } });
  });

  it('is taken when it shows the second secret, while the first is changed', () => {
    const call = telegramRequest(textUpdate('hola'), { secret: 'a-second-secret_0002' });
    expect(telegramChannel().webhook?.(call)).toMatchObject({ messages: [{ text: 'hola' }] });
  });

  it('is not read at another address, though the secret is right', () => {
    const request = { ...telegramRequest(textUpdate('hola')), path: '/channels/telegram/status' };
    expect(telegramChannel().webhook?.(request)).toMatchObject({ refuse: 401 });
  });

  it('has no address to call where the bot asks for its messages itself', () => {
    expect(telegramChannel(undefined, { secret: null }).webhook).toBeUndefined();
  });

  it.each([
    ['a bot', { from: { id: 5, is_bot: true, first_name: 'x' } }],
    ['a chat without an id', { chat: { type: 'private' } }],
    ['a number no double holds', { chat: { id: 2 ** 60, type: 'private' } }],
    ['no number of its own', { message_id: undefined }],
    ['a pin beyond the globe', { text: undefined, location: { latitude: 99, longitude: 0 } }],
    ['a photo of no size', { text: undefined, photo: [] }],
  ])('of %s says nothing', (_what, more) => {
    const update = textUpdate('hola') as { message: object };
    const request = telegramRequest({ ...update, message: { ...update.message, ...more } });
    expect(telegramChannel().webhook?.(request)).toMatchObject({ messages: [] });
  });
});
