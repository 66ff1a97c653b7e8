import { describe, expect, it } from 'vitest';
import { channelContract } from '../../contracts/channel.ts';
import { fixturesOf } from '../../support/fixtures.ts';
import {
  messengerChannel,
  messengerPayload,
  messengerRequest,
  PAGE_ID,
} from '../../support/messenger-channel.ts';
import { LUIS } from '../../support/messenger-stand-in.ts';

const FIXTURES = fixturesOf('messenger');
const of = (name: string) => messengerRequest(null, { body: Buffer.from(FIXTURES[name] ?? '') });
const NOTHING = [
  ...['sticker', 'like-of-old', 'standby', 'reaction', 'edit', 'referral', 'handover', 'opt-in', 'policy'],
  ...['user-reference', 'other-page', 'feed', 'echo-of-the-inbox'],
];

channelContract('messenger', {
  open: async () => messengerChannel(),
  webhook: {
    genuine: (...texts) => [messengerRequest(messengerPayload(...texts))],
    signed: (body, type) => messengerRequest(null, { body, type }),
    foreign: text => messengerRequest(messengerPayload(text), { secret: 'another' }),
    proof: ['x-hub-signature-256'],
    unknown: NOTHING.map(of),
    echoes: [of('echo-of-ours'), of('echo-of-the-inbox')],
  },
});

const BASE = { channel: 'messenger', account: PAGE_ID, address: LUIS };
const FILE = 'https://scontent.xx.fbcdn.net/v';

/** What each payload says; ids and times are left to their own tests. */
const EXPECTED: Record<string, object[]> = {
  text: [{ text: 'hay un tubo roto en Cerro Viento, ñandú 🚧' }],
  'quick-reply': [{ choice: 'confirm:yes' }],
  image: [{ media: [{ url: `${FILE}/t1.15752-9/1.jpg?_nc_cat=1&oh=03_Q7&oe=68A1` }] }],
  'images-with-text': [
    { text: 'así está', media: [{ url: `${FILE}/1.jpg?oe=1` }, { url: `${FILE}/2.jpg?oe=1` }] },
  ],
  audio: [{ media: [{ url: 'https://cdn.fbsbx.com/v/t59.3654-21/audioclip.mp4?oe=1' }] }],
  video: [{ media: [{ url: 'https://video.xx.fbcdn.net/v/t42.3356-2/1.mp4?oe=1' }] }],
  file: [{ media: [{ url: 'https://cdn.fbsbx.com/v/t59.2708-21/factura.pdf?oe=1' }] }],
  'shared-link': [{ text: 'https://example.org/noticia' }],
  'location-of-old': [{ location: { lat: 9.0512, lon: -79.4321 } }],
  reply: [{ text: 'sigue igual', replyTo: 'm_our-message' }],
  postback: [{ text: 'mis casos' }],
  'get-started-from-an-advertisement': [{ text: 'hola' }],
  'postback-without-id': [{ text: 'mis casos' }],
  stop: [{ text: 'baja', signal: 'optOut', signalAnswered: false }],
};

const RECEIPT = { channel: 'messenger', account: PAGE_ID };
const at = (ms: number): Date => new Date(1_785_000_000_000 + ms);

/** What each payload tells of what we sent. */
const RECEIPTS: Record<string, object[]> = {
  'echo-of-ours': [{ providerId: 'm_our-message', outboundId: 'out-1', state: 'sent', at: at(1_000) }],
  delivery: ['m_one', 'm_two'].map(providerId => ({ providerId, state: 'delivered', at: at(1_500) })),
  'delivery-without-ids': [{ upTo: { address: LUIS, at: at(1_500) }, state: 'delivered', at: at(1_500) }],
  read: [{ upTo: { address: LUIS, at: at(2_500) }, state: 'read', at: at(2_500) }],
};

const read = (name: string) => {
  const result = messengerChannel().webhook?.(of(name));
  if (!result || 'refuse' in result) throw new Error(`${name} was refused`);
  return result;
};

describe('a call from Messenger', () => {
  it.each(Object.entries(EXPECTED))('with %s says what it says', (name, expected) => {
    const { messages, receipts } = read(name);
    const rest = messages.map(({ providerId: _id, sentAt: _at, ...message }) => message);
    expect([rest, receipts]).toEqual([expected.map(one => ({ ...BASE, ...one })), []]);
  });

  it.each(Object.entries(RECEIPTS))('with %s tells how far messages came', (name, expected) => {
    const { messages, receipts } = read(name);
    expect([messages, receipts]).toEqual([[], expected.map(one => ({ ...RECEIPT, ...one }))]);
  });

  it.each(NOTHING)('with %s says nothing that concerns us', name => {
    expect(read(name)).toMatchObject({ messages: [], receipts: [], answer: { status: 200 } });
  });

  it('with several entries and events gives all that is our page’s, in order', () => {
    const { messages, receipts } = read('batch');
    expect(messages.map(({ text, address }) => [text, address])).toEqual([
      ['uno', LUIS],
      ['dos', LUIS],
      ['tres', '7000000000000001'],
    ]);
    expect(receipts).toHaveLength(1);
  });

  it('has every payload read by one of these tests', () => {
    const known = [...Object.keys(EXPECTED), ...Object.keys(RECEIPTS), ...NOTHING, 'batch'];
    expect(Object.keys(FIXTURES).sort()).toEqual(known.sort());
  });

  it('keeps ids and times, and makes up no id where there is none', () => {
    expect(read('text').messages).toMatchObject([
      { providerId: expect.stringMatching(/^m_/), sentAt: at(123) },
    ]);
    expect(read('postback').messages).toMatchObject([{ providerId: expect.stringMatching(/^m_/) }]);
    expect(read('postback-without-id').messages).toMatchObject([{ providerId: null, sentAt: at(123) }]);
  });

  it('of the second secret is taken, while the first is changed', () => {
    const call = messengerRequest(messengerPayload('hola'), { secret: 'second-secret' });
    expect(messengerChannel().webhook?.(call)).toMatchObject({ messages: [{ text: 'hola' }] });
  });
});
