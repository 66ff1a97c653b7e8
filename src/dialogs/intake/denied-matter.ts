import type { Service } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import { type Move, retoldOn, type Scene, say } from '../scene.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { namesAnyBody } from './body-names.ts';
import { withDenied } from './denied-services.ts';
import { askFor, proceed, showAdded, showSummary } from './flow.ts';
import { holderOfDraft, offeredServices, sureService } from './guess.ts';
import { saysBodiesOnly } from './named-body.ts';
import { inOwnWords, leftOpen } from './none-offered.ts';
import { surePlace } from './place/namesakes.ts';
import { isSortOfPlace } from './place/of-place.ts';
import { calledAsTold, withoutIs } from './title-dictated.ts';

const DENIES =
  /^\s*(?:(?:eso|esto|esa|ese|(?:s[ií]|ok|yes)[\s,]+(?:pero|but)|pero|but|que|ya le dije que|es que|that|it|this)[\s,]+)*(?:(?:no+|nop|nah)[\s,.!]*(?:(?:eso|esto|esa|ese)\s+)?)+(?:(?:es|son|era|fue)(?! en\b)|quiero (?:una |esa |la )?(?:queja|denuncia|eso|reporte)|a|al|de|del|con|para|it is|it['’]?s|not)\b[^,.;!?\n]*/iu;
/** `El MOP no`, `ya le dije que al MOP no`. */
const DENIED_AFTER =
  /^\s*(?:(?:que|ya|le|les|dije|pero|es|but)\s+)*((?:(?:al|a la|el|la|del|de la)\s+\p{L}+)|\p{Lu}{3,})\s+(?:ya\s+)?no+(?=\s*(?:[,.;!]|$))[,.;!\s]*/iu;
const THAT = /^.*?\bes que\s+/isu;
const STATES = /^\s*(?:no+|nop|nah)[,.!]\s*(?:es|son|era|fue|it is|it s)\b/iu;
/** So many letters in common make one word of two: `correo`, `Correos`. */
const ALIKE = 5;

/** `No es tranque es que el semáforo no prende`: what it is follows without a stop. */
const UNPARTED =
  /^(\s*(?:(?:que|pero|ya|eso|esto|no+|nop|it|that|but)[\s,]+)*(?:no\s+(?:es|son|era|fue)|(?:it['’]?s|it is|is) not)\s+(?!(?:que|en|de|del|por)\s)(?:(?:el|la|los|las|una?|an?|the)\s+)?\p{L}+(?:\s+(?!(?:es|son|era|sino|it|its|que)\s)\p{L}+){0,3}?)\s+(?=(?:es|son|era|sino|lo que pasa|it['’]s|it is)\s)/iu;

/** `El IDAAN no tiene nada que ver, es una cloaca`. */
const NO_PART =
  /^\s*(?:(?:no+|pero|but|que)[\s,.]+)*(?:(?:el|la|los|las|the)\s+)?(\p{L}+)\s+(?:(?:aqu[ií]\s+)?no\s+(?:tiene|pinta)\s+nada(?:\s+que\s+(?:ver|hacer))?|(?:has|got)\s+nothing\s+to\s+do)(?:\s+(?:con|with|en|in)\s+(?:eso|esto|it|this|that))?[\s,.;]*/iu;

/** The words with what they deny put as a denial: `no el MOP` of `el MOP no`. */
function deniedFirst(told: string): string {
  const text = told.replace(UNPARTED, '$1, ').replace(NO_PART, 'no es $1, ');
  const named = NAMED_NOT.exec(text);
  if (named) return `no es ${named[1]}, ${text.slice(named[0].length)}`;
  const denied = DENIED_AFTER.exec(text);
  const what = denied?.[1]
    ?.replace(/^el /iu, 'del ')
    .replace(/^la /iu, 'de la ')
    .replace(/^(?=\p{Lu}{3,}$)/u, 'del ');
  return denied && what ? `no ${what}, ${text.slice(denied[0].length)}` : text;
}

/** `¡No! Biblioteca no. Es una obra`: one word of the name, without an article. */
const NAMED_NOT =
  /^\s*(?:(?:no+|nop|nah|pero|que|ya|le|dije)[\s,.!¡]+)*(\p{L}{4,})\s+no+(?=\s*(?:[,.;!]|$))[,.;!\s]*/iu;

/** `¡Qué ruido ni qué ruido! Es comida mala`: denied by saying it twice. */
const SCORNED =
  /^\s*¡?\s*(?:(?:pero|no|ay)[\s,]+)*(?:qu[eé]|cu[aá]l|q|k)\s+(\p{L}{3,})\s+(?:ni\s+(?:qu[eé]|cu[aá]l|q|k)\s+(?:\p{L}+)(?:\s+muert[oa])?|ni nada|ni ocho cuartos)[\s,.!¡]*(?:si\s+)?/iu;

/** The same words with what is scorned put as a denial. */
function scornedFirst(text: string): string {
  const scorned = SCORNED.exec(text);
  return scorned ? `no es ${scorned[1]}, ${text.slice(scorned[0].length)}` : text;
}

/** From the clause on that denies something: `ya se va a caer!! no es por el internet, es el poste`. */
function fromDenial(text: string): string {
  if (DENIES.test(text)) return text;
  const at = [...text.matchAll(/[.!?;\n]+\s*/g)].map(({ index, 0: end }) => index + end.length);
  return at.map(start => text.slice(start)).find(rest => DENIES.test(rest)) ?? text;
}

/** `¿Metrobús?? Yo estoy en el hospital`: what the summary says, asked back, is denied. */
const ECHO =
  /^\s*¿?(?:(?:qu[eé]|q|k|c[oó]mo (?:que|q|k))\s+)?(?:(?:el|la)\s+)?(\p{L}{3,})\s*\?+[\s,!]*(?=\p{L})/u;

function withoutEcho(scene: Scene, draft: Draft): string {
  const text = scornedFirst(scene.burst.text);
  const echo = ECHO.exec(text);
  const word = echo?.[1] ?? '';
  return echo && namesIt(scene, draft, word) ? `no es ${word}, ${text.slice(echo[0].length)}` : text;
}

/** What is stated behind a denial: `es la luz` of `no es agua, es la luz`. Null: nothing is denied, or nothing stated. */
export function statedInstead(said: string): string | null {
  const text = scornedFirst(said.replace(UNPARTED, '$1, '));
  const clause = DENIES.exec(text)?.[0];
  const rest = clause === undefined ? '' : text.slice(clause.length).replace(/^[\s,.;!?]+/, '');
  return clause === undefined || STATES.test(clause) || rest === '' ? null : rest;
}

/** The service that is stated behind a denial, before whatever else is put right with it; null: no other is. */
export function matterStated(scene: Scene, draft: Draft): Service | null {
  const [stated, ...more] = plainClauses(statedInstead(scene.burst.text) ?? '');
  if (stated === undefined || more.length === 0) return null;
  const { services, places } = scene.facts.read(stated);
  const [best] = services;
  const isMeant = best !== undefined && best.p >= MEANT && best.id !== draft.serviceId;
  return isMeant && places.length === 0 ? (scene.catalogue.services.get(best.id) ?? null) : null;
}

/** `No, a Migración no`, `no es agua, es la morgue`: what they deny is not what they mean. Null: they deny nothing of it. */
export function deniedMatter(scene: Scene, draft: Draft): Move | null {
  const text = fromDenial(deniedFirst(withoutEcho(scene, draft)));
  const clause = DENIES.exec(text)?.[0];
  // `No es que no haya luz, es solo el poste`: something else is denied than what is summed up.
  const denied =
    clause !== undefined &&
    THAT.test(clause) &&
    sureService(scene, scene.facts.read(clause.replace(THAT, '')).services, draft.place);
  if (denied && denied.id !== draft.serviceId)
    return showSummary(scene, touched(scene, draft), say(scene, 'already_so'));
  // `No es de Chitré, es de Los Santos` denies where it is.
  if (isOfPlace(draft, clause ?? '') || isSortOfPlace(plainWords(text))) return null;
  // `No, es el hospital` says what it is; `no es el hospital` what it is not.
  const isMeant = SCORNED.test(scene.burst.text) || namesIt(scene, draft, clause ?? '');
  if (clause === undefined || STATES.test(clause) || !isMeant) return null;
  const rest = text
    .slice(clause.length)
    .replace(/^[\s,.;!?]+/, '')
    .replace(BIDS, '');
  // Whose very name is denied is not meant, whatever was told before.
  const gone = draft.serviceId !== null && NAMED_NOT.test(scene.burst.text) ? [draft.serviceId] : [];
  const meant = meantBy(withDenied(scene, draft, gone).own, draft, rest);
  const place = draft.place ?? surePlace(scene.facts.read(rest).places);
  const open = touched(scene, {
    ...draft,
    place,
    agencyId: null,
    reasons: [],
    description: withRest(draft, rest),
  });
  // `No es callejero, tiene dueño` says more of it, and not what it is.
  if (REMARKS.test(plainWords(rest)) && (meant === null || meant.id === draft.serviceId))
    return showAdded(scene, { ...touched(scene, draft), description: withRest(draft, rest) });
  // Of the same service, it is called what they say it is.
  if (meant?.id === draft.serviceId)
    return showSummary(scene, calledAsTold(touched(scene, draft), rest), say(scene, 'corrected'));
  if (meant) {
    const before = draft.serviceId === null ? [] : [draft.serviceId];
    const instead = { ...withDenied(scene, open, before).open, serviceId: meant.id };
    return draft.summarised
      ? showSummary(scene, instead, say(scene, 'corrected'))
      : proceed(scene, instead, say(scene, 'corrected'));
  }
  return unknownInstead(scene, draft, open, rest);
}

/** What somebody has, or where they live. */
const REMARKS =
  /^(?:(?:el|la|ell[oa]s?|it|he|she|they) )?(?:tienen?|vive[n]?|anda[n]?|pertenece[n]?|has|have|belongs?|lives?)(?= )/;

/** Of what they mean no service is sure: those it may be are offered, and else it is called as they say it. */
function unknownInstead(scene: Scene, draft: Draft, told: Draft, rest: string): Move {
  const gone = draft.serviceId === null ? [] : [draft.serviceId];
  const { own, open } = withDenied(scene, told, gone);
  const [first = [], all = []] = [rest, told.description.join('\n')].map(text =>
    offeredServices(own, own.facts.read(text).services),
  );
  const words = contentWords(withoutIs(rest));
  // `Son los SALVAVIDAS`, told before: the line that tells it says more than the word.
  const before = draft.description.find(line => words.some(word => contentWords(line).includes(word)));
  const isSlight = (own.facts.read(rest).services[0]?.p ?? 0) < SURELY;
  if (before !== undefined && words.length > 0 && isSlight) {
    const bare = leftOpen(own, { ...open, serviceId: null, title: null });
    return proceed(own, calledAsTold(bare, before), say(scene, 'corrected'));
  }
  if (first.length === 0 && words.length > 1) {
    const bare = leftOpen(own, { ...open, description: draft.description });
    return inOwnWords(retoldOn(own, [rest]), bare, say(scene, 'corrected'));
  }
  const among = first.length > 0 ? first : all;
  return askFor(own, { ...open, serviceId: null }, { ask: 'agency', among });
}

/** So surely the words behind a denial tell a service. */
const SURELY = 0.5;

/** `Una obra sin seguridad`, of `¡no! biblioteca no. Cambie el asunto, es una obra sin seguridad`; null: nothing is told so. */
export function toldInstead(said: string): string | null {
  const text = fromDenial(deniedFirst(said));
  const rest = text
    .replace(DENIES, '')
    .replace(/^[\s,.;!?]+/, '')
    .replace(BIDS, '');
  const isTold = rest !== said && contentWords(withoutIs(rest)).length > 1 && !isNothing(rest);
  return isTold ? rest : null;
}

/** `Es otra cosa` says nothing of what it is. */
function isNothing(rest: string): boolean {
  return /^(?:es |son |quiero |lo mio es |it is |it s )?(?:otr[oa]s? (?:cosas?|asunto|tema|problema)|something else|another)\b/.test(
    plainWords(rest),
  );
}

/** `Cambie el asunto`, before what it is. */
const BIDS =
  /^(?:(?:por favor|porfa|please|y|and)[\s,]+)*(?:cambi\p{L}+|corri\p{L}+|arregl\p{L}+|change|fix)\s+(?:(?:el|la|eso|ese|esa|the|that)\s*)?(?:asunto|tema|t[ií]tulo|subject|matter)?[\s,.;:!]+/iu;

/** Few words beside a denial may sound like anything: with all that was told they are of the same matter, or of another. */
function meantBy(scene: Scene, draft: Draft, rest: string): Service | null {
  const { services } = scene.facts.read(rest);
  const alone = sureService(scene, services, draft.place);
  if (alone === null || (services[0]?.p ?? 0) >= MEANT) return alone;
  const all = scene.facts.read([...draft.description, rest].join('\n')).services;
  return sureService(scene, all, draft.place) ?? alone;
}

/** `No es la caja, es el Cecilio Castillero, del MINSA`: another body by name, where the words beside it also tell a place. */
export function deniedBody(scene: Scene, draft: Draft): Move | null {
  const text = deniedFirst(scene.burst.text);
  if (saysBodiesOnly(scene, text)) return null;
  const clause = DENIES.exec(text)?.[0] ?? '';
  // `No es vecino, es un negocio, mándelo al municipio` denies no body.
  if (SENDS.test(plainWords(text)) && !namesAnyBody(scene, clause)) return null;
  const rest = scene.facts.read(text.slice(clause.length));
  const [body] = rest.agencies;
  const isOther =
    body !== undefined && body.p >= NAMED && body.id !== holderOfDraft(scene, draft)?.holder.agencyId;
  return clause === '' || isOfPlace(draft, clause) || !isOther ? null : deniedMatter(scene, draft);
}

function isOfPlace({ place }: Draft, clause: string): boolean {
  return contentWords(place?.text ?? '').some(word => contentWords(clause).includes(word));
}

const NAMED = 0.5;
const SENDS = /\b(mand|envi|send)\w*/;

const IT_IS =
  /\b(?:asunto|tema|problema|queja|reclamo|issue|matter)(?: principal)? (?:es|era|is)(?: que| lo de)? (.{3,60})$/;

/** `El asunto es el agua`: what they say it is about. Null: they say nothing of the kind, or what it is already. */
export function statedMatter(scene: Scene, draft: Draft): Move | null {
  // `El asunto es: el agua` is one clause.
  const told = plainClauses(scene.burst.text.replaceAll(':', ' '));
  const stated = told.flatMap(clause => IT_IS.exec(clause)?.[1] ?? [])[0];
  if (stated === undefined) return null;
  const { services } = scene.facts.read(stated);
  const open = touched(scene, { ...draft, agencyId: null, reasons: [] });
  const meant = sureService(scene, services, draft.place);
  if (meant !== null)
    return meant.id === draft.serviceId
      ? null
      : showSummary(scene, { ...open, serviceId: meant.id }, say(scene, 'corrected'));
  const among = offeredServices(scene, services);
  if (among.length === 0 || among.some(({ id }) => id === draft.serviceId)) return null;
  return askFor(scene, { ...open, serviceId: null }, { ask: 'agency', among });
}

const INSTEAD =
  /^(?:es|era|son|fue|it is|it s) (?:por |sobre |about )?(?:lo (?:de |del )?|la |el |una? |mi |the )(?:de la |de los )?(.{4,60})$/;
/** `Es por el hueco de mi calle`: what all that was told is about. */
const IS_ABOUT = /^(?:pero |no |y )*(?:es|era|lo digo|hablo|it is|it s) (?:por|sobre|about) /;
/** From here on a clause means a matter, whatever stands before it. */
const MEANT = 0.6;

/** `No no, es la jubilación, la del Seguro Social`: what it is instead, where no place is called so. Null: they say nothing of the kind. */
export function matterInstead(scene: Scene, draft: Draft): Move | null {
  const told = plainClauses(scene.burst.text);
  const isBy = IS_ABOUT.test(told[0] ?? '');
  if (!isBy && !/^no\b/.test(told[0] ?? '')) return null;
  const named = told.flatMap(clause => INSTEAD.exec(clause)?.[1] ?? [])[0];
  if (named === undefined) return null;
  const { services, places } = isBy ? scene.facts.reading : scene.facts.read(named);
  const [best] = services;
  const isMeant = best !== undefined && best.p >= MEANT && best.id !== draft.serviceId;
  if (!isMeant || (places.length > 0 && !isBy)) return null;
  const place = surePlace(scene.facts.reading.places) ?? draft.place;
  const description = [...draft.description, ...scene.burst.lines];
  const instead = { ...draft, place, description, serviceId: best.id, agencyId: null, reasons: [] };
  return showSummary(scene, touched(scene, instead), say(scene, 'corrected'));
}

/** Is it the service or the body of the summary that they deny? */
function namesIt(scene: Scene, draft: Draft, clause: string): boolean {
  const { catalogue } = scene;
  const service = draft.serviceId === null ? undefined : catalogue.services.get(draft.serviceId);
  const holder = holderOfDraft(scene, draft)?.holder.agencyId;
  const agency = holder === undefined ? undefined : catalogue.agencies.get(holder);
  const names = [service?.name.es, service?.name.en, agency?.name, agency?.acronym, ...draft.reasons];
  const own = contentWords(names.join(' '));
  // Three letters are a name too: `el MOP no`.
  if (agency && ` ${plainWords(clause)} `.includes(` ${plainWords(agency.acronym)} `)) return true;
  return contentWords(clause).some(word => own.some(other => isAlike(word, other)));
}

function isAlike(a: string, b: string): boolean {
  const most = Math.max(ALIKE, Math.min(a.length, b.length) - 1);
  return a === b || (a.length >= ALIKE && b.length >= ALIKE && a.slice(0, most) === b.slice(0, most));
}

/** More than a word behind it says what they mean. */
function withRest({ description }: Draft, rest: string): string[] {
  return plainWords(rest).split(' ').length > 1 ? [...description, rest] : description;
}

/** `¡No! Biblioteca no. Es una obra`, of what is named so: before whatever else the words sound like. Null: they deny no such word. */
export function namedNot(scene: Scene, draft: Draft): Move | null {
  return NAMED_NOT.test(scene.burst.text) ? deniedMatter(scene, draft) : null;
}
