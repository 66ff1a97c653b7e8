import { createHmac, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fastify from 'fastify';
import twilio from 'twilio';

/**
 * The least that could do the same work, as a process of its own: `bare.ts <folder> <platform> <token> <public address>`.
 * `POST /ack` checks the signature and stores one row, fsynced in groups, before it answers; `POST /turn` also stores
 * one reply, sends it by the platform's package and records that it was accepted. It decides nothing and seals nothing.
 */
const [folder = '', platform = '', token = '', publicUrl = ''] = process.argv.slice(2);
const ACCOUNT = `AC${'0'.repeat(31)}1`;

const db = new DatabaseSync(path.join(folder, 'bare.db'));
db.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0;
  create table inbound (key integer primary key, provider_id text not null unique, address text, body text, at integer);
  create table outbound (key integer primary key, address text, body text, at integer, provider_id text)`);
const insertInbound = db.prepare('insert into inbound (provider_id, address, body, at) values (?, ?, ?, ?)');
const insertOutbound = db.prepare('insert into outbound (address, body, at) values (?, ?, ?)');
const recordSent = db.prepare('update outbound set provider_id = ? where key = ?');

let waiting: (() => void)[] = [];
let rows = 0;

/** Runs a write in the group of this turn of the event loop; resolves when it is fsynced. */
function grouped<T>(write: () => T): Promise<T> {
  if (waiting.length === 0) {
    db.exec('begin immediate');
    setImmediate(() => {
      db.exec('commit');
      const released = waiting;
      waiting = [];
      rows += released.length;
      for (const release of released) release();
      if (rows > 1_000) db.exec('pragma wal_checkpoint(passive)');
      if (rows > 1_000) rows = 0;
    });
  }
  const value = write();
  return new Promise(resolve => waiting.push(() => resolve(value)));
}

/** Is this Twilio's signature of the form for the address? */
function isSigned(url: string, form: URLSearchParams, signature: string): boolean {
  let data = url;
  for (const name of [...form.keys()].sort()) data += name + form.get(name);
  const right = createHmac('sha1', token).update(data).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === right.length && timingSafeEqual(given, right);
}

const client = twilio(ACCOUNT, token, { httpClient: new twilio.RequestClient({ keepAlive: true }) });
client.api.baseUrl = platform;

async function reply(to: string, from: string): Promise<void> {
  const body = 'Voy a enviar: Queja: Fuga o tubo roto. Lugar: calle 3. Lo atiende: IDAAN. Lo envio asi?';
  const { lastInsertRowid: key } = await grouped(() => insertOutbound.run(to, body, Date.now()));
  const statusCallback = `${publicUrl}/status?id=${key}`;
  const { sid } = await client.messages.create({ to, from, body, statusCallback });
  await grouped(() => recordSent.run(sid, key));
}

const server = fastify();
server.removeAllContentTypeParsers();
server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
for (const end of ['ack', 'turn']) {
  server.post(`/${end}`, async (request, answer) => {
    const form = new URLSearchParams((request.body as Buffer).toString());
    const signature = String(request.headers['x-twilio-signature']);
    if (!isSigned(`${publicUrl}${request.url}`, form, signature)) return answer.code(401).send();
    const [from = '', to = ''] = [form.get('From') ?? '', form.get('To') ?? ''];
    await grouped(() => insertInbound.run(form.get('MessageSid'), from, form.get('Body'), Date.now()));
    if (end === 'turn') setImmediate(() => void reply(from, to));
    return answer.type('text/xml').send('<Response/>');
  });
}
const address = await server.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`Bare is ready: ${address}\n`);
