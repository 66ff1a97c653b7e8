import type { LabelledMessage } from '../../catalogue/training.ts';
import type { Understanding } from '../classifier.ts';
import { KIND_CLASSES, NONE } from '../model/signs.ts';
import { type Bin, binsOf, type Certainty, calibrationError, sharpnessOf } from './certainty.ts';
import {
  type ClassRecall,
  confusedPairs,
  macroF1,
  macroRecall,
  type Pair,
  recallByClass,
} from './classes.ts';
import { meanOf, type Share, shareOf } from './drawings.ts';

/** How well labelled messages are understood. */
export interface Figures {
  messages: number;
  /** The first body is one of the acceptable ones; the same for one of the first three. */
  agencyFirst: Share;
  agencyInThree: Share;
  /** The mean of the recalls of all bodies. */
  agencyMacroRecall: Share;
  service: Share;
  kindMacroF1: Share;
  intent: Share;
  district: Share;
  /** A district was understood where the message lets none be known. */
  districtInvented: Share;
  emergencyRecall: Share;
  falseAlarms: Share;
  /** Mean difference between the probability of the first body and how often it is right, over ten bins. */
  calibrationError: Share;
  /** Share of messages whose first body has .8 or more, and how often it is right there. */
  sharpness: { share: number; right: number };
  bins: Bin[];
  /** Of an emergency: an alarm rang, whatever its category. */
  recall: Record<Question, ClassRecall[]>;
  /** The pairs most often taken for each other: labelled → understood. */
  confused: Record<Question, [string, number][]>;
}

/** What is asked of a message. */
export type Question = 'agency' | 'kind' | 'intent' | 'emergency';

/** What of an understanding is held against labels. */
export type Said = Pick<Understanding, 'intent' | 'kinds' | 'agencies' | 'services' | 'places' | 'emergency'>;

/** A labelled message and what was made of it. */
export interface Judged {
  message: LabelledMessage;
  said: Said;
}

/** From here on a place is taken without asking. */
const SURE_PLACE = 0.4;

/** Holds what is made of labelled messages against their labels. */
export function measure(
  understand: (message: LabelledMessage) => Said,
  messages: readonly LabelledMessage[],
): Figures {
  return figuresOf(messages.map(message => ({ message, said: understand(message) })));
}

/** The figures of messages that were judged already. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const reports = judged.filter(({ message }) => message.intent === 'report' && message.agencies.length > 0);
  const served = reports.filter(({ message }) => message.service !== null);
  const dangers = judged.filter(({ message }) => message.emergency !== null);
  const calm = judged.filter(({ message }) => message.emergency === null);
  const pairs = pairsOf({ judged, reports, dangers });
  return {
    messages: judged.length,
    agencyFirst: ratio(reports, isFirst),
    agencyInThree: ratio(reports, isInThree),
    service: ratio(served, ({ message, said }) => said.services[0]?.id === message.service),
    intent: ratio(judged, ({ message, said }) => said.intent === message.intent),
    ...placeFigures(judged),
    emergencyRecall: ratio(dangers, ({ said }) => said.emergency !== null),
    falseAlarms: ratio(calm, ({ said }) => said.emergency !== null),
    agencyMacroRecall: shareOf(pairs.agency, authorOf, macroRecall),
    kindMacroF1: shareOf(pairs.kind, authorOf, rows => macroF1(rows, KIND_CLASSES)),
    ...certaintyFigures(reports),
    ...classFigures(pairs),
  };
}

/** A share of messages, with its certainty. */
function ratio(judged: readonly Judged[], is: (one: Judged) => boolean): Share {
  const hits = judged.map(one => ({ author: one.message.author, hit: Number(is(one)) }));
  return shareOf(hits, authorOf, rows => meanOf(rows.map(({ hit }) => hit)));
}

function authorOf({ author }: { author: string }): string {
  return author;
}

function isFirst({ message, said }: Judged): boolean {
  return message.agencies.includes(said.agencies[0]?.id ?? '');
}

function isInThree({ message, said }: Judged): boolean {
  return said.agencies.slice(0, 3).some(({ id }) => message.agencies.includes(id));
}

type Pairs = Record<Question, (Pair & { author: string })[]>;

function pairsOf(rows: Record<'judged' | 'reports' | 'dangers', readonly Judged[]>): Pairs {
  const pair = (label: (one: Judged) => string | null, said: (one: Judged) => string | undefined) => {
    return (one: Judged): Pairs[Question] => {
      const labelled = label(one);
      if (labelled === null) return [];
      return [{ label: labelled, said: said(one) ?? NONE, author: one.message.author }];
    };
  };
  const best = ({ message }: Judged): string => message.agencies[0] ?? NONE;
  const agency = pair(best, one => (isFirst(one) ? best(one) : one.said.agencies[0]?.id));
  const kind = pair(
    ({ message }) => message.kind,
    ({ said }) => said.kinds[0]?.id,
  );
  const intent = pair(
    ({ message }) => message.intent,
    ({ said }) => said.intent,
  );
  const emergency = pair(
    ({ message }) => message.emergency,
    ({ message, said }) => (said.emergency === null ? NONE : (message.emergency ?? NONE)),
  );
  return {
    agency: rows.reports.flatMap(agency),
    kind: rows.judged.flatMap(kind),
    intent: rows.judged.flatMap(intent),
    emergency: rows.dangers.flatMap(emergency),
  };
}

function classFigures(pairs: Pairs): Pick<Figures, 'recall' | 'confused'> {
  const each = <T>(make: (rows: readonly Pair[]) => T): Record<Question, T> => ({
    agency: make(pairs.agency),
    kind: make(pairs.kind),
    intent: make(pairs.intent),
    emergency: make(pairs.emergency),
  });
  return { recall: each(recallByClass), confused: each(confusedPairs) };
}

function placeFigures(judged: readonly Judged[]): Pick<Figures, 'district' | 'districtInvented'> {
  const districtOf = ({ said }: Judged): string | null => {
    const [best] = said.places;
    return best && best.p >= SURE_PLACE && best.code.length >= 4 ? best.code.slice(0, 4) : null;
  };
  const told = judged.filter(({ message }) => message.district !== null);
  const untold = judged.filter(({ message }) => message.district === null);
  return {
    district: ratio(told, one => districtOf(one) === one.message.district),
    districtInvented: ratio(untold, one => districtOf(one) !== null),
  };
}

function certaintyFigures(
  reports: readonly Judged[],
): Pick<Figures, 'calibrationError' | 'sharpness' | 'bins'> {
  const rows = reports.map((one): Certainty & { author: string } => ({
    p: one.said.agencies[0]?.p ?? 0,
    right: isFirst(one),
    author: one.message.author,
  }));
  return {
    calibrationError: shareOf(rows, authorOf, calibrationError),
    sharpness: sharpnessOf(rows),
    bins: binsOf(rows),
  };
}
