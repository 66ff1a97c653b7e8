import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, OutboundMessage, WebhookRequest, WebhookResult } from '../../src/channels/channel.ts';
import { SendError } from '../../src/errors.ts';
import { type DeliveryKit, deliveryContract } from './delivery.ts';

/** What the contract needs to know of a channel that takes webhooks. */
export interface WebhookKit {
  /** A genuine call with messages of these texts, ids made from them; one call each where it carries one only. */
  genuine(...texts: string[]): WebhookRequest[];
  /** A genuine call whose body is exactly these bytes. */
  signed(body: Buffer, contentType?: string): WebhookRequest;
  /** The same message signed with a secret that is not ours. */
  foreign(text: string): WebhookRequest;
  /** The headers that carry the proof. */
  proof: string[];
  /** The proof tells who calls, and nothing of the body: so the platform has it. */
  provesCallerOnly?: true;
  /** Genuine calls of kinds nobody handles: taken, and nothing in them. */
  unknown: WebhookRequest[];
  /** Genuine calls about what we sent ourselves, where the platform repeats it to us. */
  echoes?: WebhookRequest[];
}

/** What it needs of a channel that sends. */
export interface SendKit {
  message(text: string): OutboundMessage;
  /** Makes the next send fail, each in its way. */
  troubles: Record<string, () => void>;
  /** What is seen of whole deliveries. */
  delivery?: DeliveryKit;
}

/** One channel under the contract. */
export interface ChannelKit {
  open(): Promise<Channel>;
  webhook?: WebhookKit;
  send?: SendKit;
}

const refused = { refuse: 401, reason: expect.any(String) };

/** The promises of the Channel port. Each channel's test calls this with its kit. */
export function channelContract(name: string, kit: ChannelKit): void {
  describe(`${name} keeps the promises of a channel`, () => {
    it('has an id and capabilities that make sense', async () => {
      const channel = await kit.open();
      const { textLimit, choices, replyWindowMs, pull } = channel.capabilities;
      expect(channel.id).toMatch(/^[a-z][a-z-]*$/);
      expect(textLimit).toBeGreaterThanOrEqual(100);
      if (choices) expect(Math.min(choices.most, choices.labelLimit)).toBeGreaterThan(0);
      if (replyWindowMs !== null) expect(replyWindowMs).toBeGreaterThan(0);
      expect(pull).toBe(channel.send === undefined);
      await channel.close?.();
    });
  });
  if (kit.webhook) webhookContract(name, kit.open, kit.webhook);
  if (kit.webhook && !kit.webhook.provesCallerOnly) alteredBodies(name, kit.open, kit.webhook);
  if (kit.send) sendContract(name, kit.open, kit.send);
  const { message, delivery } = kit.send ?? {};
  if (message && delivery) {
    describe(`${name} keeps the promises of a delivery`, () => deliveryContract(kit.open, message, delivery));
  }
}

function webhookContract(name: string, open: () => Promise<Channel>, kit: WebhookKit): void {
  const call = async (request: WebhookRequest): Promise<WebhookResult> => {
    const channel = await open();
    if (!channel.webhook) throw new Error('no webhook');
    return channel.webhook(request);
  };
  const only = (text: string): WebhookRequest => kit.genuine(text)[0] as WebhookRequest;

  describe(`${name} keeps the promises of a webhook`, () => {
    it('gives back the message of a genuine call and the answer the platform expects', async () => {
      const result = await call(only('hay un tubo roto, ñandú 🚧 + & = % "'));
      expect(result).toMatchObject({
        messages: [{ text: 'hay un tubo roto, ñandú 🚧 + & = % "', providerId: expect.any(String) }],
        answer: { status: 200 },
      });
    });

    it('gives back every message of a batch', async () => {
      const texts: (string | undefined)[] = [];
      for (const request of kit.genuine('uno', 'dos', 'tres')) {
        const result = await call(request);
        if ('messages' in result) texts.push(...result.messages.map(({ text }) => text));
      }
      expect(texts).toEqual(['uno', 'dos', 'tres']);
    });

    it('reads the same from the same call, however often it comes', async () => {
      const channel = await open();
      const request = only('hola');
      expect(channel.webhook?.(request)).toEqual(channel.webhook?.(request));
    });

    it.each(kit.proof)(
      'refuses a call without its %s, and one where it is empty, repeated or wrong',
      async header => {
        const request = only('hola');
        const genuine = String(request.headers[header]);
        for (const value of [
          undefined,
          '',
          [genuine, genuine],
          `${genuine}x`,
          genuine.slice(1),
          'ñ'.repeat(28),
        ]) {
          expect(await call({ ...request, headers: { ...request.headers, [header]: value } })).toEqual(
            refused,
          );
        }
      },
    );

    it('refuses a call signed with another secret', async () => {
      expect(await call(kit.foreign('hola'))).toEqual(refused);
    });

    it('refuses a genuine body sent to another address', async () => {
      const request = only('hola');
      expect(await call({ ...request, path: `${request.path}?x=1` })).toEqual(refused);
    });

    it('refuses other methods', async () => {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const result = await call({ ...only('hola'), method });
        expect(result).toMatchObject({ refuse: expect.any(Number) });
      }
    });

    it('takes genuine calls of unknown kinds, and finds nothing in them', async () => {
      for (const request of [...kit.unknown, ...(kit.echoes ?? [])]) {
        expect(await call(request)).toMatchObject({ messages: [], answer: { status: 200 } });
      }
    });

    it('takes a message of ten thousand characters whole', async () => {
      const text = 'ñ€ 🚧'.repeat(2_500);
      expect(await call(only(text))).toMatchObject({ messages: [{ text }] });
    });

    it('refuses genuine calls that cannot be read, and never throws', async () => {
      const bodies = ['', '{', '[]', 'null', '%', '%ff', '\u0000', '&&&===', `${'['.repeat(9_000)}`].map(
        text => Buffer.from(text),
      );
      for (const body of [...bodies, Buffer.from([0xff, 0xfe, 0xc3, 0x28])]) {
        for (const type of ['application/json', 'text/plain', undefined]) {
          const result = await call(kit.signed(body, type));
          if ('refuse' in result) expect([400, 401]).toContain(result.refuse);
          else expect(result.messages).toEqual([]);
        }
      }
    });

    it('never throws, whatever bytes and headers come', async () => {
      const channel = await open();
      const anything = fc.record({
        method: fc.constantFrom('POST', 'GET', ''),
        path: fc.string({ unit: 'binary', maxLength: 40 }),
        headers: fc.dictionary(fc.constantFrom('content-type', ...kit.proof), fc.string()),
        body: fc.uint8Array({ maxLength: 300 }).map(bytes => Buffer.from(bytes)),
      });
      fc.assert(
        fc.property(anything, request => {
          expect(channel.webhook?.(request)).toHaveProperty('refuse');
        }),
      );
    });
  });
}

/** Where the proof covers the body; of a proof of the caller alone there is no such promise, and no test. */
function alteredBodies(name: string, open: () => Promise<Channel>, kit: WebhookKit): void {
  it(`${name} refuses a call whose body was altered in any place`, async () => {
    const channel = await open();
    const [request] = kit.genuine('hola');
    if (!request || !channel.webhook) throw new Error('no webhook');
    await fc.assert(
      fc.asyncProperty(fc.nat(request.body.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const body = Buffer.from(request.body);
        body[at] = (body[at] ?? 0) ^ by;
        const result = await channel.webhook?.({ ...request, body });
        // Some escapes have two spellings: then nothing was altered.
        if (result && 'messages' in result) expect(result).toEqual(await channel.webhook?.(request));
        else expect(result).toEqual(refused);
      }),
    );
  });
}

function sendContract(name: string, open: () => Promise<Channel>, kit: SendKit): void {
  describe(`${name} keeps the promises of a sender`, () => {
    it('makes one call and gives back what the platform says of it', async () => {
      const channel = await open();
      expect(await channel.send?.(kit.message('hola'))).toHaveProperty('providerId');
      await channel.close?.();
    });

    it.each(Object.entries(kit.troubles))(
      'rejects with a SendError and nothing else when: %s',
      async (_name, make) => {
        const channel = await open();
        make();
        const error = await channel.send?.(kit.message('hola')).then(
          () => null,
          error => error,
        );
        expect(error).toBeInstanceOf(SendError);
        expect(error.failure).toMatchObject({ code: expect.any(String), retryable: expect.any(Boolean) });
        expect(JSON.stringify(error) + error.message).not.toMatch(/hola|\+?507\d/);
        await channel.close?.();
      },
    );
  });
}
