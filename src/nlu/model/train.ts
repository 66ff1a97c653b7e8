import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { LabelledMessage } from '../../catalogue/training.ts';
import type { Rules } from '../rules.ts';
import { featuresOf } from './features.ts';
import { type Example, learn } from './learn.ts';
import { type Features, type Head, type HeadName, type LinearModel, seenBy } from './linear.ts';
import { INTENT_CLASSES, KIND_CLASSES, NONE, type Signs, signCounts, signsOf } from './signs.ts';
import { styleOf } from './style.ts';

/** A labelled message as a model is taught it. */
export interface Prepared {
  message: Omit<LabelledMessage, 'id' | 'text' | 'district'>;
  features: Features;
  signs: Signs;
  /** How much it counts; 1 where nothing is said. */
  weight?: number;
  /** What it teaches; everything where nothing is said. */
  teaches?: ReadonlySet<HeadName>;
}

const SEED = 311;
/** Fewer writers than this used a feature: it could give away who wrote it, and says little. */
const FEWEST_WRITERS = 5;
/** Features that are known at most, so that a model stays within 40 MB however much is learned: those of most writers. */
const MOST_FEATURES = 100_000;

/** Reads messages as they will be read in service. */
export function prepare(
  messages: readonly LabelledMessage[],
  catalogue: Catalogue,
  rules: Rules,
): Prepared[] {
  const categories = [...catalogue.emergencies.keys()];
  return messages.map(message => {
    const ruled = rules.read(message.text, {});
    const features = { words: featuresOf(ruled.reading), style: styleOf(ruled.reading) };
    return { message, features, signs: signsOf(ruled, categories) };
  });
}

/** How a head is taught: passes over the messages, and the pull of its weights towards 0. */
interface Course {
  epochs: number;
  decay: number;
  /** How it is put tells it too. */
  style: boolean;
  /** What is counted is added to what is learned: it helps where there are many classes of few messages each. */
  counted: boolean;
  /** How much more the messages of a rare class count: by what power of its rarity. */
  balance: number;
}

const MATTERS: Course = { epochs: 15, decay: 1e-4, style: false, counted: true, balance: 0 };
const MANNERS: Course = { epochs: 20, decay: 1e-4, style: true, counted: false, balance: 0.4 };
/** Three in four messages are reports: what else is wanted is found only where it counts for more. */
const INTENTS: Course = { epochs: 10, decay: 1e-3, style: true, counted: false, balance: 0.4 };
/** Few messages tell a danger: more is gained by weights that lean on many words than on a single one. */
const DANGERS: Course = { epochs: 30, decay: 1e-3, style: true, counted: false, balance: 0 };

/** What a head decides, by which signs, taught how. */
interface Subject extends Course {
  classes: readonly string[];
  signs: keyof Signs | null;
  /** Null: nothing is to be learned from this message. */
  label: (message: Prepared['message']) => string | null;
}

/** How a model is learned otherwise than usual. */
export interface Schooling {
  /** Writers a feature must be used by. */
  fewestWriters?: number;
}

/** Learns a model; the same messages and catalogue give the same model, bit by bit. */
export function train(
  prepared: readonly Prepared[],
  catalogue: Catalogue,
  { fewestWriters = FEWEST_WRITERS }: Schooling = {},
): LinearModel {
  const written = prepared.map(({ features, message }) => ({ features, author: message.author }));
  const words = knownFeatures(written, 'words', fewestWriters);
  const style = knownFeatures(written, 'style', fewestWriters);
  const taught = prepared.map(row => ({ row, seen: seenBy({ words, style }, row.features) }));
  const counts = signCounts(catalogue.emergencies.size);
  const teach = (name: HeadName, subject: Subject): Head => {
    const { classes, signs, epochs, decay, counted } = subject;
    const examples = taught.flatMap(({ row, seen }): Example[] => {
      const { weight = 1, teaches } = row;
      const wanted = teaches?.has(name) === false ? null : subject.label(row.message);
      const index = wanted === null ? -1 : classes.indexOf(wanted);
      return index < 0 ? [] : [{ seen, signs: signs ? row.signs[signs] : [], label: index, weight }];
    });
    const sizes = { words: words.size, style: subject.style ? style.size : 0 };
    const lesson = { classes, ...sizes, signs: signs ? counts[signs] : 0, seed: SEED };
    return learn(balanced(examples, classes.length, subject.balance), { ...lesson, epochs, decay, counted });
  };
  const heads = subjectsOf(catalogue);
  const names = Object.keys(heads) as HeadName[];
  const learned = names.map(name => [name, teach(name, heads[name])]);
  return { words, style, heads: Object.fromEntries(learned) as Record<HeadName, Head> };
}

function subjectsOf(catalogue: Catalogue): Record<HeadName, Subject> {
  const [services, agencies] = [[...catalogue.services.keys()], [...catalogue.agencies.keys()]];
  return {
    service: { ...MATTERS, classes: [...services, NONE], signs: null, label: serviceLabel },
    agency: { ...MATTERS, classes: [...agencies, NONE], signs: null, label: agencyLabel },
    kind: { ...MANNERS, classes: KIND_CLASSES, signs: 'kind', label: ({ kind }) => kind },
    intent: { ...INTENTS, classes: INTENT_CLASSES, signs: 'intent', label: ({ intent }) => intent },
    danger: { ...DANGERS, classes: [NONE, 'danger'], signs: 'danger', label: dangerLabel },
    category: {
      ...{ ...DANGERS, classes: [...catalogue.emergencies.keys()], signs: 'danger' },
      label: ({ emergency }) => emergency,
    },
  };
}

/** The examples with those of rare classes counting more. */
function balanced(examples: Example[], classes: number, power: number): Example[] {
  if (power === 0) return examples;
  const sums = new Float64Array(classes);
  for (const { label, weight } of examples) sums[label] = (sums[label] ?? 0) + weight;
  const mean = sums.reduce((total, sum) => total + sum, 0) / classes;
  const factors = sums.map(sum => (sum === 0 ? 1 : (mean / sum) ** power));
  return examples.map(example => ({ ...example, weight: example.weight * (factors[example.label] ?? 1) }));
}

function dangerLabel({ emergency }: Prepared['message']): string {
  return emergency === null ? NONE : 'danger';
}

/** Null: what a body's matter is was not told as a service, so that nothing is to be learned of services. */
function serviceLabel({ service, agencies, emergency }: Prepared['message']): string | null {
  if (service !== null) return service;
  return emergency !== null || agencies.length === 0 ? NONE : null;
}

function agencyLabel({ emergency, agencies }: Prepared['message']): string | null {
  return emergency !== null ? NONE : (agencies[0] ?? NONE);
}

/** The rows of the features that at least so many writers used, of one side, in the order of their hashes. */
export function knownFeatures(
  rows: readonly { features: Features; author: string }[],
  side: keyof Features,
  fewestWriters: number,
): ReadonlyMap<number, number> {
  const writers = new Map<number, Set<string>>();
  for (const { features, author } of rows) {
    for (const feature of features[side]) {
      const seen = writers.get(feature);
      if (seen) seen.add(author);
      else writers.set(feature, new Set([author]));
    }
  }
  const known = [...writers].filter(([, authors]) => authors.size >= fewestWriters);
  if (known.length > MOST_FEATURES) known.sort(([a, one], [b, two]) => two.size - one.size || a - b);
  const features = known.slice(0, MOST_FEATURES).map(([feature]) => feature);
  return new Map(features.sort((a, b) => a - b).map((feature, row) => [feature, row]));
}
