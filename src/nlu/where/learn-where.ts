import type { LabelledWhere } from '../../catalogue/where.ts';
import { quantised } from '../model/learn.ts';
import type { LinearModel } from '../model/linear.ts';
import { knownFeatures } from '../model/train.ts';
import type { Rules } from '../rules.ts';
import { learnChain, type Words } from './chain.ts';
import { SAYS_WHERE, type WhereHead, whereInput } from './read-where.ts';

/** A labelled text as a model of where is taught it. */
export interface PreparedWhere {
  label: LabelledWhere;
  /** The hashes of each word and what stands around it. */
  words: Words;
  /** Whether each word says where. */
  labels: boolean[];
}

/** What a single writer used says little of others. All of it is invented, so that nobody's words could be read back. */
const FEWEST_WRITERS = 2;
const COURSE = { epochs: 6, rate: 0.05, decay: 1e-4, seed: 311 } as const;

/** Reads labelled texts as they will be read in service. */
export function prepareWhere(labelled: readonly LabelledWhere[], rules: Rules): PreparedWhere[] {
  return labelled.map(label => {
    const { tokens, features, text } = whereInput(rules, label.text, label.answer);
    const spans = spansOf(label, text);
    const labels = tokens.map(token => spans.some(({ from, to }) => token.start < to && token.end > from));
    return { label, words: features, labels };
  });
}

/** Where the words that were marked stand in the text as it is read. */
function spansOf({ where }: LabelledWhere, text: string): { from: number; to: number }[] {
  let at = 0;
  return where.map(words => {
    const own = words.normalize('NFC');
    const from = text.indexOf(own, at);
    at = from + own.length;
    return { from, to: at };
  });
}

/** Learns which words say where; the same texts give the same model, bit by bit. */
export function learnWhere(prepared: readonly PreparedWhere[]): LinearModel<WhereHead> {
  const written = prepared.map(({ words, label }) => ({
    features: { words: words.flat(), style: [] },
    author: label.author,
  }));
  const known = knownFeatures(written, 'words', FEWEST_WRITERS);
  const rows = prepared.map(({ words, labels }) => ({ labels, words: knownOf(known, words) }));
  const { weights, bias, steps } = learnChain(rows, { features: known.size, ...COURSE });
  const head = { classes: [SAYS_WHERE], bias, words: quantised(weights), style: null, signs: steps };
  return { words: known, style: new Map(), heads: { where: head } };
}

function knownOf(known: ReadonlyMap<number, number>, words: Words): Words {
  return words.map(features => features.flatMap(feature => known.get(feature) ?? []));
}
