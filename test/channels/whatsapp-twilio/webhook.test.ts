import { describe, expect, it } from 'vitest';
import { channelContract } from '../../contracts/channel.ts';
import { fixturesOf } from '../../support/fixtures.ts';
import { smsChannel, smsRequest } from '../../support/sms-channel.ts';
import {
  OUR_NUMBER,
  whatsappForm,
  whatsappRequest,
  whatsappTwilioChannel,
} from '../../support/whatsapp-twilio-channel.ts';

const FIXTURES = fixturesOf('whatsapp-twilio');
const formOf = (name: string): Record<string, string> => JSON.parse(FIXTURES[name] ?? '{}');
const STATUS = { path: '/channels/whatsapp-twilio/status?id=out-1' };
const of = (name: string) => whatsappRequest(formOf(name), name.startsWith('status-') ? STATUS : {});
const NOTHING = [
  'sticker',
  'reaction',
  'unknown-type',
  'sms-on-the-wrong-address',
  'messenger-on-the-wrong-address',
];

channelContract('whatsapp-twilio', {
  open: async () => whatsappTwilioChannel(),
  webhook: {
    genuine: (...texts) =>
      texts.map((Body, i) => whatsappRequest(whatsappForm({ Body, MessageSid: `SM${i}` }))),
    signed: (body, type = 'application/x-www-form-urlencoded') => {
      const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
      return { ...whatsappRequest(form, { type }), body };
    },
    foreign: Body => whatsappRequest(whatsappForm({ Body }), { token: 'another' }),
    proof: ['x-twilio-signature'],
    unknown: [...NOTHING.map(of), whatsappRequest(whatsappForm({ AccountSid: `AC${'9'.repeat(32)}` }))],
  },
});

const BASE = {
  channel: 'whatsapp-twilio',
  account: OUR_NUMBER,
  address: '+50760000001',
  name: 'Ana Batista',
};
const QUOTED = { replyTo: 'MM00000000000000000000000000000009' };
const FILES =
  'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/MM1/Media';
const USER_ID = 'PA.13491208655302741918';

/** What each form says; its id is left to a test of its own. */
const EXPECTED: Record<string, object> = {
  text: { text: 'hay un tubo roto en Cerro Viento, ñandú 🚧' },
  'text-with-user-id': { text: 'hola', alsoKnownAs: USER_ID },
  'text-hidden-number': { text: 'hola', address: USER_ID },
  'text-id-with-number': { text: 'hola', address: USER_ID, alsoKnownAs: '+50760000001' },
  image: { text: 'así está', media: [{ url: `${FILES}/ME1`, type: 'image/jpeg' }] },
  voice: { text: '', media: [{ url: `${FILES}/ME2`, type: 'audio/ogg' }] },
  video: { text: 'el agua se bota', media: [{ url: `${FILES}/ME5`, type: 'video/mp4' }] },
  contact: { text: '', media: [{ url: `${FILES}/ME6`, type: 'text/vcard' }] },
  document: { text: 'factura.pdf', media: [{ url: `${FILES}/ME3`, type: 'application/pdf' }] },
  location: { text: '', location: { lat: 8.9824, lon: -79.5199, label: 'Parque Urracá, Avenida Balboa' } },
  'location-bare': { text: '', location: { lat: 9.0512, lon: -79.4321 } },
  button: { choice: 'solved:311-483-920-716:yes', ...QUOTED },
  'button-plain': { text: 'Sí' },
  list: { choice: 'place:080417:Pacora' },
  quote: { text: 'sigue igual', ...QUOTED },
  'from-an-advertisement': { text: 'quiero reportar' },
  forwarded: { text: 'miren esto' },
  stop: { text: 'STOP', signal: 'optOut', signalAnswered: false },
  'stop-answered': { text: 'STOP', signal: 'optOut', signalAnswered: true },
};

/** What each form tells of what we sent. */
const RECEIPTS: Record<string, object> = {
  'status-sent': { state: 'sent' },
  'status-delivered': { state: 'delivered' },
  'status-read': { state: 'read' },
  'status-too-late': { state: 'failed', code: 'window_closed', retryable: true },
  'status-throttled': { state: 'failed', code: '63018', retryable: true },
  'status-not-on-whatsapp': { state: 'failed', code: '63024', retryable: false },
};

const read = (name: string) => {
  const result = whatsappTwilioChannel().webhook?.(of(name));
  if (!result || 'refuse' in result) throw new Error(`${name} was refused`);
  return result;
};

describe('a call of Twilio about WhatsApp', () => {
  it.each(Object.entries(EXPECTED))('with %s says what it says', (name, expected) => {
    const { messages, receipts } = read(name);
    const rest = messages.map(({ providerId: _id, ...message }) => message);
    expect([rest, receipts]).toEqual([[{ ...BASE, ...expected }], []]);
  });

  it.each(Object.entries(RECEIPTS))('with %s tells how far a message came', (name, expected) => {
    const { messages, receipts } = read(name);
    const ours = { channel: 'whatsapp-twilio', account: OUR_NUMBER, outboundId: 'out-1' };
    expect(messages).toEqual([]);
    expect(receipts).toMatchObject([{ ...ours, ...expected }]);
  });

  it.each(NOTHING)('with %s says nothing that concerns us', name => {
    expect(read(name)).toMatchObject({ messages: [], receipts: [], answer: { status: 200 } });
  });

  it('has every form read by one of these tests', () => {
    const known = [...Object.keys(EXPECTED), ...Object.keys(RECEIPTS), ...NOTHING];
    expect(Object.keys(FIXTURES).sort()).toEqual(known.sort());
  });

  it('keeps its id', () => {
    expect(read('text').messages).toMatchObject([{ providerId: formOf('text')['MessageSid'] }]);
  });

  it('survives coordinates that are none', () => {
    for (const Latitude of ['', 'norte', '91', 'Infinity']) {
      const call = whatsappRequest(whatsappForm({ Latitude, Longitude: '-79.5' }));
      expect(whatsappTwilioChannel().webhook?.(call)).toMatchObject({ messages: [{ text: 'hola' }] });
    }
  });

  it('is no SMS, where both arrive at the address of SMS', () => {
    expect(smsChannel().webhook?.(smsRequest(whatsappForm()))).toMatchObject({ messages: [] });
  });
});
