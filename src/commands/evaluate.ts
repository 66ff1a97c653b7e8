import { parseArgs } from 'node:util';
import type { Settings } from '../config.ts';
import { ablate, learningCurve } from '../wiring/ablation.ts';
import { costOf } from '../wiring/cost.ts';
import { evaluateFile, openForMeasuring, rotate } from '../wiring/evaluate.ts';
import { evaluateActs } from '../wiring/evaluate-acts.ts';
import { evaluateWhere } from '../wiring/evaluate-where.ts';
import { findDuplicates } from '../wiring/understanding.ts';
import { type Command, wrongUsage } from './command.ts';
import { duplicatesLine } from './config.ts';
import {
  actLines,
  costLines,
  fileLines,
  rotationLines,
  variantLines,
  whereLines,
} from './evaluation-text.ts';

/** `evaluate`: how well messages are understood. */
export const command: Command = {
  summary: 'measures the understanding on labelled messages',
  usage: `usage: ./ventanilla evaluate [--parts N] [--json]
       ./ventanilla evaluate FILE.jsonl [--json]
       ./ventanilla evaluate --ablation | --curve | --cost | --acts | --where [--json]

Without a file: learns N models (4 by default), each without a part of the authors of CONFIG_DIR/training, and measures
it on what those authors wrote; takes some minutes. Beside it stand the office's words and rules, the words alone, the
rules alone, and whoever says always what is most frequent. With a file of labelled messages: measures the understanding
in use on it. Figures are given with the middle 95 % of 400 drawings of authors and of their messages.
  --ablation  what is lost without the vocabulary, the words, the cues, the phrases of danger; on one part
  --curve     what more messages and more authors teach; on one part
  --cost      messages a second, memory, and time to load, of the understanding in use
  --acts      what words to a report or a case do (CONFIG_DIR/acts), by authors that were left out
  --where     which words say where (CONFIG_DIR/where), in the same way
Systems of others are measured on the same parts by: npm run bench -- --only others`,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const parts = Number(values.parts ?? 4);
    if (!Number.isInteger(parts) || parts < 2) {
      return wrongUsage(command, context, '--parts takes a whole number from 2 on.');
    }
    const { data, lines } = await reportOf(context.settings(), { ...values, parts, file: positionals[0] });
    for (const line of values.json ? [JSON.stringify(data)] : lines) context.print(line);
    return 0;
  },
};

const OPTIONS = {
  parts: { type: 'string' },
  json: { type: 'boolean' },
  ablation: { type: 'boolean' },
  curve: { type: 'boolean' },
  cost: { type: 'boolean' },
  acts: { type: 'boolean' },
  where: { type: 'boolean' },
} as const;

interface Wish {
  parts: number;
  file: string | undefined;
  ablation?: boolean;
  curve?: boolean;
  cost?: boolean;
  acts?: boolean;
  where?: boolean;
}

/** What was measured, for programs and for people. */
interface Report {
  data: unknown;
  lines: string[];
}

async function reportOf(settings: Settings, { parts, file, ...wish }: Wish): Promise<Report> {
  if (file !== undefined) {
    const figures = await evaluateFile(settings, file);
    return { data: figures, lines: fileLines(figures) };
  }
  const { configDir } = settings;
  if (wish.acts) {
    const figures = await evaluateActs(configDir);
    return { data: figures, lines: actLines(figures) };
  }
  if (wish.where) {
    const figures = await evaluateWhere(configDir);
    return { data: figures, lines: whereLines(figures) };
  }
  const desk = await openForMeasuring(configDir);
  if (wish.ablation || wish.curve) {
    const variants = [...(wish.ablation ? ablate(desk) : []), ...(wish.curve ? learningCurve(desk) : [])];
    return { data: variants, lines: variantLines(variants) };
  }
  const texts = desk.messages.map(({ text }) => text);
  const cost = await costOf(configDir, texts, () => performance.now());
  if (wish.cost) return { data: cost, lines: costLines(cost) };
  const duplicates = await findDuplicates(configDir);
  const rotation = rotate(desk, parts);
  return {
    data: { ...rotation, cost, duplicates },
    lines: [...rotationLines(rotation), '', ...costLines(cost), '', duplicatesLine(duplicates)],
  };
}
