import type { Place } from '../../../cases/case.ts';
import type { Awaits, Draft } from '../../conversation.ts';
import { awaiting } from '../../questions.ts';
import type { Move, Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { offeredPlaces } from '../choices.ts';
import { askFor, askFurther, proceed, saying } from '../flow.ts';
import { says } from './finer.ts';
import { liesIn } from './namesakes.ts';
import { deniedIn } from './place-words.ts';
import { chosenPlace, withoutPlace } from './where.ts';

const DENIES = /^(?:(?:no|nop|eso) )+(?:(?:es|era|fue|queda|esta) )?(?:en|de|por) /;
/** The part of an answer that says where it is not: `no es en La Chorrera`. */
const DENIAL = /(?:^|[\s,.;])no,? (?:(?:es|era|fue|queda|est[aá]) )?(?:en|de|por) ([^,.;]+)/iu;

/** A place the citizen says it is not, and no other in its stead. Null: they say nothing of that kind. */
export function deniedPlace(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const { burst, facts } = scene;
  const denied = DENIAL.exec(burst.text)?.[1];
  if (denied === undefined || !DENIES.test(`${plainWords(burst.text)} `) || facts.reading.places.length > 0)
    return null;
  const codes = facts.read(`en ${denied}`).places.map(({ code }) => code);
  if (codes.length === 0) return null;
  const without = withoutPlaces(touched(scene, draft), codes);
  const all = offeredPlaces(awaits.choices);
  const gone = all.filter(({ code }) => liesIn(code, codes)).map(({ choice }) => choice);
  const offered = all.filter(({ choice }) => !gone.includes(choice));
  const [only] = offered;
  if (only && offered.length === 1)
    return proceed(scene, { ...without, place: chosenPlace(scene, only.choice) });
  const left = awaits.choices.filter(choice => !gone.includes(choice));
  if (offered.length > 1) return saying(scene, { draft: without, awaits: awaiting('place', left) });
  return draft.summarised
    ? askFor(scene, without, { ask: 'place', among: [] })
    : askFurther(scene, without, { ask: 'place', among: [] });
}

/** `No es San Miguelito`, `Cerro Viento no`, `it is not in Chepo`, and no more than that. */
const BARELY =
  /^(?:(?:eso|pero|ay|que|it|that|this) )*(?:(?:no+|not|is not|isn t|s not) (?:(?:es|era|fue|queda|esta|pasa|dije|puse|is|was|said|in|en|por|para|de|del|el|la|los|las|the) )*(?<behind>.+)|(?<before>.+) no(?: es| era| queda)?)$/;

/**
 * A name of the place that is shown, denied in no more words than that: where it is is asked again; of a street or a house, what
 * it lies in stays. Null: they deny something else, or tell another place with it.
 */
export function shownPlaceDenied(scene: Scene, draft: Draft): Move | null {
  const { place } = draft;
  const plain = plainWords(scene.burst.text);
  const { behind, before } = BARELY.exec(plain)?.groups ?? {};
  const name = NOT_HOME.exec(plain)?.[1] ?? behind ?? before;
  if (place === null || name === undefined || name.split(' ').length > MOST_NAME) return null;
  if (THERE.test(name)) return askFor(scene, touched(scene, draft), { ask: 'place', among: [] });
  const areas = [place.corregimiento, place.district, place.province].flatMap(area =>
    area === null ? [] : [plainWords(area)],
  );
  const isShown = says(place.text, name) || areas.includes(name);
  if (!isShown || LIGHT.test(name)) return null;
  const own = touched(scene, draft);
  const codes = scene.facts.read(`en ${name}`).places.map(({ code }) => code);
  const area = place.corregimiento ?? place.district;
  const left =
    codes.length > 0 || area === null
      ? withoutPlaces(own, codes, true)
      : { ...own, place: { ...place, text: area, lat: null, lon: null } };
  return askFor(scene, left, { ask: 'place', among: [] });
}

/** `No es para allá, no vivo en Cerro Viento`. */
const NOT_HOME =
  /^(?:no )?no (?:es|queda|era) (?:para |por )?(?:alla|ahi|alli|aqui) (?:yo )?no (?:vivo|vivimos|es) (?:en|por) (.+)$/;

/** More words tell something else. */
const MOST_NAME = 5;
/** `No es ahí`: where, they do not say. */
const THERE = /^(?:ahi|alli|alla|aqui|there|here)$/;
/** No name by itself. */
const LIGHT = /^(?:de|del|en|el|la|los|las|y|calle|casa|barrio|sector|avenida|via|barriada|\d+)$/;

function withoutPlaces(draft: Draft, codes: readonly string[], isNamed = false): Draft {
  const notAt = [...new Set([...(draft.notAt ?? []), ...codes])];
  const isDenied = isNamed || liesIn(draft.place?.code, codes);
  return isDenied ? { ...draft, notAt, place: null, reasons: withoutPlace(draft) } : { ...draft, notAt };
}

/** `No es Tigo, es Más Móvil`: what they deny is no reason any more. */
export function withoutDenied(draft: Draft, plain: string): Draft {
  const denied = DENIED.exec(plain)?.[1];
  if (denied === undefined) return draft;
  const words = denied.split(' ');
  return { ...draft, reasons: draft.reasons.filter(reason => !words.includes(plainWords(reason))) };
}

const DENIED =
  /\bno (?:es|era|fue|son) (?:de |del |por |la |el |un |una )*(\w+(?: \w+){0,2}?)(?: (?:es|era|sino|son)\b.*)?$/;

/**
 * `No es David Este`: the map's corregimiento goes where they deny it, whatever else they put right, and is not read out of a
 * smaller name again.
 */
export function withoutDeniedArea(draft: Draft, text: string, before: Place | null = draft.place): Draft {
  const denied = deniedIn(text).map(plainWords);
  const areas = [before, draft.place].flatMap(place =>
    place?.code != null && place.code.length >= AREA && denied.includes(plainWords(place.corregimiento ?? ''))
      ? [place.code.slice(0, AREA)]
      : [],
  );
  if (areas.length === 0) return draft;
  return withoutAreaDenied({ ...draft, notAt: [...new Set([...(draft.notAt ?? []), ...areas])] });
}

/** So long is the code of a corregimiento. */
const AREA = 6;

/** A place in a corregimiento that they denied before and name no more lies in the district. */
export function withoutAreaDenied(draft: Draft): Draft {
  const { place, notAt = [] } = draft;
  const area = place?.code?.slice(0, AREA) ?? '';
  if (place === null || area.length < AREA || !notAt.includes(area)) return draft;
  if (says(place.text, place.corregimiento ?? ''))
    return { ...draft, notAt: notAt.filter(code => code !== area) };
  return { ...draft, place: { ...place, code: area.slice(0, 4), corregimiento: null, lat: null, lon: null } };
}
