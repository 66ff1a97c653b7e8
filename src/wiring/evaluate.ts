import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { type LabelledMessage, readLabelled } from '../catalogue/training.ts';
import { createClassifier } from '../nlu/create-classifier.ts';
import {
  byMajority,
  byRulesAlone,
  byWordsAlone,
  type Reader,
  readingOnce,
} from '../nlu/measure/baselines.ts';
import { type Figures, figuresOf, type Judged, measure } from '../nlu/measure/measure.ts';
import { type Prepared, prepare, train } from '../nlu/model/train.ts';
import { createRules, type Rules } from '../nlu/rules.ts';
import { loadInUse } from './learned-model.ts';
import { authorsOf, loadLabelled } from './training.ts';

/** Measures the understanding in use on labelled messages of a file. Throws `ConfigError`. */
export async function evaluateFile(
  { configDir, dataDir }: { configDir: string; dataDir?: string },
  file: string,
): Promise<Figures> {
  const catalogue = await loadCatalogue(configDir);
  const { model } = loadInUse(configDir, dataDir, catalogue);
  const classifier = createClassifier(catalogue, route(catalogue), model);
  return measure(({ text }) => classifier.understand(text), readLabelled(file, catalogue));
}

/** Who reads the same messages, from the whole understanding down to who says always the same. */
const SYSTEMS = ['unseen', 'wordsAndRules', 'wordsAlone', 'rulesAlone', 'majority'] as const;
export type System = (typeof SYSTEMS)[number];

/** A rotation: messages read by those who were taught without their authors, and by what each of them is made of. */
export interface Rotation {
  systems: Record<System, Figures>;
  /** `unseen`, author by author. */
  authors: { author: string; figures: Figures }[];
}

/** What a rotation works with, made once. */
export interface Desk {
  catalogue: Catalogue;
  messages: LabelledMessage[];
  rules: Rules;
  prepared: Prepared[];
}

/** Reads an office and its labelled messages for measuring. Throws `ConfigError`. */
export async function openForMeasuring(configDir: string): Promise<Desk> {
  const { catalogue, messages } = await loadLabelled(configDir);
  const rules = readingOnce(createRules(catalogue, route(catalogue)));
  return { catalogue, messages, rules, prepared: prepare(messages, catalogue, rules) };
}

/** The authors left out in each part of a rotation; each author is left out once. */
export function partsOf(authors: readonly string[], parts: number): ReadonlySet<string>[] {
  return Array.from({ length: parts }, (_, part) => new Set(authors.filter((_, i) => i % parts === part)));
}

/**
 * Measures on authors the model has not seen: `parts` times a model is learned without a part of the authors, and their
 * messages are read with it.
 */
export function rotate({ catalogue, messages, rules, prepared }: Desk, parts: number): Rotation {
  const authors = authorsOf(messages);
  const judged = bySystem(() => [] as Judged[]);
  for (const out of partsOf(authors, parts)) {
    const taught = prepared.filter(({ message }) => !out.has(message.author));
    const readers = readersOf(catalogue, rules, taught);
    for (const message of messages.filter(({ author }) => out.has(author))) {
      for (const system of SYSTEMS) judged[system].push({ message, said: readers[system](message.text) });
    }
  }
  const byAuthor = Map.groupBy(judged.unseen, ({ message }) => message.author);
  return {
    systems: bySystem(system => figuresOf(judged[system])),
    authors: authors.map(author => ({ author, figures: figuresOf(byAuthor.get(author) ?? []) })),
  };
}

function readersOf(catalogue: Catalogue, rules: Rules, taught: readonly Prepared[]): Record<System, Reader> {
  const routing = route(catalogue);
  const whole = createClassifier(catalogue, routing, train(taught, catalogue), { rules });
  const alone = createClassifier(catalogue, routing, null, { rules });
  return {
    unseen: text => whole.understand(text),
    wordsAndRules: text => alone.understand(text),
    wordsAlone: byWordsAlone(catalogue, rules),
    rulesAlone: byRulesAlone(rules),
    majority: byMajority(taught.map(({ message }) => message)),
  };
}

function bySystem<T>(make: (system: System) => T): Record<System, T> {
  return Object.fromEntries(SYSTEMS.map(system => [system, make(system)])) as Record<System, T>;
}
