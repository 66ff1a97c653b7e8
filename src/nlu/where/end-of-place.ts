/** A sentence that begins as a place may, behind one that ended: `… el Chinito. En la alcaldía`, of `En la alcaldía me dijeron`. */
const NEXT_SENTENCE =
  /^(.*[\p{L}\d]{4,})\s*[.!?]\s+(?:en|a|al|por|de|la|el|los|las|mi|at|in|the|my)\s[^.!?]*$/isu;
/** What a school or an office has: `el baño de los varones`, of `la escuela el baño de los varones`. */
const PART_OF_BUILDING =
  /^(.*[\p{L}\d]{3,}),?\s+(?:el|la|los|las|un|una|the)\s+(?:ba[ñn]os?|techos?|cielo raso|aires?(?: acondicionados?)?|abanicos?|ventan(?:a|al)(?:es|s)?|puertas?|pisos?|pupitres?|sillas?|inodoros?|sanitarios?|lavamanos|ascensor(?:es)?|elevador(?:es)?|luces|l[aá]mparas?|columpios?|toilets?|bathrooms?|roof|elevator)(?!\p{L}).*$/isu;
/** It is told of: `no sirve`, `está dañado`. */
const GOES_ON =
  /^\s+(?:ya|no|nunca|tampoco|est[aá]n?|se|me|nos|le|les|tiene[n]?|lleva[n]?|sigue[n]?|is|are|does|do|has|have|told|was|were|dijeron|hay|huele[n]?)(?!\p{L})/iu;

/** What runs on behind the end of a place, and is the beginning of what is told next, is no part of it. */
export function placeAlone(words: string, behind: string): string {
  if (!GOES_ON.test(behind)) return words;
  return NEXT_SENTENCE.exec(words)?.[1] ?? PART_OF_BUILDING.exec(words)?.[1] ?? words;
}
