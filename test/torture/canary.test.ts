import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.ts';
import { missingRedis, startRedis } from '../support/servers/redis.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in.ts';
import { fileReport, openVisitor, type Visitor } from '../support/visitor.ts';
import { type Canaries, createCanaries, disguisesOf, findCanaries } from './canaries.ts';
import { chanceOf } from './chance.ts';
import { databaseIn } from './evidence.ts';
import { peek, undoneIn } from './peek.ts';
import { type Running, startService } from './process.ts';

const KEY = 'an-operator-key-for-canaries-0123456789';
const PORT = 3_900 + (process.pid % 90);
const URL = `http://127.0.0.1:${PORT}`;

it('finds a canary however it is written, and nothing where there is none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cage-'));
  const canaries = createCanaries(chanceOf(1, 'cage'));
  const word = canaries.word('text');
  writeFileSync(path.join(folder, 'clean'), 'nothing of it');
  expect(findCanaries([folder], canaries)).toEqual([]);
  const base64 = ['', 'x', 'xy'].map(before => Buffer.from(`${before}${word}!`).toString('base64'));
  const hidden = [
    ...[word, word.toUpperCase(), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()],
    ...[Buffer.from(word).toString('hex').toUpperCase(), ...base64],
  ];
  for (const [n, content] of hidden.entries()) {
    const nest = mkdtempSync(path.join(folder, 'nest-'));
    writeFileSync(path.join(nest, 'file'), Buffer.concat([Buffer.from('before '), Buffer.from(content)]));
    expect(findCanaries([nest], canaries), `disguise ${n}`).not.toEqual([]);
  }
  expect(disguisesOf(word)).toHaveLength(7);
});

it('leaves no word of a citizen or an operator on the disk, in logs or in backups', {
  timeout: 120_000,
}, async () => {
  await leavesNoWord();
});

const missing = missingRedis();

it.skipIf(missing)(
  `leaves no word of them in any key or value of Redis, nor in its log (${missing ?? 'here'})`,
  {
    timeout: 120_000,
  },
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'canary-redis-'));
    // Its log holds every key and every value that ever was.
    const redis = await startRedis('--dir', folder, '--appendonly', 'yes');
    try {
      await leavesNoWord({ QUEUE_URL: redis.url }, [folder]);
    } finally {
      await redis.stop();
    }
    const log = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.aof'),
    );
    const written = log.map(name => readFileSync(path.join(folder, name), 'utf8')).join();
    expect(new Set(written.match(/"id":"[^"]+"/g)).size).toBeGreaterThan(5);
  },
);

/** A busy run of the whole desk, killed at its end; what it leaves is looked through, in more folders too. */
async function leavesNoWord(more: Record<string, string> = {}, folders: string[] = []): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'canary-'));
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  const standIn = await startTwilioStandIn({ webhookUrl: `${URL}/channels/sms/webhook` });
  const canaries = createCanaries(chanceOf(Date.now(), 'canaries'));
  const env = { ...environment(folder, temporary, standIn), ...more };
  const life = { strike: { kind: 'outside', afterMs: 0, early: false }, aheadMs: 0 } as const;
  const service = startService({ folder, env }, life);
  try {
    expect(await service.ready).toBe(true);
    await talkOnWeb(canaries);
    await talkBySms(canaries, standIn);
    await promisify(execFile)(
      path.join(PROJECT_ROOT, 'ventanilla'),
      ['backup', path.join(folder, 'copy.db')],
      { env },
    );
    await settled(folder);
  } finally {
    await dies(service);
    await standIn.close();
  }
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(['ventanilla.db', 'ventanilla.db-wal', 'running.json', 'copy.db', 'service.log']),
  );
  expect(canaries.given.length).toBeGreaterThan(20);
  expect(findCanaries([folder, ...folders], canaries)).toEqual([]);
  writeFileSync(path.join(temporary, 'planted'), `${canaries.given[3]?.word}`);
  expect(findCanaries([folder, ...folders], canaries)).toMatchObject([{ file: 'planted', as: 'UTF-8' }]);
}

function environment(folder: string, temporary: string, standIn: TwilioStandIn): Record<string, string> {
  const { accountSid, authToken, number } = standIn.options;
  return {
    ...{ PATH: process.env['PATH'] ?? '', TMPDIR: temporary, PORT: String(PORT), DATA_DIR: folder },
    ...{ API_KEY: KEY, QUIET_GAP_MS: '20', LOG_LEVEL: 'trace', TWILIO_API_URL: standIn.url },
    ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: number },
  };
}

async function dies(service: Running): Promise<void> {
  service.kill();
  await service.ended;
}

async function settled(folder: string): Promise<void> {
  await expect
    .poll(() => peek(databaseIn(folder), db => undoneIn(db)), { timeout: 10_000 })
    .toMatchObject({
      unconsumed: 0,
      unsent: 0,
    });
}

/** A report with a file, everything an operator can write about it, and a bad mark with its cause. */
async function talkOnWeb(canaries: Canaries): Promise<void> {
  const { word } = canaries;
  const visitor = await openVisitor(URL);
  const pdf = Buffer.from(`%PDF-1.4\n% ${word('file content')}\n%%EOF\n`);
  const { id } = await visitor.upload(pdf, `${word('file name')}.pdf`);
  const text = `hay un tubo roto en Cerro Viento, San Miguelito, ${word('text')}, calle ${word('place')}`;
  await visitor.send({ text: `soy ${word('name')}, ${word('description')}`, media: [id] });
  const { case: number = '' } = await fileReport(visitor, text);
  await api('POST', `/cases/${number}/notes`, { text: word('internal note') });
  await api('POST', `/cases/${number}/assign`, { agency: 'idaan', note: word('assign note') });
  await api('POST', `/cases/${number}/status`, { status: 'in_progress', note: word('status note') });
  await api('POST', `/cases/${number}/question`, { text: word('question') });
  await visitor.ask(`la respuesta es ${word('answer')}`);
  await api('POST', `/cases/${number}/status`, { status: 'resolved', note: word('last note') });
  await visitor.ask('sí');
  await visitor.ask('1');
  await visitor.ask(`porque ${word('rating cause')}`);
  await withPerson(visitor, canaries);
  await visitor.send({ text: word('last words'), choice: word('choice') });
  await reservedDenuncia(canaries);
  await opened(canaries);
}

async function withPerson(visitor: Visitor, { word }: Canaries): Promise<void> {
  await visitor.ask('quiero hablar con una persona');
  const { conversations } = await api('GET', '/conversations?state=waiting');
  const talk = conversations.find(({ address }: { address: string }) => address === visitor.session);
  await api('POST', `/conversations/${talk.id}/take`, {});
  await api('POST', `/conversations/${talk.id}/reply`, { text: `Le habla Ana, ${word('person')}` });
  await visitor.send({ text: `gracias, ${word('to a person')}` });
  await api('POST', `/conversations/${talk.id}/release`, {});
}

async function reservedDenuncia({ word }: Canaries): Promise<void> {
  const visitor = await openVisitor(URL);
  const text = `quiero denunciar que un inspector pide coimas en el mercado de San Miguelito, ${word('denuncia')}`;
  await fileReport(visitor, text);
  await visitor.send({ text: `mi contacto es ${word('contact')}` });
}

/** A case taken by telephone: name, address and contact of who called. */
async function opened(canaries: Canaries): Promise<void> {
  const { word, number } = canaries;
  const reporter = {
    ...{ channel: 'sms', address: `+507${number('reporter address')}` },
    ...{ name: word('reporter name'), contact: word('reporter contact') },
  };
  await api('POST', '/cases', {
    ...{ kind: 'queja', description: `tubo roto, ${word('opened description')}`, reporter },
    ...{ place: { text: `Cerro Viento, San Miguelito, ${word('opened place')}` } },
    idempotencyKey: word('idempotency key'),
  });
}

async function talkBySms({ word, number }: Canaries, standIn: TwilioStandIn): Promise<void> {
  const from = `+507${number('SMS number')}`;
  // Something goes wrong, so that something is logged.
  standIn.trouble([{ status: 429, retryAfter: 1 }], from);
  const say = async (body: string, fields: Record<string, string> = {}): Promise<void> => {
    const before = standIn.accepted().filter(({ to }) => to === from).length;
    expect((await standIn.inbound({ from, body, fields })).status).toBe(200);
    await expect
      .poll(() => standIn.accepted().filter(({ to }) => to === from).length, { timeout: 15_000 })
      .toBeGreaterThan(before);
  };
  await say(`hay un tubo roto en Cerro Viento, San Miguelito, casa ${word('SMS text')}`, {
    ProfileName: word('profile'),
  });
  await say('sí');
}

// biome-ignore lint/suspicious/noExplicitAny: whatever JSON came
async function api(method: string, where: string, body?: unknown): Promise<any> {
  const response = await fetch(`${URL}/api/v1${where}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect([200, 201, 409], `${method} ${where}`).toContain(response.status);
  return response.json();
}
