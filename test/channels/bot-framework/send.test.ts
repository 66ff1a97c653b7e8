import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../../src/channels/channel.ts';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import { botFrameworkChannel, botFrameworkOutbound } from '../../support/bot-framework-channel.ts';
import { type BotFrameworkStandIn, startBotFrameworkStandIn } from '../../support/bot-framework-stand-in.ts';
import type { CallTrouble } from '../../support/http-server.ts';

let service: BotFrameworkStandIn;
beforeAll(async () => {
  service = await startBotFrameworkStandIn();
});
afterAll(() => service.close());
beforeEach(() => {
  service.sent.length = 0;
  service.calls.length = 0;
});

const out = (more: Partial<OutboundMessage> = {}, text?: string) =>
  botFrameworkOutbound(service.url, more, text);

channelContract('bot-framework', {
  open: async () => botFrameworkChannel(service),
  send: {
    message: text => out({}, text),
    troubles: {
      'the citizen took the bot away': () => service.trouble({ status: 403 }),
      'the platform throttles': () => service.trouble({ status: 429 }),
      'the platform is down': () => service.trouble({ status: 502 }),
      'the connection breaks': () => service.trouble({ drop: 'before' }),
      'the answer is no JSON': () => service.trouble({ garbage: '<html>' }),
    },
    delivery: {
      arrived: () => service.sent.map(({ text }) => text ?? ''),
      throttle: seconds => service.trouble({ status: 429, headers: { 'retry-after': String(seconds) } }),
    },
  },
});

async function failureOf(message: OutboundMessage, trouble?: CallTrouble): Promise<SendFailure> {
  if (trouble) service.trouble(trouble);
  const error = await botFrameworkChannel(service)
    .send?.(message)
    .then(
      () => null,
      error => error,
    );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

const coded = (status: number, code: string): CallTrouble => ({
  status,
  body: { error: { code, message: 'hola 29:ana' } },
});
const activityCalls = () => service.calls.filter(path => path.endsWith('/activities'));

describe('what is said by the Bot Framework', () => {
  it('goes to the conversation by the way that was stored, with buttons that bring their value back', async () => {
    const choices = [
      { label: 'Sí, enviar', value: 'confirm:yes' },
      { label: 'No', value: 'confirm:no' },
    ];
    const sent = await botFrameworkChannel(service).send?.(
      out({ part: { text: '¿Lo envío *así*?', choices } }),
    );
    expect(service.sent).toMatchObject([
      {
        ...{ conversationId: 'a:1-talk', text: '¿Lo envío *así*?' },
        buttons: [
          { label: 'Sí, enviar', value: { choice: 'confirm:yes' } },
          { label: 'No', value: { choice: 'confirm:no' } },
        ],
        activity: {
          ...{ from: { id: '28:bot' }, recipient: { id: '29:ana' }, channelId: 'msteams' },
          conversation: { id: 'a:1-talk', tenantId: 'tenant-of-ana' },
        },
      },
    ]);
    expect(sent).toEqual({ providerId: `a:1-talk/${service.sent[0]?.id}` });
  });

  it('goes to conversations whose ids hold every mark', async () => {
    const address = 'directline/D8D/P|0;messageid=1@x?y#z%2F ñ';
    await botFrameworkChannel(service).send?.(out({ address }));
    expect(service.sent[0]?.conversationId).toBe('D8D/P|0;messageid=1@x?y#z%2F ñ');
  });

  it('logs in once for many, and again when the token ends or is not taken', async () => {
    let clock = Date.now();
    const channel = botFrameworkChannel(service, { now: () => new Date(clock) });
    const logins = () => service.calls.filter(path => path.endsWith('/token')).length;
    await Promise.all([channel.send?.(out()), channel.send?.(out())]);
    await channel.send?.(out());
    expect(logins()).toBe(1);
    clock += 3_600_000 - 5 * 60_000;
    await channel.send?.(out());
    expect(logins()).toBe(2);
    service.trouble({ status: 401 });
    await channel.send?.(out()).catch(() => null);
    await channel.send?.(out());
    expect(logins()).toBe(3);
  });

  it('is one call, whatever the platform answers: the SDK tries nothing again by itself', async () => {
    for (const status of [429, 500, 502, 503]) {
      service.calls.length = 0;
      await failureOf(out(), { status, headers: { 'retry-after': '0' } });
      expect(activityCalls(), String(status)).toHaveLength(1);
    }
    service.calls.length = 0;
    await failureOf(out(), {
      status: 307,
      headers: { location: `${service.url}/v3/conversations/x/activities` },
    });
    expect(activityCalls()).toHaveLength(1);
  });

  it.each<[CallTrouble, SendFailure]>([
    [
      coded(403, 'ConversationBlockedByUser'),
      { code: 'ConversationBlockedByUser', retryable: false, optOut: true },
    ],
    [
      coded(403, 'BotNotInConversationRoster'),
      { code: 'BotNotInConversationRoster', retryable: false, optOut: true },
    ],
    [coded(403, 'BotDisabledByAdmin'), { code: 'BotDisabledByAdmin', retryable: false }],
    [coded(404, 'ConversationNotFound'), { code: 'ConversationNotFound', retryable: false }],
    [coded(400, 'hola 29:ana'), { code: 'http_400', retryable: false }],
    [{ status: 413 }, { code: 'http_413', retryable: false }],
    [{ status: 401 }, { code: 'http_401', retryable: true }],
    [{ status: 412 }, { code: 'http_412', retryable: true }],
    [
      { status: 429, headers: { 'retry-after': '7' } },
      { code: 'http_429', retryable: true, retryAfterMs: 7_000 },
    ],
    [{ status: 503 }, { code: 'http_503', retryable: true }],
    [{ status: 502 }, { code: 'http_502', retryable: true, unknown: true }],
    [{ status: 504 }, { code: 'http_504', retryable: true, unknown: true }],
    [{ garbage: '<html>' }, { code: 'unreadable_answer', retryable: true, unknown: true }],
    [{ drop: 'before' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
    [{ drop: 'after' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
  ])('that meets %j fails as %j', async (trouble, failure) => {
    expect(await failureOf(out(), trouble)).toEqual(failure);
  });

  it('is said, though the service answers without a word', async () => {
    for (const garbage of ['', '{}', '{"id":7}']) {
      service.trouble({ garbage });
      expect(await botFrameworkChannel(service).send?.(out()), garbage).toEqual({ providerId: null });
    }
  });

  it('logs in by the second password when the first is refused, and never tries it otherwise', async () => {
    const logins = () => service.calls.filter(path => path.endsWith('/token')).length;
    const say = (...passwords: [string, string]) => botFrameworkChannel(service, { passwords }).send?.(out());
    await expect(say(service.password, 'the next one')).resolves.toHaveProperty('providerId');
    expect(logins()).toBe(1);
    await expect(say('of yesterday', service.password)).resolves.toHaveProperty('providerId');
    expect(logins()).toBe(3);
    const failure = { code: 'login_401', retryable: true };
    await expect(say('of yesterday', 'of tomorrow')).rejects.toMatchObject({ failure });
    service.options.login = 503;
    const before = logins();
    await expect(say('of yesterday', service.password)).rejects.toMatchObject({
      failure: { code: 'login_503' },
    });
    expect(logins()).toBe(before + 1);
    service.options.login = 200;
  });

  it('was surely not said when the login failed, or nobody was reached', async () => {
    const wrong = { ...service, password: 'of yesterday' };
    const refused = await botFrameworkChannel(wrong)
      .send?.(out())
      .catch(error => error);
    expect(refused.failure).toEqual({ code: 'login_401', retryable: true });
    const away = await botFrameworkChannel()
      .send?.(out())
      .catch(error => error);
    expect(away.failure).toEqual({ code: 'ECONNREFUSED', retryable: true });
    const gone = botFrameworkOutbound('http://127.0.0.1:9');
    expect(await failureOf(gone)).toEqual({ code: 'ECONNREFUSED', retryable: true });
    expect(activityCalls()).toEqual([]);
  });

  it.each([
    { route: null },
    { route: '' },
    { route: '{}' },
    { route: '{"serviceUrl":"https://x.example"}' },
    { address: 'msteams' },
    { address: '/x' },
    { address: 'msteams/' },
    { address: 'public/msteams', class: 'invitation' } as const,
  ])('is no call without a reference: %j', async more => {
    expect(await failureOf(out(more))).toEqual({ code: 'no_reference', retryable: false });
    expect(service.calls).toEqual([]);
  });

  it('says nothing of passwords, words or people when it fails', async () => {
    service.trouble(coded(403, 'Forbidden'));
    const error = await botFrameworkChannel(service)
      .send?.(out())
      .catch(error => error);
    expect(JSON.stringify(error) + error.message + error.stack).not.toMatch(/password|issued-|hola|29:ana/);
  });
});

describe('what is said where others read', () => {
  const address = `public/${JSON.stringify(['msteams', '19:253b@thread.skype;messageid=1', '29:ana'])}`;

  it('is an invitation or the numbers of a danger, in the same thread', async () => {
    for (const kind of ['invitation', 'emergency'] as const) {
      await botFrameworkChannel(service).send?.(out({ address, class: kind }));
    }
    expect(service.sent.map(({ conversationId }) => conversationId)).toEqual(
      Array(2).fill('19:253b@thread.skype;messageid=1'),
    );
  });

  it.each(['reply', 'receipt', 'notice', 'code', 'optOut'] as const)('is never a %s', async kind => {
    expect(await failureOf(out({ address, class: kind }))).toEqual({ code: 'public', retryable: false });
    expect(service.calls).toEqual([]);
  });
});
