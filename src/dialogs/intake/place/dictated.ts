const AS_PLACE = '(?:en|al|como|para|de)(?: el)? (?:lugar|sitio|direcci[oó]n)';
const PUT =
  '(?:p[oó]n(?:ga|gan|er)?|agr[eé]g(?:ue|uen|a|ar)|anot(?:e|en|a|ar)|escrib(?:a|an|e|ir)|a[ñn]ad(?:a|an|e|ir))';
const SIGHS = '(?:[\\s,.]+(?:por favor|porfa|please|gracias|ya|tambi[eé]n))*[\\s.!]*';
/** `Muebles El Buen Precio, póngalo en el lugar`. */
const BEHIND = new RegExp(`^(.{3,80}?)[\\s,.:;]+${PUT}(?:l[oae])? ${AS_PLACE}${SIGHS}$`, 'iu');
/** `En el lugar ponga Muebles El Buen Precio`, `agregue al lugar: …`. */
const BEFORE = new RegExp(
  `^(?:(?:y|pero|mejor|ok|por favor)[\\s,]+)*(?:${AS_PLACE}[\\s,:]+${PUT}(?:le)?(?: que es)?|${PUT}(?:le)? ${AS_PLACE})[\\s,:]+(.{3,80}?)${SIGHS}$`,
  'iu',
);

/** What they bid to write as the place, in their words: `Muebles El Buen Precio, póngalo en el lugar`. Null: they bid nothing. */
export function dictatedPlace(text: string): string | null {
  const words = BEFORE.exec(text)?.[1] ?? BEHIND.exec(text)?.[1];
  return words === undefined || words.includes('?') ? null : words.trim();
}
