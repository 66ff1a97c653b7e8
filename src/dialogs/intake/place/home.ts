/** Where they live, before another place that it is told of. */

const LIVE = '(?:(?:yo|nosotros|i|we) )?(?:vivo|vivimos|resido|live) (?:en|in|at) ';
const HOME = '[^,.;\\n]{3,40}?(?:, (?:en|in) [^,.;\\n]{3,30}?)?';
const NEXT = '(?:,? (?:pero|but|y|and|aunque)|[,;.])\\s+(?:pero |but |y |and )?';
const IS = '(?:es|son|est[aá]n?|queda|quedan|fue|pas[oó]|ocurri[oó]|is|are|was|happened) (?:en|in|at) ';
const GO =
  '(?:ir|voy|vamos|viajo|viajar|trabajo|estudio|atiend\\p{L}+|me toca|go) (?:ir )?(?:(?:hasta|al?|en|to|at|in) )?(?:(?:la|el|los|las|the) )?(?:escuela|colegio|hospital|policl[ií]nica|cl[ií]nica|centro de salud|farmacia|universidad|banco|oficina|school|clinic)';
const LIVED = new RegExp(
  `(?<![\\p{L}\\d])${LIVE}${HOME}${NEXT}(?=[^.;\\n]{0,60}?(?<!\\p{L})(?:${IS}|${GO}))`,
  'giu',
);

/** `Vivo en Las Minas pero la farmacia está en Chitré`: without where they live, when another place is told for it. */
export function withoutHome(text: string): string {
  return MAY_HOLD.test(text) ? text.replace(LIVED, '') : text;
}

const MAY_HOLD = /viv|resid|live/iu;
