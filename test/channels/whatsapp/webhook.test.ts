import { describe, expect, it } from 'vitest';
import { channelContract } from '../../contracts/channel.ts';
import { fixturesOf } from '../../support/fixtures.ts';
import {
  NUMBER_ID,
  whatsappChannel,
  whatsappPayload,
  whatsappRequest,
  whatsappText,
} from '../../support/whatsapp-channel.ts';

const FIXTURES = fixturesOf('whatsapp');
const of = (name: string) => whatsappRequest(null, { body: Buffer.from(FIXTURES[name] ?? '') });
const NOTHING = [
  ...[
    'sticker',
    'flow-reply',
    'reaction',
    'unsupported',
    'order',
    'group-message',
    'number-changed-old-form',
  ],
  ...['status-played', 'status-unheard-of', 'template-status', 'other-number', 'standby'],
];

channelContract('whatsapp', {
  open: async () => whatsappChannel(),
  webhook: {
    genuine: (...texts) => [
      whatsappRequest(whatsappPayload(...texts.map((text, i) => whatsappText(text, `wamid.${i}`)))),
    ],
    signed: (body, type) => whatsappRequest(null, { body, type }),
    foreign: text => whatsappRequest(whatsappPayload(whatsappText(text)), { secret: 'another' }),
    proof: ['x-hub-signature-256'],
    unknown: NOTHING.map(of),
    echoes: [of('echo-of-the-app')],
  },
});

const ANA = {
  ...{ channel: 'whatsapp', account: NUMBER_ID, address: 'PA.13491208655302741918' },
  ...{ alsoKnownAs: '+50760000001', name: 'Ana Batista' },
};
const quotes = (end: string) => ({ replyTo: `wamid.HBgLNTA3NjAwMDAwMDEVAgARGBI3MUU${end}` });

/** What each payload says; ids and times are left to their own tests. */
const EXPECTED: Record<string, object[]> = {
  text: [{ ...ANA, text: 'hay un tubo roto en Cerro Viento, ñandú 🚧' }],
  'text-hidden-number': [
    { channel: 'whatsapp', account: NUMBER_ID, address: ANA.address, name: 'Ana', text: 'hola' },
  ],
  'text-number-only': [
    { channel: 'whatsapp', account: NUMBER_ID, address: '+50760000001', name: ANA.name, text: 'hola' },
  ],
  'text-id-as-sender': [
    { channel: 'whatsapp', account: NUMBER_ID, address: ANA.address, name: ANA.name, text: 'hola' },
  ],
  'text-in-milliseconds': [{ ...ANA, text: 'hola' }],
  image: [{ ...ANA, media: [{ id: '1003383421387256' }], text: 'así está la calle' }],
  voice: [{ ...ANA, media: [{ id: '1908647269898587' }] }],
  video: [{ ...ANA, media: [{ id: '1908647269898588' }] }],
  document: [{ ...ANA, media: [{ id: '1376223850470843' }], text: 'la factura' }],
  location: [
    {
      ...ANA,
      location: { lat: 8.9824, lon: -79.5199, label: 'Parque Urracá, Avenida Balboa, Panamá' },
    },
  ],
  'location-bare': [{ ...ANA, location: { lat: 9.0512, lon: -79.4321 } }],
  contacts: [{ ...ANA, text: 'Plomero +507 6000-0002\nOficina' }],
  'button-reply': [{ ...ANA, choice: 'confirm:yes', ...quotes('1') }],
  'list-reply': [{ ...ANA, choice: 'place:080417:Pacora', ...quotes('2') }],
  'template-button': [{ ...ANA, choice: 'solved:311-483-920-716:yes', ...quotes('3') }],
  'template-button-plain': [{ ...ANA, text: 'Sí', ...quotes('3') }],
  quote: [{ ...ANA, text: 'sigue igual', ...quotes('4') }],
  forwarded: [{ ...ANA, text: 'miren esto' }],
  'from-an-advertisement': [{ ...ANA, text: 'quiero reportar' }],
  stop: [{ ...ANA, text: 'Alto', signal: 'optOut', signalAnswered: false }],
  'number-changed': [{ address: 'PA.20000000000000000002', alsoKnownAs: ANA.address }],
  'user-id-changed': [{ address: 'PA.20000000000000000002', alsoKnownAs: ANA.address }],
};

/** What each payload tells of what we sent. */
const RECEIPTS: Record<string, object> = {
  'status-sent': { state: 'sent' },
  'status-delivered': { state: 'delivered' },
  'status-read': { state: 'read' },
  'status-failed-window': { state: 'failed', code: 'window_closed', retryable: true },
  'status-failed-undeliverable': { state: 'failed', code: '131026', retryable: false },
  'status-failed-throttled': { state: 'failed', code: '130429', retryable: true },
};

const read = (name: string) => {
  const result = whatsappChannel().webhook?.(of(name));
  if (!result || 'refuse' in result) throw new Error(`${name} was refused`);
  return result;
};

describe('a call from WhatsApp', () => {
  it.each(Object.entries(EXPECTED))('with %s says what it says', (name, expected) => {
    const { messages, receipts } = read(name);
    const rest = messages.map(({ providerId: _id, sentAt: _at, ...message }) => message);
    const changed = expected.map(one => ('channel' in one ? one : { ...BARE, ...one }));
    expect([rest, receipts]).toEqual([changed, []]);
  });

  it.each(Object.entries(RECEIPTS))('with %s tells how far a message came', (name, expected) => {
    const { messages, receipts } = read(name);
    expect([messages, receipts]).toEqual([
      [],
      [
        {
          ...{ channel: 'whatsapp', account: NUMBER_ID, outboundId: 'out-1' },
          ...{ providerId: quotes('1').replyTo, at: new Date(1_785_000_001_000), ...expected },
        },
      ],
    ]);
  });

  it.each(NOTHING)('with %s says nothing that concerns us', name => {
    expect(read(name)).toMatchObject({ messages: [], receipts: [], answer: { status: 200 } });
  });

  it('with several accounts, fields, messages and receipts gives all that is ours, in order', () => {
    const { messages, receipts } = read('batch');
    expect(messages.map(({ text, address }) => [text, address])).toEqual([
      ['uno', ANA.address],
      ['dos', ANA.address],
      ['tres', 'PA.2'],
    ]);
    expect(receipts.map(({ providerId, state }) => [providerId, state])).toEqual([
      ['wamid.A', 'sent'],
      ['wamid.A', 'delivered'],
    ]);
  });

  it('has every payload read by one of these tests', () => {
    const known = [
      ...Object.keys(EXPECTED),
      ...Object.keys(RECEIPTS),
      ...NOTHING,
      'batch',
      'echo-of-the-app',
    ];
    expect(Object.keys(FIXTURES).sort()).toEqual(known.sort());
  });

  it.each([
    ['text', 1_785_000_000_000],
    ['text-in-milliseconds', 1_785_000_000_123],
  ])('with %s keeps its id, and its time in whatever unit it came', (name, at) => {
    expect(read(name).messages).toMatchObject([
      { providerId: expect.stringMatching(/^wamid\./), sentAt: new Date(at) },
    ]);
  });

  it('of the second secret is taken, while the first is changed', () => {
    const payload = whatsappPayload(whatsappText('hola'));
    const call = whatsappRequest(payload, { secret: 'second-secret' });
    expect(whatsappChannel().webhook?.(call)).toMatchObject({ messages: [{ text: 'hola' }] });
  });

  it('registers the address with our own words', () => {
    const words = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': 'words of ours',
      'hub.challenge': '42',
    });
    const path = `/channels/whatsapp/webhook?${words}`;
    const call = { method: 'GET', path, headers: {}, body: Buffer.alloc(0) };
    expect(whatsappChannel().webhook?.(call)).toMatchObject({ answer: { body: '42' } });
  });

  it.each([
    ['a sender without any identity', { from: undefined, from_user_id: undefined }, true],
    ['a sender that is neither number nor id', { from: '+507 6000', from_user_id: 'Ana' }, true],
    ['no id', { id: undefined }, false],
    ['coordinates off the globe', { type: 'location', location: { latitude: 91, longitude: 0 } }, false],
    ['a file without an id', { type: 'image', image: { caption: 'x' } }, false],
    ['a type that is a list', { type: ['text'] }, false],
    ['an empty text', { text: { body: '' } }, false],
    ['a type of an object’s own', { type: 'constructor' }, false],
    ['cards without names or numbers', { type: 'contacts', contacts: [{ phones: 'x' }, 7] }, false],
  ])('with %s brings nothing, or only who it surely is', (_what, more, isSure) => {
    const payload = whatsappPayload({ ...whatsappText('hola'), ...more });
    const result = whatsappChannel().webhook?.(whatsappRequest(payload));
    // A card that stands alone belongs to whoever wrote.
    const expected = isSure ? [expect.objectContaining({ address: 'PA.134912' })] : [];
    expect(result).toMatchObject({ messages: expected, answer: { status: 200 } });
  });

  it('never takes one citizen’s card for another’s', () => {
    const payload = whatsappPayload({ ...whatsappText('hola'), from: '50760000002', from_user_id: 'PA.2' });
    const result = whatsappChannel().webhook?.(whatsappRequest(payload));
    const [message] = result && 'messages' in result ? result.messages : [];
    expect(message).toMatchObject({ address: 'PA.2', alsoKnownAs: '+50760000002' });
    expect(message).not.toHaveProperty('name');
  });
});

const BARE = { channel: 'whatsapp', account: NUMBER_ID };
