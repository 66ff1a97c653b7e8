import type { LabelledMessage } from '../../catalogue/training.ts';
import { englishWordsIn, languageOf } from '../language.ts';
import { KIND_CLASSES } from '../model/signs.ts';
import type { Token } from '../tokens.ts';

/** Something labelled messages should have enough of. */
export interface Quantity {
  what: string;
  there: number;
  wanted: number;
}

/** Bodies that are taken for each other: any of one side for any of the other. */
export interface Confusable {
  why: string;
  sides: [string[], string[]];
}

/** What a text sounds like by the office's words alone. */
export interface Sounds {
  tokens: readonly Token[];
  /** The first three bodies. */
  bodies: readonly string[];
}

/** What the messages are counted by. */
export interface CorpusChecks {
  /** Share of all contacts by body, percent. */
  weights: ReadonlyMap<string, number>;
  pairs: readonly Confusable[];
  sounds: (text: string) => Sounds;
}

const MESSAGES = 7_500;
const BODIES_OF_WEIGHT = 25;
const OF_WEIGHT = 150;
const OF_ANY_OTHER = 30;
const OF_A_KIND = 400;
const OTHER_INTENTS = ['info', 'status', 'human', 'greeting', 'thanks', 'out_of_scope'] as const;
const OF_OTHER_INTENTS = 500;
const NOT_SPANISH = 0.08;
const HARD_NEGATIVES = 20;
const EMERGENCIES = 400;
const LOOK_ALIKES = 800;
/** Authors whose files begin so write dangers, and what only looks like one, and nothing else. */
const OF_DANGERS = /^d\d/;

/** What there is of everything that labelled messages should have enough of. */
export function quantitiesOf(messages: readonly LabelledMessage[], checks: CorpusChecks): Quantity[] {
  const count = (is: (message: LabelledMessage) => boolean): number => messages.filter(is).length;
  const others: readonly string[] = OTHER_INTENTS;
  const heard = messages.map(message => ({ message, sounds: checks.sounds(message.text) }));
  return [
    { what: 'messages', there: messages.length, wanted: MESSAGES },
    ...bodiesIn(messages, checks.weights),
    ...KIND_CLASSES.map(own => ({ what: own, there: count(({ kind }) => kind === own), wanted: OF_A_KIND })),
    {
      ...{ what: 'what is no report', wanted: OF_OTHER_INTENTS },
      there: count(({ intent }) => others.includes(intent)),
    },
    {
      ...{ what: 'English, or both languages', wanted: Math.ceil(NOT_SPANISH * messages.length) },
      there: heard.filter(({ sounds }) => isNotOnlySpanish(sounds)).length,
    },
    ...checks.pairs.map(pair => hardNegativesIn(heard, pair)),
    { what: 'emergencies', there: count(({ emergency }) => emergency !== null), wanted: EMERGENCIES },
    {
      ...{ what: 'what only looks like an emergency', wanted: LOOK_ALIKES },
      there: count(({ emergency, author }) => emergency === null && OF_DANGERS.test(author)),
    },
  ];
}

/** A message counts for the first body that is right for it. */
function bodiesIn(messages: readonly LabelledMessage[], weights: ReadonlyMap<string, number>): Quantity[] {
  const counts = new Map<string, number>();
  for (const { agencies } of messages) {
    const [best] = agencies;
    if (best !== undefined) counts.set(best, (counts.get(best) ?? 0) + 1);
  }
  const heaviest = [...weights].sort(([, one], [, other]) => other - one).slice(0, BODIES_OF_WEIGHT);
  const ofWeight = new Set(heaviest.map(([id]) => id));
  return [...weights.keys()].map(id => ({
    ...{ what: `body ${id}`, there: counts.get(id) ?? 0 },
    wanted: ofWeight.has(id) ? OF_WEIGHT : OF_ANY_OTHER,
  }));
}

/** So many usual words of English in a Spanish message are no brand's name. */
const ENGLISH_WORDS = 2;

function isNotOnlySpanish({ tokens }: Sounds): boolean {
  return languageOf(tokens) === 'en' || englishWordsIn(tokens) >= ENGLISH_WORDS;
}

interface Heard {
  message: LabelledMessage;
  sounds: Sounds;
}

/** Messages of either side that sound like the other's, though no body of the other is right. */
function hardNegativesIn(heard: readonly Heard[], { sides: [one, other] }: Confusable): Quantity {
  const hard = (own: readonly string[], wrong: readonly string[]): number =>
    heard.filter(({ message: { agencies }, sounds }) => {
      const isOwn = own.includes(agencies[0] ?? '') && !agencies.some(id => wrong.includes(id));
      return isOwn && sounds.bodies.some(id => wrong.includes(id));
    }).length;
  const what = `hard: ${one[0]} or ${other[0]}`;
  return { what, there: hard(one, other) + hard(other, one), wanted: HARD_NEGATIVES };
}
