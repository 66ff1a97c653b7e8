import type { Awaits, Draft } from '../../conversation.ts';
import { awaiting } from '../../questions.ts';
import type { Move, Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { offeredPlaces } from '../choices.ts';
import { askFor, askFurther, proceed, saying } from '../flow.ts';
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

function withoutPlaces(draft: Draft, codes: readonly string[]): Draft {
  const notAt = [...new Set([...(draft.notAt ?? []), ...codes])];
  const isDenied = liesIn(draft.place?.code, codes);
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

/** `No es David Este`: the map's corregimiento goes where they deny it, whatever else they put right. */
export function withoutDeniedArea(draft: Draft, text: string): Draft {
  const { place } = draft;
  const denied = deniedIn(text).map(plainWords);
  const isDenied = place?.corregimiento != null && denied.includes(plainWords(place.corregimiento));
  const code = place?.code?.slice(0, 4) ?? null;
  return isDenied
    ? { ...draft, place: { ...place, code, corregimiento: null, lat: null, lon: null } }
    : draft;
}
