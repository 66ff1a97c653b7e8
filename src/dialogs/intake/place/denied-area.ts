import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import { plainWords } from '../../words/plain-words.ts';
import { says } from './finer.ts';
import { deniedIn } from './place-words.ts';

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

/** The corregimiento that the map knows of the place goes, and is not read out of a smaller name again. */
export function withoutCorregimiento(draft: Draft): Draft {
  const area = draft.place?.code?.slice(0, AREA) ?? '';
  return withoutAreaDenied({ ...draft, notAt: [...new Set([...(draft.notAt ?? []), area])] });
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

/** `No es Tigo, es Más Móvil`: what they deny is no reason any more. */
export function withoutDenied(draft: Draft, plain: string): Draft {
  const denied = DENIED.exec(plain)?.[1];
  if (denied === undefined) return draft;
  const words = denied.split(' ');
  return { ...draft, reasons: draft.reasons.filter(reason => !words.includes(plainWords(reason))) };
}

const DENIED =
  /\bno (?:es|era|fue|son) (?:de |del |por |la |el |un |una )*(\w+(?: \w+){0,2}?)(?: (?:es|era|sino|son)\b.*)?$/;
