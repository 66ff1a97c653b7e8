import { isProposal } from '../../cases/lifecycle.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import type { Ask } from '../../channels/channel.ts';
import type { PlaceGuess } from '../../nlu/classifier.ts';
import type { Draft } from '../conversation.ts';
import type { Scene } from '../scene.ts';
import { PROPOSED_TO } from './absorb.ts';
import { needsContact, needsPlace, offeredServices } from './guess.ts';
import { doubtOf, exceptDenied, liesIn } from './place/namesakes.ts';
import { isRoadBetween } from './place/roads.ts';
import { spotted } from './place/spotted.ts';
import { unknownPlace } from './place/unknown-place.ts';
import { placeIsKnown } from './place/where.ts';
import { shopUnnamed } from './place/which-body.ts';

/** What to ask next for a draft, with what is offered; null: it is ready to be shown. */
export type Question =
  | { ask: 'privacy' | 'description' | 'kind' | 'contact' }
  | { ask: 'place'; among: PlaceGuess[]; named?: string | null; ofPhoto?: boolean }
  | { ask: 'agency'; among: Service[] };

/** No more questions than this before the summary; what is missing then is said there. */
export const MOST_QUESTIONS = 2;

/**
 * Picks the one question that helps most; never a slot that is filled, was asked, or that the citizen declined. After
 * the summary only what a correction brings with it.
 */
export function nextQuestion(draft: Draft, scene: Scene): Question | null {
  const open = (ask: Ask): boolean => !draft.asked.includes(ask) && !draft.declined.includes(ask);
  const privacy = open('privacy') && wantsPrivacy(draft) ? ({ ask: 'privacy' } as const) : null;
  if (draft.summarised) return privacy;
  const left = MOST_QUESTIONS - draft.asked.length;
  if (left <= 0) return null;
  if (privacy) return privacy;
  if (open('description') && draft.description.length === 0) return { ask: 'description' };
  const place = open('place') ? placeQuestion(draft, scene) : null;
  const agency = open('agency') ? agencyQuestion(draft, scene) : null;
  if (agency && (place === null || left > 1)) return agency;
  if (place) return place;
  if (open('kind') && draft.kind === null) return { ask: 'kind' };
  return open('contact') && needsContact(scene, draft) ? { ask: 'contact' } : null;
}

function wantsPrivacy({ kind, privacy }: Draft): boolean {
  return privacy === null && kind === 'denuncia';
}

function placeQuestion(draft: Draft, scene: Scene): Question | null {
  const needed = needsPlace(scene, draft) || guessNeedsPlace(draft, scene) || needsShop(draft, scene);
  const isTold = isFound(draft) || isRoadBetween(scene, draft.place?.text ?? '');
  if (
    !needed ||
    (isTold && placeIsKnown(inArea(draft) ? spotted(scene, draft) : draft) && !isUndecided(draft, scene))
  )
    return null;
  const ofPhoto = photoFits(draft);
  if (draft.place !== null) return { ask: 'place', among: [], ofPhoto };
  const { among, named } = doubtOf(exceptDenied(scene.facts.combined().places, draft));
  const unknown = among.length === 0 ? unknownPlace(scene, draft.description) : null;
  return { ask: 'place', among, named: named ?? unknown, ofPhoto: ofPhoto && among.length === 0 };
}

/** Was a photo taken in the area that was told, if one was? */
function photoFits({ photoAt, place }: Draft): boolean {
  return photoAt !== null && (place?.code ? liesIn(photoAt.code, [place.code]) : true);
}

/** In a province alone, nobody finds a spot beside something. */
function inArea({ place }: Draft): boolean {
  return (place?.code ?? '').length >= 4;
}

/** Words that nobody found on the map are asked about once. */
function isFound({ place }: Draft): boolean {
  return place !== null && place.code !== null;
}

/** Is it still open who is competent, because the place is told by a street alone? */
function isUndecided({ serviceId, place, kind }: Draft, scene: Scene): boolean {
  const service = serviceId === null ? undefined : scene.catalogue.services.get(serviceId);
  return service !== undefined && 'ask' in scene.route(service, place, kind);
}

/** Can nobody look into it who does not know which shop it was? */
function needsShop(draft: Draft, { catalogue }: Scene): boolean {
  const service = draft.serviceId === null ? undefined : catalogue.services.get(draft.serviceId);
  return service?.needs.includes('business') === true && shopUnnamed(draft);
}

/** While the service is open, its likeliest candidate tells whether a place will be needed. */
function guessNeedsPlace(draft: Draft, scene: Scene): boolean {
  if (draft.serviceId !== null || draft.agencyId !== null) return false;
  const [best] = offeredServices(scene, scene.facts.combined().services);
  return best !== undefined && needsPlace(scene, { ...draft, serviceId: best.id });
}

function agencyQuestion(draft: Draft, scene: Scene): Question | null {
  if (draft.serviceId !== null || draft.agencyId !== null) return null;
  const among = offeredServices(scene, scene.facts.combined().services);
  // A proposal nobody is sure of is passed on by a person; its author is not to know who is competent.
  const isVague = (scene.facts.combined().services[0]?.p ?? 0) < PROPOSED_TO;
  return isVague && draft.kind !== null && isProposal(draft.kind) ? null : { ask: 'agency', among };
}
