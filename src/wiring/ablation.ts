import type { Catalogue, Service } from '../catalogue/catalogue.ts';
import { route } from '../catalogue/route.ts';
import { createClassifier } from '../nlu/create-classifier.ts';
import { readingOnce } from '../nlu/measure/baselines.ts';
import { type Figures, measure } from '../nlu/measure/measure.ts';
import { createRandom, shuffle } from '../nlu/model/learn.ts';
import { type Prepared, prepare, train } from '../nlu/model/train.ts';
import { createRules, type RuleReading, type Rules } from '../nlu/rules.ts';
import { type Desk, partsOf } from './evaluate.ts';
import { authorsOf } from './training.ts';

/** The understanding with something taken away, measured on the same unseen authors. */
export interface Variant {
  name: string;
  /** Messages and authors it was taught by. */
  taught: { messages: number; authors: number };
  figures: Figures;
}

const PARTS = 4;
const SEED = 311;

/** What each ingredient is worth: learned and measured without it, the others as they are. One part of a rotation. */
export function* ablate(desk: Desk): Generator<Variant> {
  yield variantOf('all of it', desk);
  yield variantOf('without the model', desk, () => []);
  const { catalogue, rules } = desk;
  const without = (name: string, less: Pick<Desk, 'catalogue' | 'rules'>): Variant => {
    const prepared = prepare(desk.messages, less.catalogue, less.rules);
    return variantOf(name, { ...desk, ...less, prepared });
  };
  const leaner = (less: Catalogue) => ({ catalogue: less, rules: rulesOf(less) });
  yield without('without the vocabulary', leaner({ ...catalogue, vocabulary: new Map() }));
  yield without('without the words of services', leaner(wordless(catalogue)));
  yield without('without cues', { catalogue, rules: changed(rules, withoutCues) });
  yield without('without phrases of danger', {
    catalogue,
    rules: changed(rules, ruled => ({ ...ruled, danger: null, signs: { ...ruled.signs, danger: null } })),
  });
}

/** How much is learned by more messages of the same authors, and by more authors. One part of a rotation. */
export function* learningCurve(desk: Desk): Generator<Variant> {
  for (const share of [1 / 8, 1 / 4, 1 / 2]) {
    const name = `1/${1 / share} of each author’s messages`;
    yield variantOf(name, desk, rows => partOfEach(rows, share));
  }
  for (const count of [2, 3, 5, 8]) {
    yield variantOf(`${count} authors`, desk, rows => byFew(rows, count));
  }
  yield variantOf('all of it', desk);
}

type Choose = (rows: readonly Prepared[]) => readonly Prepared[];

function variantOf(name: string, desk: Desk, choose: Choose = rows => rows): Variant {
  const { catalogue, messages, rules, prepared } = desk;
  const out = partsOf(authorsOf(messages), PARTS)[0] ?? new Set();
  const taught = choose(prepared.filter(({ message }) => !out.has(message.author)));
  const authors = new Set(taught.map(({ message }) => message.author)).size;
  // Where there are fewer authors than a feature needs, each of them must have used it.
  const few = authors < PLENTY ? { fewestWriters: Math.max(2, authors) } : {};
  const model = taught.length === 0 ? null : train(taught, catalogue, few);
  const { understand } = createClassifier(catalogue, route(catalogue), model, { rules });
  const unseen = messages.filter(({ author }) => out.has(author));
  return {
    ...{ name, taught: { messages: taught.length, authors } },
    figures: measure(({ text }) => understand(text), unseen),
  };
}

const PLENTY = 5;

function partOfEach(rows: readonly Prepared[], share: number): Prepared[] {
  const random = createRandom(SEED);
  const own = [...Map.groupBy(rows, ({ message }) => message.author).values()];
  return own.flatMap(group => {
    shuffle(group, random);
    return group.slice(0, Math.round(group.length * share));
  });
}

function byFew(rows: readonly Prepared[], count: number): Prepared[] {
  const authors = [...new Set(rows.map(({ message }) => message.author))];
  shuffle(authors, createRandom(SEED));
  const few = new Set(authors.slice(0, count));
  return rows.filter(({ message }) => few.has(message.author));
}

function rulesOf(catalogue: Catalogue): Rules {
  return readingOnce(createRules(catalogue, route(catalogue)));
}

/** Services are known by what the model learned of them only: neither words nor names nor descriptions. */
function wordless(catalogue: Catalogue): Catalogue {
  const blank = { es: '', en: '' };
  const services = [...catalogue.services].map(([id, service]): [string, Service] => {
    return [id, { ...service, words: [], name: blank, covers: blank }];
  });
  return { ...catalogue, services: new Map(services), vocabulary: new Map() };
}

function changed(rules: Rules, change: (ruled: RuleReading) => RuleReading): Rules {
  return { ...rules, read: (text, context) => change(rules.read(text, context)) };
}

/** Turns of phrase that tell kinds and intents are not looked for. */
function withoutCues(ruled: RuleReading): RuleReading {
  return { ...ruled, reading: { ...ruled.reading, line: ' ' }, flags: [], intent: 'report' };
}
