import type { Catalogue, Route, Service } from '../catalogue/catalogue.ts';
import type { Classifier, Flag, PlaceGuess, ReadingContext, Understanding } from './classifier.ts';
import { createDangerGate, type DangerGate } from './danger.ts';
import type { Evidence, EvidenceSource } from './evidence.ts';
import { FLAG_CUES } from './flag-cues.ts';
import { createHolders, type Holders } from './holders.ts';
import { intentOf } from './intent.ts';
import { isReadable, languageOf } from './language.ts';
import { hasTwoMatters } from './matters.ts';
import { createAgencyNames, type NamedAgency } from './named-agencies.ts';
import { createPlaceFinder, type PlaceFinder } from './places/place-finder.ts';
import { rankAgencies, type Whereabouts } from './rank-agencies.ts';
import { rankKinds } from './rank-kinds.ts';
import { createProcedureRanking, type ProcedureRanking } from './rank-procedures.ts';
import { rankServices, type ServiceRanking } from './rank-services.ts';
import { markPlaces, READ_AT_MOST, type Reading, read } from './reading.ts';
import { reasonsOf } from './reasons.ts';
import { createWordEvidence } from './word-evidence.ts';

/** A service less probable than this says nothing of whether there is a matter at all. */
const NOISE = 0.25;
/** From here on the words of a place's name are taken from the matter. */
const SURE_NAME = 0.4;

/** Everything built once from the catalogue. */
interface Parts {
  catalogue: Catalogue;
  gate: DangerGate;
  places: PlaceFinder;
  namesIn: (reading: Reading) => NamedAgency[];
  /** Sources of evidence for services; their scores add up. */
  sources: EvidenceSource[];
  holders: Holders;
  ranking: ServiceRanking;
  /** Finds what a question may be about. */
  procedures: ProcedureRanking;
}

/** Builds the understanding of an office's messages from its catalogue; building takes a moment, reading does not. */
export function createClassifier(catalogue: Catalogue, route: Route): Classifier {
  const holders = createHolders(catalogue, route);
  const places = createPlaceFinder(catalogue.places);
  const parts: Parts = {
    catalogue,
    gate: createDangerGate(catalogue.emergencies.values()),
    places,
    namesIn: createAgencyNames(catalogue.agencies.values()),
    sources: [createWordEvidence(catalogue.services.values())],
    holders,
    ranking: rankingOf(catalogue, holders),
    procedures: createProcedureRanking(catalogue.procedures.values()),
  };
  return {
    understand: (text, context = {}) => understand(text, context, parts),
    locate: (lat, lon) => places.locate(lat, lon),
  };
}

function understand(text: string, { placeCode }: ReadingContext, parts: Parts): Understanding {
  const whole = read(text, parts.catalogue.abbreviations);
  const places = parts.places.find(whole.tokens.slice(0, READ_AT_MOST), whole.text, placeCode);
  const reading = markPlaces(whole, namesOf(places));
  const evidence = parts.sources.map(source => source(reading));
  const named = parts.namesIn(reading);
  const services = rankServices(parts.ranking, evidence, named);
  const known = services.flatMap(({ id, p }) => {
    const service = parts.catalogue.services.get(id);
    return service ? [{ service, p }] : [];
  });
  const procedures = parts.procedures.rank(reading, named);
  const emergency = parts.gate(reading.tokens);
  const flags = flagsOf(reading, evidence, parts.ranking);
  return {
    intent: intentOf(reading, {
      danger: emergency,
      matter: known.reduce((sum, { p }) => sum + (p < NOISE ? 0 : p), 0),
      procedure: parts.procedures.isName(whole) ? 1 : Math.min(0.99, procedures[0]?.p ?? 0),
      wantsPerson: flags.includes('wants_person'),
      names: named.length > 0 || places.length > 0,
      readable: isReadable(reading.tokens),
      knowsWords: evidence.some(({ scores }) => scores.size > 0),
    }),
    kinds: rankKinds(reading.line, known),
    agencies: rankAgencies(known, whereabouts(places, placeCode), parts.holders, named),
    services,
    procedures,
    places,
    emergency,
    flags,
    reasons: reasonsOf(reading, { evidence, services, named, places }),
    language: languageOf(reading.tokens),
  };
}

function namesOf(places: PlaceGuess[]): string[] {
  return places.filter(({ p }) => p >= SURE_NAME).map(({ text }) => text);
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
