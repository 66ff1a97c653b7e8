import { KINDS, type Kind } from '../../cases/case.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import type { Choice } from '../../channels/channel.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { askedAgain, missed } from '../lost.ts';
import { isSound, type Move, retold, type Scene, say } from '../scene.ts';
import { chosen, chosenWord, pointedTo } from '../words/chosen.ts';
import { afterFirst, sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { isThingAlone } from '../words/thing-words.ts';
import { declines, isNo, isYes } from '../words/yes-no.ts';
import { absorb, bareKind, declaredKind, touched, withService } from './absorb.ts';
import { besideChoice } from './beside-choice.ts';
import { photoChoices } from './choices.ts';
import { askFor, askFurther, isAskedEnough, proceed, saying, showSummary } from './flow.ts';
import { offeredServices, sureService } from './guess.ts';
import { tellsMatter } from './matter.ts';
import { inOwnWords, noneOffered, otherThanOffered } from './none-offered.ts';
import { byOwnWord, nearestOffered, ofField, onlyNamed } from './offered.ts';
import { detailedPlace } from './place/mend-place.ts';
import { isCloser, surePlace } from './place/namesakes.ts';
import { onlyPlace } from './place/only-place.ts';
import { correctsPlace, placeFrom, placeInstead } from './place/where.ts';
import { tellsNoService } from './too-bare.ts';

/** Takes the answer to a question about the draft. */
export type Answer = (scene: Scene, draft: Draft, awaits: Awaits) => Move;

/** A slot the citizen left open. */
export function declined(scene: Scene, draft: Draft, slot: 'place' | 'agency' | 'contact' | 'kind'): Draft {
  return touched(scene, { ...draft, declined: [...draft.declined, slot] });
}

/** What is the matter: free words, which may tell the place and everything else too. */
export const answerDescription: Answer = (scene, draft, awaits) => {
  const { burst, facts } = scene;
  if (declines(burst.text) || tellsNoService(scene)) return missed(scene, draft);
  const filled = absorb(draft, scene);
  // `La luz` tells what it is about, and which of its troubles is still to be told.
  const field = isUnserved(filled) ? ofField(scene, null) : [];
  if (field.length > 1)
    return askFor(scene, { ...filled, asked: untold(filled) }, { ask: 'agency', among: field });
  if (filled.description.length > draft.description.length) return proceed(scene, filled);
  // Only a greeting, or the wish to complain once more: what it tells is kept, what happens is still to be told.
  if (facts.reading.intent !== 'report' || !/\p{L}{3}/u.test(burst.text)) return missed(scene, draft);
  if (filled.place !== draft.place) return saying(scene, { draft: filled, awaits });
  return missed(scene, filled);
};

/** The questions that were asked, without the one whose answer told nothing. */
function untold({ asked }: Draft): Draft['asked'] {
  return asked.filter(slot => slot !== 'description');
}

/** So few words that fit none of the services offered decide nothing: `la luz`, where two of them are about it. */
const MOST_VAGUE = 3;
/** And so few tell no more than what it is about: `agua`. */
const MOST_BARE = 2;

/** Which of the services offered, or something else in free words. */
export const answerAgency: Answer = (scene, draft, awaits) => {
  const beside = besideChoice(scene, draft, awaits);
  if (beside) return beside;
  const own = byOwnWord(scene, awaits);
  const none = own === undefined ? noneOffered(scene, draft, awaits) : null;
  if (none) return none;
  const { burst, facts } = scene;
  const bare = chosen(awaits.choices, burst)?.value ?? onlyOne(awaits, burst.text);
  const pointed = bare === undefined ? pointedTo(awaits.choices, burst.text) : null;
  if (pointed) return answerAgency(besidePointing(scene, pointed), draft, awaits);
  const pick = bare ?? onlyNamed(scene, awaits) ?? own;
  const wanted = pick?.replace(/^service:/, '');
  if (wanted !== undefined && wanted !== 'other') {
    const where = bare === undefined ? (detailedPlace(scene, draft)?.place ?? draft.place) : draft.place;
    const place = correctsPlace(burst.text) ? (placeInstead(scene, draft) ?? where) : where;
    // `Poste`, said to choose, is a word of what happens too.
    const told = isThingAlone(burst.text) ? burst.lines : [];
    const description = [...new Set([...draft.description, ...told])];
    const picked: Draft = { ...draft, place, serviceId: wanted, agencyId: null, reasons: [], description };
    // Who chooses in words may tell more with them: `no la recogen hace diez días en Villa Lucre`.
    return proceed(scene, isBare(awaits, burst.text) ? touched(scene, picked) : absorb(picked, scene));
  }
  const isOpen = awaits.choices.length === 0 || onlyPlace(scene, draft) !== null;
  // With what was told before, a word for a field may tell the very service.
  const isSure = !draft.summarised && sureService(scene, facts.combined().services, draft.place) !== null;
  const field = wanted === undefined && isOpen && !isSure ? ofField(scene, null) : [];
  if (field.length > 0) return fieldNamed(scene, draft, awaits, field);
  const moved = wanted === undefined ? placeInstead(scene, draft) : null;
  if (moved) return placedAnew(scene, { ...draft, place: moved }, awaits);
  // `En la casa de la esquina venden droga` says where only beside what happens.
  const isMatter = (facts.reading.services[0]?.p ?? 0) >= SURELY && facts.reading.places.length === 0;
  const told = wanted === undefined && !isMatter ? onlyPlace(scene, draft) : null;
  if (told && correctsPlace(burst.text)) return placedAnew(scene, { ...draft, place: told }, awaits);
  if (told) return placedInstead(scene, touched(scene, { ...draft, place: told }), awaits);
  const kind = wanted === undefined ? bareKind(burst.text) : null;
  if (kind && kind !== draft.kind) return proceed(scene, touched(scene, asOpen(draft, kind)));
  const open = declined(scene, draft, 'agency');
  if (wanted === 'other') return otherThanOffered(scene, draft, awaits);
  // None of those for one word: what happens was never told.
  const isBareWord = plainWords(draft.description.join(' ')).split(' ').length <= MOST_BARE;
  if (isNo(burst.text) && isBareWord && !draft.summarised)
    return askFurther(scene, open, { ask: 'description' });
  if (declines(burst.text) || isNo(burst.text)) return proceed(scene, open);
  // Who wants it sent leaves the choice to the desk.
  if (isYes(burst.text))
    return SENDS.test(plainWords(burst.text)) ? proceed(scene, open) : whichOne(scene, draft, awaits);
  const tells = tellsMatter(burst.text, facts.reading) || sureService(scene, facts.reading.services, null);
  const place = tells ? null : surePlace(facts.reading.places);
  if (place && isCloser(place, draft.place))
    return placedInstead(scene, { ...touched(scene, draft), place }, awaits);
  return toldInWords(scene, draft, awaits);
};

/** `Salud`, as the question itself names it, and no village: which of its services. */
function fieldNamed(scene: Scene, draft: Draft, awaits: Awaits, among: Service[]): Move {
  const [only, second] = among;
  if (second && isAskedEnough(draft)) return toldInWords(scene, draft, awaits);
  return only && !second
    ? proceed(scene, touched(scene, { ...draft, serviceId: only.id, agencyId: null, reasons: [] }))
    : askFor(scene, touched(scene, unserved(draft)), { ask: 'agency', among });
}

const SURELY = 0.95;

/** None of those offered in so many words: the nearest of them, or whatever else the words tell. */
function toldInWords(scene: Scene, draft: Draft, awaits: Awaits): Move {
  const { burst, facts } = scene;
  // What was wrong is not read again; what was only unclear is read together with the answer.
  const reading = draft.summarised ? facts.reading : facts.combined();
  const base: Draft = {
    ...(draft.summarised ? unserved(draft) : draft),
    declined: [...draft.declined, 'agency'],
  };
  const near = draft.summarised ? null : nearestOffered(scene, awaits);
  const served =
    near === null
      ? withService(base, scene, reading)
      : { ...base, serviceId: near, reasons: reading.reasons };
  const whole = absorb(served, scene, reading);
  // The answer alone may tell what it does not among scolding: `con la luz que se va todas las noches`.
  const filled = isUnserved(whole) ? withService(whole, scene, facts.reading) : whole;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_VAGUE;
  const likely = awaits.choices.length === 0 || isShort ? offeredServices(scene, facts.reading.services) : [];
  const isOffered = (id: string): boolean => awaits.choices.some(({ value }) => value === `service:${id}`);
  const among = likely.every(({ id }) => isOffered(id)) ? [] : likely;
  const isOpen = isUnserved(filled);
  // What stands in the summary is not meant: it is called as they say it.
  if (isOpen && draft.summarised && among.length === 0 && !isShort) return inOwnWords(scene, base);
  const isVague = awaits.choices.length > 0 && isShort && among.length < 2;
  if (isOpen && isVague) return missed(scene, draft);
  // A word for a whole field ("agua"), as the question itself names them.
  return isOpen && among.length > 1
    ? askFurther(scene, filled, { ask: 'agency', among })
    : proceed(scene, filled);
}

function isUnserved({ serviceId, agencyId }: Draft): boolean {
  return serviceId === null && agencyId === null;
}

/** The scene as if they had tapped what they point to, and told only the rest. */
function besidePointing(scene: Scene, { value }: Choice): Scene {
  const rest = afterFirst(scene.burst.text);
  const own = retold(scene, rest === '' ? [] : [rest]);
  return { ...own, burst: { ...own.burst, choice: value } };
}

/** A bare yes to several chooses none of them: which, in few words. */
export function whichOne(scene: Scene, draft: Draft, { choices }: Awaits): Move {
  return choices.length > 1 ? askedAgain(scene, draft, say(scene, 'which_choice')) : missed(scene, draft);
}

const SENDS = /\b(mand\w+|envi\w+|send\w*)\b/;

/** A tap, a word or two, or no more than the words that were offered. */
function isBare({ choices }: Awaits, text: string): boolean {
  const plain = plainWords(text);
  return plain.split(' ').length <= MOST_VAGUE || choices.some(({ label }) => plainWords(label) === plain);
}

/** They told the kind instead: the question is asked once more. */
function asOpen(draft: Draft, kind: Kind): Draft {
  return { ...draft, kind, asked: draft.asked.filter(slot => slot !== 'agency') };
}

/** Another place in the stead of the one before: the question stays as it is. */
function placedAnew(scene: Scene, draft: Draft, awaits: Awaits): Move {
  return saying(scene, { draft: touched(scene, draft), awaits }, say(scene, 'noted'));
}

/** They told the place instead: one service offered is taken for what they mean, of several it is asked on. */
function placedInstead(scene: Scene, draft: Draft, awaits: Awaits): Move {
  const only = awaits.choices.length === 2 ? awaits.choices[0]?.value.replace(/^service:/, '') : undefined;
  if (only) return proceed(scene, { ...draft, serviceId: only });
  // What it is about was asked twice, and twice they told where.
  if (awaits.misses > 0) return proceed(scene, { ...draft, declined: [...draft.declined, 'agency'] });
  return saying(
    scene,
    { draft, awaits: { ...awaits, misses: awaits.misses + 1 } },
    say(scene, 'noted_place'),
  );
}

/** Yes or no to the one service that was offered. */
export function onlyOne({ choices }: Awaits, text: string): string | undefined {
  if (choices.length !== 2) return undefined;
  return isYes(text) ? choices[0]?.value : isNo(text) ? choices[1]?.value : undefined;
}

/** The draft without whose it is. */
export function unserved(draft: Draft): Draft {
  return { ...draft, serviceId: null, agencyId: null, reasons: [] };
}

/** Which of the four kinds; words that tell the matter instead are kept. */
export const answerKind: Answer = (scene, draft, awaits) => {
  const pick = chosenWord(awaits.choices, scene.burst);
  const said = declaredKind(scene.burst.text) ?? bareKind(scene.burst.text);
  const kind = KINDS.find(known => known === pick) ?? said;
  if (kind) return proceed(scene, touched(scene, { ...draft, kind }));
  if (declines(scene.burst.text)) return proceed(scene, declined(scene, draft, 'kind'));
  if (!tellsMatter(scene.burst.text, scene.facts.reading)) return missed(scene, placedAside(scene, draft));
  return proceed(
    scene,
    absorb(declined(scene, draft, 'kind'), { ...scene, burst: { ...scene.burst, files: [] } }),
  );
};

/** The place, told while something else is asked. */
export function placedAside(scene: Scene, draft: Draft): Draft {
  const told = onlyPlace(scene, draft);
  return { ...draft, place: told ?? draft.place ?? surePlace(scene.facts.reading.places) };
}

/** Name and identity number, where the competent body demands them; or the wish not to tell. */
export const answerContact: Answer = (scene, draft, awaits) => {
  const { text } = scene.burst;
  const refused = chosenWord(awaits.choices, scene.burst) === 'no' || declines(text) || isNo(text);
  if (refused) return proceed(scene, declined(scene, draft, 'contact'));
  if (isYes(text)) return missed(scene, draft);
  // `Prefiero no darlos. Es en la parada de La Doña`: refused, and more told.
  const parts = sentences(text);
  const told = parts.filter(part => !refusesData(part));
  if (told.length > 0 && told.length < parts.length) {
    const own = retold(scene, told);
    const open = declined(own, draft, 'contact');
    const found = draft.place === null ? placeFrom(own, null, told.join(' ')) : null;
    const place = found !== null && 'place' in found ? found.place : draft.place;
    return proceed(own, { ...open, place, description: [...draft.description, ...told] });
  }
  return proceed(scene, touched(scene, { ...draft, contact: text.slice(0, 200) }));
};

function refusesData(sentence: string): boolean {
  const plain = plainWords(sentence);
  return declines(sentence) || isNo(sentence) || NO_DATA.test(plain);
}

const NO_DATA =
  /^(?:no |mejor |yo |la verdad )*(?:prefiero no|no (?:los |lo |las |quiero |voy a |puedo )*(?:doy|dar\w*)|sin (?:nombre|datos)|i (?:prefer|d rather) not)\b/;

/** What was sent without a word is kept; the question stays. */
export const answerWordless: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const lead = burst.files.length > 0 ? say(scene, isSound(scene) ? 'voice_kept' : 'files_kept') : null;
  const own = touched(scene, draft);
  if (draft.summarised) return showSummary(scene, own, lead);
  // Asked where it is, they sent a photo that tells it.
  const isAskedWhere = awaits.ask === 'place' && awaits.choices.length === 0 && burst.photo !== null;
  const offered = isAskedWhere ? { ...awaits, choices: photoChoices(scene) } : awaits;
  return saying(scene, { draft: own, awaits: offered }, lead);
};
