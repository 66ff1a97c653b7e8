/** `¿Qué más quieren saber?`, `ya se lo dije mil veces`: impatience, which tells nothing of the matter. */
const SCOLDS =
  /[,;.¿¡]?\s*(?<!\p{L})(?:(?:pero |y |que |es que )?(?:qu[eé]|q) m[aá]s (?:quiere[ns]?|necesita[ns]?|le[s]? digo)(?: saber| que (?:le[s]? )?diga)?|ya (?:se |te |le[s]? )?(?:lo )?dije (?:mil|cien|diez|varias|tres|\d+) veces|cu[aá]ntas veces (?:se )?(?:lo )?tengo que (?:decir|repetir)(?:lo|les|le)?|no (?:me )?entienden?(?: nada)?|what else do you (?:want|need)(?: to know)?)(?!\p{L})[?!.]*/giu;

/** A text without the words that only scold; all of it where nothing else would be left. */
export function withoutScolding(text: string): string {
  const told = text.replace(SCOLDS, '').trim();
  return /\p{L}{2}/u.test(told) ? told : text;
}
