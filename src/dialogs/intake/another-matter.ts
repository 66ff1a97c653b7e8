import { isProposal } from '../../cases/lifecycle.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { isAnotherMatter } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { tellsDetail } from '../words/tells-detail.ts';
import { MOST_AGAIN, namedIn } from './already-so.ts';
import { holderOfDraft, sureService } from './guess.ts';
import { goesWrong, saysFurther } from './matter.ts';

const REFUSED =
  /\b(ya (fui|llame|reclame|hable|puse|me queje|les dije|estuve)|no procede|(me|nos) dijeron que no|(me|nos|lo) neg(o|aron)|rechaz\w+|no (me |nos )?(resolv|respond|contest)\w+|already (went|called|complained)|refused|rejected)\b/;

/** The body of the summary has heard of it already: another one is meant, `ya fui a Naturgy y no procede`. */
export function hasRefused(scene: Scene, draft: Draft, plain: string): boolean {
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  return REFUSED.test(plain) && held !== undefined && namedIn(scene) === held;
}

/** `No hay luz en mi casa`, of garbage: it fails too, each is surely a matter of its own, and nothing that was told is denied. */
export function failsBesides(scene: Scene, draft: Draft, another: Service | null): boolean {
  const { text } = scene.burst;
  if (another === null || !goesWrong(text) || IN_ITS_PLACE.test(plainWords(text))) return false;
  const told = sureService(scene, scene.facts.read(draft.description.join('\n')).services, draft.place);
  return told !== null && told.id === draft.serviceId && told.id !== another.id;
}

/** `No hay agua es lo que pasa`, `… no basura`. */
const IN_ITS_PLACE =
  /\b(?:es|era|son|sino|mas bien|en vez|instead|rather|equivoque|equivocad[oa]|no (?:de )?(?:la |el )?\w+$)\b/;

/** `Y ahora tampoco hay luz`: what another body answers for, put beside what was told. */
export function goesWrongToo(scene: Scene, draft: Draft, another: Service | null): boolean {
  if (failsBesides(scene, draft, another)) return true;
  if (another === null || !BESIDE.test(plainWords(scene.burst.text))) return false;
  // "Y no paga hace seis meses" goes on with what was told: read together, it means nothing else.
  const p = scene.facts.combined().services.find(({ id }) => id === another.id)?.p ?? 0;
  if (p < BESIDE_P) return false;
  const routing = scene.route(another, draft.place, draft.kind);
  return !('holder' in routing) || routing.holder.agencyId !== holderOfDraft(scene, draft)?.holder.agencyId;
}

const BESIDE_P = 0.05;
const BESIDE =
  /^(y |ni |pero )?(ahora )?(tampoco|ni)\b|^(y|and) (ahora |encima |now )?(no|se fue|hay|there)\b/;

const WHERE = /^(en|por|desde|cerca|frente|ante|detras|al lado|in|at|near)\b/;

/** `Sí, pero ponga que …`: more of the same. */
const ADDS =
  /^((si|yes|ok|bueno|pero|but|y|and|por favor|please|me|le|puede|pueden|podria|can you|could you) )*(pong\w+|pon(me|le|lo)?|agr[eé]g\w+|añad\w+|inclu(ya|yan|yele|yale|ye|ir)|anot[ae]\w*|apunt[ae]\w*|diga|add|put|include) (?!el lugar\b|la direccion\b)/;

/** `Agréguele que …`: more of the same, whatever it sounds like; what is announced behind it as another thing is not. */
export function bidsToAdd(text: string): boolean {
  return ADDS.test(plainWords(text)) && !ANOTHER_BEHIND.test(text);
}

const ANOTHER_BEHIND = /[,.;]\s*(?:y\s+|and\s+)?(?:adem[aá]s|tambi[eé]n|otra cosa|also|another)(?!\p{L})/iu;

/** `Pero eso es del mismo centro de salud`: whose it is, and no other matter. */
export const OF_SAME =
  /\b(es|son|era|seria) (del|de la|en el|en la|el|la) mism[oa] (?!(problema|lio|cuento|historia)\b)/;

/** `En la DIJ de Ancón`: a place or a body, and nothing that happens there. */
export function isWhere(plain: string): boolean {
  return WHERE.test(plain) && plain.split(' ').length <= MOST_AGAIN;
}

/** Do they speak at length of what another body answers for? */
export function isFarOff(scene: Scene, draft: Draft): boolean {
  const holder = holderOfDraft(scene, draft)?.holder ?? null;
  return isAnotherMatter(scene, { ...draft, holder });
}

/** Is what is told far from the report, or said to be further: `trabajo en un hotel, no me pagan`, of a street without light? */
export function tellsFailing(scene: Scene, draft: Draft): boolean {
  const { text } = scene.burst;
  return saysFurther(text) || (isFarOff(scene, draft) && !tellsDetail(text));
}

const MOST_ADDED = 4;

/** `Y bancas también`, to an idea: more of it, where no service is sure in so few words. */
export function addsToProposal({ burst, facts }: Scene, { kind }: Draft): boolean {
  const isBrief = plainWords(burst.text).split(' ').length <= MOST_ADDED;
  return kind !== null && isProposal(kind) && isBrief && (facts.reading.services[0]?.p ?? 0) < CLEAR;
}

const CLEAR = 0.6;
