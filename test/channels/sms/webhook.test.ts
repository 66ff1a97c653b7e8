import { describe, expect, it } from 'vitest';
import { channelContract } from '../../contracts/channel.ts';
import { smsChannel, smsForm, smsRequest } from '../../support/sms-channel.ts';

const call = (form: Record<string, string>, options?: Parameters<typeof smsRequest>[1]) =>
  smsChannel().webhook?.(smsRequest(form, options));

channelContract('sms', {
  open: async () => smsChannel(),
  webhook: {
    genuine: (...texts) => texts.map((Body, i) => smsRequest(smsForm({ Body, MessageSid: `SM${i}` }))),
    signed: (body, type = 'application/x-www-form-urlencoded') => {
      const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
      return { ...smsRequest(form, { type }), body };
    },
    foreign: Body => smsRequest(smsForm({ Body }), { token: 'another' }),
    proof: ['x-twilio-signature'],
    unknown: [
      smsRequest(smsForm({ MessageStatus: 'cosmic' }), { path: '/channels/sms/status?id=o1' }),
      smsRequest(smsForm({ AccountSid: `AC${'9'.repeat(32)}` })),
    ],
  },
});

describe('a message by SMS', () => {
  it('becomes an inbound message with the ids of both sides', () => {
    expect(call(smsForm({ ProfileName: 'unknown fields are signed too' }))).toEqual({
      messages: [
        {
          channel: 'sms',
          account: '+5076000000',
          address: '+50760000001',
          providerId: `SM${'a'.repeat(32)}`,
          text: 'hola',
        },
      ],
      receipts: [],
      answer: { status: 200, type: 'text/xml; charset=utf-8', body: '<Response/>' },
    });
  });

  it('is taken when the second token signed it, while the first is rotated', () => {
    expect(call(smsForm(), { token: 'second-token' })).toHaveProperty('messages');
  });

  it('knows nothing of the Host header: only the public address counts', () => {
    const request = smsRequest(smsForm());
    const headers = { ...request.headers, host: '127.0.0.1:3110', 'x-forwarded-host': 'evil.example' };
    expect(smsChannel().webhook?.({ ...request, headers })).toHaveProperty('messages');
  });

  it('brings its files with their types', () => {
    const media = { NumMedia: '2', MediaUrl0: 'https://a.example/0', MediaContentType0: 'image/jpeg' };
    expect(call(smsForm({ ...media, Body: '', MediaUrl1: 'https://a.example/1' }))).toMatchObject({
      messages: [
        {
          text: '',
          media: [{ url: 'https://a.example/0', type: 'image/jpeg' }, { url: 'https://a.example/1' }],
        },
      ],
    });
  });

  it.each(['-1', '1e999', 'x', '2.5'])('survives a media count of %s', NumMedia => {
    expect(call(smsForm({ NumMedia }))).toMatchObject({ messages: [{ text: 'hola' }] });
  });

  it.each(['MessageSid', 'From', 'To'])('is refused without its %s', name => {
    const { [name]: _left, ...form } = smsForm();
    expect(call(form)).toMatchObject({ refuse: 400 });
  });

  it('is read with a repeated field only where that is harmless', () => {
    const form = smsForm();
    const body = `${new URLSearchParams(form)}&From=%2B50769999999`;
    expect(smsChannel().webhook?.({ ...smsRequest(form), body: Buffer.from(body) })).toMatchObject({
      refuse: 401,
    });
  });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencodedx'])(
    'is refused as %s',
    type => {
      expect(call(smsForm(), { type })).toMatchObject({ refuse: 400 });
    },
  );

  it.each([
    ['STOP', 'optOut', true],
    [' stop. ', 'optOut', true],
    ['Alto', 'optOut', false],
    ['¡BAJA!', 'optOut', false],
    ['párar', 'optOut', false],
    ['START', 'optIn', true],
    ['alta', 'optIn', false],
    // The word that the office's own sentence names.
    ['Iniciar', 'optIn', false],
  ])('%j signals %s, answered by the platform: %s', (Body, signal, signalAnswered) => {
    expect(call(smsForm({ Body }))).toMatchObject({ messages: [{ text: Body, signal, signalAnswered }] });
  });

  it.each(['YES', 'sí', 'Hay un alto en la calle', 'stop it', 'HELP', 'el fin'])('%j is no signal', Body => {
    expect(call(smsForm({ Body }))).not.toHaveProperty('messages.0.signal');
  });

  it('believes the platform when it says what a keyword did', () => {
    expect(call(smsForm({ Body: 'no más', OptOutType: 'STOP' }))).toMatchObject({
      messages: [{ signal: 'optOut', signalAnswered: true }],
    });
  });
});

describe('a receipt by SMS', () => {
  const path = '/channels/sms/status?id=out%201';
  const receipt = (more: Record<string, string>) =>
    call(smsForm({ From: '+5076000000', To: '+50760000001', ...more }), { path });

  it.each([
    ['queued', 'accepted'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['undelivered', 'failed'],
    ['failed', 'failed'],
  ])('of %s says %s', (MessageStatus, state) => {
    expect(receipt({ MessageStatus })).toMatchObject({
      messages: [],
      receipts: [
        {
          channel: 'sms',
          account: '+5076000000',
          providerId: `SM${'a'.repeat(32)}`,
          outboundId: 'out 1',
          state,
        },
      ],
    });
  });

  it.each([
    ['30003', true],
    ['30006', false],
  ])('of failure %s may be tried again: %s', (ErrorCode, retryable) => {
    expect(receipt({ MessageStatus: 'undelivered', ErrorCode })).toMatchObject({
      receipts: [{ state: 'failed', code: ErrorCode, retryable }],
    });
  });

  it.each(['toString', '__proto__', 'receiving'])('of the status %s says nothing', MessageStatus => {
    expect(receipt({ MessageStatus })).toMatchObject({ receipts: [], answer: { status: 200 } });
  });

  it('is refused when the id in its address was changed', () => {
    const request = smsRequest(smsForm({ MessageStatus: 'sent' }), { path });
    expect(smsChannel().webhook?.({ ...request, path: '/channels/sms/status?id=other' })).toMatchObject({
      refuse: 401,
    });
  });
});
