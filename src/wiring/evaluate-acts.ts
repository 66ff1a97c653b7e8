import { type LabelledAct, readActsOf } from '../catalogue/acts.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { SURE_ACT } from '../dialogs/acts.ts';
import { learnActs, type PreparedAct, prepareActs } from '../nlu/acts/learn-acts.ts';
import { readActs } from '../nlu/acts/read-acts.ts';
import type { ActReading, Ranked } from '../nlu/classifier.ts';
import { createRules } from '../nlu/rules.ts';
import { partsOf } from './evaluate.ts';

/** How often one thing was read right in words of authors that were left out. */
export interface ActFigure {
  name: string;
  right: number;
  of: number;
}

/** What `evaluate --acts` measures. */
export interface ActFigures {
  acts: ActFigure;
  questions: ActFigure;
  /** Of what is called .85 sure or more. */
  sureActs: ActFigure;
  sureQuestions: ActFigure;
  /** Act by act. */
  byAct: ActFigure[];
}

const PARTS = 5;

/** Learns several times without a part of the authors, and reads what those wrote. Half a minute. Throws `ConfigError`. */
export async function evaluateActs(configDir: string): Promise<ActFigures> {
  const catalogue = await loadCatalogue(configDir);
  const prepared = prepareActs(readActsOf(configDir), createRules(catalogue, route(catalogue)));
  const authors = [...new Set(prepared.map(({ label }) => label.author))];
  const read = partsOf(authors, PARTS).flatMap(out => readUnseen(prepared, out));
  const asked = read.filter(({ label }) => label.question !== null);
  const acts = (rows: readonly Read[], name: string) =>
    figureOf(name, rows, ({ label, reading }) => reading.acts[0]?.id === label.act);
  const questions = (rows: readonly Read[], name: string) =>
    figureOf(name, rows, ({ label, reading }) => reading.questions[0]?.id === label.question);
  return {
    acts: acts(read, 'act'),
    questions: questions(asked, 'question'),
    sureActs: acts(surest(read, 'acts'), 'act, sure'),
    sureQuestions: questions(surest(asked, 'questions'), 'question, sure'),
    byAct: [...Map.groupBy(read, ({ label }) => label.act)].map(([act, rows]) => acts(rows, act)),
  };
}

/** One line and what was read of it. */
interface Read {
  label: LabelledAct;
  reading: ActReading;
}

function readUnseen(prepared: readonly PreparedAct[], out: ReadonlySet<string>): Read[] {
  const model = learnActs(prepared.filter(({ label }) => !out.has(label.author)));
  const unseen = prepared.filter(({ label }) => out.has(label.author));
  return unseen.map(row => ({ label: row.label, reading: readActs(model, row) }));
}

function surest(rows: readonly Read[], list: keyof ActReading): Read[] {
  const best = ({ reading }: Read): Ranked | undefined => reading[list][0];
  return rows.filter(row => (best(row)?.p ?? 0) >= SURE_ACT);
}

function figureOf(name: string, rows: readonly Read[], isRight: (row: Read) => boolean): ActFigure {
  return { name, right: rows.filter(isRight).length, of: rows.length };
}
