import { districtName } from '../catalogue/route.ts';
import type { Choice, Reply } from '../channels/channel.ts';
import type { Sentence } from '../texts.ts';
import type { Awaits, Draft, StepName } from './conversation.ts';
import { offeredPlaces, offersPhoto } from './intake/choices.ts';
import { isPrecise } from './intake/guess.ts';
import { isOneName } from './intake/place/namesakes.ts';
import { namesSpot } from './intake/place/spots.ts';
import { isLongRoad, OF_SOMEBODY, timesNamed } from './intake/place/unknown-place.ts';
import { bodyUnnamed, shopUnnamed } from './intake/place/which-body.ts';
import { matterOf, summaryOf } from './intake/summary.ts';
import { lines, replyOf, type Scene, say, type View, yesAndNo } from './scene.ts';
import type { TextKey } from './text-keys.ts';
import { excerpt } from './words/excerpt.ts';
import { isOfPraise } from './words/praise.ts';

/** The step a talk stands at. */
export function stepOf(awaits: Awaits): StepName {
  return awaits.step ?? (awaits.ask as StepName);
}

/** Makes what is awaited from now on. */
export function awaiting(step: StepName, choices: Choice[] = [], more: Partial<Awaits> = {}): Awaits {
  const ask = ASKED_AS[step] ?? (step as Awaits['ask']);
  return { ask, ...(ask === step ? {} : { step }), choices, misses: 0, ...more };
}

/** What is awaited when these words of theirs are offered as a matter of its own. */
export function splitOf(view: View, text: string): Awaits {
  return awaiting('split', yesAndNo(view, 'split'), { held: { lines: [text], files: [] } });
}

const ASKED_AS: Partial<Record<StepName, Awaits['ask']>> = {
  fix: 'confirm',
  reword: 'description',
  reserve: 'privacy',
  duplicate: 'case',
  pin: 'case',
  missing: 'description',
  cause: 'description',
  erase: 'confirm',
  withdraw: 'confirm',
  leave: 'confirm',
  offer: 'resume',
  also: 'resume',
  procedure: 'agency',
  moved: 'place',
  address: 'contact',
};

/** The question a talk waits to have answered, in full: asked first, and again after an interruption. */
export function pendingQuestion(view: View): Reply | null {
  const { awaits, draft } = view.state;
  if (awaits === null) return null;
  const sentence = wordsOf(view, awaits, draft);
  if (sentence === null) return null;
  const { ask: asks, choices, caseNumber } = awaits;
  return replyOf(sentence, { asks, choices, ...(caseNumber === undefined ? {} : { caseNumber }) });
}

/**
 * The same after something else was said, in few words where the summary that was just shown is the one to be agreed to: nobody
 * reads it again on a small telephone to find that nothing changed.
 */
export function questionAgain(before: Scene, view: View): Reply | null {
  const question = pendingQuestion(view);
  const { draft, awaits } = view.state;
  if (question === null || draft === null || awaits === null || !isShown(before, view)) return question;
  const { choices = [], asks } = question;
  return replyOf(say(view, 'ask.confirm_again', { matter: matterOf(view, draft) }), { asks, choices });
}

/** What they were shown so long ago has gone from the screen. */
const LONG_AGO_MS = 30 * 60_000;

/** Was the very summary that is to be agreed to what was asked last? */
function isShown(before: Scene, view: View): boolean {
  const [was, is] = [before.state, view.state];
  if (before.facts.now.getTime() - Date.parse(was.draft?.touchedAt ?? '') > LONG_AGO_MS) return false;
  if (!was.draft || !was.awaits || !is.draft || !is.awaits || was.language !== is.language) return false;
  const isAsked = [was.awaits, is.awaits].every(awaits => stepOf(awaits) === 'confirm');
  return isAsked && summaryOf(before, was.draft).text === summaryOf(view, is.draft).text;
}

function wordsOf(view: View, awaits: Awaits, draft: Draft | null): Sentence | null {
  const step = stepOf(awaits);
  const number = awaits.caseNumber ?? '';
  switch (step) {
    case 'confirm':
      return draft && lines(summaryOf(view, draft), say(view, 'ask.confirm'));
    case 'place':
      return placeWords(view, awaits, draft);
    case 'agency':
      return say(view, agencyKey(awaits));
    case 'answer':
      return say(view, 'ask.answer', { number, question: awaits.question ?? '' });
    case 'moved':
      return say(view, awaits.choices.length > 0 ? 'ask.place_which' : 'ask.place');
    case 'pin':
      return say(
        view,
        awaits.held?.lines.some(line => /\bpin\b/iu.test(line)) ? 'ask.pin_number' : 'ask.pin',
      );
    case 'offer':
      return say(view, 'emergency.offer');
    case 'description':
      return say(view, descriptionKey(draft));
    case 'privacy':
      return privacyWords(view, awaits);
    case 'split':
      return awaits.held?.isGentle
        ? say(view, 'ask.split_gently')
        : say(view, 'ask.split', { matter: heldMatter(awaits) });
    case 'resume':
      return say(view, 'ask.resume', { matter: matterOf(view, draft) });
    default:
      return say(view, `ask.${step}`, { number });
  }
}

/** What confidentiality can really be given is said once; who answered something else reads only what to choose from. */
function privacyWords(view: View, { choices, misses }: Awaits): Sentence {
  if (choices.some(({ value }) => value.startsWith('shown:'))) return say(view, 'ask.privacy_shown');
  const canBeAnonymous = choices.some(({ value }) => value.endsWith(':anonymous'));
  if (misses > 0) return say(view, canBeAnonymous ? 'ask.privacy_again' : 'ask.privacy_again_known');
  return canBeAnonymous ? say(view, 'ask.privacy_web') : say(view, 'ask.privacy', { url: view.publicUrl });
}

/** One service and the way out make a question of their own. */
function agencyKey({ choices }: Awaits): 'ask.agency' | 'ask.agency_one' | 'ask.agency_open' {
  if (choices.length === 0) return 'ask.agency_open';
  return choices.length === 2 ? 'ask.agency_one' : 'ask.agency';
}

function heldMatter({ held }: Awaits): string {
  return excerpt(held?.lines.join(' ') ?? '');
}

function descriptionKey(draft: Draft | null): TextKey {
  if (draft !== null && isOfPraise(draft)) return 'ask.description_praise';
  if (draft?.kind === 'denuncia') return 'ask.description_denuncia';
  return draft?.kind === 'idea' || draft?.kind === 'sugerencia' ? 'ask.description_idea' : plainKey(draft);
}

function plainKey(draft: Draft | null): TextKey {
  return draft?.place ? 'ask.description_placed' : 'ask.description';
}

function placeWords(view: View, awaits: Awaits, draft: Draft | null): Sentence {
  if (offersPhoto(awaits.choices) && draft?.photoAt)
    return say(view, 'ask.place_photo', { place: draft.photoAt.text });
  if (awaits.choices.length > 0) return say(view, whichKey(awaits));
  const place = draft?.place ?? null;
  const isOfShop = draft !== null && shopUnnamed(draft) && awaits.misses === 0;
  if (place === null && isOfShop) return say(view, 'ask.place_shop');
  if (place === null && needsSpot(view, draft))
    return say(view, awaits.misses > 0 ? 'ask.place_near' : 'ask.place');
  if (place === null) return say(view, 'ask.place_area');
  if (draft?.summarised) return say(view, 'ask.place');
  if (place.code === null) return say(view, unfoundKey(view, place.text), { place: excerpt(place.text) });
  if (isPrecise(place)) return say(view, 'ask.place_district', { place: excerpt(place.text) });
  const code = place.code.slice(0, 4);
  const area = code.length === 4 ? districtName(view.catalogue, code) : (place.province ?? place.text);
  const body = bodyUnnamed(draft ?? { description: [] });
  const key = body === null ? (isOfShop ? 'ask.place_shop_in' : null) : BODIES.get(body);
  return key ? say(view, key, { area }) : say(view, 'ask.place_exact', { area });
}

/** Which of them it is says where. */
const BODIES: ReadonlyMap<string, TextKey> = new Map([
  ...(['escuela', 'colegio', 'school'] as const).map(name => [name, 'ask.place_school'] as const),
  ...(['centro de salud', 'puesto de salud', 'health centre'] as const).map(
    name => [name, 'ask.place_health'] as const,
  ),
]);

/** Must it be found on the spot, or is it only asked who is competent? */
function needsSpot({ catalogue }: View, draft: Draft | null): boolean {
  const service = draft?.serviceId == null ? undefined : catalogue.services.get(draft.serviceId);
  return service === undefined || service.needs.includes('place');
}

function whichKey({ choices }: Awaits): 'ask.place_which' | 'ask.place_several' {
  return isOneName(offeredPlaces(choices).map(({ name }) => name)) ? 'ask.place_which' : 'ask.place_several';
}

/** Too many places are called so, nobody knows one, or it is a road or a spot that tells no district. */
function unfoundKey(view: View, text: string): 'ask.place_many' | 'ask.place_unknown' | 'ask.place_district' {
  const times = timesNamed(view, text);
  if (times > 1) return 'ask.place_many';
  const isNoted = times === 1 || isLongRoad(text) || OF_SOMEBODY.test(text) || namesSpot(text);
  return isNoted ? 'ask.place_district' : 'ask.place_unknown';
}
