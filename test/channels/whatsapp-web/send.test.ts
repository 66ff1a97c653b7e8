import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import { channelContract } from '../../contracts/channel.ts';
import { eventually } from '../../support/running-desk.ts';
import { PNG } from '../../support/web-files.ts';
import {
  missingWhatsAppWeb,
  type OpenWeb,
  pairedWeb,
  webOutbound,
} from '../../support/whatsapp-web-channel.ts';
import {
  ANA,
  type Fate,
  startWhatsAppWebStandIn,
  type WhatsAppWebStandIn,
} from '../../support/whatsapp-web-stand-in.ts';

const missing = missingWhatsAppWeb();

let page: WhatsAppWebStandIn;
let open: OpenWeb;

beforeAll(async () => {
  page = await startWhatsAppWebStandIn();
  // The desk's own patience with a call is told by its length; here nobody waits so long.
  open = await pairedWeb(page, {
    timer: (ms, run) => {
      const timer = setTimeout(run, ms === 14_000 ? 1_500 : ms);
      return () => clearTimeout(timer);
    },
  });
});

afterAll(async () => {
  await open.channel.close?.();
  await page.close();
});

describe.skipIf(missing)(`the contract (${missing ?? 'here'})`, () => {
  channelContract('whatsapp-web', {
    // One browser for all of them: closing is tried elsewhere.
    open: async () => ({ ...open.channel, close: async () => {} }),
    send: {
      message: text => webOutbound({}, text),
      troubles: {
        'the page refuses it': () => page.fates.push('refused'),
        'the page does not answer': () => page.fates.push('hang'),
        'the page never hears what came of it': () => page.fates.push('lost'),
      },
      // Nobody throttles here, or says so.
      delivery: { arrived: () => page.sent.map(({ text }) => text) },
    },
  });
});

async function failureOf(fate: Fate | null, more = {}): Promise<SendFailure> {
  page.nobody.delete(ANA);
  if (fate) page.fates.push(fate);
  const error = await open.channel.send?.(webOutbound(more)).catch(error => error);
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

describe.skipIf(missing)(`a send by the page (${missing ?? 'here'})`, () => {
  it('shows the words as they stand, no link, no card, and gives back the id that ticks and quotes name', async () => {
    page.nobody.delete(ANA);
    const text = 'BEGIN:VCARD\nFN:Nadie\nEND:VCARD https://example.org *a* \ud800 ñ🚧';
    const sent = await open.channel.send?.(webOutbound({}, text));
    expect(page.sent.at(-1)).toEqual({
      ...{ chat: ANA, id: sent?.providerId, text: text.replace('\ud800', '\ufffd') },
    });
    page.ticks(sent?.providerId ?? '', 1);
    page.ticks(sent?.providerId ?? '', 3);
    await eventually(async () => open.receipts.length >= 2);
    expect(open.receipts).toMatchObject([
      { providerId: sent?.providerId, state: 'sent' },
      { providerId: sent?.providerId, state: 'read' },
    ]);
  });

  it('marks nothing as read by sending', async () => {
    const before = page.seen.length;
    await open.channel.send?.(webOutbound());
    expect(page.seen.length).toBe(before);
  });

  it('writes to a hidden id where that is the address', async () => {
    await open.channel.send?.(webOutbound({ address: '123456789012345@lid' }));
    expect(page.sent.at(-1)).toMatchObject({ chat: '123456789012345@lid' });
  });

  it.each([
    ['refused', { code: 'page_failed', retryable: true, unknown: true }],
    ['hang', { code: 'timeout', retryable: true, unknown: true }],
  ] as const)('which is %s may have arrived, and is read back', async (fate, failure) => {
    expect(await failureOf(fate)).toEqual(failure);
  });

  it('to who has no WhatsApp is refused for good', async () => {
    for (const [number, why] of [
      ['50760000404', 'none'],
      ['50760000405', 'no_lid'],
    ] as const) {
      page.nobody.set(`${number}@c.us`, why);
      const failure = await failureOf(null, { address: `+${number}` });
      expect(failure).toEqual({ code: 'no_such_number', retryable: false });
    }
  });
});

describe.skipIf(missing)(`a send that is read back (${missing ?? 'here'})`, () => {
  const startedAt = () => new Date(Date.now() - 1_000);
  const nobodys = async () => false;

  it('is looked for, and not taken for one to nobody, when the library does not find what it sent', async () => {
    const failure = await failureOf('unseen', { part: { text: 'sin rastro', choices: [] } });
    expect(failure).toEqual({ code: 'unreadable_answer', retryable: true, unknown: true });
    const sought = webOutbound({}, 'sin rastro');
    const found = await eventually(async () => open.channel.find?.(sought, startedAt(), nobodys));
    expect(found?.providerId).toBe(page.sent.at(-1)?.id);
  });

  it('is not known to have arrived while the page only keeps it, and is found when its tick is there', async () => {
    await failureOf('waiting', { part: { text: 'en espera', choices: [] } });
    const sought = webOutbound({}, 'en espera');
    await expect(open.channel.find?.(sought, startedAt(), nobodys)).rejects.toThrow();
    expect(await open.channel.find?.(sought, startedAt(), async () => true)).toBeNull();
    page.ticks(page.kept.at(-1) ?? '', 1);
    const found = await eventually(async () =>
      open.channel.find?.(sought, startedAt(), nobodys).catch(() => null),
    );
    expect(found).toEqual({ providerId: page.kept.at(-1) });
  });

  it('has surely not arrived when the page gave it up', async () => {
    await failureOf('given_up', { part: { text: 'fallido', choices: [] } });
    const sought = webOutbound({}, 'fallido');
    expect(await open.channel.find?.(sought, startedAt(), nobodys)).toBeNull();
    const sent = await open.channel.send?.(sought);
    expect(await open.channel.find?.(sought, startedAt(), nobodys)).toEqual(sent);
  });

  it('is found by its words in its chat, and not when it is another’s', async () => {
    page.nobody.delete(ANA);
    await failureOf('lost', { part: { text: 'perdido', choices: [] } });
    // What the page did not hear of the telephone tells when it is opened again.
    const lost = page.sent.at(-1);
    expect(lost?.text).toBe('perdido');
    const sent = await open.channel.send?.(webOutbound({}, 'hallado'));
    const sought = webOutbound({}, 'hallado');
    expect(await open.channel.find?.(sought, startedAt(), nobodys)).toEqual(sent);
    expect(await open.channel.find?.(sought, startedAt(), async () => true)).toBeNull();
    expect(await open.channel.find?.(webOutbound({}, 'nunca'), startedAt(), nobodys)).toBeNull();
    const later = new Date(Date.now() + 60_000);
    expect(await open.channel.find?.(sought, later, nobodys)).toBeNull();
    const elsewhere = { ...sought, address: '+50760000007' };
    expect(await open.channel.find?.(elsewhere, startedAt(), nobodys)).toBeNull();
  });
});

describe.skipIf(missing)(`a file (${missing ?? 'here'})`, () => {
  it('comes as it was sent, decrypted by the page', async () => {
    const { id } = page.sendsFile('image', PNG, 'así está');
    const said = await eventually(async () => open.messages.find(({ providerId }) => providerId === id));
    const [source] = said.media ?? [];
    expect(source && (await open.channel.fetch?.(source))).toEqual(PNG);
  });

  it.each([
    ['that is not there any more', { id: 'false_50760000001@c.us_3A999' }, 'gone'],
    ['of an id nobody has', { id: 'x' }, 'page_failed'],
    ['at an address', { url: 'http://127.0.0.1/secret' }, 'foreign_host'],
  ])('%s cannot be had', async (_name, source, code) => {
    const error = await open.channel.fetch?.(source).catch(error => error);
    expect(error).toBeInstanceOf(SendError);
    expect(error.failure).toMatchObject({ code });
  });
});
