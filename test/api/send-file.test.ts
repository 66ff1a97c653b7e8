import { describe, expect, it } from 'vitest';
import { deliveryList, keptFile } from '../../src/api/answers.ts';
import { say, take } from '../../src/api/desk.ts';
import type { Capabilities } from '../../src/channels/channel.ts';
import { openApiDesk } from '../support/api-calls.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';
import { jpegWith, PNG } from '../support/web-files.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');

/** A talk that Ana took, on a channel that carries these files, and a way to hand over a file. */
async function taken(channel = 'sms', files?: Capabilities['files']) {
  const catalogue = smallCatalogue();
  const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'];
  const limits = { ...catalogue.centre.limits, mediaBytes: 2 * 1024 * 1024, mediaTypes };
  const desk = await openApiDesk({ catalogue: { ...catalogue, centre: { ...catalogue.centre, limits } } });
  const known = desk.deps.capabilitiesOf;
  const deps = {
    ...desk.deps,
    capabilitiesOf: (name: string) => {
      const limits = known(name);
      return limits && files ? { ...limits, files } : limits;
    },
  };
  const { id } = await desk.talk(undefined, channel);
  await take(deps, id, 'Ana');
  const upload = async (bytes: Buffer, of = id, type = 'application/octet-stream') => {
    const response = await desk.server.inject({
      ...{ method: 'POST', url: `/api/v1/conversations/${of}/media`, payload: bytes },
      headers: { authorization: 'Bearer operator-key', 'content-type': type },
    });
    return { status: response.statusCode, body: response.json() };
  };
  const last = async () => (await desk.store.transcript(id, 0, 100)).at(-1);
  return { ...desk, deps, id, upload, last };
}

const ANY: NonNullable<Capabilities['files']> = { types: 'any', bytes: 1_000_000, captionLimit: 1_000 };

describe('a file handed over for a talk', () => {
  it('is kept by its content, once, and given back', async () => {
    const { upload, call, id } = await taken();
    for (const type of ['application/octet-stream', 'text/html', 'application/json']) {
      const { status, body } = await upload(PDF, id, type);
      expect(status).toBe(201);
      expect(keptFile.parse(body)).toMatchObject({ type: 'application/pdf', bytes: PDF.length });
      expect((await call('operator', 'GET', `/conversations/${id}/media/${body.id}`)).type).toBe(
        'application/pdf',
      );
    }
    const ids = await Promise.all([upload(PDF), upload(PDF)]);
    expect(new Set(ids.map(({ body }) => body.id)).size).toBe(1);
  });

  it('loses the place its camera wrote into it', async () => {
    const { upload, store, id } = await taken();
    const { body } = await upload(jpegWith({ at: { lat: 9, lon: -79 } }));
    const kept = await store.media(id, body.id);
    for (const secret of ['GPS-SECRET', 'XMP-SECRET']) expect(kept?.bytes.includes(secret)).toBe(false);
  });

  it.each([
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script>'), 422],
    ['nothing', Buffer.alloc(0), 422],
    ['more than the office takes', Buffer.concat([PDF, Buffer.alloc(2 * 1024 * 1024)]), 413],
  ])('is refused when it is %s', async (_what, bytes, expected) => {
    const { upload, id } = await taken();
    const { status, body } = await upload(bytes, id, 'image/png');
    expect(status).toBe(expected);
    expect(JSON.stringify(body)).not.toContain('script');
  });

  it('is none of a talk that is unknown', async () => {
    const { upload } = await taken();
    expect((await upload(PNG, 'none')).status).toBe(404);
  });
});

describe('words with a file', () => {
  it('go out together where the channel carries it, and are listed with the case they are about', async () => {
    const { deps, upload, id, last, file, call } = await taken('sms', ANY);
    const c = await file({ conversationId: id });
    const { body } = await upload(PDF);
    const words = { text: 'Aqui esta', file: { id: body.id, name: '../recibo.exe' }, case: c.number };
    expect(await say(deps, id, 'Ana', words)).toMatchObject({ outcome: 'done' });
    const sent = { id: body.id, type: 'application/pdf', bytes: PDF.length, name: 'recibo.pdf' };
    expect(await last()).toMatchObject({ from: 'person', text: 'Aqui esta', media: [body.id], file: sent });
    const listed = deliveryList.parse((await call('operator', 'GET', `/cases/${c.number}/deliveries`)).body);
    expect(listed.deliveries).toMatchObject([{ text: 'Aqui esta', file: sent, state: 'pending' }]);
  });

  it('are said once under one key', async () => {
    const { deps, upload, id, told } = await taken('sms', ANY);
    const { body } = await upload(PDF);
    const words = { text: 'Aqui esta', file: { id: body.id }, idempotencyKey: '1' };
    for (const _time of [1, 2]) expect(await say(deps, id, 'Ana', words)).toMatchObject({ outcome: 'done' });
    expect(await told(id)).toEqual(['Aqui esta']);
  });

  it('are answered as the first time, though a newer case would put them otherwise', async () => {
    const { deps, upload, id, told, file } = await taken();
    await file({ conversationId: id, pinHash: 'x' });
    const { body } = await upload(PNG);
    const words = { text: 'Mire', file: { id: body.id }, idempotencyKey: '1' };
    const first = await say(deps, id, 'Ana', words);
    const said = await told(id);
    await file({ conversationId: id, id: 'newer', number: '311-000-000-018' });
    expect(await say(deps, id, 'Ana', words)).toMatchObject({
      outcome: 'done',
      seq: 'seq' in first && first.seq,
    });
    expect(await told(id)).toEqual(said);
  });

  it('say where the file can be seen on a channel that carries none, and of which case', async () => {
    const { deps, upload, id, last, file, call } = await taken();
    const c = await file({ conversationId: id, pinHash: 'x' });
    const { body } = await upload(PNG);
    await say(deps, id, 'Ana', { text: 'Mire', file: { id: body.id, name: 'plano' } });
    expect(await last()).toMatchObject({
      text: `Mire\n\nArchivo plano.png: pagina de ${c.number}`,
      caseNumber: c.number,
    });
    const { deliveries } = (await call('operator', 'GET', `/cases/${c.number}/deliveries`)).body;
    expect(deliveries).toMatchObject([{ file: { name: 'plano.png' } }]);
  });

  it.each<[string, Partial<NonNullable<Capabilities['files']>>]>([
    ['of this kind', { types: ['application/pdf'] }],
    ['so large', { bytes: PNG.length - 1 }],
  ])('do the same where it carries none %s', async (_what, less) => {
    const { deps, upload, id, last, file } = await taken('sms', { ...ANY, ...less });
    await file({ conversationId: id, pinHash: 'x' });
    const { body } = await upload(PNG);
    await say(deps, id, 'Ana', { text: 'Mire', file: { id: body.id } });
    expect((await last())?.text).toContain('Archivo archivo.png: pagina de');
  });

  it('are refused where the citizen could see it nowhere', async () => {
    const { deps, upload, id, told, file } = await taken();
    const { body } = await upload(PNG);
    const words = { text: 'Mire', file: { id: body.id } };
    expect(await say(deps, id, 'Ana', words)).toMatchObject({ outcome: 'refused' });
    await file({ conversationId: id });
    const refused = { outcome: 'refused', reason: expect.stringContaining('no case with a PIN') };
    expect(await say(deps, id, 'Ana', words)).toEqual(refused);
    expect(await told(id)).toEqual([]);
  });

  it('take no file and no case of another talk', async () => {
    const { deps, upload, id, talk, file, told } = await taken('sms', ANY);
    const other = await talk('+50760002222');
    const { body } = await upload(PNG, other.id);
    const theirs = await file({ conversationId: other.id, pinHash: 'x' });
    const refusals = [{ file: { id: body.id } }, { case: theirs.number }, { case: 'hola' }];
    for (const more of refusals) {
      expect(await say(deps, id, 'Ana', { text: 'Mire', ...more })).toMatchObject({ outcome: 'refused' });
    }
    expect(await told(id)).toEqual([]);
  });

  it('are checked at the door', async () => {
    const { call, id } = await taken();
    for (const file of [{}, { id: '' }, { id: 'x', path: '/etc/passwd' }, 'x', []]) {
      const { status } = await call('operator', 'POST', `/conversations/${id}/reply`, { text: 'Mire', file });
      expect(status).toBe(422);
    }
  });
});
