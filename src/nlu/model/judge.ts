import type { Kind } from '../../cases/case.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Danger, Intent, Ranked, Understanding } from '../classifier.ts';
import { languageOf } from '../language.ts';
import { rankAgencies } from '../rank-agencies.ts';
import { rankKinds } from '../rank-kinds.ts';
import { namedBonus } from '../rank-services.ts';
import { type RuleReading, type Rules, servicesOf } from '../rules.ts';
import { rank, softmax } from '../softmax.ts';
import { featuresOf } from './features.ts';
import { type Head, type LinearModel, type Seen, scoresOf, seenBy } from './linear.ts';
import { CLEAR, NONE, type Signs, signsOf } from './signs.ts';

/** What a model makes of what the rules read. */
export type Verdict = Pick<Understanding, 'intent' | 'kinds' | 'agencies' | 'services' | 'emergency'>;
export type Judge = (ruled: RuleReading) => Verdict;

/** How much the office's own words weigh beside the model's; fitted on authors the model had not seen. */
const WORDS = 1;
/** What is left of a score's certainty; fitted so that of what is called 80 % sure eight in ten are right. */
const TEMPERATURE = 1.15;
/** How much the head that names bodies at once weighs beside the services' rules. */
const DIRECT = 0.3;
/** The score of a service the model was not taught: that of most services for most texts. */
const UNLEARNED = -2;
const AT_MOST = 8;
const LEAST = 0.01;

/** From here on words alone are a danger; a clear phrase of the office's needs less. */
const ALARM = 0.25;
const ALARM_WITH_PHRASE = 0.12;
/** However few the words, so much is a danger without any phrase of the office's. */
const LEAST_ALONE = 0.97;
const ALARM_WITH_CLEAR_PHRASE = 0.06;

/** Turns of phrase that the office listed keep some say in what a message is. */
const MOST = 0.85;
/** Few messages in English were there to learn kinds from. */
const MOST_IN_ENGLISH = 0.3;
const MOST_OF_INTENT = 0.65;
/** From here on a question means a procedure that is known. */
const KNOWN = 0.3;
/** What is left of the trust in a model that recognises no matter where the office's words do. */
const DOUBT = 0.4;
/** A text of so few words is left to the office's words and rules; from so many on the model is trusted wholly. */
const FEW = 4;
const MANY = 12;
/** So few words beside the name of a place, in which the office's own are sure, need no model. */
const BARE = { words: 6, sure: 0.5 };

/** Joins a model's words with the rules of the office. Pure. */
export function createJudge(model: LinearModel, catalogue: Catalogue, rules: Rules): Judge {
  const categories = [...catalogue.emergencies.keys()];
  const { heads } = model;
  return ruled => {
    const seen = seenBy(model.rows, featuresOf(ruled.reading));
    const signs = signsOf(ruled, categories);
    const trust = trustIn(ruled);
    const services = servicesBy(heads.service, seen, ruled, { rules, trust });
    const known = servicesOf(catalogue, services);
    const emergency =
      trust === 0 ? ruled.danger : dangerBy(heads, seen, signs, { gate: ruled.danger, trust });
    const bodies = rankAgencies(known, ruled.whereabouts, rules.holders, ruled.named);
    const inKinds = languageOf(ruled.reading.tokens) === 'en' ? MOST_IN_ENGLISH : MOST;
    const kinds = rankKinds(ruled.reading.line, servicesOf(catalogue, ruled.services));
    return {
      ...{ services, emergency },
      agencies: blend(bodies, probabilities(heads.agency, seen), DIRECT * trust),
      kinds: blend(kinds, probabilities(heads.kind, seen, signs.kind), inKinds * trust) as Ranked<Kind>[],
      intent: emergency ? 'emergency' : intentBy(heads.intent, seen, signs, { ruled, trust }),
    };
  };
}

/** How far a model is believed: it was taught whole messages, and says odd things of two words. */
function trustIn({ reading, services, isTopic }: RuleReading): number {
  if (isTopic) return 0;
  const words = reading.tokens.length;
  // The name of a place says nothing of the matter, however long it is.
  const told = words - reading.units.filter(({ inPlace }) => inPlace).length;
  if (told <= BARE.words && (services[0]?.p ?? 0) >= BARE.sure) return 0;
  return Math.min(1, Math.max(0, (words - FEW) / (MANY - FEW)));
}

function probabilities(head: Head, seen: Seen, signs: readonly number[] = []): Ranked[] {
  const scores = scoresOf(head, seen, signs);
  return softmax(
    head.classes.map((id, c) => [id, scores[c] ?? 0] as const),
    1,
    Number.NEGATIVE_INFINITY,
    LEAST,
  );
}

/** Services by the model's words and the office's together; of a short text mostly by the office's. */
function servicesBy(
  head: Head,
  seen: Seen,
  { reading, named, services }: RuleReading,
  { rules: { ranking, lean }, trust }: { rules: Rules; trust: number },
): Ranked[] {
  if (trust === 0) return services;
  const scores = scoresOf(head, seen);
  const words = lean(reading).scores;
  const learned = new Map(head.classes.map((id, c) => [id, scores[c] ?? 0]));
  // A service younger than the model has the words of the office alone.
  const rows = [...ranking.holdersOf].map(([id, holders]): [string, number] => {
    const score = (learned.get(id) ?? UNLEARNED) + WORDS * (words.get(id) ?? 0);
    return [id, score + namedBonus(holders, named)];
  });
  rows.push([NONE, learned.get(NONE) ?? 0]);
  const joined = softmax(rows, TEMPERATURE, Number.NEGATIVE_INFINITY, LEAST);
  // A model that only knows none of its matters does not outweigh words the office listed.
  const knowsNone = joined[0]?.id === NONE;
  const ranked = blend(services, joined, knowsNone ? trust * DOUBT : trust);
  const [best] = services;
  const agreed = joined.find(({ id }) => id !== NONE);
  // Two that agree are surer together than either, not half as sure.
  return best && agreed?.id === best.id ? raised(ranked, best.id, Math.max(best.p, agreed.p)) : ranked;
}

/** The ranking with one of its candidates at a probability, the others sharing what is left as before. */
function raised(ranked: Ranked[], id: string, p: number): Ranked[] {
  const before = ranked.find(candidate => candidate.id === id)?.p ?? 0;
  if (p <= before) return ranked;
  const rest = (1 - p) / (1 - before);
  return rank(
    ranked.map(candidate => ({ id: candidate.id, p: candidate.id === id ? p : candidate.p * rest })),
  );
}

/** Two rankings as one; `share` is the weight of the second. Both keep their own "none". */
export function blend(first: Ranked[], second: Ranked[], share: number): Ranked[] {
  const shares = new Map(first.map(({ id, p }) => [id, p * (1 - share)]));
  for (const { id, p } of second) {
    if (id !== NONE && p >= LEAST) shares.set(id, (shares.get(id) ?? 0) + p * share);
  }
  const ranked = rank([...shares].map(([id, p]) => ({ id, p: Math.min(1, p) })));
  return ranked.filter(({ p }) => p >= LEAST).slice(0, AT_MOST);
}

/** Danger by words and phrases together; recall first, so a small chance is enough. */
function dangerBy(
  heads: LinearModel['heads'],
  seen: Seen,
  signs: Signs,
  { gate, trust }: { gate: Danger | null; trust: number },
): Danger | null {
  const p = probabilities(heads.danger, seen, signs.danger).find(({ id }) => id !== NONE)?.p ?? 0;
  const clear = gate !== null && gate.p >= CLEAR;
  // A wish to die among other words is diluted by them for a model, and never to be talked away.
  if (clear && gate.category === 'suicidio') return gate;
  const alone = Math.min(LEAST_ALONE, ALARM / trust ** 2);
  if (p < (clear ? ALARM_WITH_CLEAR_PHRASE : gate ? ALARM_WITH_PHRASE : alone)) return null;
  const ranked = probabilities(heads.category, seen, signs.danger);
  return { category: ranked[0]?.id ?? '', p };
}

function intentBy(
  head: Head,
  seen: Seen,
  signs: Signs,
  { ruled, trust }: { ruled: RuleReading; trust: number },
): Intent {
  const calm = ruled.intent === 'emergency' ? 'report' : ruled.intent;
  // A question for a procedure that is known is one.
  if (calm === 'info' && ruled.signs.procedure >= KNOWN) return calm;
  const ranked = blend([{ id: calm, p: 1 }], probabilities(head, seen, signs.intent), MOST_OF_INTENT * trust);
  return (ranked.find(({ id }) => id !== 'emergency')?.id ?? calm) as Intent;
}
