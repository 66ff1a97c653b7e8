import type { Awaits, Draft } from '../../conversation.ts';
import { awaiting } from '../../questions.ts';
import { type Move, type Scene, say } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { offeredPlaces } from '../choices.ts';
import { askFor, askFurther, proceed, saying, showSummary } from '../flow.ts';
import { withoutCorregimiento } from './denied-area.ts';
import { says } from './finer.ts';
import { liesIn } from './namesakes.ts';
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
  /^(?:(?:eso|pero|ay|que|q|yo|i|esta mal|el lugar|la direccion|it|that|this) )*(?:(?:no+|not|never|is not|isn t|s not) (?:(?:es|era|fue|queda|esta|pasa|dije|puse|is|was|said|in|en|por|para|de|del|el|la|los|las|the) )*(?<behind>.+)|(?<before>.+) no(?: es| era| queda)?)$/;

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
  if (AFFIRMS.test(scene.burst.text)) return showSummary(scene, own, say(scene, 'already_so'));
  // The map's guess goes, and their own words stay.
  if (plainWords(place.corregimiento ?? '') === name && !says(place.text, name))
    return showSummary(scene, withoutCorregimiento(own), say(scene, 'corrected'));
  const codes = scene.facts.read(`en ${name}`).places.map(({ code }) => code);
  const area = place.corregimiento ?? place.district;
  const left =
    codes.length > 0 || area === null
      ? withoutPlaces(own, codes, true)
      : { ...own, place: { ...place, text: area, lat: null, lon: null } };
  return askFor(scene, left, { ask: 'place', among: [] });
}

/** `No, es en Cerro Viento`: a no to what they thought they read, and the place once more. */
const AFFIRMS = /^\s*n+o+p?\s*[,.;:]\s*(?:(?:eso|ah[ií])\s+)?(?:es|era|fue|queda|est[aá]|it['’]?s|it is)\s/iu;

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
