import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Choice, OutboundMessage } from '../../../src/channels/channel.ts';
import { SendError, type SendFailure } from '../../../src/errors.ts';
import type { WholeStore } from '../../../src/storage/whole-store.ts';
import { channelContract } from '../../contracts/channel.ts';
import type { GraphTrouble } from '../../support/graph-stand-in.ts';
import { storeOnDisk } from '../../support/store.ts';
import { whatsappChannel, whatsappOutbound } from '../../support/whatsapp-channel.ts';
import { startWhatsAppStandIn, type WhatsAppStandIn } from '../../support/whatsapp-stand-in.ts';

let meta: WhatsAppStandIn;
beforeAll(async () => {
  meta = await startWhatsAppStandIn();
  meta.approved = { 'novedad/es': { places: 4, buttons: 0 }, 'resuelto/es': { places: 2, buttons: 2 } };
});
afterAll(() => meta.close());
beforeEach(() => {
  meta.sent.length = 0;
});

channelContract('whatsapp', {
  open: async () => whatsappChannel(meta),
  send: {
    message: text => whatsappOutbound({}, text),
    troubles: {
      'the window has closed': () => meta.trouble({ status: 400, code: 131047 }),
      'the platform throttles': () => meta.trouble({ status: 429, code: 130429 }),
      'the platform is down': () => meta.trouble({ status: 500 }),
      'the token has ended': () => meta.trouble({ status: 401, code: 190 }),
      'the connection breaks': () => meta.trouble({ drop: 'before' }),
      'the answer is no JSON': () => meta.trouble({ garbage: '<html>' }),
    },
    delivery: {
      arrived: () => meta.sent.map(({ text }) => text ?? ''),
      throttle: retryAfter => meta.trouble({ status: 429, code: 130429, retryAfter }),
    },
  },
});

async function sends(more: Partial<OutboundMessage>, text?: string) {
  const sent = await whatsappChannel(meta).send?.(whatsappOutbound(more, text));
  expect(sent?.providerId).toBe(meta.sent.at(-1)?.id);
  return meta.sent.at(-1);
}

async function failureOf(
  trouble: GraphTrouble | null,
  more: Partial<OutboundMessage> = {},
): Promise<SendFailure> {
  if (trouble) meta.trouble(trouble);
  const call = whatsappChannel(meta).send?.(whatsappOutbound(more));
  const error = await call?.then(
    () => null,
    error => error,
  );
  expect(error).toBeInstanceOf(SendError);
  return (error as SendError).failure;
}

const choices = (...labels: string[]): Choice[] => labels.map((label, i) => ({ label, value: `v:${i}` }));
const asking = (...labels: string[]) => ({ part: { text: '¿Cuál?', choices: choices(...labels) } });

describe('a send by WhatsApp', () => {
  it('is a text to a number, with our id for its receipts', async () => {
    expect(await sends({ id: 'out-7' }, 'ñandú 🚧 https://example.org')).toMatchObject({
      ...{ to: '50760000001', kind: 'text', text: 'ñandú 🚧 https://example.org' },
      body: { biz_opaque_callback_data: 'out-7', text: { preview_url: false } },
    });
  });

  it('goes to a user id where that is the address', async () => {
    const held = await sends({ address: 'PA.13491208655302741918' });
    expect(held?.body).toMatchObject({ recipient: 'PA.13491208655302741918' });
    expect(held?.body).not.toHaveProperty('to');
  });

  it('shows up to three short choices as buttons', async () => {
    expect(await sends(asking('Sí, enviar', 'No enviar nada', 'Cambiar el lugar'))).toMatchObject({
      kind: 'button',
      text: '¿Cuál?',
      choices: choices('Sí, enviar', 'No enviar nada', 'Cambiar el lugar'),
    });
  });

  it.each([
    ['more', ['Muy mala', 'Mala', 'Regular', 'Buena']],
    ['longer', ['Queja: algo que no funciona', 'Otra cosa']],
    ['ten', Array.from({ length: 10 }, (_, i) => `Corregimiento número ${i} del distrito de Panamá`)],
  ])('shows %s choices as a list, each whole', async (_what, labels) => {
    const held = await sends(asking(...labels));
    expect(held).toMatchObject({ kind: 'list', choices: choices(...labels) });
    expect(held?.body).toMatchObject({ interactive: { action: { button: 'Opciones / Options' } } });
  });

  it('tells rows apart whose first words are the same', async () => {
    const held = await sends(
      asking('Municipio de San Miguelito, Panamá', 'Municipio de San Miguelito, otro'),
    );
    const titles = JSON.stringify(held?.body).match(/"title":"[^"]+"/g);
    expect(new Set(titles).size).toBe(2);
  });

  it('asks for a pin where it asks for a place, unless it offers some', async () => {
    expect(await sends({ asks: 'place' }, '¿Dónde es?')).toMatchObject({
      ...{ kind: 'location_request_message', text: '¿Dónde es?' },
    });
    expect(await sends({ asks: 'place', ...asking('Pacora', 'Tocumen') })).toMatchObject({ kind: 'button' });
  });

  it('mends half a character, which the platform would refuse', async () => {
    expect((await sends({}, 'x\ud83d'))?.text).toBe('x\ufffd');
  });
});

describe('a notice outside the window', () => {
  const values = {
    number: '311-483-920-716',
    matter: 'Hueco',
    status: 'Resuelta',
    note: 'Listo\n\nel lunes',
  };
  const late = (name: 'status' | 'solved' | 'opened', more: object = {}): Partial<OutboundMessage> => ({
    form: 'template',
    part: { text: 'x', choices: [], template: { name, language: 'es', values: { ...values, ...more } } },
  });

  it('is its template, the values in order and in one line each', async () => {
    const held = await sends(late('status'));
    expect(held).toMatchObject({
      ...{ kind: 'template', text: '311-483-920-716 | Hueco | Resuelta | Listo el lunes' },
      body: { template: { name: 'novedad', language: { code: 'es' } }, biz_opaque_callback_data: 'out-1' },
    });
  });

  it('has buttons that give back what the choices would', async () => {
    const held = await sends(late('solved', { choice1: 'solved:yes', choice2: 'solved:no' }));
    expect(held?.choices.map(({ value }) => value)).toEqual(['solved:yes', 'solved:no']);
  });

  it('gives its buttons no value when nothing is asked', async () => {
    expect((await sends(late('solved')))?.choices).toEqual([]);
  });

  it('is not sent where no template was approved', async () => {
    const calls = meta.calls;
    expect(await failureOf(null, late('opened'))).toEqual({ code: 'no_template', retryable: false });
    expect(meta.calls).toBe(calls);
  });

  it('says so when the platform does not know the template', async () => {
    const english = late('status');
    const template = { name: 'status', language: 'en', values } as const;
    const more = { ...english, part: { text: 'x', choices: [], template } };
    expect(await failureOf(null, more)).toEqual({ code: '132001', retryable: false });
  });
});

describe('a send by WhatsApp that meets', () => {
  it.each<[GraphTrouble, SendFailure]>([
    [
      { status: 400, code: 131056 },
      { code: '131056', retryable: true, retryAfterMs: 6_000 },
    ],
    [
      { status: 429, code: 130429, retryAfter: 9 },
      { code: '130429', retryable: true, retryAfterMs: 9_000 },
    ],
    [
      { status: 500, code: 131000 },
      { code: '131000', retryable: true, unknown: true },
    ],
    [
      { status: 400, code: 131047 },
      { code: 'window_closed', retryable: false },
    ],
    [
      { status: 401, code: 190, subcode: 463 },
      { code: '190/463', retryable: true },
    ],
    ...[100, 10, 200, 368, 131021, 131026, 131031, 131042, 131049, 131050, 131051, 132000, 133010].map(
      (code): [GraphTrouble, SendFailure] => [
        { status: 400, code },
        { code: String(code), retryable: false },
      ],
    ),
    ...[1, 2].map((code): [GraphTrouble, SendFailure] => [
      { status: 500, code },
      { code: String(code), retryable: true, unknown: true },
    ]),
    ...[131016, 131048, 131053, 133004].map((code): [GraphTrouble, SendFailure] => [
      { status: 400, code },
      { code: String(code), retryable: true },
    ]),
    ...[4, 80007, 131057, 133016].map((code): [GraphTrouble, SendFailure] => [
      { status: 400, code },
      { code: String(code), retryable: true, retryAfterMs: 60_000 },
    ]),
    [{ status: 503 }, { code: 'http_503', retryable: true }],
    [{ drop: 'before' }, { code: 'UND_ERR_SOCKET', retryable: true, unknown: true }],
    [{ drop: 'after' }, { code: 'UND_ERR_SOCKET', retryable: true, unknown: true }],
  ])('%j fails as %j', async (trouble, failure) => {
    expect(await failureOf(trouble)).toEqual(failure);
  });

  it('nobody at all was surely not sent', async () => {
    const error = await whatsappChannel()
      .send?.(whatsappOutbound())
      .catch(error => error);
    expect(error.failure).toEqual({ code: 'ECONNREFUSED', retryable: true });
  });
});

describe('what was taken', () => {
  const said = (address: string, providerId: string, more: object = { text: 'x' }) => {
    meta.written.add(providerId);
    return { channel: 'whatsapp', account: '1', address, providerId, ...more };
  };

  it('is shown as read and being answered, the last of each citizen, by calls of their own', async () => {
    const moved = said('PA.3', 'wamid.moved', { alsoKnownAs: 'PA.2' });
    const messages = [said('PA.1', 'wamid.a'), said('PA.1', 'wamid.b'), said('PA.2', 'wamid.c'), moved];
    expect(whatsappChannel(meta).taken?.(messages)).toBeUndefined();
    await expect.poll(() => meta.shown.toSorted()).toEqual(['wamid.b', 'wamid.c']);
    expect(meta.sent).toEqual([]);
  });

  it('breaks nothing when the platform is away', async () => {
    expect(whatsappChannel().taken?.([said('PA.1', 'wamid.x')])).toBeUndefined();
    await new Promise(resolve => setTimeout(resolve, 50));
  });
});

describe('a file by WhatsApp', () => {
  const PDF = Buffer.from('%PDF-1.7 recibo ñ');
  const about = (type: string, text = 'Aquí está'): Partial<OutboundMessage> => {
    const ref = { id: 'f', type, bytes: PDF.length, name: `recibo.${type.slice(-3)}` };
    return { file: PDF, part: { text, choices: [], file: ref } };
  };

  beforeEach(() => meta.uploaded.clear());

  it('is handed over first, and then named by a message with our words below it', async () => {
    const held = await sends({ ...about('application/pdf'), id: 'out-9' });
    expect(held).toMatchObject({ kind: 'document', text: 'Aquí está' });
    expect(held?.file).toEqual({ name: 'recibo.pdf', type: 'application/pdf', bytes: PDF });
    expect(held?.body).toMatchObject({
      biz_opaque_callback_data: 'out-9',
      document: { filename: 'recibo.pdf' },
    });
  });

  it('is shown when it is a picture, with or without words', async () => {
    expect(await sends(about('image/png'))).toMatchObject({ kind: 'image', text: 'Aquí está' });
    expect((await sends(about('image/png', '')))?.body['image']).not.toHaveProperty('caption');
  });

  it.each<[string, GraphTrouble, Partial<SendFailure>]>([
    ['broke off', { drop: 'after' }, { retryable: true }],
    ['was answered with nonsense', { garbage: '<html>' }, { retryable: true }],
    ['met a server that is down', { status: 500 }, { retryable: true }],
    ['was refused', { status: 400, code: 100 }, { retryable: false }],
  ])('that %s on its way up has sent nothing, and is not unknown', async (_what, trouble, failure) => {
    const failed = await failureOf(trouble, about('application/pdf'));
    expect(failed).toMatchObject(failure);
    expect(failed.unknown ?? false).toBe(false);
    expect(meta.sent).toEqual([]);
  });

  it('whose message breaks off may have gone', async () => {
    meta.trouble({});
    expect(await failureOf({ drop: 'after' }, about('application/pdf'))).toMatchObject({ unknown: true });
    expect(meta.sent).toHaveLength(1);
  });
});

describe('messages to one person on WhatsApp', () => {
  const SPAN_MS = 270_000;

  /** Sends until it is refused: how many went out, and what the refusal says. */
  async function sendAll(channel: ReturnType<typeof whatsappChannel>, more: Partial<OutboundMessage> = {}) {
    for (let count = 0; ; count += 1) {
      const refused = await channel.send?.(whatsappOutbound(more)).then(
        () => null,
        (error: SendError) => error.failure,
      );
      if (refused) return { count, refused };
    }
  }

  it('keep to the pair’s rate across a restart, and leave some for an emergency', async () => {
    const disk = await storeOnDisk();
    let clock = new Date('2026-10-26T15:00:00Z');
    const open = (store: WholeStore) => whatsappChannel(meta, { now: () => clock, spend: store.spend });
    const first = await sendAll(open(disk.store));
    expect(first).toEqual({ count: 40, refused: { code: 'budget', retryable: true, retryAfterMs: SPAN_MS } });
    await disk.store.close();
    const store = await disk.reopen();
    const channel = open(store);
    expect((await sendAll(channel)).count).toBe(0);
    expect((await sendAll(channel, { class: 'emergency' })).count).toBe(5);
    expect((await sendAll(channel, { address: '+50760000002' })).count).toBe(40);
    clock = new Date(clock.getTime() + SPAN_MS);
    expect((await sendAll(channel)).count).toBe(40);
    await store.close();
  });

  it('wait, and call nobody, while they cannot be counted', async () => {
    const spend = () => Promise.reject(new Error('full'));
    const before = meta.calls;
    expect((await sendAll(whatsappChannel(meta, { spend }))).refused).toEqual({
      code: 'budget',
      retryable: true,
    });
    expect(meta.calls).toBe(before);
  });
});
