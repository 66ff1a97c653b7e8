import { describe, expect, it } from 'vitest';
import { fixturesOf } from '../../support/fixtures.ts';
import { smsChannel, smsRequest } from '../../support/sms-channel.ts';
import { storeOnDisk } from '../../support/store.ts';

// Twilio's own description of its calls: twilio.com/docs/messaging/guides/webhook-request, …/track-outbound-message-status,
// …/tutorials/advanced-opt-out.
const FIXTURES = fixturesOf('sms');
const formOf = (name: string): Record<string, string> => JSON.parse(FIXTURES[name] ?? '{}');
const STATUS = { path: '/channels/sms/status?id=out-1' };
const of = (name: string) => smsRequest(formOf(name), name.startsWith('status-') ? STATUS : {});

const BASE = { channel: 'sms', account: '+5076000000', address: '+50760000001' };
const files = (message: string, ...media: [id: string, type: string][]) => ({
  media: media.map(([id, type]) => ({
    url: `https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages/${message}/Media/${id}`,
    type,
  })),
});
const STOPS = { signal: 'optOut', signalAnswered: true };
const STARTS = { signal: 'optIn', signalAnswered: true };

/** What each form says; its id is left to a test of its own. */
const EXPECTED: Record<string, object> = {
  text: { text: 'hay un tubo roto en Cerro Viento' },
  'text-unicode': { text: 'ñandú 🚧 «árbol» caído & + % = "así"\nfrente a la escuela' },
  'text-decomposed': { text: 'el agua está sucia, mañana no hay'.normalize('NFD') },
  'text-long': { text: formOf('text-long')['Body'] },
  'text-empty': { text: '' },
  'text-blank': { text: '   ' },
  'text-from-a-short-code': { text: 'Su saldo es B/. 2.50', address: '7070' },
  'text-by-messaging-service': { text: 'hola' },
  'text-with-unknown-fields': { text: 'hola' },
  'mms-photo': { text: 'así está', ...files('MM00000000000000000000000000000010', ['ME1', 'image/jpeg']) },
  'mms-without-words': {
    text: '',
    ...files('MM00000000000000000000000000000011', ['ME2', 'image/jpeg'], ['ME3', 'image/png']),
  },
  'mms-contact': { text: '', ...files('MM00000000000000000000000000000012', ['ME4', 'text/x-vcard']) },
  stop: { text: 'STOP', ...STOPS },
  'stop-by-advanced-opt-out': { text: 'no más mensajes', ...STOPS },
  alto: { text: '¡Alto!', signal: 'optOut', signalAnswered: false },
  start: { text: 'START', ...STARTS },
  'start-by-advanced-opt-out': { text: 'sí quiero', ...STARTS },
  'help-by-advanced-opt-out': { text: 'AYUDA' },
  'stop-within-words': { text: 'hay un alto caído en la esquina' },
};

/** What each form tells of what we sent. */
const RECEIPTS: Record<string, object> = {
  'status-queued': { state: 'accepted' },
  'status-sent': { state: 'sent' },
  'status-delivered': { state: 'delivered' },
  'status-undelivered-unreachable': { state: 'failed', code: '30003', retryable: true },
  'status-undelivered-landline': { state: 'failed', code: '30006', retryable: false },
  'status-undelivered-filtered': { state: 'failed', code: '30007', retryable: false },
  'status-failed-queue-full': { state: 'failed', code: '30001', retryable: true },
  'status-failed-opted-out': { state: 'failed', code: '21610', retryable: false },
  'status-failed-without-code': { state: 'failed' },
  'status-canceled': { state: 'failed' },
};

const NOTHING = ['whatsapp-on-the-wrong-address', 'status-unheard-of'];
const OTHERS = ['other-account', 'status-other-account'];

const read = (name: string) => {
  const result = smsChannel().webhook?.(of(name));
  if (!result || 'refuse' in result) throw new Error(`${name} was refused`);
  return result;
};

describe('a call of Twilio about SMS', () => {
  it.each(Object.entries(EXPECTED))('with %s says what it says', (name, expected) => {
    const { messages, receipts } = read(name);
    const rest = messages.map(({ providerId: _id, ...message }) => message);
    expect([rest, receipts]).toEqual([[{ ...BASE, ...expected }], []]);
  });

  it.each(Object.entries(RECEIPTS))('with %s tells how far a message came', (name, expected) => {
    const { messages, receipts } = read(name);
    const providerId = formOf(name)['MessageSid'];
    const ours = { channel: 'sms', account: '+5076000000', outboundId: 'out-1', providerId };
    expect(messages).toEqual([]);
    expect(receipts).toEqual([{ ...ours, at: expect.any(Date), ...expected }]);
  });

  it.each(NOTHING)('with %s says nothing that concerns us', name => {
    expect(read(name)).toMatchObject({ messages: [], receipts: [], answer: { status: 200 } });
    expect(read(name).others).toBeUndefined();
  });

  it.each(OTHERS)('with %s is counted as another’s, and nothing is made of it', name => {
    expect(read(name)).toMatchObject({ messages: [], receipts: [], others: 1, answer: { status: 200 } });
  });

  it('has every form read by one of these tests', () => {
    const known = [...Object.keys(EXPECTED), ...Object.keys(RECEIPTS), ...NOTHING, ...OTHERS];
    expect(Object.keys(FIXTURES).sort()).toEqual(known.sort());
  });

  it('keeps its id, by which the same call again is the same message', async () => {
    const { store } = await storeOnDisk();
    const at = new Date('2026-10-26T15:00:00Z');
    const added = await store.addInbound([...read('text').messages, ...read('text').messages], at);
    const again = await store.addInbound(read('text').messages, at);
    expect([...added, ...again].map(({ isNew }) => isNew)).toEqual([true, false, false]);
    const other = await store.addInbound(read('text-unicode').messages, at);
    expect(other.map(({ isNew }) => isNew)).toEqual([true]);
    await store.close();
  });

  it.each(Object.keys(FIXTURES))(
    'with %s is refused when one of its fields was changed or left out',
    name => {
      const request = of(name);
      const form = new URLSearchParams(request.body.toString('utf8'));
      for (const field of form.keys()) {
        const less = new URLSearchParams(form);
        less.delete(field);
        const more = new URLSearchParams(form);
        more.set(field, `${form.get(field)}1`);
        for (const changed of [less, more]) {
          const body = Buffer.from(changed.toString());
          expect(smsChannel().webhook?.({ ...request, body })).toMatchObject({ refuse: 401 });
        }
      }
    },
  );
});
