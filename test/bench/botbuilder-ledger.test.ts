import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openBotbuilder } from '../../bench/botbuilder.ts';
import { openLedger } from '../../bench/botbuilder-ledger.ts';

const SAID = ['Hay un tubo roto', 'queja', 'Cerro Viento', 'sí'];

it('a peer is compared that stores every message, reply, case and step of it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
  const desk = openBotbuilder(openLedger(folder));
  for (const text of SAID) await desk.say('+50760000001', text);
  const db = new DatabaseSync(path.join(folder, 'ledger.db'), { readOnly: true });
  const count = (rows: string): unknown => db.prepare(`select count(*) as n from ${rows}`).get()?.['n'];
  expect(['state', 'messages where turn = 1', 'replies', 'cases', 'events'].map(count)).toEqual([
    1, 4, 4, 1, 3,
  ]);
  db.close();
  rmSync(folder, { recursive: true });
});
