import { parseArgs } from 'node:util';
import { evaluateByAuthors, evaluateFile } from '../wiring/training.ts';
import { type Command, table } from './command.ts';

type Figures = Awaited<ReturnType<typeof evaluateFile>>;
type Share = Figures['intent'];

/** `evaluate`: how well messages are understood. */
export const command: Command = {
  summary: 'measures the understanding on labelled messages',
  usage: `usage: ./ventanilla evaluate [--parts N] [--json]
       ./ventanilla evaluate FILE.jsonl [--json]

Without a file: learns N models (4 by default), each without a part of the authors of CONFIG_DIR/training, and measures
it on what those authors wrote; takes some minutes. With a file of labelled messages: measures the understanding in use
on it. Shares are given with the middle 95 % of 400 drawings.`,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const { configDir } = context.settings();
    const [file] = positionals;
    if (file !== undefined) {
      const figures = await evaluateFile(configDir, file);
      const lines = values.json ? [JSON.stringify(figures)] : table(rowsOf([['', figures]]));
      for (const line of lines) context.print(line);
      return 0;
    }
    const rotation = await evaluateByAuthors(configDir, Math.max(2, Number(values.parts) || 4));
    const { all, rulesAlone, authors } = rotation;
    const columns: [string, Figures][] = [
      ['unseen authors', all],
      ['words and rules alone', rulesAlone],
    ];
    const lines = values.json
      ? [JSON.stringify(rotation)]
      : [...table(rowsOf(columns)), '', ...table(authorRows(authors)), '', ...confusedLines(all)];
    for (const line of lines) context.print(line);
    return 0;
  },
};

const OPTIONS = { parts: { type: 'string' }, json: { type: 'boolean' } } as const;

const SHARES: [string, (figures: Figures) => Share][] = [
  ['agency, first', f => f.agencyFirst],
  ['agency, among three', f => f.agencyInThree],
  ['service, first', f => f.service],
  ['intent', f => f.intent],
  ['district right', f => f.district],
  ['district invented', f => f.districtInvented],
  ['emergency, recall', f => f.emergencyRecall],
  ['emergency, false alarms', f => f.falseAlarms],
];

function rowsOf(columns: [string, Figures][]): string[][] {
  const shares = SHARES.map(([name, of]) => [name, ...columns.map(([, figures]) => shareText(of(figures)))]);
  const numbers: [string, (figures: Figures) => string][] = [
    ['kind, macro F1', f => f.kindMacroF1.toFixed(3)],
    ['calibration error', f => f.calibrationError.toFixed(3)],
    ['sure (p ≥ .8) and right', f => `${f.sharpness.share.toFixed(3)}, ${f.sharpness.right.toFixed(3)}`],
  ];
  return [
    ['', ...columns.map(([name]) => name)],
    ...shares,
    ...numbers.map(([name, of]) => [name, ...columns.map(([, figures]) => of(figures))]),
  ];
}

function shareText({ value, low, high, n }: Share): string {
  return `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)}; ${n})`;
}

function authorRows(authors: { author: string; figures: Figures }[]): string[][] {
  const rows = authors.map(({ author, figures: f }) => [
    author,
    ...[f.agencyFirst, f.agencyInThree, f.intent].map(({ value }) => value.toFixed(3)),
    f.kindMacroF1.toFixed(3),
    f.emergencyRecall.value.toFixed(3),
  ]);
  return [['author', 'agency', 'in three', 'intent', 'kind F1', 'emergency'], ...rows];
}

function confusedLines({ confused }: Figures): string[] {
  return ['most often taken for another:', ...confused.map(([pair, count]) => `  ${pair}: ${count}`)];
}
