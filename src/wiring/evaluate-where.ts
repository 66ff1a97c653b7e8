import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { readWhereOf } from '../catalogue/where.ts';
import { bareWords } from '../catalogue/words.ts';
import { createRules, type Rules } from '../nlu/rules.ts';
import { learnWhere, type PreparedWhere, prepareWhere } from '../nlu/where/learn-where.ts';
import { readWhere, whereInput } from '../nlu/where/read-where.ts';
import { partsOf } from './evaluate.ts';

/** How well the words that say where are found in texts of authors that were left out. */
export interface WhereFigures {
  /** First messages, and answers to where it is. */
  messages: WhereFigure;
  answers: WhereFigure;
}

/** Of one sort of text. Shares are 0–1. */
export interface WhereFigure {
  texts: number;
  /** Of all texts: all their words that say where, and no other. */
  whole: number;
  /** Of the words taken, those that say where; of those that do, the ones taken. */
  precision: number;
  recall: number;
  /** Of the texts that say nothing of where: those of which nothing is taken. */
  none: number;
}

const PARTS = 6;

/** Learns several times without a part of the authors, and reads what those wrote. A minute. Throws `ConfigError`. */
export async function evaluateWhere(configDir: string): Promise<WhereFigures> {
  const catalogue = await loadCatalogue(configDir);
  const rules = createRules(catalogue, route(catalogue));
  const prepared = prepareWhere(readWhereOf(configDir), rules);
  const authors = [...new Set(prepared.map(({ label }) => label.author))];
  const read = partsOf(authors, PARTS).flatMap(out => readUnseen(prepared, rules, out));
  return {
    messages: figureOf(read.filter(({ answer }) => !answer)),
    answers: figureOf(read.filter(({ answer }) => answer)),
  };
}

/** The words of one text that say where, and those that were taken. */
interface Read {
  answer: boolean;
  wanted: string[];
  taken: string[];
}

function readUnseen(prepared: readonly PreparedWhere[], rules: Rules, out: ReadonlySet<string>): Read[] {
  const model = learnWhere(prepared.filter(({ label }) => !out.has(label.author)));
  return prepared.flatMap(({ label: { text, answer, author, where } }) =>
    out.has(author)
      ? [
          {
            answer,
            wanted: wordsOf(where),
            taken: wordsOf(readWhere(model, whereInput(rules, text, answer))),
          },
        ]
      : [],
  );
}

function wordsOf(spans: readonly string[]): string[] {
  return bareWords(spans.join(' '))
    .split(' ')
    .filter(word => word !== '');
}

function figureOf(read: readonly Read[]): WhereFigure {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const sum = (of: (row: Read) => number): number => read.reduce((total, row) => total + of(row), 0);
  const right = sum(({ wanted, taken }) => common(wanted, taken));
  const silent = read.filter(({ wanted }) => wanted.length === 0);
  return {
    texts: read.length,
    whole: share(read.filter(isWhole).length, read.length),
    precision: share(
      right,
      sum(({ taken }) => taken.length),
    ),
    recall: share(
      right,
      sum(({ wanted }) => wanted.length),
    ),
    none: share(silent.filter(isWhole).length, silent.length),
  };
}

function isWhole({ wanted, taken }: Read): boolean {
  return wanted.length === taken.length && common(wanted, taken) === wanted.length;
}

/** How many words two lists have in common, each as often as both have it. */
function common(some: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return some.filter(word => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}
