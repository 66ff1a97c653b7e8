import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { InboundMessage, WebhookResult } from '../../../src/channels/channel.ts';
import { channelContract } from '../../contracts/channel.ts';
import { fixturesOf } from '../../support/fixtures.ts';
import { challenge, directMessages, xChannel, xRequest } from '../../support/x-channel.ts';

const FIXTURES = fixturesOf('x');
const of = (name: string) => xRequest(FIXTURES[name] ?? '');
const call = (body: string) => xChannel().webhook?.(xRequest(body)) as WebhookResult;
const OURS = ['dm-read-own', 'dm-sent', 'dm-received-own', 'chat-sent', 'mention-own'];
const NOTHING = [
  ...[
    'dm-other-account',
    'dm-in-group',
    'other-account-v1',
    'chat-in-group',
    'mention-passed-on',
    'typing-v1',
  ],
  ...['profile-update', 'revoked-v1'],
];

channelContract('x', {
  open: async () => xChannel(),
  webhook: {
    genuine: (...texts) => [xRequest(directMessages(...texts))],
    signed: body => xRequest(body),
    foreign: text => xRequest(directMessages(text), { secret: 'another' }),
    proof: ['x-twitter-webhooks-signature'],
    unknown: NOTHING.map(of),
    echoes: OURS.map(of),
  },
});

const BASE = { channel: 'x', account: '1111111111111111111', address: '2222222222222222222' };
const PUBLIC = { ...BASE, address: 'public/2222222222222222222', elsewhere: 'public', name: 'Ana Batista' };
const TON = 'https://ton.twitter.com/1.1/ton/data/dm/2080765901528535099/2080765890000000001/abc.jpg';

const EXPECTED: Record<string, object[]> = {
  'dm-received': [
    {
      ...BASE,
      providerId: '2080765901528535096',
      name: 'Ana Batista',
      text: 'hay agua & lodo en la calle <3',
    },
  ],
  'dm-with-link': [
    { ...BASE, providerId: '2080765901528535098', text: 'vean https://www.idaan.gob.pa/$& y díganme' },
  ],
  'dm-with-photo': [{ ...BASE, providerId: '2080765901528535099', text: 'así está', media: [{ url: TON }] }],
  'dm-with-video': [
    {
      ...{ ...BASE, providerId: '2080765901528535100', text: '' },
      media: [{ url: 'https://video.twimg.com/dm_video/1/vid/320x180/a.mp4' }],
    },
  ],
  'dm-batch-activity-v1': [
    { ...BASE, providerId: '2080765901528535201', name: 'Ana Batista', text: 'uno' },
    {
      ...{ ...BASE, address: '2222222222222222223', providerId: '2080765901528535203', name: 'Luis' },
      ...{ text: 'ALTO', signal: 'optOut', signalAnswered: false },
    },
  ],
  'dm-choice-and-place-v1': [
    {
      ...{ ...BASE, providerId: '2080765901528535301', text: 'Sí', choice: 'confirm:yes' },
      location: { lat: 9.0512, lon: -79.4321 },
    },
  ],
  'chat-received': [
    { ...BASE, providerId: 'chat.e4f4d3fc-8bbf-4928-92eb-e5058d6bb6f6', elsewhere: 'encrypted' },
  ],
  mention: [
    {
      ...{ ...PUBLIC, providerId: 'post.2080765813578191303', route: '2080765813578191303 OtherUser' },
      text: '@ExampleUser no hay agua & nadie hace nada',
    },
  ],
  'posts-v1': [
    {
      ...{ ...PUBLIC, providerId: 'post.2080765813578191401', route: '2080765813578191401 OtherUser' },
      text: '@ExampleUser no hay agua en toda la calle desde el lunes',
    },
  ],
  ...Object.fromEntries([...NOTHING, ...OURS, 'dm-read', 'read-v1'].map(name => [name, []])),
};

/** What was read of ours; of every other payload nothing was. */
const READ: Record<string, number> = { 'dm-read': 1_784_928_224_900, 'read-v1': 1_518_452_444_662 };

describe('a call from X', () => {
  it.each(Object.keys(FIXTURES))('of %s says what it says, its ids digit by digit', name => {
    const result = xChannel().webhook?.(of(name)) as { messages: InboundMessage[] };
    expect(result.messages.map(({ sentAt, ...message }) => message)).toEqual(EXPECTED[name]);
  });

  it.each(Object.keys(FIXTURES))('of %s tells what was read of ours, and of nothing else', name => {
    const ms = READ[name];
    const at = new Date(ms ?? 0);
    const { channel, account, address } = BASE;
    const read = { channel, account, upTo: { address, at }, state: 'read', at };
    expect(xChannel().webhook?.(of(name))).toMatchObject({ receipts: ms === undefined ? [] : [read] });
  });

  it('brings the platform’s time, and is answered as it expects', () => {
    expect(xChannel().webhook?.(of('dm-received'))).toMatchObject({
      messages: [{ sentAt: new Date(1_784_928_224_372) }],
      answer: { status: 200, type: 'application/json; charset=utf-8', body: '{}' },
    });
  });

  it('is checked over its bytes, not over what they mean', () => {
    const escaped = directMessages('ñandú / <b>').replaceAll('ñ', '\\u00f1').replaceAll('/', '\\/');
    expect(call(escaped)).toMatchObject({ messages: [{ text: 'ñandú / <b>' }] });
  });

  it('is refused when signed in the way of another platform', () => {
    const body = directMessages('hola');
    const hex = createHmac('sha256', 'stand-in-secret-of-x').update(body).digest('hex');
    const request = xRequest(body);
    const headers = { ...request.headers, 'x-twitter-webhooks-signature': `sha256=${hex}` };
    expect(xChannel().webhook?.({ ...request, headers })).toMatchObject({ refuse: 401 });
  });

  it('takes a thousand messages in one call', () => {
    const texts = Array.from({ length: 1_000 }, (_, i) => `mensaje ${i}`);
    expect(call(directMessages(...texts))).toMatchObject({ messages: { length: 1_000 } });
  });

  it.each([
    ['a post whose writer is not told', { author_id: '5', id: '6', text: 'x' }, 'post.mention.create'],
    [
      'a message to a group',
      { direct_message_events: [{ id: '1', message_create: { sender_id: '2', message_data: {} } }] },
      'dm.received',
    ],
    ['events that are no list', { direct_message_events: { id: '1' } }, 'dm.received'],
    ['a chat without a sender', { id: '1', conversation_id: '1:2' }, 'chat.received'],
    ['a kind named as a thing of the language', {}, 'constructor'],
  ])('of %s is survived', (_what, payload, event_type) => {
    const filter = { user_id: '1111111111111111111' };
    const result = call(JSON.stringify({ data: { filter, event_type, payload } }));
    expect(result).toMatchObject({ answer: { status: 200 } });
    expect(JSON.stringify(result)).not.toContain('"route"');
  });
});

describe('a challenge of X', () => {
  const token = 'ZTM0ZTg1OGEtNjY5ZS00NGM5LWFhZGQtM2U4OTRlNDY4NTVm+/=';
  const ask = (query: string) => xChannel().webhook?.(challenge(query));

  it('is answered by the first secret, though calls signed by the second are taken while it is changed', () => {
    const body = directMessages('hola');
    const call = xRequest(body, { secret: 'second-secret-of-x' });
    expect(xChannel().webhook?.(call)).toMatchObject({ messages: [{ text: 'hola' }] });
    const answer = xChannel().webhook?.(challenge('?crc_token=abc'));
    const proof = createHmac('sha256', 'stand-in-secret-of-x').update('abc').digest('base64');
    expect(answer).toMatchObject({ answer: { body: JSON.stringify({ response_token: `sha256=${proof}` }) } });
  });

  it('is answered with the proof that we know the consumer secret', () => {
    const proof = createHmac('sha256', 'stand-in-secret-of-x').update(token).digest('base64');
    expect(ask(`?crc_token=${encodeURIComponent(token)}&nonce=1`)).toEqual({
      messages: [],
      receipts: [],
      answer: {
        status: 200,
        type: 'application/json; charset=utf-8',
        body: JSON.stringify({ response_token: `sha256=${proof}` }),
      },
    });
  });

  it('signs nothing that could be the body of a call', () => {
    for (const body of [directMessages('soy otra persona'), '{}', '[]', '{"a":1}', ' {}', '"a"', 'a b']) {
      expect(ask(`?crc_token=${encodeURIComponent(body)}`)).toMatchObject({ refuse: 400 });
    }
  });

  it.each(['', '?', '?crc_token=', '?crc_token=a&crc_token=b', `?crc_token=${'a'.repeat(257)}`, '?token=a'])(
    'is none in %j',
    query => {
      expect(ask(query)).toMatchObject({ refuse: 400 });
    },
  );

  it('is answered at one address only', () => {
    const request = { ...challenge('?crc_token=a'), path: '/channels/x/status?crc_token=a' };
    expect(xChannel().webhook?.(request)).toMatchObject({ refuse: 400 });
  });
});
