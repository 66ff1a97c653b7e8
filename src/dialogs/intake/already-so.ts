import type { Privacy } from '../../cases/case.ts';
import { bodyNamed } from '../asked/agency-words.ts';
import type { Draft } from '../conversation.ts';
import { ordersAdding, standsIn } from '../filed/adding-words.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { bareKind, declaredKind, touched } from './absorb.ts';
import { notAnonymous } from './aside.ts';
import { withoutBodiesDenied } from './bodies-denied.ts';
import { showSummary } from './flow.ts';
import { holderOfDraft } from './guess.ts';
import { bodyMeant } from './named-body.ts';
import { says } from './place/finer.ts';
import { isSamePlace } from './place/mend-place.ts';
import { surePlace } from './place/namesakes.ts';
import { possiblePrivacy, privacyIn, privacySaid, privacyWished } from './privacy.ts';

/** `No, municipio de Antón`, where that is whom the summary names. */
export function isHeldAlready(scene: Scene, draft: Draft): boolean {
  const meant = bodyMeant(scene, scene.burst.text, draft.place);
  const isShort = plainWords(scene.burst.text).split(' ').length <= MOST_AGAIN;
  // `No, línea 1` names more than the body, and `es la escuela de Cañita` another place.
  const there = surePlace(scene.facts.reading.places);
  const isElsewhere = there !== null && !says(draft.place?.text ?? '', there.text);
  return (
    isShort &&
    !isElsewhere &&
    !/\d/.test(scene.burst.text) &&
    meant !== null &&
    meant === holderOfDraft(scene, draft)?.holder.agencyId
  );
}

/** Do they only name what the summary says: how it is kept, its kind, its place? */
export function isAlreadySo(scene: Scene, draft: Draft): boolean {
  const { text } = scene.burst;
  const kind = declaredKind(text) ?? bareKind(text);
  if (kind !== null && kind === draft.kind) return true;
  if (DENIES.test(text)) return false;
  return privacyNow(scene) === (draft.privacy ?? undefined) || isSamePlace(scene, draft);
}

const DENIES = /^\s*(no|nop|not)\b|\bno[\s.!]*$/iu;

/** It stays as it is; who cannot be anonymous here is told why. */
export function saidAgain(scene: Scene, draft: Draft): Move {
  const wished = privacyIn(plainWords(scene.burst.text));
  const cannot = wished === 'anonymous' && draft.privacy !== 'anonymous';
  return showSummary(scene, touched(scene, draft), cannot ? notAnonymous(scene) : say(scene, 'already_so'));
}

/** Nothing but a few words of what was told, or of the service the summary names. */
export function saysNothingNew(scene: Scene, draft: Draft): boolean {
  const { catalogue, burst } = scene;
  const service = draft.serviceId === null ? undefined : catalogue.services.get(draft.serviceId);
  const names = [service?.name.es, service?.name.en];
  const known = new Set(plainWords([...draft.description, ...names].join(' ')).split(' '));
  const said = plainWords(burst.text);
  if (ordersAdding(burst.text) && standsIn(burst.text, draft.description)) return true;
  // "No hay luz" once more is no denial.
  if (DENIES.test(said) && !plainWords(draft.description.join(' ')).includes(said)) return false;
  const words = said.split(' ');
  return said !== '' && words.length <= MOST_AGAIN && words.every(word => known.has(word));
}

/** As few words say again what the summary says; more tell it again, and are kept. */
export const MOST_AGAIN = 6;

/** `Es de ENSA`, `con reserva`: the body the summary names, or how it is kept. */
export function namesOnly(scene: Scene, draft: Draft): boolean {
  const { text } = scene.burst;
  if (plainWords(text).split(' ').length > MOST_NAMING || DENIES.test(text)) return false;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const privacy = privacyNow(scene);
  return (held !== undefined && namedIn(scene) === held) || (privacy !== null && privacy === draft.privacy);
}

const MOST_NAMING = 3;

/** How few words wish it to be kept, as far as that is possible here. */
export function privacyNow(scene: Scene): Privacy | null {
  const { burst } = scene;
  // `No. Quiero que sepan quién soy` denies what the summary says, and not that they know.
  const plain = plainWords(burst.text.replace(/^\s*no+\s*[.,;!]+/iu, ''));
  // `Dije anónimo, no con reserva`: read by its clauses, where one is denied.
  const said = privacySaid(burst.text);
  const isDenied = /\bno (con reserva|anonim|reservad|confidencial)/.test(plain);
  const wished = (isDenied ? said : null) ?? privacyWished(plain, MOST_PRIVACY_WORDS) ?? said;
  return wished && possiblePrivacy(scene, wished);
}

const MOST_PRIVACY_WORDS = 5;

/** The one body that what they say now names by its short name, and does not deny; null: none. */
export function namedIn(scene: Scene): string | null {
  const meant = withoutBodiesDenied(scene, scene.burst.text, () => false);
  return bodyNamed(scene.catalogue, meant)?.id ?? null;
}

/** Has a field changed, and not only what was told? */
export function isPutRight(before: Draft, after: Draft): boolean {
  const fields = ({ kind, serviceId, agencyId, privacy, contact, place, refused }: Draft): string =>
    JSON.stringify([kind, serviceId, agencyId, privacy, contact, place, refused]);
  return fields(before) !== fields(after);
}

/** `Es Santa Fe, sí. También cruzan niños`: what is told behind a place that stands so; '' when nothing is, null: none is affirmed. */
export function besideAffirmed({ burst }: Scene, { place }: Draft): string | null {
  const { name = '', rest = '' } = AFFIRMED.exec(burst.text)?.groups ?? {};
  return name !== '' && place !== null && says(place.text, name) ? rest : null;
}

const AFFIRMED =
  /^\s*(?:es|queda|it['’]?s|it is)\s+(?:en\s+|in\s+)?(?<name>[^.,;:?\n]+?),?\s+(?:s[ií]|yes)(?:\s*[.,;!]\s*(?<rest>.*))?$/isu;

/** "Con reserva", "sin reserva, con mis datos", said to the summary. */
export function mendedPrivacy(scene: Scene, draft: Draft): Draft | null {
  const privacy = privacyNow(scene);
  return privacy && privacy !== draft.privacy ? { ...draft, privacy } : null;
}
