import type { Share } from '../nlu/measure/drawings.ts';
import type { Figures, Question } from '../nlu/measure/measure.ts';
import type { Variant } from '../wiring/ablation.ts';
import type { Cost } from '../wiring/cost.ts';
import type { Rotation, System } from '../wiring/evaluate.ts';
import type { ActFigure, ActFigures } from '../wiring/evaluate-acts.ts';
import type { WhereFigure, WhereFigures } from '../wiring/evaluate-where.ts';
import { table } from './command.ts';

type Row = [name: string, of: (figures: Figures) => Share];

const SHARES: Row[] = [
  ['agency, first', f => f.agencyFirst],
  ['agency, among three', f => f.agencyInThree],
  ['agency, macro recall', f => f.agencyMacroRecall],
  ['service, first', f => f.service],
  ['kind, macro F1', f => f.kindMacroF1],
  ['intent', f => f.intent],
  ['district right', f => f.district],
  ['district invented', f => f.districtInvented],
  ['emergency, recall', f => f.emergencyRecall],
  ['emergency, false alarms', f => f.falseAlarms],
  ['calibration error', f => f.calibrationError],
];

const NAMES: Record<System, string> = {
  unseen: 'unseen authors',
  wordsAndRules: 'words and rules',
  wordsAlone: 'words alone',
  rulesAlone: 'rules alone',
  majority: 'most frequent',
};

/** The figures of messages of a file. */
export function fileLines(figures: Figures): string[] {
  return [...table(figureRows(figures, [])), '', ...certaintyLines(figures), '', ...classLines(figures)];
}

/** The figures of a rotation: all systems, certainty, author by author, class by class. */
export function rotationLines({ systems, authors }: Rotation): string[] {
  const { unseen, ...others } = systems;
  const columns = Object.entries(others) as [System, Figures][];
  return [
    ...table(
      figureRows(
        unseen,
        columns.map(([system, figures]) => [NAMES[system], figures]),
      ),
    ),
    '',
    ...certaintyLines(unseen),
    '',
    ...table(authorRows(authors)),
    '',
    ...GAPS.map(([name, of]) => worstLine(name, authors, of)),
    '',
    ...classLines(unseen),
  ];
}

function figureRows(figures: Figures, others: [name: string, figures: Figures][]): string[][] {
  const rows = SHARES.map(([name, of]) => {
    const { value, low, high, n } = of(figures);
    const rest = others.map(([, other]) => of(other).value.toFixed(3));
    return [name, value.toFixed(3), `${low.toFixed(3)}–${high.toFixed(3)}`, String(n), ...rest];
  });
  return [['', NAMES.unseen, 'middle 95 %', 'messages', ...others.map(([name]) => name)], ...rows];
}

function certaintyLines({ bins, sharpness }: Figures): string[] {
  const rows = bins.map(({ from, n, p, right }) => [
    `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
    ...[String(n), p.toFixed(3), right.toFixed(3)],
  ]);
  return [
    ...table([['p of the first body', 'messages', 'mean p', 'right'], ...rows]),
    `sure (p ≥ .8): ${sharpness.share.toFixed(3)} of the messages, right in ${sharpness.right.toFixed(3)}`,
  ];
}

const AUTHORS: Row[] = [
  ['agency', f => f.agencyFirst],
  ['in three', f => f.agencyInThree],
  ['kind F1', f => f.kindMacroF1],
  ['intent', f => f.intent],
  ['district', f => f.district],
  ['emergency', f => f.emergencyRecall],
  ['false alarms', f => f.falseAlarms],
];

function authorRows(authors: Rotation['authors']): string[][] {
  const rows = authors.map(({ author, figures }) => [
    author,
    ...AUTHORS.map(([, of]) => of(figures).value.toFixed(3)),
  ]);
  return [['author', ...AUTHORS.map(([name]) => name)], ...rows];
}

const GAPS: Row[] = [
  ['agency, first', f => f.agencyFirst],
  ['kind, macro F1', f => f.kindMacroF1],
  ['intent', f => f.intent],
];

/** Who is understood worst, and how far below the mean of all authors. */
function worstLine(name: string, authors: Rotation['authors'], of: Row[1]): string {
  const rows = authors.map(({ author, figures }) => ({ author, value: of(figures).value }));
  const mean = rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
  const [worst] = rows.sort((a, b) => a.value - b.value);
  if (!worst) return '';
  const gap = (mean - worst.value).toFixed(3);
  return `worst author, ${name}: ${worst.author} ${worst.value.toFixed(3)}, ${gap} below the mean of all (${mean.toFixed(3)})`;
}

const FEW = 20;
const WORST = 15;

function classLines({ recall, confused }: Figures): string[] {
  const inOneLine = (question: Question): string => {
    const classes = recall[question].map(({ id, n, recall: share }) => `${id} ${share.toFixed(2)} (${n})`);
    return `${question}, recall: ${classes.join(', ')}`;
  };
  const worst = recall.agency.filter(({ n }) => n >= FEW).sort((a, b) => a.recall - b.recall);
  const confusions = (question: Question): string[] => [
    `${question}, most often taken for another:`,
    ...confused[question].map(([pair, count]) => `  ${pair}: ${count}`),
  ];
  return [
    ...[inOneLine('kind'), inOneLine('intent'), inOneLine('emergency'), ''],
    `bodies found least often, of those with ${FEW} messages or more (all in --json):`,
    ...worst.slice(0, WORST).map(({ id, n, recall: share }) => `  ${id}: ${share.toFixed(3)} of ${n}`),
    ...['', ...confusions('agency'), '', ...confusions('kind'), '', ...confusions('intent')],
  ];
}

const VARIANTS: Row[] = [
  ['agency, first', f => f.agencyFirst],
  ['in three', f => f.agencyInThree],
  ['kind F1', f => f.kindMacroF1],
  ['intent', f => f.intent],
  ['emergency', f => f.emergencyRecall],
  ['false alarms', f => f.falseAlarms],
];

/** Variants of the understanding, one a line. */
export function variantLines(variants: readonly Variant[]): string[] {
  const rows = variants.map(({ name, taught, figures }) => [
    ...[name, String(taught.messages), String(taught.authors)],
    ...VARIANTS.map(([, of]) => of(figures).value.toFixed(3)),
  ]);
  return table([['', 'messages', 'authors', ...VARIANTS.map(([name]) => name)], ...rows]);
}

/** What the understanding costs, in three lines. */
export function costLines(cost: Cost): string[] {
  const { bodies, perSecond, medianMs, p99Ms, loadMs, buildMs, modelBytes, restBytes } = cost;
  const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return [
    `${Math.round(perSecond)} messages/s on one core with ${bodies} bodies; median ${medianMs.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`,
    `memory: model ${megabytes(modelBytes)}, the rest of the understanding ${megabytes(restBytes)}`,
    `load: model ${Math.round(loadMs)} ms, the rest ${Math.round(buildMs)} ms`,
  ];
}

/** How often acts and questions are read right in words of unseen authors. */
export function actLines({ acts, questions, sureActs, sureQuestions, byAct }: ActFigures): string[] {
  const share = ({ right, of }: ActFigure): string => (of === 0 ? '-' : (right / of).toFixed(3));
  const row = (figure: ActFigure): string[] => [figure.name, share(figure), String(figure.of)];
  const all = [acts, sureActs, questions, sureQuestions, ...byAct];
  return table([['', 'right', 'of'], ...all.map(row)]);
}

/** How well the words that say where are found in texts of unseen authors. */
export function whereLines({ messages, answers }: WhereFigures): string[] {
  const row = (name: string, figure: WhereFigure): string[] => {
    const shares = [figure.whole, figure.precision, figure.recall, figure.none];
    return [name, ...shares.map(share => share.toFixed(3)), String(figure.texts)];
  };
  const head = ['', 'whole', 'precision', 'recall', 'none', 'of'];
  return table([head, row('messages', messages), row('answers', answers)]);
}
