import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { ConfigError } from '../errors.ts';
import type { Standing } from '../nlu/measure/standing.ts';
import type { LinearModel } from '../nlu/model/linear.ts';
import { loadModel, readModel } from '../nlu/model/load-model.ts';
import { baseOf } from './training.ts';

/** What a model that learned from corrections is known by; kept beside it. */
export interface LearnedCard {
  /** What the office's own model was learned from when this one was: with another it does not count any more. */
  base: string;
  /** Of everything it was learned from, hex. */
  learnedFrom: string;
  /** RFC 3339. */
  at: string;
  corrections: number;
  /** How many people wrote the words that were corrected. */
  writers: number;
  features: number;
  bytes: number;
  /** The frozen suite before and after. */
  before: Standing;
  after: Standing;
}

/** A model that was learned here, with its card. */
export interface Learned {
  model: LinearModel;
  card: LearnedCard;
}

const FOLDER = 'model';

function files(dataDir: string, name: 'current' | 'previous' | 'next'): { bin: string; card: string } {
  const stem = path.join(dataDir, FOLDER, name);
  return { bin: `${stem}.bin`, card: `${stem}.json` };
}

/**
 * The model that learned from corrections, when there is one and it goes with the office's own. Throws `ConfigError` on
 * one that is damaged or of another version.
 */
function loadLearned(
  dataDir: string,
  base: string,
  catalogue: Pick<Catalogue, 'emergencies'>,
): Learned | null {
  const card = readLearnedCard(dataDir, 'current');
  if (card === null || card.base !== base) return null;
  const read = readModel(files(dataDir, 'current').bin, catalogue);
  if (read === null) return null;
  if ('problem' in read) {
    const reason = `${read.problem}: run ./ventanilla train --rollback, then ./ventanilla train --with-corrections`;
    throw new ConfigError([{ where: files(dataDir, 'current').bin, reason }]);
  }
  return { model: read.model, card };
}

/** The model that learned from corrections, or else the office's own. Throws `ConfigError`. */
export function loadInUse(
  configDir: string,
  dataDir: string | undefined,
  catalogue: Catalogue,
): { model: LinearModel | null; card: LearnedCard | null } {
  const learned = dataDir === undefined ? null : loadLearned(dataDir, baseOf(configDir), catalogue);
  return learned ?? { model: loadModel(configDir, catalogue), card: null };
}

/** The card of the present learned model or of the one before; null when there is none. */
function readLearnedCard(dataDir: string, name: 'current' | 'previous'): LearnedCard | null {
  try {
    return JSON.parse(readFileSync(files(dataDir, name).card, 'utf8')) as LearnedCard;
  } catch {
    return null;
  }
}

/** Lays a learned model ready, durable, for `promote`. */
export async function layReady(dataDir: string, bytes: Uint8Array, card: LearnedCard): Promise<void> {
  mkdirSync(path.join(dataDir, FOLDER), { recursive: true, mode: 0o700 });
  const next = files(dataDir, 'next');
  await writeFile(next.bin, bytes, { mode: 0o600, flush: true });
  await writeFile(next.card, `${JSON.stringify(card, null, 2)}\n`, { mode: 0o600, flush: true });
}

/** Puts the model that lies ready in the place of the present one, which is kept for a rollback. */
export function promote(dataDir: string): void {
  move(dataDir, 'current', 'previous');
  move(dataDir, 'next', 'current');
}

/** Throws the model away that lies ready. */
export function discard(dataDir: string): void {
  drop(dataDir, 'next');
}

/** Takes the present learned model back: the one before comes again, or else the office's own. False: there is none. */
export function rollBack(dataDir: string): boolean {
  if (readLearnedCard(dataDir, 'current') === null) return false;
  if (readLearnedCard(dataDir, 'previous') !== null) move(dataDir, 'previous', 'current');
  else drop(dataDir, 'current');
  return true;
}

type Name = Parameters<typeof files>[1];

/** The card goes first: a crash between leaves a model without a card, which counts as none. */
function move(dataDir: string, from: Name, to: Name): void {
  const [source, target] = [files(dataDir, from), files(dataDir, to)];
  drop(dataDir, to);
  try {
    renameSync(source.bin, target.bin);
    renameSync(source.card, target.card);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function drop(dataDir: string, name: Name): void {
  const { bin, card } = files(dataDir, name);
  for (const file of [card, bin]) rmSync(file, { force: true });
}
