/** `El metrobús de la ruta Don Bosco - Albrook`: where it goes, and not where it happened. */
const ROUTE =
  /(?<!\p{L})(?:(?:de|en|por|from|on) )?(?:(?:la|el|the) )?(?:ruta|l[ií]nea de bus|route)(?: (?:de|del|que va de|from))? [\p{L}\d][\p{L}\d. ]{1,24}?\s*(?:[-–—/]| a | to )\s*\p{L}[\p{L}\d]*(?: (?!(?:paso|pas[oó]|no|va|viene|vino|lleg\p{L}*|se|que|y|iba|nunca|est[aá]|hay|me|nos|el|la|was|did|is|and)(?!\p{L}))\p{L}+){0,2}/giu;

/** Who runs on them is told of by its bus; of a road or a coach the way itself may be meant. */
const METROBUS = /(?<!\p{L})metro ?b[uú]s(?:es)?(?!\p{L})/iu;

/** A text of a Metrobus without the route that it runs. */
export function withoutRoute(text: string): string {
  return METROBUS.test(text) ? text.replace(ROUTE, '') : text;
}

const BUS = /(?<!\p{L})(?:(?:metro ?)?b[uú]s(?:es)?|busitos?|coasters?|diablos? rojos?)(?!\p{L})/iu;
/** `…, ruta Torrijos Carter`: one name, as far as the next sign. */
const NAMED_ROUTE =
  /(?<!\p{L})(?:(?:de|en|from) )?(?:(?:la|el|the) )?(?:ruta|route)(?: (?:de|del|era|es))? (?=\p{Lu}|\d)[\p{L}\d][\p{L}\d ]{1,24}(?=\s*(?:[,.;!?\n]|$))/giu;

/** A text of any bus without the name of its route: where it happened may be told beside it. */
export function besideRoute(text: string): string {
  return BUS.test(text) ? text.replace(NAMED_ROUTE, '') : text;
}
