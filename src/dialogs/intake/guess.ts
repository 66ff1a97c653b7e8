import type { Holder, Kind, Place } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import { districtName } from '../../catalogue/route.ts';
import type { PlaceGuess, Ranked, Understanding } from '../../nlu/classifier.ts';
import type { Draft } from '../conversation.ts';
import type { View } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isOwnPlaceAlone } from './place/own-place.ts';

/** From here on a candidate is taken without asking, unless another comes near. */
const SURE = 0.5;
/** Below this a candidate is not worth offering. */
const LEAST = 0.08;
/** This much is enough when everything else lies far behind: the summary can still be mended by one tap. */
const ALONE = 0.33;
const FAR = 5;
/** Rivals of one body decide together, when each says at least this much. */
const WEIGHTY = 0.28;
/** When even the best says less than this, an open question is wiser than a list. */
const WORTH = 0.18;
/** What comes this near to the best is its rival. */
const NEAR = 0.6;
const MOST_OFFERED = 3;

/** The service a text surely means: far ahead, or ahead of rivals that the same body answers for. */
export function sureService(view: View, ranked: Ranked[], place: Place | null): Service | null {
  const [best, ...others] = undenied(view, ranked);
  if (!best || best.p < LEAST) return null;
  const service = view.catalogue.services.get(best.id);
  const rivals = others.filter(({ p }) => p >= NEAR * best.p);
  if (!service) return null;
  if (best.p >= SURE && rivals.length === 0) return service;
  if (best.p >= ALONE && others.every(({ p }) => p <= best.p / FAR)) return service;
  if (best.p < WEIGHTY) return null;
  const together = rivals.reduce((sum, { p }) => sum + p, best.p);
  const same = rivals.every(({ id }) => holderText(view, id, place) === holderText(view, service.id, place));
  return together >= SURE && same ? service : null;
}

/** Those that the citizen did not say it is not. */
export function undenied<Id extends string>(
  { state: { draft } }: Pick<View, 'state'>,
  ranked: readonly Ranked<Id>[],
): Ranked<Id>[] {
  return ranked.filter(({ id }) => !draft?.denied?.includes(id));
}

function holderText(view: View, serviceId: string, place: Place | null): string {
  const service = view.catalogue.services.get(serviceId);
  const routing = service && view.route(service, place);
  return routing && 'holder' in routing
    ? `${routing.holder.agencyId}/${routing.holder.districtCode}`
    : serviceId;
}

/** The services worth offering when none is sure, best first, at most three. */
export function offeredServices(view: View, ranked: Ranked[]): Service[] {
  return worthOffering(view, undenied(view, ranked));
}

function worthOffering(view: View, ranked: Ranked[]): Service[] {
  const best = ranked[0]?.p ?? 0;
  if (best < WORTH) return [];
  const least = Math.max(LEAST, best / 5);
  const worth = ranked.filter(({ p }) => p >= least).slice(0, MOST_OFFERED);
  return worth.flatMap(({ id }) => view.catalogue.services.get(id) ?? []);
}

/** The one body that all the services worth offering fall to: who does not know which it is need not. Null: several, or none. */
export function onlyHolder(
  view: View,
  ranked: Ranked[],
  { place, kind }: Pick<Draft, 'place' | 'kind'>,
): string | null {
  if (kind !== null && isProposal(kind)) return null;
  // Who said that it is none of them may still be heard by the body of them all.
  const routings = worthOffering(view, ranked).map(service => view.route(service, place, kind));
  const holders = new Set(routings.map(routing => ('holder' in routing ? routing.holder.agencyId : null)));
  const [only = null] = holders;
  return routings.length > 1 && holders.size === 1 ? only : null;
}

/** A body counts as named from here on, when no service tells more. */
const NAMED = 0.6;

/** The body a text means beyond doubt, whatever of its services it may be; a proposal's own words must tell of it. */
export function namedAgency(
  { agencies, reasons }: Pick<Understanding, 'agencies' | 'reasons'>,
  kind: Kind | null,
): string | null {
  const [named, second] = agencies;
  if (kind !== null && isProposal(kind) && reasons.length === 0) return null;
  return named !== undefined && named.p >= NAMED && (second?.p ?? 0) < named.p / 2 ? named.id : null;
}

/** A place as people tell it from others of its name, two areas at most: `Río Abajo, Panamá`. */
export function areaOf({ text, corregimiento, district, province }: Omit<PlaceGuess, 'p' | 'code'>): string {
  const areas = [corregimiento, district, province].filter(name => name !== null && name !== '');
  const said = ` ${plainWords(text)} `;
  // Their own words say no more than the name of the area: the area alone tells it better.
  const isArea = areas.some(name => said.includes(` ${plainWords(name ?? '')} `));
  const [, ...wider] = corregimiento ? areas : [null, ...areas];
  const seen = new Set<string>();
  const once = (isArea ? areas : [text, ...wider]).filter(name => {
    const plain = plainWords(name ?? '');
    return !seen.has(plain) && seen.add(plain);
  });
  return once.slice(0, 3).join(', ');
}

/** What a case keeps of a guess. */
export function toPlace(guess: Omit<PlaceGuess, 'p'>): Place {
  const { code, province, district, corregimiento, text, lat, lon } = guess;
  return { code, province, district, corregimiento, text, lat, lon };
}

/** Words nobody could find on a map, within the area already known. */
export function wordsAsPlace(text: string, known: Place | null): Place {
  const area = known ?? {
    code: null,
    province: null,
    district: null,
    corregimiento: null,
    lat: null,
    lon: null,
  };
  return { ...area, text: text.slice(0, MOST_PLACE_LENGTH) };
}

const MOST_PLACE_LENGTH = 300;

/** Does it say more than which province or district? Crews must find it. */
export function isPrecise(place: Place): boolean {
  if (place.lat !== null && (place.code?.length ?? 0) > 4) return true;
  if ((place.code?.length ?? 0) >= 6) return true;
  if (isOwnPlaceAlone(place.text, [place.district, place.province])) return false;
  const text = areaAlone(place.text);
  const areas = [place.district, place.province].map(name => areaAlone(name ?? ''));
  return text !== '' && !areas.some(area => area !== '' && area === text);
}

/** `Panamá`, of `la ciudad de Panamá`. */
function areaAlone(text: string): string {
  return plainWords(text).replace(AROUND_AREA, '');
}

const AROUND_AREA =
  /^(?:(?:en|la|el|de|del|tod[oa]|ciudad|provincia|distrito|the|city|province|district|of) )+(?=\S)| (?:ciudad|city|province|district)$/g;

/** The kind a text surely is; null when two that differ in what follows come near each other. */
export function sureKind(ranked: Ranked<Kind>[]): Kind | null {
  const [best, second, third] = ranked;
  if (!best || best.p < 0.35) return null;
  // An idea and a sugerencia go the same way: which of the two is no question worth asking.
  const isAlike = second !== undefined && isProposal(best.id) && isProposal(second.id);
  const rival = isAlike ? third : second;
  return best.p >= SURE || (rival?.p ?? 0) < NEAR * best.p ? best.id : null;
}

interface Held {
  holder: Holder;
  rule: string | null;
  because: string | null;
}

/**
 * Who gets a draft as it stands, and why: never a body that was refused, in whose stead the ombudsman does. Null while that
 * cannot be told, or where a person must.
 */
export function holderOfDraft(
  view: View,
  draft: Pick<Draft, 'serviceId' | 'agencyId' | 'place' | 'kind' | 'refused'>,
): Held | null {
  const { refused = [] } = draft;
  const held = competentFor(view, draft);
  if (held === null || !refused.includes(held.holder.agencyId)) return held;
  const { ombudsman } = view.catalogue.centre;
  if (ombudsman === null || refused.includes(ombudsman)) return null;
  return { holder: { agencyId: ombudsman, districtCode: null }, rule: null, because: null };
}

function competentFor(
  view: View,
  draft: Pick<Draft, 'serviceId' | 'agencyId' | 'place' | 'kind'>,
): Held | null {
  const { language } = view.state;
  if (draft.agencyId !== null) {
    const districtCode = districtFor(view, draft.agencyId, draft.place);
    if (districtCode === undefined) return null;
    return { holder: { agencyId: draft.agencyId, districtCode }, rule: null, because: null };
  }
  const service = draft.serviceId === null ? undefined : view.catalogue.services.get(draft.serviceId);
  const routing = service && view.route(service, draft.place, draft.kind);
  if (!routing || 'ask' in routing) return null;
  return { holder: routing.holder, rule: routing.rule, because: routing.because?.[language] ?? null };
}

/** Undefined: a body of one per district, and the district is not known. */
function districtFor(view: View, agencyId: string, place: Place | null): string | null | undefined {
  if (view.catalogue.agencies.get(agencyId)?.scope !== 'district') return null;
  const code = place?.code ?? '';
  return code.length >= 4 ? code.slice(0, 4) : undefined;
}

/** Must the place be asked before somebody can be sent, or be told competent? */
export function needsPlace(view: View, draft: Draft): boolean {
  if (draft.kind !== null && isProposal(draft.kind)) return false;
  const service = draft.serviceId === null ? undefined : view.catalogue.services.get(draft.serviceId);
  if (!service) return false;
  return service.needs.includes('place') || 'ask' in view.route(service, draft.place, draft.kind);
}

/** A place in one line, for the summary. */
export function placeText(view: View, place: Place): string {
  const code = place.code ?? '';
  const district =
    place.district ?? (code.length >= 4 ? districtName(view.catalogue, code.slice(0, 4)) : null);
  const text = place.text.replace(/^(?:en|in|at)\s+(?=\S{3})/iu, '');
  const known = plainWords(text);
  const more = [place.corregimiento, district].filter(
    name => name !== null && name !== '' && !known.includes(plainWords(name)),
  );
  if (more.length > 0) return `${text} (${more.join(', ')})`;
  // `Santa Fe`, of which there are two: in which province.
  const { province } = place;
  const isOpen = code.length >= 4 && province !== null && !known.includes(plainWords(province));
  return isOpen && isNamesake(view, district) ? `${text} (${province})` : text;
}

/** Do several districts bear a name? */
function isNamesake({ catalogue }: View, name: string | null): boolean {
  const own = plainWords(name ?? '');
  const codes = new Set(
    catalogue.places.map(({ code }) => code.slice(0, 4)).filter(code => code.length === 4),
  );
  return [...codes].filter(code => plainWords(districtName(catalogue, code)) === own).length > 1;
}

/** Does the competent body take no denuncia without a name (ATTT, Contraloría), and none was given? */
export function needsContact(view: View, draft: Draft): boolean {
  if (draft.kind !== 'denuncia' || draft.privacy === 'anonymous' || draft.contact !== null) return false;
  const held = holderOfDraft(view, draft);
  return held !== null && view.catalogue.agencies.get(held.holder.agencyId)?.needsIdentity === true;
}
