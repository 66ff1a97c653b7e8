import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallCatalogue } from '../support/small-catalogue.ts';
import { openWebDesk, type Visit, type WebDesk } from '../support/web-desk.ts';
import { form, jpegWith, PNG } from '../support/web-files.ts';

let desk: WebDesk;
let visit: Visit;

const catalogue = () => {
  const whole = smallCatalogue();
  const mediaTypes = ['image/jpeg', 'image/png', 'application/pdf', 'audio/ogg', 'audio/mp4', 'video/mp4'];
  const limits = { ...whole.centre.limits, mediaBytes: 300_000, mediaTypes };
  return { ...whole, centre: { ...whole.centre, limits } };
};

beforeEach(async () => {
  desk = await openWebDesk({ catalogue: catalogue() });
  visit = await desk.visit();
});

afterEach(async () => {
  await desk.server.close();
  await desk.store.close();
});

const upload = (bytes: Buffer, more: Parameters<typeof form>[1] = {}, of = visit) => {
  const { payload, type } = form(bytes, more);
  return desk.server.inject({
    ...{ method: 'POST', url: '/chat/media', payload },
    headers: { authorization: `Bearer ${of.token}`, 'content-type': type },
  });
};

describe('a file', () => {
  it('is kept by its content, whatever it calls itself, and read back as a download', async () => {
    const answer = await upload(PNG, { filename: 'nota.txt', type: 'text/plain' });
    expect(answer.statusCode).toBe(201);
    const { id, ...rest } = answer.json();
    expect(rest).toEqual({ type: 'image/png', bytes: PNG.length });
    const file = await visit.get(`/chat/media/${id}`);
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload).toEqual(PNG);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('goes with a message of its session, also without words', async () => {
    const { id } = (await upload(PNG)).json();
    const sent = await visit.post('/chat/messages', { id: 'a', media: [id] });
    expect(sent.statusCode).toBe(202);
    const conversation = await desk.store.conversationOf({
      channel: 'web',
      account: '',
      address: visit.session,
    });
    expect((await desk.store.transcript(conversation?.id ?? '', 0, 1))[0]?.media).toEqual([id]);
  });

  it('is nothing to another session: not to read, not to send', async () => {
    const { id } = (await upload(PNG)).json();
    const other = await desk.visit();
    await other.post('/chat/messages', { id: 'a', text: 'hola' });
    expect((await other.get(`/chat/media/${id}`)).statusCode).toBe(404);
    expect((await other.post('/chat/messages', { id: 'b', media: [id] })).statusCode).toBe(422);
    expect((await visit.get('/chat/media/unknown')).statusCode).toBe(404);
  });

  it('of the same bytes has the same id within its session', async () => {
    expect((await upload(PNG)).json()).toEqual((await upload(PNG)).json());
  });

  it.each<[string, Buffer]>([
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a Linux program', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)])],
    ['an archive', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(200)])],
    ['a picture of a kind not listed', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
    ['plain words', Buffer.from('hola')],
    ['half a photo', jpegWith({}).subarray(0, 40)],
  ])('that is %s is refused 415, named a photo or not', async (_name, bytes) => {
    const answer = await upload(bytes, { filename: 'foto.jpg', type: 'image/jpeg' });
    expect(answer.statusCode).toBe(415);
    expect(answer.json().detail).toContain('image/jpeg');
  });

  it('beyond the limit is refused 413, at the limit it is taken', async () => {
    const padded = (size: number) => Buffer.concat([PNG, Buffer.alloc(size - PNG.length)]);
    expect((await upload(padded(300_000))).statusCode).toBe(201);
    const answer = await upload(padded(300_001));
    expect(answer.statusCode).toBe(413);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((await upload(Buffer.alloc(2_000_000, 1))).statusCode).toBe(413);
  });

  it('under another name, empty or absent is refused 422', async () => {
    expect((await upload(PNG, { field: 'foto' })).statusCode).toBe(422);
    expect((await upload(Buffer.alloc(0))).statusCode).toBe(422);
    const { payload, type } = form(null);
    const headers = { authorization: `Bearer ${visit.token}`, 'content-type': type };
    const answer = await desk.server.inject({ method: 'POST', url: '/chat/media', payload, headers });
    expect(answer.statusCode).toBe(422);
  });

  it('in no form, or in one that breaks off, is refused, and the next is taken', async () => {
    const headers = { authorization: `Bearer ${visit.token}` };
    const call = { method: 'POST', url: '/chat/media' } as const;
    const json = await desk.server.inject({ ...call, headers, payload: { file: 'x' } });
    expect(json.statusCode).toBe(415);
    const { payload, type } = form(PNG);
    const cut = await desk.server.inject({
      ...{ ...call, payload: payload.subarray(0, payload.length - 60) },
      headers: { ...headers, 'content-type': type },
    });
    expect(cut.statusCode).toBe(400);
    const bare = { ...headers, 'content-type': 'multipart/form-data' };
    expect((await desk.server.inject({ ...call, payload, headers: bare })).statusCode).toBe(400);
    expect((await upload(PNG)).statusCode).toBe(201);
  });

  it('that the store cannot keep is answered 503', async () => {
    desk.deps.store = { ...desk.store, addMedia: () => Promise.reject(new Error('full')) };
    expect((await upload(PNG)).statusCode).toBe(503);
  });
});

describe('a photo', () => {
  it('tells who sends it where it was taken, and nobody else', async () => {
    const at = { lat: 8.98, lon: -79.52 };
    const { id, takenAt } = (await upload(jpegWith({ at }))).json();
    expect(takenAt).toEqual({ lat: expect.closeTo(8.98, 4), lon: expect.closeTo(-79.52, 4) });
    expect((await visit.get(`/chat/media/${id}`)).rawPayload.includes('GPS')).toBe(false);
    expect((await upload(jpegWith({}))).json()).not.toHaveProperty('takenAt');
  });

  it('loses the place and device its camera wrote, and keeps its turn', async () => {
    const { id, bytes } = (await upload(jpegWith({ orientation: 6 }))).json();
    const kept = (await visit.get(`/chat/media/${id}`)).rawPayload;
    expect(kept.length).toBe(bytes);
    expect(kept.toString('latin1')).not.toMatch(
      /GPS-SECRET|XMP-SECRET|IPTC-SECRET|COMMENT-SECRET|TAIL-SECRET/,
    );
  });
});

describe('a file from the office', () => {
  it('stands in the talk, and only the session it was sent to gets it', async () => {
    await visit.post('/chat/messages', { id: 'a', text: 'hola' });
    const conversation = await desk.store.conversationOf({
      channel: 'web',
      account: '',
      address: visit.session,
    });
    const id = await desk.store.addMedia(conversation?.id ?? '', { type: 'image/png', bytes: PNG });
    const file = { id, type: 'image/png', bytes: PNG.length, name: 'plano.png' };
    const part = { text: 'Mire', choices: [], file };
    await desk.tell(visit.session, '', { part, from: 'person' });
    const { messages } = (await visit.get('/chat/messages?after=0')).json();
    expect(messages.at(-1)).toMatchObject({ from: 'person', text: 'Mire', file });
    expect((await visit.get(`/chat/media/${id}`)).rawPayload).toEqual(PNG);
    const stranger = await desk.visit();
    await stranger.post('/chat/messages', { id: 'a', text: 'hola' });
    expect((await stranger.get(`/chat/media/${id}`)).statusCode).toBe(404);
    expect((await desk.server.inject(`/chat/media/${id}`)).statusCode).toBe(401);
  });
});
