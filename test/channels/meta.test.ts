import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../../src/channels/channel.ts';
import { failureOfGraph, failureOfReceipt } from '../../src/channels/meta/failures.ts';
import { createGraph } from '../../src/channels/meta/graph.ts';
import { type MetaWebhook, readMetaWebhook } from '../../src/channels/meta/webhook.ts';
import { SendError } from '../../src/errors.ts';
import { escaped, signed, startGraph } from '../support/graph-stand-in.ts';

const WEBHOOK: MetaWebhook = {
  path: '/channels/x/webhook',
  secrets: ['first', 'second'],
  verifyToken: 'ñandú & co',
  object: 'page',
};
const refused = { refuse: 401, reason: expect.any(String) };
const call = (request: Partial<WebhookRequest>) => {
  const whole = { method: 'POST', path: WEBHOOK.path, headers: {}, body: Buffer.alloc(0), ...request };
  return readMetaWebhook(WEBHOOK, whole, entries => ({
    messages: entries.map(({ id }) => ({ channel: 'x', account: '', address: '', providerId: String(id) })),
    receipts: [],
  }));
};
const post = (payload: unknown, secret = 'first') => {
  const body = Buffer.from(escaped(payload));
  return call({ body, headers: { 'x-hub-signature-256': signed(secret, body) } });
};

describe('the registration of an address at Meta', () => {
  const GOOD = { 'hub.mode': 'subscribe', 'hub.verify_token': 'ñandú & co', 'hub.challenge': '1158201444' };
  const get = (query: Record<string, string>, path = WEBHOOK.path) =>
    call({ method: 'GET', path: `${path}?${new URLSearchParams(query)}` });

  it('is answered with the challenge, as plain text', () => {
    expect(get(GOOD)).toEqual({
      messages: [],
      receipts: [],
      answer: { status: 200, type: 'text/plain; charset=utf-8', body: '1158201444' },
    });
  });

  it.each([
    ['another token', { ...GOOD, 'hub.verify_token': 'x' }],
    ['no token', { ...GOOD, 'hub.verify_token': '' }],
    ['another mode', { ...GOOD, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { ...GOOD, 'hub.challenge': '' }],
    ['nothing', {}],
  ])('is refused with %s', (_what, query) => {
    expect(get(query as Record<string, string>)).toEqual(refused);
  });

  it('is refused when something comes twice', () => {
    const query = new URLSearchParams(GOOD);
    query.append('hub.verify_token', 'ñandú & co');
    expect(call({ method: 'GET', path: `${WEBHOOK.path}?${query}` })).toEqual(refused);
  });

  it('is refused at another address', () => {
    expect(get(GOOD, '/channels/x/status')).toEqual(refused);
  });
});

describe('a call from Meta', () => {
  it.each(['first', 'second'])('is taken when the %s secret signed it', secret => {
    expect(post({ object: 'page', entry: [{ id: 'a' }, { id: 'b' }] }, secret)).toMatchObject({
      messages: [{ providerId: 'a' }, { providerId: 'b' }],
      answer: { status: 200 },
    });
  });

  it('is verified by its raw bytes, not by what they mean', () => {
    const payload = { object: 'page', entry: [{ id: 'ñ/🚧' }] };
    const body = Buffer.from(JSON.stringify(payload));
    expect(call({ body, headers: { 'x-hub-signature-256': signed('first', escaped(payload)) } })).toEqual(
      refused,
    );
    expect(post(payload)).toMatchObject({ messages: [{ providerId: 'ñ/🚧' }] });
  });

  it('about another product is taken, and nothing is in it', () => {
    expect(post({ object: 'instagram', entry: [{ id: 'a' }] })).toMatchObject({ messages: [], receipts: [] });
  });

  it.each(['[]', 'null', '{', ''])('that says %j is refused', text => {
    const body = Buffer.from(text);
    const headers = { 'x-hub-signature-256': signed('first', body) };
    expect(call({ body, headers })).toMatchObject({ refuse: 400 });
  });

  it('with the older signature alone is refused', () => {
    const body = Buffer.from('{}');
    expect(call({ body, headers: { 'x-hub-signature': signed('first', body) } })).toEqual(refused);
  });
});

const NOON = new Date('2026-10-26T17:00:00Z');
const RULES = {
  retryable: new Map([
    [4, 60_000],
    [2, null],
  ] as const),
  closed: new Set(['10/2018278', '131047']),
};
const failure = (status: number, error: object | null, retryAfter: string | null = null) =>
  failureOfGraph({ status, error: error as never, retryAfter }, RULES, NOON);

describe('an error of the Graph API', () => {
  it.each([
    [
      'a code worth another try, with its wait',
      [400, { code: 4 }],
      { code: '4', retryable: true, retryAfterMs: 60_000 },
    ],
    [
      'the wait the platform asks for',
      [400, { code: 4 }, '7'],
      { code: '4', retryable: true, retryAfterMs: 7_000 },
    ],
    ['a server in doubt', [500, { code: 2 }], { code: '2', retryable: true, unknown: true }],
    ['a code that is final', [400, { code: 100, error_subcode: 33 }], { code: '100/33', retryable: false }],
    ['a token that ended', [401, { code: 190, error_subcode: 463 }], { code: '190/463', retryable: true }],
    ['a token that ended, said otherwise', [400, { code: 190 }], { code: '190', retryable: true }],
    ['a doubtful code of a call that was refused', [400, { code: 2 }], { code: '2', retryable: true }],
    ['what came too late', [400, { code: 131047 }], { code: 'window_closed', retryable: false }],
    [
      'what came too late, by its subcode',
      [403, { code: 10, error_subcode: 2018278 }],
      { code: 'window_closed', retryable: false },
    ],
    [
      'the same code with another subcode',
      [403, { code: 10, error_subcode: 1 }],
      { code: '10/1', retryable: false },
    ],
    [
      'a throttle without a code',
      [429, null, '3'],
      { code: 'http_429', retryable: true, retryAfterMs: 3_000 },
    ],
    ['a proxy that failed', [502, null], { code: 'http_502', retryable: true, unknown: true }],
    ['a server’s error nobody knows', [500, { code: 99 }], { code: '99', retryable: true, unknown: true }],
    ['a page nobody knows', [404, null], { code: 'http_404', retryable: false }],
    ['a redirect', [302, null], { code: 'http_302', retryable: true }],
  ] as const)('is %s', (_what, [status, error, retryAfter], expected) => {
    expect(failure(status, error, retryAfter ?? null)).toEqual(expected);
  });

  it('in a receipt is worth a second try or not', () => {
    expect(failureOfReceipt({ code: 2 }, RULES)).toEqual({ code: '2', retryable: true });
    expect(failureOfReceipt({ code: 131026 }, RULES)).toEqual({ code: '131026', retryable: false });
    expect(failureOfReceipt({ code: 131047 }, RULES)).toEqual({ code: 'window_closed', retryable: true });
    expect(failureOfReceipt(undefined, RULES)).toEqual({ code: 'failed', retryable: false });
  });
});

describe('a call to the Graph API', () => {
  it('shows our token to no address it redirects to', async () => {
    const graph = await startGraph(
      () => ({ answer: {} }),
      () => true,
    );
    const { createServer } = await import('node:http');
    const seen: string[] = [];
    const proxy = createServer((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      response.writeHead(307, { location: `${graph.url}/v25.0/me` }).end();
    });
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as { port: number };
    const api = createGraph({
      apiUrl: `http://127.0.0.1:${port}`,
      token: 'T',
      rules: RULES,
      now: () => NOON,
    });
    const error = await api('me').catch(error => error);
    expect(error).toBeInstanceOf(SendError);
    expect(error.failure).toEqual({ code: 'http_307', retryable: true });
    expect(seen).toEqual(['/v25.0/me Bearer T']);
    await Promise.all([graph.close(), new Promise(resolve => proxy.close(resolve))]);
  });

  it('whose answer is no JSON may have been carried out', async () => {
    const graph = await startGraph(
      () => ({ answer: {} }),
      () => false,
    );
    graph.trouble({ garbage: '<html>' });
    const api = createGraph({ apiUrl: graph.url, token: graph.token, rules: RULES, now: () => NOON });
    const error = await api('me', {}).catch(error => error);
    expect(error.failure).toEqual({ code: 'unreadable_answer', retryable: true, unknown: true });
    await graph.close();
  });
});
