import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../../src/channels/render.ts';
import { TELEGRAM_CAPABILITIES } from '../../../src/channels/telegram/capabilities.ts';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import { telegramChannel, telegramOutbound } from '../../support/telegram-channel.ts';
import { startTelegramStandIn, type TelegramStandIn, type Trouble } from '../../support/telegram-stand-in.ts';

let telegram: TelegramStandIn;
beforeAll(async () => {
  telegram = await startTelegramStandIn();
});
afterAll(() => telegram.close());
beforeEach(() => {
  telegram.sent.length = 0;
});

const refused = (error_code: number, description = 'x', retry_after?: number): Trouble => ({
  refusal: { error_code, description, ...(retry_after === undefined ? {} : { parameters: { retry_after } }) },
});

channelContract('telegram', {
  open: async () => telegramChannel(telegram),
  send: {
    message: text => telegramOutbound({}, text),
    troubles: {
      'the citizen blocked the bot': () =>
        telegram.trouble(refused(403, 'Forbidden: bot was blocked by the user')),
      'the platform throttles': () => telegram.trouble(refused(429, 'Too Many Requests: retry after 3', 3)),
      'the platform is down': () => telegram.trouble(refused(502, 'Bad Gateway')),
      'the connection breaks': () => telegram.trouble({ drop: 'before' }),
      'the answer is no JSON': () => telegram.trouble({ garbage: '<html>' }),
      'the answer says nothing': () => telegram.trouble({ garbage: '{"ok":true,"result":{}}' }),
    },
    delivery: {
      arrived: () => telegram.sent.map(({ text }) => text),
      throttle: seconds =>
        telegram.trouble(refused(429, `Too Many Requests: retry after ${seconds}`, seconds)),
    },
  },
});

async function failureOf(trouble: Trouble): Promise<SendFailure> {
  telegram.trouble(trouble);
  const error = await telegramChannel(telegram)
    .send?.(telegramOutbound())
    .then(
      () => null,
      error => error,
    );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

describe('a send by Telegram', () => {
  it('shows choices as buttons, one below the other, and gives back an id that a quote names', async () => {
    const choices = [
      { label: 'Sí, enviar', value: 'confirm:yes' },
      { label: 'No', value: 'confirm:no' },
    ];
    const sent = await telegramChannel(telegram).send?.(
      telegramOutbound({ part: { text: 'a <b>b</b> *c* _d_ & e', choices } }),
    );
    expect(telegram.sent).toMatchObject([
      { chatId: 900_100_200, text: 'a <b>b</b> *c* _d_ & e', buttons: choices },
    ]);
    expect(sent).toEqual({ providerId: `900100200.${telegram.sent[0]?.messageId}` });
  });

  it('goes out whole at the limits of the platform, and half a character is mended', async () => {
    const choices = [{ label: 'ñ'.repeat(60), value: `place:${'ñ'.repeat(29)}` }];
    await telegramChannel(telegram).send?.(telegramOutbound({ part: { text: 'ñ'.repeat(4_096), choices } }));
    await telegramChannel(telegram).send?.(telegramOutbound({}, 'a \ud83d b'));
    expect(telegram.sent.map(({ text }) => text.length)).toEqual([4_096, 5]);
    expect(telegram.sent[1]?.text).toBe('a \ufffd b');
  });

  it('is never asked to carry a value that a button would not give back', () => {
    const value = `place:080417:${'ñ'.repeat(27)}`;
    const reply = {
      text: '¿Cuál?',
      asks: 'place',
      class: 'reply',
      choices: [{ label: 'Pacora', value }],
    } as const;
    expect(render({ ...reply, choices: [...reply.choices] }, TELEGRAM_CAPABILITIES)).toEqual([
      { text: '¿Cuál?\n1. Pacora', choices: [] },
    ]);
  });

  it.each<[Trouble, SendFailure]>([
    [
      refused(403, 'Forbidden: bot was blocked by the user'),
      { code: 'blocked', retryable: false, optOut: true },
    ],
    [refused(403, 'Forbidden: user is deactivated'), { code: 'deactivated', retryable: false, optOut: true }],
    [refused(403, 'Forbidden: something new'), { code: '403', retryable: false, optOut: true }],
    [
      refused(403, "Forbidden: bot can't initiate conversation with a user"),
      { code: 'not_started', retryable: false },
    ],
    [refused(400, 'Bad Request: chat not found'), { code: 'chat_not_found', retryable: false }],
    [refused(400, 'Bad Request: something new'), { code: '400', retryable: false }],
    [refused(401, 'Unauthorized'), { code: '401', retryable: true }],
    [refused(404, 'Not Found'), { code: '404', retryable: true }],
    [refused(429, 'Too Many Requests', 7), { code: '429', retryable: true, retryAfterMs: 7_000 }],
    [refused(429, 'Too Many Requests', 999_999), { code: '429', retryable: true, retryAfterMs: 3_600_000 }],
    [refused(429), { code: '429', retryable: true, retryAfterMs: 1_000 }],
    [refused(500), { code: '500', retryable: true, unknown: true }],
    [{ drop: 'before' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
    [{ drop: 'after' }, { code: 'ECONNRESET', retryable: true, unknown: true }],
    [{ garbage: '<html>' }, { code: 'no_answer', retryable: true, unknown: true }],
    [{ garbage: '{"ok":true,"result":{}}' }, { code: 'unreadable_answer', retryable: true, unknown: true }],
  ])('that meets %j fails as %j', async (trouble, failure) => {
    expect(await failureOf(trouble)).toEqual(failure);
  });

  it('that reaches nobody was surely not sent', async () => {
    const error = await telegramChannel()
      .send?.(telegramOutbound())
      .catch(error => error);
    expect(error.failure).toEqual({ code: 'ECONNREFUSED', retryable: true });
  });

  it('says nothing of the token, the words or the person when it fails', async () => {
    telegram.trouble({ drop: 'before' });
    const error = await telegramChannel(telegram)
      .send?.(telegramOutbound())
      .catch(error => error);
    expect(JSON.stringify(error) + error.message + error.stack).not.toMatch(/stand-in|hola|900100200/);
  });
});

describe('a file by Telegram', () => {
  const PDF = Buffer.from('%PDF-1.7 recibo ñ');
  const about = (text: string) => {
    const ref = { id: 'f', type: 'application/pdf', bytes: PDF.length, name: 'recibo ñ.pdf' };
    return telegramOutbound({ file: PDF, part: { text, choices: [], file: ref } });
  };

  it('is a document with its name, and our words below it', async () => {
    const sent = await telegramChannel(telegram).send?.(about('a <b>b</b> *c* ñ'));
    expect(telegram.sent).toMatchObject([
      { chatId: 900_100_200, text: 'a <b>b</b> *c* ñ', file: { name: 'recibo ñ.pdf', bytes: PDF } },
    ]);
    expect(sent?.providerId).toContain(String(telegram.sent[0]?.messageId));
  });

  it('comes without words too', async () => {
    await telegramChannel(telegram).send?.(about(''));
    expect(telegram.sent[0]).toMatchObject({ text: '', file: { bytes: PDF } });
  });

  it.each<[Trouble, Partial<SendFailure>]>([
    [{ drop: 'after' }, { unknown: true }],
    [refused(403, 'Forbidden: bot was blocked by the user'), { retryable: false, optOut: true }],
    [refused(429, 'Too Many Requests: retry after 3', 3), { retryable: true, retryAfterMs: 3_000 }],
  ])('fails as words do: %j', async (trouble, failure) => {
    telegram.trouble(trouble);
    await expect(telegramChannel(telegram).send?.(about('x'))).rejects.toMatchObject({ failure });
  });
});
