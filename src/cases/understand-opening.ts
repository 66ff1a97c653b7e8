import type { Catalogue, Route, Service } from '../catalogue/catalogue.ts';
import { placeNames } from '../catalogue/route.ts';
import type { FieldProblem } from '../http.ts';
import type { Classifier, PlaceGuess, Understanding } from '../nlu/classifier.ts';
import type { Holder, Kind, Place } from './case.ts';
import { type AreaNames, findArea } from './find-area.ts';
import { holderOf } from './holder.ts';
import { isProposal } from './lifecycle.ts';

/** What understanding a case for somebody needs. */
export interface UnderstandDeps {
  catalogue: Catalogue;
  classifier: Pick<Classifier, 'understand'>;
  route: Route;
}

/** A case as somebody tells it: what is not said is understood from the description. */
export interface Told {
  kind: Kind;
  description: string;
  service?: string | undefined;
  agency?: string | undefined;
  place?: (AreaNames & { text?: string | undefined }) | undefined;
}

/** Who is competent for what and where, and why; or every field that cannot be decided. */
export type Understood =
  | { serviceId: string | null; holder: Holder | null; place: Place | null; reasons: string[] }
  | { problems: FieldProblem[] };

/** A guess below this is no decision. */
const LEAST = 0.3;
/** What comes this near to the best is a rival. */
const NEAR = 0.6;

/** Decides service, place and holder of a case opened for somebody. Pure. */
export function understandOpening(deps: UnderstandDeps, told: Told): Understood {
  const placed = findPlace(deps, told);
  if ('problem' in placed) return { problems: [placed.problem] };
  const { place } = placed;
  const reading = deps.classifier.understand(told.description, place?.code ? { placeCode: place.code } : {});
  const served = findService(deps, told, place, reading);
  if ('problem' in served) return { problems: [served.problem] };
  const { service } = served;
  const held = findHolder(deps, told, place, service);
  if ('problem' in held) return { problems: [held.problem] };
  if (service?.needs.includes('place') && place === null && !isProposal(told.kind)) {
    return { problems: [NEEDS_PLACE] };
  }
  const reasons = [...(held.rule ? [held.rule] : []), ...reading.reasons];
  return { serviceId: service?.id ?? null, holder: held.holder, place, reasons };
}

const NEEDS_PLACE: FieldProblem = {
  field: 'place',
  reason: 'is needed and cannot be told from the description',
};

function findPlace(
  { catalogue, classifier }: UnderstandDeps,
  { place, description }: Told,
): { place: Place | null } | { problem: FieldProblem } {
  if (place === undefined) return { place: asPlace(sure(classifier.understand(description).places)) };
  const area = findArea(catalogue, place);
  if ('problem' in area) {
    return { problem: { ...area.problem, field: `place.${area.problem.field}` } };
  }
  const text = place.text ?? '';
  if (area.code !== null) return { place: areaPlace(catalogue, area.code, text) };
  const guesses = classifier.understand(text).places;
  const guess = sure(guesses);
  if (guess) return { place: { ...(asPlace(guess) as Place), text } };
  if (guesses.length > 1) return { problem: { field: 'place', reason: homonyms(guesses) } };
  const nowhere = { code: null, province: null, district: null, corregimiento: null, lat: null, lon: null };
  return { place: { ...nowhere, text } };
}

function areaPlace(catalogue: Catalogue, code: string, text: string): Place {
  const row = catalogue.places.find(known => known.code === code && known.level !== 'landmark');
  const names = placeNames(catalogue, code);
  const own = names.corregimiento ?? names.district ?? names.province ?? '';
  return { code, ...names, text: text || own, lat: row?.lat ?? null, lon: row?.lon ?? null };
}

function asPlace(guess: PlaceGuess | null): Place | null {
  if (guess === null) return null;
  const { code, province, district, corregimiento, text, lat, lon } = guess;
  return { code, province, district, corregimiento, text, lat, lon };
}

/** The best guess, if no other comes near it. */
function sure<Guess extends { p: number }>([first, second]: Guess[]): Guess | null {
  if (!first || first.p < LEAST) return null;
  return second && second.p >= NEAR * first.p ? null : first;
}

function homonyms(guesses: PlaceGuess[]): string {
  const names = guesses
    .slice(0, 3)
    .map(({ text, corregimiento, district, province }) =>
      [text, corregimiento, district, province].filter(Boolean).join(', '),
    );
  return `could be ${names.join(' · or ')}: give province, district and corregimiento`;
}

function findService(
  { catalogue, route }: UnderstandDeps,
  told: Told,
  place: Place | null,
  reading: Understanding,
): { service: Service | null } | { problem: FieldProblem } {
  if (told.service !== undefined) {
    const service = catalogue.services.get(told.service);
    return service
      ? { service }
      : { problem: { field: 'service', reason: 'is no service of the catalogue' } };
  }
  const holderText = (service: Service): string => {
    const routing = route(service, place);
    return 'ask' in routing ? service.id : `${routing.holder.agencyId}/${routing.holder.districtCode}`;
  };
  const ranked = reading.services.flatMap(({ id, p }) => {
    const service = catalogue.services.get(id);
    const fits = service && (!told.agency || holderText(service).startsWith(`${told.agency}/`));
    return fits ? [{ service, p }] : [];
  });
  const [best] = ranked;
  const rivals = ranked.filter(({ p }) => best && p >= NEAR * best.p);
  // Rivals that one body answers for differ in name only.
  const agreed = new Set(rivals.map(({ service }) => holderText(service))).size === 1;
  if (best && best.p >= LEAST && agreed) return { service: best.service };
  if (told.agency !== undefined) return { service: null };
  return { problem: { field: 'service', reason: undecided(rivals.map(({ service }) => service.id)) } };
}

function undecided(ids: string[]): string {
  const among = ids.length > 1 ? `; it could be ${ids.slice(0, 3).join(', ')}` : '';
  return `cannot be told from the description${among}: give the service or the agency`;
}

function findHolder(
  { catalogue, route }: UnderstandDeps,
  { agency, kind }: Told,
  place: Place | null,
  service: Service | null,
): { holder: Holder | null; rule: string | null } | { problem: FieldProblem } {
  if (agency !== undefined) {
    const scope = catalogue.agencies.get(agency)?.scope;
    const district =
      scope === 'district' && (place?.code?.length ?? 0) >= 4 ? place?.code?.slice(0, 4) : null;
    const found = holderOf(catalogue, agency, district ?? null);
    if ('holder' in found) return { ...found, rule: null };
    return {
      problem: found.problem.field === 'district' ? { ...found.problem, field: 'place' } : found.problem,
    };
  }
  const routing = service === null ? null : route(service, place, kind);
  if (routing && 'holder' in routing) return routing;
  return isProposal(kind) ? { holder: null, rule: null } : { problem: NEEDS_PLACE };
}
