import { plainClauses, sentences } from './clauses.ts';
import { plainWords } from './plain-words.ts';

/** `¿Qué más quieren saber?`, `ya se lo dije mil veces`: impatience, which tells nothing of the matter. */
const SCOLDS =
  /[,;.¿¡]?\s*(?<!\p{L})(?:(?:pero |y |que |es que )?(?:qu[eé]|q) m[aá]s (?:quiere[ns]?|necesita[ns]?|le[s]? digo)(?: saber| que (?:le[s]? )?diga)?|ya (?:se |te |le[s]? )?(?:lo )?dije (?:mil|cien|diez|varias|tres|\d+) veces|cu[aá]ntas veces (?:se )?(?:lo )?tengo que (?:decir|repetir)(?:lo|les|le)?|no (?:me )?entienden?(?: nada)?|what else do you (?:want|need)(?: to know)?)(?!\p{L})[?!.]*/giu;

/** A text without the words that only scold; all of it where nothing else would be left. */
export function withoutScolding(text: string): string {
  const told = text.replace(SCOLDS, '').trim();
  return /\p{L}{2}/u.test(told) ? told : text;
}

const OF_DESK =
  /^(?:(?:pero|y|es que|ay|ah|que|ustedes|uds|aqui|ahi|esta gente|esto|este chat|el 311|ese 311|la verdad|si|bah|and|but|you|this) )*(?:no sirven(?: (?:para|pa|de) (?:nada|un carajo))?|no sirve (?:para|pa|de) nada|siempre (?:dicen?|hacen|salen con|me dicen|contestan|responden|es|son) (?:lo mismo|igual|la misma cosa|el mismo cuento|las mismas mentiras)|(?:siempre )?(?:lo mismo|el mismo cuento|la misma cosa)(?: de siempre)?|puros? (?:cuentos?|paja|mentiras?|bla bla(?: bla)?|hablar)|pura (?:paja|mentira|habladera)|nunca (?:hacen|resuelven|contestan|responden|sirven|arreglan)(?: nada| un carajo)?|no (?:hacen|resuelven|arreglan) nada|(?:son )?(?:una? )?(?:perdida de tiempo|burla|verguenza|desastre|porqueria)|que (?:mal|pesimo|mala|pesima|horrible) (?:servicio|atencion)|(?:mal|pesimo) servicio|de nada sirve|(?:are )?useless|never do anything|always (?:say )?the same(?: thing)?|waste of time)(?: (?:ustedes|uds|aqui|nunca|siempre|todos|de verdad|la verdad|siempre es lo mismo))*$/;

/** Do words only scold those who should help: `no sirven para nada`, `siempre dicen lo mismo`? */
export function scoldsDesk(text: string): boolean {
  // `¿Y si no hacen nada?` asks.
  const plain = plainWords(text);
  return OF_DESK.test(plain) && !/^(?:(?:y|pero|and|but) )+si /.test(plain);
}

const GIVEN =
  /^(?:(?:y|pero|si|que|es que|oiga|espere|but|and) )*(?:ya (?:se |te |le |les )?(?:l[oa]s? )?(?:di|dije|dimos|puse|escribi|mande|conte|pase)|i(?: have|ve)? already (?:gave|given|told|said|wrote|written|sent|put) (?:it|you|that|them|this))(?: (?:a usted|a ustedes|to you|todo|todos|arriba|ahi|antes|hace rato|al principio|en el primer mensaje|before|above|dos veces|varias veces|twice))*$/;

/** Do words only say that it was told already: `ya se la di`, `ya le dije`, `I already told you`? */
export function saysGiven(text: string): boolean {
  return GIVEN.test(plainWords(text));
}

const LEAVE_IT =
  /^(?:(?:pero|y|oiga|mire|que|no no|please|por favor) )*(?:no (?:me |le |lo |la |les )*(?:cambie|cambien|cambies|toque|mueva)|(?:don t|do not) change)(?: (?:el|la|the) (?:lugar|direccion|sitio|ubicacion|asunto|entidad|place|address|matter)| nada| eso| it| that| anything)?$/;
const ONLY_ASKED =
  /^(?:(?:pero|y|oiga|mire|yo|solo|le|les|but|i|only) )*(?:pregunte|pregunto|preguntaba|estoy preguntando|asked|am asking) (?:si|que|quien|a quien|if|whether|who)\b(?!.*\b(?:me|nos|us) (?:dij|contest|respond|said|told))/;

/** Does a sentence bid the desk to change nothing: `no cambie el lugar`? */
export function bidsNoChange(text: string): boolean {
  return LEAVE_IT.test(plainWords(text));
}

/** A line without the sentences that quarrel with the desk over what it did: `no cambie el lugar, pregunté si es del municipio`. */
export function withoutQuarrel(line: string): string {
  const told = sentences(line);
  const quarrels = (clause: string): boolean => LEAVE_IT.test(clause) || ONLY_ASKED.test(clause);
  const kept = told.filter(one => !plainClauses(one).every(quarrels));
  return kept.length === told.length ? line : kept.join(' ');
}
