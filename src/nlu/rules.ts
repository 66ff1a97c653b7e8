import type { Catalogue, Route, Service } from '../catalogue/catalogue.ts';
import { rememberingLately } from '../catalogue/remembering.ts';
import { wordSet } from '../catalogue/words.ts';
import { createAccusations, together } from './accusations.ts';
import { tellsOnlyCircumstances } from './circumstances.ts';
import type { Danger, Flag, Intent, PlaceGuess, Ranked, ReadingContext } from './classifier.ts';
import { createDangerEar, type DangerEar, type Heard } from './danger.ts';
import type { Evidence, EvidenceSource } from './evidence.ts';
import { FLAG_CUES } from './flag-cues.ts';
import { createHolders, type Holders } from './holders.ts';
import { type IntentSigns, intentOf } from './intent.ts';
import { isReadable } from './language.ts';
import { hasTwoMatters } from './matters.ts';
import { createAgencyNames, type NamedAgency } from './named-agencies.ts';
import { ACCUSES } from './offence-cues.ts';
import type { Span } from './places/mentions.ts';
import { createPlaceFinder, type PlaceFinder } from './places/place-finder.ts';
import { speakingRoads } from './places/roads.ts';
import type { Whereabouts } from './rank-agencies.ts';
import { createProcedureRanking, type ProcedureRanking } from './rank-procedures.ts';
import { rankServices, type ServiceRanking } from './rank-services.ts';
import { firstTokens, markAreas, markPlaces, mutePlaces, type Reading, readWith } from './reading.ts';
import { LIGHT_WORDS } from './stem.ts';
import { createTokenReader, type ReadTokens, type Token } from './tokens.ts';
import { createTopicFinder, type TopicFinder } from './topics.ts';
import { createWordEvidence } from './word-evidence.ts';

/** A service less probable than this says nothing of whether there is a matter at all. */
const NOISE = 0.25;
/** From here on the words of a place's name are taken from the matter. */
const SURE_NAME = 0.4;

/** What the office's own words and rules say of a text, before a trained model is asked. */
export interface RuleReading {
  reading: Reading;
  places: PlaceGuess[];
  whereabouts: Whereabouts;
  evidence: Evidence[];
  named: NamedAgency[];
  /** It tells a topic, or when and where and nothing else: that says no more to a model either. */
  isBare: boolean;
  services: Ranked[];
  procedures: Ranked[];
  danger: Danger | null;
  /** What the danger was heard in, and which others stand in the text. */
  heard: Heard;
  flags: Flag[];
  signs: IntentSigns;
  intent: Intent;
}

/** The rules of an office: built once, asked for every text. */
export interface Rules {
  /** The office's words together with the vocabulary that leans towards each service: for a model to weigh. */
  lean: EvidenceSource;
  read(text: string, context: ReadingContext): RuleReading;
  holders: Holders;
  ranking: ServiceRanking;
  places: PlaceFinder;
  tokensOf: ReadTokens;
}

/** Everything built once from the catalogue. */
interface Parts {
  catalogue: Catalogue;
  tokensOf: ReadTokens;
  ear: DangerEar;
  places: PlaceFinder;
  namesIn: (reading: Reading) => NamedAgency[];
  /** Sources of evidence for services; their scores add up. */
  sources: EvidenceSource[];
  ranking: ServiceRanking;
  /** Finds what a question may be about. */
  procedures: ProcedureRanking;
  topics: TopicFinder;
}

/** Builds the rules of an office from its catalogue; building takes a moment, reading does not. */
export function createRules(catalogue: Catalogue, route: Route): Rules {
  const holders = createHolders(catalogue, route);
  const places = createPlaceFinder(catalogue.places);
  const ranking = rankingOf(catalogue, holders);
  const accusations = createAccusations(catalogue.services.values());
  const parts: Parts = {
    tokensOf: createTokenReader(catalogue.abbreviations),
    ...{ catalogue, places, ranking },
    ear: createDangerEar(catalogue.emergencies.values()),
    namesIn: createAgencyNames(catalogue.agencies.values()),
    sources: [createWordEvidence(catalogue.services.values()), accusations],
    procedures: createProcedureRanking(catalogue.procedures.values()),
    topics: createTopicFinder(catalogue.topics),
  };
  const lean = together(createWordEvidence(worded(catalogue)), accusations);
  const { tokensOf } = parts;
  const readLately = rememberingLately(keyed => readBy(parts, ...asRead(keyed)));
  const read: Rules['read'] = (text, { placeCode = '' }) => readLately(`${placeCode}\n${text}`);
  return { read, lean, holders, ranking, places, tokensOf };
}

/** A text with the place that is known beside it, in one. */
function asRead(keyed: string): [text: string, context: ReadingContext] {
  const end = keyed.indexOf('\n');
  const placeCode = keyed.slice(0, end);
  return [keyed.slice(end + 1), placeCode === '' ? {} : { placeCode }];
}

/** Services with their own words and the vocabulary that leans towards them. */
function worded({ services, vocabulary }: Catalogue): Service[] {
  return [...services.values()].map(service => {
    const terms = vocabulary.get(service.id);
    return terms ? { ...service, words: [...service.words, ...terms] } : service;
  });
}

function readBy(parts: Parts, text: string, { placeCode }: ReadingContext): RuleReading {
  const whole = readWith(parts.tokensOf, text);
  const places = parts.places.find(firstTokens(whole.tokens), whole.text, placeCode);
  const placed = markPlaces(mutePlaces(whole, speakingRoads(whole.text)), namesOf(places));
  const reading = markAreas(placed, areasOf(places));
  const evidence = parts.sources.map(source => source(reading));
  const named = ACCUSES.test(reading.line) ? [] : parts.namesIn(reading);
  const topic = parts.topics(reading);
  const isBeside = tellsOnlyCircumstances(reading.line);
  const services = topic ?? (isBeside ? [] : rankServices(parts.ranking, evidence, named));
  const procedures = parts.procedures.rank(reading, named);
  const heard = parts.ear(
    withoutNames(reading.tokens, parts.places.names(firstTokens(whole.tokens), whole.text)),
  );
  const { danger } = heard;
  const flags = flagsOf(reading, evidence, parts.ranking);
  const signs: IntentSigns = {
    danger,
    matter: services.reduce((sum, { p }) => sum + (p < NOISE ? 0 : p), 0),
    procedure:
      parts.procedures.isName(whole) || parts.procedures.isName(reading)
        ? 1
        : Math.min(0.99, procedures[0]?.p ?? 0),
    wantsPerson: flags.includes('wants_person'),
    names: named.length > 0 || places.length > 0,
    readable: isReadable(reading.tokens),
    knowsWords: topic !== null || evidence.some(({ scores }) => scores.size > 0),
  };
  return {
    isBare: topic !== null || isBeside,
    ...{ reading, places, evidence, named, services, procedures, danger, heard, flags, signs },
    whereabouts: whereabouts(places, placeCode),
    intent: intentOf(reading, signs),
  };
}

/** The names among places that are surely meant as such. */
export function namesOf(places: PlaceGuess[]): string[] {
  return places.filter(({ p }) => p >= SURE_NAME).map(({ text }) => text);
}

/** The names of the areas that the first place lies in: told beside it, they are names as well. */
function areasOf([first]: PlaceGuess[]): string[] {
  if (first === undefined || first.p < SURE_NAME) return [];
  return [first.province, first.district, first.corregimiento].filter(name => name !== null);
}

/**
 * The words with the names of places silenced that have two of their own: nobody is drowned in `Mata Ahogado`. One word
 * alone may well be no name: `se quema`.
 */
function withoutNames(tokens: readonly Token[], names: readonly Span[]): readonly Token[] {
  const silenced = new Set(
    names
      .filter(({ from, to, misspelt }) => !misspelt && ownWords(tokens.slice(from, to)) >= OWN_WORDS)
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
      .filter(at => !LANDFORMS.has(tokens[at]?.word ?? '')),
  );
  return silenced.size === 0
    ? tokens
    : tokens.map((token, at) => (silenced.has(at) ? { ...token, word: '', sound: '' } : token));
}

const OWN_WORDS = 2;

/** What a place is, and not what it is called: who fell into the `río Mata Ahogado` fell into a river. */
const LANDFORMS = wordSet(
  'via calle avenida carretera autopista corredor rio quebrada lago playa mar puente escuela colegio hospital parque edificio',
);

function ownWords(tokens: readonly Token[]): number {
  return tokens.filter(({ word }) => !LIGHT_WORDS.has(word)).length;
}

/** Where the matter may be: the place already given, or what the text says of it. */
function whereabouts(places: PlaceGuess[], placeCode: string | undefined): Whereabouts {
  if (placeCode !== undefined && placeCode.length >= 4) return [{ id: placeCode, p: 1 }];
  const total = places.reduce((sum, { p }) => sum + p, 0);
  const most = Math.max(1, total);
  return places.map(({ code, p }) => ({ id: code, p: p / most }));
}

function flagsOf(reading: Reading, evidence: Evidence[], { holdersOf }: ServiceRanking): Flag[] {
  const flags: Flag[] = FLAG_CUES.filter(([, pattern]) => pattern.test(reading.line)).map(([flag]) => flag);
  return hasTwoMatters(reading, evidence, holdersOf) ? [...flags, 'two_matters'] : flags;
}

function rankingOf(catalogue: Catalogue, holders: Holders): ServiceRanking {
  const bodies = (service: Service): Set<string> => new Set(holders(service, '').keys());
  return {
    holdersOf: new Map([...catalogue.services.values()].map(service => [service.id, bodies(service)])),
    weights: new Map([...catalogue.agencies.values()].map(({ id, weight }) => [id, weight])),
  };
}

/** Ranked ids as the services they name. */
export function servicesOf(catalogue: Catalogue, ranked: Ranked[]): { service: Service; p: number }[] {
  return ranked.flatMap(({ id, p }) => {
    const service = catalogue.services.get(id);
    return service ? [{ service, p }] : [];
  });
}
