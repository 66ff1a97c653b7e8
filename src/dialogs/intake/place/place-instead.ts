const THE_PLACE = '(?:el (?:lugar|sitio)|la (?:direcci[oó]n|ubicaci[oó]n)|the (?:place|address))';
const WRONG = '(?:mal|incorrect\\p{L}+|equivocad\\p{L}+|errad\\p{L}+|al rev[eé]s|wrong|incorrect)';
const BUT =
  '(?:(?:debe|deber[ií]a|tiene que|it should)\\s+(?:decir|ser|salir|say|be)|p[oó]ng\\p{L}+|es|(?:el|la) correct[oa] es|it is|put)';
const INSTEAD = new RegExp(
  `^(?:(?:no|pero|but|oiga|ay)[,\\s]+)*${THE_PLACE}\\s+(?:est[aá]|qued[oó]|sale|sali[oó]|is|was)\\s+${WRONG}[\\s,.;:]+${BUT}\\s+(?:que\\s+)?(?:es\\s+)?(.{3,200})$`,
  'iu',
);

/** What stands for a place that is said to be wrong: `el lugar está mal, debe decir Farmacia Central`; null: none is. */
export function placeInstead(text: string): string | null {
  return INSTEAD.exec(text.trim())?.[1] ?? null;
}
