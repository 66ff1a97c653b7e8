import { plainWords } from './plain-words.ts';

/** `¿Qué más quieren saber?`, `ya se lo dije mil veces`: impatience, which tells nothing of the matter. */
const SCOLDS =
  /[,;.¿¡]?\s*(?<!\p{L})(?:(?:pero |y |que |es que )?(?:qu[eé]|q) m[aá]s (?:quiere[ns]?|necesita[ns]?|le[s]? digo)(?: saber| que (?:le[s]? )?diga)?|ya (?:se |te |le[s]? )?(?:lo )?dije (?:mil|cien|diez|varias|tres|\d+) veces|cu[aá]ntas veces (?:se )?(?:lo )?tengo que (?:decir|repetir)(?:lo|les|le)?|no (?:me )?entienden?(?: nada)?|what else do you (?:want|need)(?: to know)?)(?!\p{L})[?!.]*/giu;

/** A text without the words that only scold; all of it where nothing else would be left. */
export function withoutScolding(text: string): string {
  const told = text.replace(SCOLDS, '').trim();
  return /\p{L}{2}/u.test(told) ? told : text;
}

const GIVEN =
  /^(?:(?:y|pero|si|que|es que|oiga|espere|but|and) )*(?:ya (?:se |te |le |les )?(?:l[oa]s? )?(?:di|dije|dimos|puse|escribi|mande|conte|pase)|i(?: have|ve)? already (?:gave|given|told|said|wrote|written|sent|put) (?:it|you|that|them|this))(?: (?:a usted|a ustedes|to you|todo|todos|arriba|ahi|antes|hace rato|al principio|en el primer mensaje|before|above|dos veces|varias veces|twice))*$/;

/** Do words only say that it was told already: `ya se la di`, `ya le dije`, `I already told you`? */
export function saysGiven(text: string): boolean {
  return GIVEN.test(plainWords(text));
}
