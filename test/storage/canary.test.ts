import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { newState } from '../../src/dialogs/state.ts';
import { backup } from '../../src/storage/backup.ts';
import { correction, message, newCase, outbound, storeOnDisk } from '../support/store.ts';

const AT = new Date('2026-03-02T15:00:00Z');

/** Words that stand nowhere else, one for each field a citizen or a person can fill. */
function canaries(): { next: () => string; given: string[] } {
  const given: string[] = [];
  const next = (): string => {
    const word = `canary${randomBytes(6).toString('hex')}ñ`;
    given.push(word);
    return word;
  };
  return { next, given };
}

/** The ways a word may lie in a file. */
function disguises(word: string): Buffer[] {
  const core = word.slice(0, -1);
  const utf8 = Buffer.from(core);
  const utf16 = Buffer.from(core, 'utf16le');
  const base64 = [0, 1, 2].map(shift => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -2));
  });
  const hex = utf8.toString('hex');
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    ...base64,
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
  ];
}

function found(folder: string, words: string[]): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\./.test(name));
  return files.flatMap(name => {
    const bytes = readFileSync(path.join(folder, name));
    return words.flatMap(word =>
      disguises(word).flatMap((disguise, i) =>
        bytes.includes(disguise) ? [`${name}: word ${words.indexOf(word)} as ${i}`] : [],
      ),
    );
  });
}

it('finds a word in each of its disguises', () => {
  for (const disguise of disguises('canary0123456789abñ')) expect(disguise.length).toBeGreaterThan(12);
  const text = Buffer.from('xcanary0123456789abñ');
  const hidden = [
    text,
    Buffer.from(text.toString(), 'utf16le'),
    Buffer.from(text.toString('base64')),
    Buffer.from(text.toString('hex')),
  ];
  for (const bytes of hidden) {
    expect(disguises('canary0123456789abñ').some(disguise => bytes.includes(disguise))).toBe(true);
  }
});

it('writes no word, name, address or provider id in clear, to the file, its log or a backup', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'canary-'));
  const { store, file } = await storeOnDisk(folder);
  const { next, given } = canaries();
  const to = { account: 'desk', address: next() };
  const [added] = await store.addInbound(
    [
      message(next(), {
        ...{ ...to, providerId: next(), name: next(), route: next(), choice: next(), replyTo: next() },
        ...{ location: { lat: 9, lon: -79, label: next() }, media: [{ url: next() }] },
        ...{ about: next(), authenticity: { spf: next() } },
      }),
      message(next(), { ...to, providerId: null, sentAt: AT }),
    ],
    AT,
  );
  const id = added?.conversationId ?? '';
  const place = { code: '081001', province: null, district: null, corregimiento: null, lat: null, lon: null };
  const written = newCase({
    ...{
      description: [next(), next()],
      reasons: [next()],
      place: { ...place, text: next() },
      question: next(),
    },
    ...{
      reporter: { channel: 'sms', ...to, name: next(), contact: next() },
      ratingCause: next(),
    },
    ...{ conversationId: id, pinHash: next(), attachments: [{ id: next(), type: 'image/png', bytes: 1 }] },
  });
  const event = { at: AT, what: 'note', from: next(), to: next(), by: next(), note: next() } as const;
  const state = { ...newState('es'), later: [next()] };
  await store.commit({
    at: AT,
    conversation: { id, expectedVersion: 0, consumed: [1], turn: true, set: { state, name: next() } },
    cases: [
      {
        ...{ case: written, expectedVersion: 0, events: [event], idempotencyKey: next() },
        correction: correction(next(), { by: next() }),
      },
    ],
    outbound: [outbound(id, 'o1', { part: { text: next(), choices: [{ label: next(), value: next() }] } })],
  });
  const begun = { caseId: written.id, kind: 'question', notice: { what: 'question', text: next() } } as const;
  await store.commit({ at: AT, notice: { id: 'n1', begun, known: 0, attempts: [], wakeAt: null } });
  await store.claim(id, AT, 1);
  await store.record('o1', 1, { state: 'accepted', providerId: next() });
  await store.addMedia(id, { type: 'image/png', bytes: Buffer.from(next()) });
  await store.isSent('sms', 'desk', next());
  await store.spend(`answers to ${next()}`, [{ most: 1, perMs: 1_000 }], AT);
  const out = { copy: path.join(folder, 'out.copy.db'), keys: path.join(folder, 'out.keys.json') };
  await backup(file, out, AT);

  expect(given).toHaveLength(39);
  expect(readdirSync(folder)).toContain('ventanilla.db-wal');
  expect(found(folder, given)).toEqual([]);
  await store.close();
  expect(found(folder, given)).toEqual([]);
});
