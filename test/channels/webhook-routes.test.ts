import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Channel, InboundMessage, Receive, WebhookResult } from '../../src/channels/channel.ts';
import { webhookRoutes } from '../../src/channels/webhook-routes.ts';
import { createServer } from '../../src/http.ts';
import { SMALL_CAPABILITIES } from '../support/scripted-channel.ts';

const MESSAGE: InboundMessage = { channel: 'sms', account: 'a', address: 'b', providerId: 'c', text: 'hola' };
const TAKEN: WebhookResult = {
  messages: [MESSAGE],
  receipts: [],
  answer: { status: 202, type: 'text/plain', body: 'bien' },
};

function serve(result: WebhookResult, receive: Receive = async () => {}) {
  const steps: string[] = [];
  const channel: Channel = {
    id: 'sms',
    capabilities: SMALL_CAPABILITIES,
    webhook: () => result,
    taken: messages => void steps.push(`taken ${messages.map(({ providerId }) => providerId)}`),
  };
  const server = createServer({ log: pino({ level: 'silent' }), trustProxy: 0 });
  webhookRoutes(server, {
    channels: new Map([['sms', channel]]),
    receive: async (messages, receipts) => {
      await receive(messages, receipts);
      steps.push('stored');
    },
    count: (_channel, what) => void steps.push(what),
    countOthers: (_channel, others) => void steps.push(`${others} of others`),
  });
  const call = (payload = '{}') => server.inject({ method: 'POST', url: '/channels/sms/webhook', payload });
  return { steps, call };
}

describe('the address providers call', () => {
  it('answers as the platform expects, and tells the channel, once all is durable', async () => {
    const { steps, call } = serve(TAKEN);
    const { statusCode, body } = await call();
    expect([statusCode, body]).toEqual([202, 'bien']);
    expect(steps).toEqual(['stored', 'accepted', 'taken c']);
  });

  it('counts what was for other accounts, beside what was taken', async () => {
    const { steps, call } = serve({ ...TAKEN, others: 2 });
    expect((await call()).statusCode).toBe(202);
    expect(steps).toEqual(['stored', 'accepted', '2 of others', 'taken c']);
  });

  it('takes as much as the platform that sends most, and no more', async () => {
    const { steps, call } = serve(TAKEN);
    expect((await call(' '.repeat(3 * 1024 * 1024))).statusCode).toBe(202);
    steps.length = 0;
    expect((await call(' '.repeat(4 * 1024 * 1024 + 1))).statusCode).toBe(413);
    expect(steps).toEqual([]);
  });

  it('answers 503 when the store cannot take it, and tells the channel nothing', async () => {
    const { steps, call } = serve(TAKEN, () => Promise.reject(new Error('full')));
    expect((await call()).statusCode).toBe(503);
    expect(steps).toEqual(['unavailable']);
  });

  it.each([400, 401, 405, 413, 503] as const)(
    'refuses with %i, storing and telling nothing',
    async refuse => {
      const { steps, call } = serve({ refuse, reason: 'No.' });
      const { statusCode, body } = await call();
      expect(statusCode).toBe(refuse);
      expect(body === '').toBe(refuse === 401);
      expect(steps).toEqual(['refused']);
    },
  );
});
