import type { Place } from '../../../cases/case.ts';
import type { Awaits, Draft } from '../../conversation.ts';
import { ordersAdding } from '../../filed/adding-words.ts';
import { askedAgain, missed } from '../../lost.ts';
import { type Move, retold, type Scene, say, withState } from '../../scene.ts';
import { chosen } from '../../words/chosen.ts';
import { clauses } from '../../words/clauses.ts';
import { plainWords } from '../../words/plain-words.ts';
import { isThingAlone } from '../../words/thing-words.ts';
import { declines, isNo, isYes } from '../../words/yes-no.ts';
import { bareKind, touched } from '../absorb.ts';
import { type Answer, declined, onlyOne, whichOne } from '../answers.ts';
import { offeredPlaces, offersPhoto } from '../choices.ts';
import { askFurther, isAskedEnough, proceed } from '../flow.ts';
import { isPrecise, needsPlace, sureService, wordsAsPlace } from '../guess.ts';
import { linesOfMatter } from '../matter.ts';
import { isPersonal, withContact } from '../personal.ts';
import { otherKept } from '../several/other-kept.ts';
import { isSupplierAlone, withSupplier } from '../supplier.ts';
import { deniedPlace } from './denied.ts';
import { dictatedPlace } from './dictated.ts';
import { withDoorsTold } from './door-told.ts';
import { joined, repeats, says, withFiner, withFurther } from './finer.ts';
import { meantInstead } from './meant-instead.ts';
import { isOneName, liesIn, surePlace } from './namesakes.ts';
import { isNoPlace, isTime } from './no-place.ts';
import { besideWhere, byItsName } from './of-place.ts';
import { deniedIn } from './place-words.ts';
import { placePutRight } from './put-right.ts';
import { namesSpot } from './spots.ts';
import { spotted } from './spotted.ts';
import { addsPlace, saysOnlyWhere, saysWhere, toldWhere } from './told-where.ts';
import {
  chosenPlace,
  correctsPlace,
  isPin,
  namesakeTold,
  placeFrom,
  tellsMore,
  withNameAlone,
  withoutPlace,
  wordsOfPlace,
} from './where.ts';

/** Where it is: a pin, a tap, or words. */
export const answerPlace: Answer = (told, draft, awaits) => {
  const scene = isInArea(draft) ? byItsName(told) : told;
  const { burst } = scene;
  const bidden = burst.choice === null ? dictatedPlace(burst.text) : null;
  if (bidden !== null) return answerPlace(retold(scene, [bidden]), draft, awaits);
  if (offersPhoto(awaits.choices)) return answerPhoto(scene, draft, awaits);
  if (awaits.choices.length > 0 && isNoneOf(burst.text)) return askOtherNamesake(scene, draft, awaits);
  const only = onlyOne(awaits, burst.text);
  const pick = chosen(awaits.choices, burst) ?? awaits.choices.find(({ value }) => value === only);
  if (pick?.value === 'place:other') return askOtherNamesake(scene, draft, awaits);
  const picked = pick && withDoorsTold(chosenPlace(scene, pick), burst.text);
  if (picked) return proceed(scene, touched(scene, { ...draft, place: picked }));
  if (declines(burst.text))
    return proceed(scene, withNameAlone(declined(scene, draft, 'place'), awaits.choices));
  // Where no place was needed, a yes is for the summary; where the area is known, no more is to be had.
  if (isYes(burst.text) && (draft.summarised ? !needsPlace(scene, draft) : isInArea(draft)))
    return proceed(scene, withNameAlone(declined(scene, draft, 'place'), awaits.choices));
  const meant = meantInstead(scene, draft) ?? besideWhere(scene, draft);
  if (meant) return meant;
  if (isYes(burst.text)) return whichOne(scene, draft, awaits);
  if (isSupplierAlone(scene, draft)) return heard(scene, withSupplier(draft, scene));
  if (isNo(burst.text) || isNoPlace(burst)) return missed(scene, draft);
  const denied = deniedPlace(scene, draft, awaits);
  if (denied) return denied;
  const later = otherKept(scene, draft);
  if (later) return later;
  if (isThingAlone(burst.text) || isSameAgain(scene, draft) || isAddedOnly(scene)) return heard(scene, draft);
  const kind = scene.facts.reading.places.length === 0 ? bareKind(burst.text) : null;
  if (kind)
    return proceed(
      scene,
      touched(scene, { ...draft, kind, asked: draft.asked.filter(slot => slot !== 'place') }),
    );
  return placed(scene, draft);
};

/** Is the district told, so that only the spot in it was asked for? */
function isInArea({ place }: Draft): boolean {
  return (place?.code ?? '').length >= 4;
}

const NONE_OF =
  /^(no )?(ningun[oa]?|ninguna? de (esas|esos|ellas|ellos|las dos|los dos)|otr[oa]|no (esta|sale|aparece|veo|la veo|lo veo|es ningun[oa])( (el mio|la mia|mi lugar|en la lista|ahi|aqui|ningun[oa]|ningun[oa] de (esas|esos|ellas|ellos)))?|none|none of (these|them|those)|(it is |it s )?not (there|listed|on the list|in the list)|another one|other)$/;

/** `Ninguno de esos`, `no está en la lista`. */
function isNoneOf(text: string): boolean {
  return NONE_OF.test(plainWords(text));
}

/** None of those offered: the name stays, and its district is asked in free words. */
function askOtherNamesake(scene: Scene, draft: Draft, { choices }: Awaits): Move {
  const named = withNameAlone(
    touched(scene, draft),
    isOneName(offeredPlaces(choices).map(({ name }) => name)) ? choices : [],
  );
  return askFurther(scene, named, { ask: 'place', among: [] });
}

/** `Póngale que ella pagó 480`: one word more of the matter. */
function isAddedOnly({ burst: { pin, text }, facts: { reading } }: Scene): boolean {
  return pin === null && BIDS.test(text) && ordersAdding(text) && reading.places.length === 0;
}

const BIDS = /^(?:(?:y|pero|ok)\s+)*(?:p[oó]n|agr[eé]g|anot|add)\p{L}*\s+(?:que|that)\s/iu;

/** What is wrong once more, in other words: `se fue la luz`, after `no hay luz`. */
function isSameAgain(scene: Scene, { serviceId }: Draft): boolean {
  const { burst, facts } = scene;
  if (burst.pin !== null || serviceId === null || facts.read(`en ${burst.text}`).places.length > 0)
    return false;
  const isSame = sureService(scene, facts.reading.services, null)?.id === serviceId;
  return isSame && !saysWhere(scene, burst.text);
}

/** Kept as words of the matter; the question stays, and is given up as any other. */
function heard(scene: Scene, draft: Draft): Move {
  const more = draft.summarised ? [] : scene.burst.lines;
  const own = touched(scene, { ...draft, description: [...draft.description, ...more] });
  return askedAgain(scene, own, more.length > 0 ? say(scene, 'added') : null);
}

/** Nothing but a street or a door. */
function isSpotOnly(scene: Scene): boolean {
  const { text } = scene.burst;
  return namesSpot(text) && saysOnlyWhere(scene, text);
}

/** Where the photo was taken, elsewhere, or the place in words at once. Whatever it is, the photo's is offered no more. */
const answerPhoto: Answer = (scene, draft, awaits) => {
  const { burst } = scene;
  const { photoAt } = draft;
  const open: Draft = { ...draft, photoAt: null };
  const pick = chosen(awaits.choices, burst)?.value;
  if (photoAt && (pick === 'place:photo' || isYes(burst.text))) {
    const named = draft.place && draft.place.code === null ? `${draft.place.text}, ` : '';
    const place = { ...photoAt, text: `${named}${photoAt.text}` };
    return proceed(scene, { ...touched(scene, open), place, photoAt: null });
  }
  if (pick === 'place:other' || isNo(burst.text))
    return askFurther(scene, touched(scene, open), { ask: 'place', among: [] });
  const asked = { ...awaits, choices: [] };
  return answerPlace(withState(scene, { awaits: asked }), open, asked);
};

function placed(scene: Scene, draft: Draft): Move {
  const { burst } = scene;
  // A correction may lead anywhere; an answer lies within the area already told.
  const anew = draft.summarised || correctsPlace(burst.text);
  if (draft.place?.code != null && addsPlace(scene, burst.text)) {
    const both = withFurther(draft.place, wordsOfPlace(scene, burst.text));
    return proceed(scene, { ...withWords(scene, draft), place: both });
  }
  const right = anew ? placePutRight(scene, draft) : null;
  const there = right ?? namesakeTold(scene, namesOffered(scene)?.text ?? null);
  const found = there ? { place: there } : placeFrom(scene, draft.place, burst.text, anew);
  // Which of several: words nobody finds on the map are no answer to that.
  const isNowhere = found !== null && 'place' in found && found.place.code === null;
  if (found === null || (isNowhere && (scene.state.awaits?.choices.length ?? 0) > 0)) {
    // `Calle 76`, asked in which Pueblo Nuevo: kept for the place that is chosen.
    return isSpotOnly(scene)
      ? askedAgain(
          scene,
          touched(scene, { ...draft, description: [...draft.description, ...burst.lines] }),
          say(scene, 'noted'),
        )
      : notFound(scene, draft);
  }
  const told = withWords(scene, draft);
  if ('choices' in found && isAskedEnough(draft))
    return proceed(scene, { ...told, place: withWordsOf(draft, wordsOfPlace(scene, burst.text)) });
  if ('choices' in found) {
    const named = { ...told, place: draft.place ?? null };
    return askFurther(scene, named, { ask: 'place', among: found.choices });
  }
  const offered = offeredIn(scene, found.place);
  if (offered) return proceed(scene, { ...told, place: withDoorsTold(offered, burst.text) });
  const known = draft.place ?? namesOffered(scene);
  const before = known && isOvertaken(scene, known, found.place) ? null : known;
  const place =
    right ??
    (anew
      ? isWhole(scene, found.place)
        ? found.place
        : withFiner(draft.place, found.place, deniedIn(burst.text))
      : (together(scene, before, found.place) ?? merged(scene, before, found.place)));
  const filled: Draft = { ...told, place, reasons: anew ? withoutPlace(draft) : draft.reasons };
  // Asked once more, for something else: the district these words lie in.
  const isVague = (place.code === null && draft.place === null) || isWide(scene, filled);
  return isVague && !draft.declined.includes('place')
    ? askFurther(scene, filled, { ask: 'place', among: [] })
    : proceed(scene, filled);
}

/** Words that say nothing of where, but tell something: kept, and asked again. */
function notFound(scene: Scene, draft: Draft): Move {
  const { burst, facts } = scene;
  const isTold =
    isTime(burst.text) ||
    (plainWords(burst.text).split(' ').length >= LEAST_TOLD && facts.where(burst.text, true) !== null);
  const isOpen = (scene.state.awaits?.choices.length ?? 0) === 0;
  return isTold && isOpen && !draft.summarised ? heard(scene, draft) : missed(scene, draft);
}

const LEAST_TOLD = 3;

/** Which of several nobody can be asked any more: the words stay as they are told. */
function withWordsOf({ place }: Draft, words: string): Place {
  return wordsAsPlace(place === null ? words : `${place.text}, ${words}`, place);
}

/** A district with so many people is no answer to where the crew shall go. */
const MANY = 100_000;

/** A province, or a city, where somebody must find the spot. */
function isWide(scene: Scene, draft: Draft): boolean {
  const { catalogue } = scene;
  const { place, serviceId } = spotted(scene, draft);
  const service = serviceId === null ? undefined : catalogue.services.get(serviceId);
  if (place === null || place.code === null || isPrecise(place) || !service?.needs.includes('place'))
    return false;
  const area = catalogue.places.find(({ code, level }) => code === place.code && level === 'district');
  return place.code.length < 4 || (area?.people ?? 0) >= MANY;
}

/** The name of the places offered, when they bear one: an answer that none of them fits is about it. */
function namesOffered({ state }: Scene): Place | null {
  const names = offeredPlaces(state.awaits?.choices ?? []).map(({ name }) => name);
  return names[0] && isOneName(names) ? wordsAsPlace(names[0], null) : null;
}

/** `en David`, where one of the places offered lies there. */
function offeredIn(scene: Scene, { code, text }: Place): Place | null {
  const offered = offeredPlaces(scene.state.awaits?.choices ?? []);
  const inside = offered.filter(other => liesIn(other.code, code ? [code] : []));
  const [only] = inside;
  if (!only || inside.length !== 1) return null;
  const place = chosenPlace(scene, only.choice);
  // `Rana de Oro`, in the one of them that it lies in, says more than its name.
  if (code !== null && says(text, place.text)) return { ...place, text };
  const isCloser = code !== null && place.code === code && !repeats(place.text, text);
  return isCloser ? { ...place, text: `${place.text}, ${text}` } : place;
}

/** A name that many places bear, and the area told after it: the place of that name there. */
function together(scene: Scene, named: Place | null, area: Place): Place | null {
  const { facts, burst } = scene;
  if (named === null || named.code !== null || area.code === null) return null;
  const said = wordsOfPlace(scene, burst.text);
  const words = says(said, named.text) ? said : `${named.text}, ${said}`;
  const place = surePlace(facts.read(words).places);
  return place && liesIn(place.code, [area.code]) ? { ...place, text: words.slice(0, 300) } : null;
}

/** A pin's own point is the place, whatever area it lies in. */
function merged(scene: Scene, before: Place | null, now: Place): Place {
  if (before === null || !isPin(scene, before)) return joined(before, now);
  return { ...now, text: `${before.text}, ${now.text}`, lat: before.lat, lon: before.lon };
}

/** Words that are no name of a place, before an answer that needs none. */
function isOvertaken(scene: Scene, { code, text }: Place, now: Place): boolean {
  return code === null && isExact(now) && wordsOfPlace(scene, text) === '';
}

/** Asked for another place they tell all of it, and put nothing right of the one before. */
function isWhole({ burst: { text } }: Scene, place: Place): boolean {
  return isExact(place) && !correctsPlace(text) && plainWords(text).split(' ').length >= LEAST_WHOLE;
}

const LEAST_WHOLE = 4;

/** A corregimiento or closer, or an area with the exact spot: it needs no words from before. */
function isExact({ code, text }: Place): boolean {
  return code !== null && (code.length >= 6 || namesSpot(text));
}

/** An answer that tells more than the place is kept as words about the matter too; who they are, beside it. */
function withWords(scene: Scene, draft: Draft): Draft {
  const { burst, facts } = scene;
  const tellsService = facts.reading.intent === 'report' && facts.reading.services.some(({ p }) => p >= 0.3);
  const long = plainWords(burst.text).split(' ').length >= (tellsService ? 7 : 10);
  const { where, beside } = toldWhere(scene, burst.text);
  const data = beside.filter(isPersonal);
  const aside = beside.filter(part => !isPersonal(part));
  // Their name stands with the contact, where a body that may not see it does not read it.
  const told = data.length > 0 ? [[...where, ...aside].join(', ')] : burst.lines;
  const isMore = long || tellsMore(scene, burst.text) || clauses(burst.text).some(isTime);
  const lines = isMore ? linesOfMatter(told, facts.reading) : [];
  const own = data.length > 0 && draft.privacy !== 'anonymous' ? withContact(draft, data.join(', ')) : draft;
  return touched(scene, { ...own, description: [...own.description, ...lines] });
}
