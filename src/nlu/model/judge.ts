import type { Kind } from '../../cases/case.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { rememberingWords } from '../../catalogue/remembering.ts';
import type { Intent, Ranked, Understanding } from '../classifier.ts';
import { SURE_DANGER } from '../danger.ts';
import {
  ASKING_WORDS,
  ASKS_FOR_CONTACT,
  ASKS_IF_MENDED,
  ASKS_SURELY,
  ASKS_WHY_NOT,
  GREETS,
  ORDERS,
  REPROACHES,
} from '../intent-cues.ts';
import { IRONIC } from '../irony.ts';
import { REPORTS_ANYTHING } from '../kind-cues.ts';
import { rankAgencies, withRescuers } from '../rank-agencies.ts';
import { rankKinds } from '../rank-kinds.ts';
import { namedBonus } from '../rank-services.ts';
import type { Reading } from '../reading.ts';
import { type RuleReading, type Rules, servicesOf } from '../rules.ts';
import { rank, softmax } from '../softmax.ts';
import { chancesOf, probabilities } from './chances.ts';
import { featuresOf, wordFeatures } from './features.ts';
import { type DangerSources, dangerBy, type Weighed } from './judge-danger.ts';
import { type Head, type LinearModel, type Seen, seenBy } from './linear.ts';
import { NONE, type Signs, signsOf } from './signs.ts';
import { styleOf } from './style.ts';

/** What a model makes of what the rules read. */
export type Verdict = Pick<Understanding, 'intent' | 'kinds' | 'agencies' | 'services' | 'emergency'>;
export type Judge = (ruled: RuleReading) => Verdict;

/**
 * What a service's score is made of: what the model makes of the words, the office's words widened by the vocabulary,
 * bodies called by name, and what the office's rules say alone. Fitted on authors the model had not seen, so that of what
 * is called 80 % sure eight in ten are right.
 */
const SAYS = { model: 0.7, words: 0.75, names: 0.6, rules: 0.4 };
/** What is left of the certainty of that. */
const TEMPERATURE = 1.05;
/** How much the head that names bodies at once says beside the services' rules. */
const DIRECT = 0.3;
/** The model's log-odds of a service that it was not taught; none is less probable, so that words of the office can bring it back. */
const UNLEARNED = -8;
/** Nothing is impossible: what a source knows nothing of has so much. */
const NIL = { service: 0.01, agency: 0.001, kind: 0.02, usual: 0.001 };
/** Who writes to the desk about a matter rarely writes about none of the bodies' own. */
const UNLIKELY_NONE = 1;
/** A service less probable than this makes no body probable. */
const LEAST_SERVICE = 0.002;
const AT_MOST = 8;
const LEAST = 0.01;

/** From here on a question means a procedure that is known, if its words may ask at all. */
const KNOWN = 0.3;
const MAY_ASK = 0.05;
/** Who is given a person unasked is kept waiting; where the rules hear no such wish, it must be as sure. */
const SURE_HUMAN = 0.75;
/** A question without a word that questions are put with must be as sure. */
const SURE_INFO = 0.7;
/** A greeting in other words is no longer than this. */
const FEW_OF_GREETING = 3;
/** A text of so few words is left to the office's words and rules; from so many on the model is trusted wholly. */
const TRUST = { matter: { few: 4, many: 12 }, intent: { few: 2, many: 5 } };
/** So few words beside the name of a place, in which the office's own are sure, need no model. */
const BARE = { words: 6, sure: 0.4 };

/** Joins a model's words with the rules of the office. Pure. */
export function createJudge(model: LinearModel, catalogue: Catalogue, rules: Rules): Judge {
  const categories = [...catalogue.emergencies.keys()];
  const { heads } = model;
  const remembered = rememberingWords(wordFeatures);
  const look = ({ reading }: RuleReading): Seen =>
    seenBy(model, { words: featuresOf(reading, remembered), style: styleOf(reading) });
  const weigh = (ruled: RuleReading): Weighed & Record<'services' | 'joined', Ranked[]> => {
    const seen = look(ruled);
    const trust = trustIn(ruled, 'matter');
    const joined = trust === 0 ? ruled.services : servicesBy(heads.service, seen, ruled, rules);
    const services = trust === 0 ? joined : blend(ruled.services, joined, trust);
    return { seen, signs: signsOf(ruled, categories), trust, matter: services[0], services, joined };
  };
  const read = (text: string): RuleReading => rules.read(text, {});
  const sources: DangerSources = { heads, categories: catalogue.emergencies, weigh, read };
  return ruled => {
    const { reading } = ruled;
    const weighed = weigh(ruled);
    const { seen, signs, trust, services, joined } = weighed;
    const emergency = dangerBy(sources, ruled, weighed);
    const known = servicesOf(catalogue, joined);
    const bodies = rankAgencies(known, ruled.whereabouts, rules.holders, ruled.named);
    const meant = trust === 0 ? bodies : pooled(bodies, heads.agency, seen, trust);
    const alarm = emergency !== null && emergency.p >= SURE_DANGER ? emergency : null;
    const rescuers = catalogue.emergencies.get(alarm?.category ?? '')?.rescuers ?? [];
    return {
      emergency,
      services,
      agencies: alarm === null ? meant : withRescuers(meant, rescuers, alarm.p),
      kinds: kindsBy(rankKinds(reading.line, known), heads.kind, seen, signs, reading, trust),
      intent:
        alarm !== null ? 'emergency' : intentBy(heads.intent, seen, signs, ruled, trustIn(ruled, 'intent')),
    };
  };
}

/** How far a model is believed: it was taught whole messages, and says odd things of two words. */
function trustIn({ reading, services, isBare }: RuleReading, about: keyof typeof TRUST): number {
  const words = reading.tokens.length - reading.frame;
  // The name of a place says nothing of the matter, however long it is.
  const told = words - reading.units.filter(({ inPlace }) => inPlace).length;
  const isShort = told <= BARE.words && (services[0]?.p ?? 0) >= BARE.sure;
  const { few, many } = TRUST[about];
  return isBare || isShort ? 0 : Math.min(1, Math.max(0, (told - few) / (many - few)));
}

/** Services by the model's words and the office's together; what is left to 1 is "none of them". */
function servicesBy(
  head: Head,
  seen: Seen,
  { reading, named, services }: RuleReading,
  { ranking, lean }: Rules,
): Ranked[] {
  const learned = chancesOf(head, seen);
  const logOdds = (id: string): number => Math.max(UNLEARNED, Math.log(learned.get(id) ?? 0));
  const words = lean(reading).scores;
  const ruled = new Map(services.map(({ id, p }) => [id, p]));
  const byRules = (p: number): number => SAYS.rules * Math.log(p + NIL.service);
  const rows = [...ranking.holdersOf].map(([id, holders]): [string, number] => {
    const model = SAYS.model * logOdds(id);
    const office = SAYS.words * (words.get(id) ?? 0) + SAYS.names * namedBonus(holders, named);
    return [id, model + office + byRules(ruled.get(id) ?? 0)];
  });
  const rest = 1 - services.reduce((sum, { p }) => sum + p, 0);
  // A model that knows none of its matters does not outweigh words that the office listed.
  const none = SAYS.model * logOdds(NONE) + Math.log(Math.max(0, rest) + NIL.service);
  return softmax(rows, TEMPERATURE, none, LEAST_SERVICE);
}

/** Bodies by the services' rules and by the head that names them at once; what is left to 1 is "none of them". */
function pooled(bodies: Ranked[], head: Head, seen: Seen, trust: number): Ranked[] {
  const routed = new Map(bodies.map(({ id, p }) => [id, p]));
  const rest = Math.max(0, 1 - bodies.reduce((sum, { p }) => sum + p, 0));
  const learned = chancesOf(head, seen);
  // A body younger than the model has the rules alone.
  const scores = [...new Set([...learned.keys(), ...routed.keys()])].map((id): [string, number] => {
    const route = (id === NONE ? rest : routed.get(id)) ?? 0;
    const direct = learned.get(id) ?? 0;
    const score = Math.log(route + NIL.agency) + DIRECT * trust * Math.log(direct + NIL.agency);
    return [id, id === NONE ? score - UNLIKELY_NONE : score];
  });
  const ranked = softmax(scores, 1, Number.NEGATIVE_INFINITY, LEAST);
  return ranked.filter(({ id }) => id !== NONE).slice(0, AT_MOST);
}

/**
 * Kinds by how it is put; and by what is usual for the matter and the citizen's own word for it, where that is not the
 * queja that everything is of which nothing is known.
 */
function kindsBy(
  ruled: Ranked<Kind>[],
  head: Head,
  seen: Seen,
  signs: Signs,
  { line }: Reading,
  matter: number,
): Ranked<Kind>[] {
  const trust = REPORTS_ANYTHING.test(line) || IRONIC.test(line) ? 0 : matter;
  const learned = chancesOf(head, seen, signs.kind);
  const own = ruled[0]?.id === 'queja' ? 1 - trust : 1;
  const scores = ruled.map(({ id, p }): [Kind, number] => {
    const put = Math.log((learned.get(id) ?? 0) + NIL.kind);
    return [id, trust * put + own * Math.log(p + NIL.usual)];
  });
  return softmax(scores, 1);
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

function intentBy(head: Head, seen: Seen, signs: Signs, ruled: RuleReading, trust: number): Intent {
  const calm = ruled.intent === 'emergency' ? 'report' : ruled.intent;
  if (ORDERS.test(ruled.reading.line)) return calm;
  const said = probabilities(head, seen, signs.intent);
  // `¿Por qué a mi mamá no le llegó el pago?` misses it, and asks for no papers.
  const isMissed = ASKS_WHY_NOT.test(ruled.reading.line);
  // A question for a procedure that is known is one, unless its words are surely none.
  const mayAsk = (said.find(({ id }) => id === 'info')?.p ?? 0) >= MAY_ASK;
  if (calm === 'info' && mayAsk && !isMissed && ruled.signs.procedure >= KNOWN) return calm;
  const ranked = blend([{ id: calm, p: 1 }], said, trust);
  const first = ranked.find(
    ({ id, p }) => id !== 'emergency' && (id !== 'human' || id === calm || p >= SURE_HUMAN),
  );
  const { id: best, p } = (first ?? { id: calm, p: 0 }) as Ranked<Intent>;
  const intent = isMistaken(best, calm, ruled) || isHardlyAsked(best, calm, ruled, p) ? calm : best;
  return intent === 'info' && (isMissed || tellsHazard(ruled) || asksIfMended(ruled)) ? 'report' : intent;
}

/** `Hay un árbol que se puede caer sobre mi casa` asks nothing, whatever it sounds like. */
function tellsHazard({ heard, reading: { line } }: RuleReading): boolean {
  return heard.hazard !== null && !line.includes('?') && !ASKS_SURELY.test(line);
}

/** `Quiero saber si van a arreglar la calle en Las Garzas`: nobody knows, and who asks wants it mended there. */
function asksIfMended({ places, reading: { line } }: RuleReading): boolean {
  return places.length > 0 && ASKS_IF_MENDED.test(line);
}

/** `El metro línea 2 se paró una hora ayer` may sound like a question to who knows only words. */
function isHardlyAsked(best: Intent, calm: Intent, { reading: { line } }: RuleReading, p: number): boolean {
  return (
    best === 'info' && calm === 'report' && p < SURE_INFO && !line.includes('?') && !ASKING_WORDS.test(line)
  );
}

/** A body's telephone is asked for, or a reproach put as a question: few such messages were there to learn from. */
function isMistaken(best: Intent, calm: Intent, { named, reading }: RuleReading): boolean {
  const asks = calm === 'info' && named.length > 0;
  if (asks && (best === 'out_of_scope' || ASKS_FOR_CONTACT.test(reading.line))) return true;
  // `Ya bajó, pero perdimos todo`, `6612-3344, llamen mañana` thank for nothing.
  if (best === 'thanks' && calm !== 'thanks' && / (pero|but|\d{3,}) /.test(reading.line)) return true;
  // `I want nobody to know who I am` greets nobody.
  if (best === 'greeting' && !GREETS.test(reading.line) && reading.tokens.length > FEW_OF_GREETING)
    return true;
  return best === 'info' && calm === 'report' && REPROACHES.test(reading.line);
}
