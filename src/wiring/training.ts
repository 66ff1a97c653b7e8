import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { type LabelledMessage, readTraining } from '../catalogue/training.ts';
import { modelFile } from '../nlu/model/load-model.ts';
import { encodeModel } from '../nlu/model/model-file.ts';
import { prepare, train } from '../nlu/model/train.ts';
import { createRules } from '../nlu/rules.ts';

/** What a trained model is known by; kept beside it as `model.json`. */
export interface ModelCard {
  /** Of the labelled messages, the words and the rules it was learned from: hex. */
  learnedFrom: string;
  messages: number;
  authors: number;
  /** Features of words it knows, each used by at least five writers. */
  features: number;
  bytes: number;
}

const FOLDER = 'training';
/** What a model depends on beside the messages. */
const SOURCES = ['services.yaml', 'agencies.yaml', 'emergency.yaml', 'abbreviations.yaml'];

/** Learns the model of an office from its labelled messages, and writes it with its card. Throws `ConfigError`. */
export async function trainModel(configDir: string): Promise<ModelCard> {
  const { catalogue, messages } = await loadLabelled(configDir);
  // Of the files as they were read: learning takes minutes, in which somebody may edit them.
  const learnedFrom = digest(configDir, messages);
  const rules = createRules(catalogue, route(catalogue));
  const model = train(prepare(messages, catalogue, rules), catalogue);
  const bytes = encodeModel(model, learnedFrom);
  const card: ModelCard = {
    ...{ learnedFrom, messages: messages.length, authors: authorsOf(messages).length },
    ...{ features: model.words.size + model.style.size, bytes: bytes.length },
  };
  const file = modelFile(configDir);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  writeFileSync(cardFile(configDir), `${JSON.stringify(card, null, 2)}\n`);
  return card;
}

/** The card of the model in use; null when there is none. */
export function readCard(configDir: string): ModelCard | null {
  try {
    return JSON.parse(readFileSync(cardFile(configDir), 'utf8')) as ModelCard;
  } catch {
    return null;
  }
}

/** What the office's own model was learned from; empty when it has none. */
export function baseOf(configDir: string): string {
  return readCard(configDir)?.learnedFrom ?? '';
}

/** What the messages and words of an office amount to now: equal to the card's, the model is up to date. */
export async function learnedFromNow(configDir: string): Promise<string> {
  const { messages } = await loadLabelled(configDir);
  return digest(configDir, messages);
}

function cardFile(configDir: string): string {
  return path.join(configDir, 'model.json');
}

/** An office's catalogue and its labelled messages. Throws `ConfigError`. */
export async function loadLabelled(
  configDir: string,
): Promise<{ catalogue: Catalogue; messages: LabelledMessage[] }> {
  const catalogue = await loadCatalogue(configDir);
  return { catalogue, messages: readTraining(path.join(configDir, FOLDER), catalogue) };
}

/** Who wrote messages, in the order of their files. */
export function authorsOf(messages: readonly LabelledMessage[]): string[] {
  return [...new Set(messages.map(({ author }) => author))];
}

/** What messages, words and rules amount to: hex. */
export function digest(configDir: string, messages: readonly LabelledMessage[]): string {
  const hash = createHash('sha256');
  for (const name of SOURCES) {
    const file = path.join(configDir, name);
    hash.update(`${name}\n`).update(readIfThere(file));
  }
  return hash.update(JSON.stringify(messages)).digest('hex').slice(0, 32);
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
