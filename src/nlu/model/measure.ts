import type { LabelledMessage } from '../../catalogue/training.ts';
import type { Understanding } from '../classifier.ts';
import { createRandom } from './learn.ts';
import { KIND_CLASSES } from './signs.ts';

/** A share with how sure it is: the middle 95 % of 400 drawings with replacement, and of how many. */
export interface Share {
  value: number;
  low: number;
  high: number;
  n: number;
}

/** How well labelled messages are understood. */
export interface Figures {
  messages: number;
  agencyFirst: Share;
  agencyInThree: Share;
  service: Share;
  kindMacroF1: number;
  kindRecall: Record<string, number>;
  intent: Share;
  district: Share;
  districtInvented: Share;
  emergencyRecall: Share;
  falseAlarms: Share;
  /** Mean difference between the probability of the first body and how often it is right, over ten bins. */
  calibrationError: number;
  /** Share of messages whose first body has .8 or more, and how often it is right there. */
  sharpness: { share: number; right: number };
  /** The pairs most often taken for each other: labelled → understood. */
  confused: [string, number][];
}

interface Judged {
  message: LabelledMessage;
  understood: Understanding;
}

/** From here on a place is taken without asking. */
const SURE_PLACE = 0.4;

/** Holds what is made of labelled messages against their labels. */
export function measure(
  understand: (message: LabelledMessage) => Understanding,
  messages: readonly LabelledMessage[],
): Figures {
  const judged = messages.map(message => ({ message, understood: understand(message) }));
  const reports = judged.filter(({ message }) => message.intent === 'report' && message.agencies.length > 0);
  const dangers = judged.filter(({ message }) => message.emergency !== null);
  const calm = judged.filter(({ message }) => message.emergency === null);
  return {
    messages: judged.length,
    agencyFirst: shareOf(reports, isFirst),
    agencyInThree: shareOf(reports, ({ message, understood }) =>
      understood.agencies.slice(0, 3).some(({ id }) => message.agencies.includes(id)),
    ),
    service: shareOf(
      reports.filter(({ message }) => message.service !== null),
      ({ message, understood }) => understood.services[0]?.id === message.service,
    ),
    ...kindFigures(judged.filter(({ message }) => message.kind !== null)),
    intent: shareOf(judged, ({ message, understood }) => understood.intent === message.intent),
    ...placeFigures(judged),
    emergencyRecall: shareOf(dangers, ({ understood }) => understood.emergency !== null),
    falseAlarms: shareOf(calm, ({ understood }) => understood.emergency !== null),
    ...certaintyFigures(reports),
    confused: confusedOf(reports),
  };
}

function isFirst({ message, understood }: Judged): boolean {
  return message.agencies.includes(understood.agencies[0]?.id ?? '');
}

function shareOf(judged: readonly Judged[], is: (one: Judged) => boolean): Share {
  const hits = judged.map(one => Number(is(one)));
  const n = hits.length;
  if (n === 0) return { value: 0, low: 0, high: 0, n };
  const random = createRandom(n);
  const drawings = Array.from({ length: 400 }, () => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += hits[Math.floor(random() * n)] ?? 0;
    return sum / n;
  }).sort((a, b) => a - b);
  const value = hits.reduce((sum, hit) => sum + hit, 0) / n;
  return { value, low: drawings[10] ?? 0, high: drawings[389] ?? 0, n };
}

function kindFigures(judged: readonly Judged[]): Pick<Figures, 'kindMacroF1' | 'kindRecall'> {
  const pairs = judged.map(({ message, understood }) => [message.kind, understood.kinds[0]?.id] as const);
  const count = (is: (label: unknown, said: unknown) => boolean): number =>
    pairs.filter(([label, said]) => is(label, said)).length;
  const recall: Record<string, number> = {};
  const scores = KIND_CLASSES.map(kind => {
    const right = count((label, said) => label === kind && said === kind);
    const labelled = count(label => label === kind);
    const said = count((_label, own) => own === kind);
    recall[kind] = labelled === 0 ? 0 : right / labelled;
    return labelled + said === 0 ? 0 : (2 * right) / (labelled + said);
  });
  return { kindMacroF1: scores.reduce((sum, f1) => sum + f1, 0) / scores.length, kindRecall: recall };
}

function placeFigures(judged: readonly Judged[]): Pick<Figures, 'district' | 'districtInvented'> {
  const districtOf = ({ understood }: Judged): string | null => {
    const [best] = understood.places;
    return best && best.p >= SURE_PLACE && best.code.length >= 4 ? best.code.slice(0, 4) : null;
  };
  const told = judged.filter(({ message }) => message.district !== null);
  const untold = judged.filter(({ message }) => message.district === null);
  return {
    district: shareOf(told, one => districtOf(one) === one.message.district),
    districtInvented: shareOf(untold, one => districtOf(one) !== null),
  };
}

function certaintyFigures(reports: readonly Judged[]): Pick<Figures, 'calibrationError' | 'sharpness'> {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, p: 0, right: 0 }));
  for (const one of reports) {
    const p = one.understood.agencies[0]?.p ?? 0;
    const bin = bins[Math.min(9, Math.floor(p * 10))];
    if (!bin) continue;
    bin.n += 1;
    bin.p += p;
    bin.right += Number(isFirst(one));
  }
  const off = bins.reduce((sum, { p, right }) => sum + Math.abs(p - right), 0);
  const sure = bins
    .slice(8)
    .reduce((sum, bin) => ({ n: sum.n + bin.n, right: sum.right + bin.right }), { n: 0, right: 0 });
  return {
    calibrationError: reports.length === 0 ? 0 : off / reports.length,
    sharpness: {
      share: reports.length === 0 ? 0 : sure.n / reports.length,
      right: sure.n === 0 ? 0 : sure.right / sure.n,
    },
  };
}

function confusedOf(reports: readonly Judged[]): [string, number][] {
  const pairs = new Map<string, number>();
  for (const one of reports.filter(report => !isFirst(report))) {
    const pair = `${one.message.agencies[0]} → ${one.understood.agencies[0]?.id ?? 'none'}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12);
}
