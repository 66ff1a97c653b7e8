import { wordSet } from '../../catalogue/words.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

/** `Quiero que Tigo sepa quién soy`. */
export const KNOWN =
  /^(?!.*\b(no|not|ni|nadie|nobody|nunca|sin|without)\b)(si |pero |y )*(quiero|deseo|prefiero|pueden?|i want)( que)?( \S+){0,4} (sepan?|vean?|poner|pongan|usar|usen|know|see)( \S+){0,2} (quien soy|mi nombre|mis datos|que fui yo|who i am|my name)/;

const LEAD =
  '(?:si|yes|ok|bueno|claro|pero|y|que|pueden?|puedes|quiero|mejor|dale|de acuerdo|you can|please|sure|but|and|they|can|let them|con|it is|es|tranquil[oa]|ya|yo|le|les|dije|digo|dicho|he|te|i|said|told you|to|them|them to)';
const VERB =
  '(?:me )?(?:pon(?:ga[ns]?|er)?|pusieran?|us(?:en?|ar|e|aran?)|sepan?|saber|vean?|ver|digan?|decir|den|dar|salga|aparezca|vaya|va|dejen?|put|us(?:e|ing)|say|show)';
/** What others do anyway: consent only where nothing is feared of it. */
const ANYWAY = '(?:saben|ven|know(?:ing)?|see(?:ing)?)';
const SELF =
  '(?:mi nombre|mis datos|quien soy|que fui yo|fui yo|que soy yo|my (?:full |real )?name|who i am|that it was me|it was me|me)';
const MANNERS =
  '(?:completo|real|y|and|mi|my|cedula|apellidos?|telefono|numero|datos|nombre|por favor|porfa|please|gracias|pues|ahi|esta bien|sin problema|claro|todo|entonces|then|\\d+)';
/** `Pongan mi nombre`, `que sepan quién soy`, and no more than manners behind it. */
export const SHOWN = new RegExp(
  `^(?!.*\\b(no|not|ni|nadie|nobody|nunca|sin|without|don t)\\b)(?:${LEAD} )*(?:(?:${VERB}|(?<!\\b(?:si|if) (?:they )?)(?:know|see)) (?:(?:con|it was|them|que) )*)?${SELF}(?: ${MANNERS})*$`,
);
/** `No me da miedo`, `no tengo nada que esconder`, `me da igual`: no fear, though the word for it stands there. */
const FEARLESS =
  /\b(?:(?:yo )?no (?:le |les |me |nos )*(?:da|dan|tengo|tenemos|siento)(?: (?:ningun|ninguna|nada de|a nadie))? (?:miedo|temor|pena|verguenza)|(?:yo )?no (?:tengo|hay|tenemos) nada que (?:esconder|ocultar|temer)|sin (?:ningun )?(?:miedo|temor)|(?:i am|i m|am) not (?:afraid|scared|ashamed)|(?:i have )?nothing to hide|no fear|(?:a mi )?no (?:me |nos )(?:importa|molesta|preocupa)(?: (?:dar|decir|poner) mi nombre)?|(?:a mi )?(?:(?:me|nos) )?da (?:igual|lo mismo)|(?:no (?:hay|es)|sin) (?:ningun )?problema(?: con)?|it (?:is|s) (?:fine|ok|okay|all right|alright)(?: with me)?|(?:i )?(?:don t|do not) (?:mind|care)(?: (?:giving|if they know) my name)?)(?: (?:de|a|que|si|if|of|that|at all|de nada|a nadie|porque|y))*/g;

/** `No me importa que sepan`, `me da igual si se enteran`: seen, as far as they mind. */
export const MINDS_NOT =
  /\b(?:(?:a mi )?no (?:me|nos) (?:importa|molesta|preocupa)|(?:me|nos) da (?:igual|lo mismo)|(?:don t|do not) (?:mind|care)) (?:(?:que|si|if) )?(?:(?:lo|me|nos|se|todos|todo el mundo|ellos|la gente|el|ella|they|he|she|everybody|people) )*(?:sepan?|saben?|enter[ae]n?|vean?|ven|lean?|know|find out|see)\b(?! (?:todo|lo que paso|como)\b)/;

/** Plain words without those that say that they fear nothing. */
export function withoutCourage(plain: string): string {
  return plain.replace(FEARLESS, ' ').replace(/ +/g, ' ').trim();
}

/** The same in a clause among others, where the verb must stand and `me` alone says too little. */
const APART = (verb: string): RegExp =>
  new RegExp(
    `^(?:${LEAD} )*${verb} (?:(?:con|it was|them|que) )*${SELF.replace('|me)', ')')}(?: ${MANNERS})*$`,
  );
const SHOWN_APART = APART(VERB);
const SHOWN_ANYWAY = APART(`(?:${VERB}|${ANYWAY})`);
/** Who shows their face, without a word of their name. */
const FRANK =
  /^(?:(?:y|yo|pero|no|si|aqui|i|and|but) )*(?:doy la cara|no me (?:escondo|oculto)|no (?:quiero|necesito|tengo por que) (?:esconderme|ocultarme|ocultar mi nombre)|a mi nombre|a nombre mio|con (?:mi )?nombre y apellido|don t hide)$/;

const NAME_OF_SELF =
  /(?<=(?<!\p{L})(?:mi nombre|mis datos|a mi nombre|my (?:full |real )?name)(?: (?:completo|real|ahi))?)(?:\s*[:,;.–-]\s*|\s+)(?:(?:que\s+)?(?:es|soy|me llamo|yo soy|is|i am|i['’]m|it['’]?s)\s+)?(?<name>\p{L}{2,}\.?(?:\s+\p{L}[\p{L}'’-]*\.?){1,4}?)(?=\s*(?:[,.;!?\n]|$|\s(?:y|no|con|and|c[eé]dula|tel[eé]fono)\s))/iu;
/** What no name is written with, however few the words behind `mi nombre` are. */
const NO_NAME = wordSet(
  `en a al que no ni y o u por para con sin si como se es esta este ese esa porque pero soy yo me mi tu su lo le la un una el ya
   vivo trabajo quiero necesito tengo estoy dale mande envie siga mandelo envielo gracias favor porfa completo reporte caso queja
   denuncia vecino vecina in on at to the of for and or but not it is i you they please send with without my this that report case`,
);
/** What joins the parts of a name. */
const WITHIN_NAME = wordSet('de del la las los y');

/** Their own name, and what stands with it, where they bid to put it: `ponga mi nombre, Marta Ríos`; null: they give none. */
export function nameGiven(text: string): string | null {
  const name = NAME_OF_SELF.exec(text)?.groups?.['name'] ?? null;
  const words = name === null ? [] : plainWords(name).split(' ');
  const isName = words.every((word, i) => !NO_NAME.has(word) || (i > 0 && WITHIN_NAME.has(word)));
  if (name === null || !isName || !shows(text.replace(NAME_OF_SELF, ''))) return null;
  const behind = text.slice(text.indexOf(name));
  return /\d/.test(behind) ? behind.trim() : name;
}

/** Do they give nothing but their name, to be put: `ponga mi nombre, Marta Ríos`? */
export function onlyNames(text: string): boolean {
  const rest = nameGiven(text) === null ? [] : clauses(withoutName(text));
  return (
    rest.length > 0 && rest.every(clause => letsBeKnown(clause) || withoutCourage(plainWords(clause)) === '')
  );
}

/** The text without the name they bid to put. */
export function withoutName(text: string): string {
  return nameGiven(text) === null ? text : text.replace(NAME_OF_SELF, '');
}

/** A refusal, or a fear that is not denied: nobody is shown on words beside such. */
const HIDES =
  /^(?!no (?:hay|es) )(?:no|ni|nunca|not|don t|do not|never) \S|\b(?:nadie|nobody|miedo|temor|afraid|scared|anonim\w*|reserva|confiden\w*|secret[oa]?|amenaz\w*|kill\w*|hurt|fire me)\b|\b(?:me|nos) (?:(?:van?|pueden?|puede) (?:a )?)?(?:mat|peg|bot|golpe|despid|desped|corr|busc|hac)\w*/;

/** Do they let it be known who they are, by a clause of its own: `no me importa que sepan quién soy, soy la vecina`? */
export function letsBeKnown(text: string): boolean {
  return shows(withoutName(text));
}

function shows(text: string): boolean {
  if (text.includes('?')) return false;
  const told = clauses(text).map(plainWords);
  const others = told.filter(clause => !isShown(clause)).map(withoutCourage);
  return others.length < told.length && !others.some(clause => HIDES.test(clause)) && told.at(-1) !== 'no';
}

/** `No me importa si saben quién soy` shows them; `si saben quién soy, me botan` fears it. */
function isShown(clause: string): boolean {
  const frank = withoutCourage(clause);
  return SHOWN_APART.test(frank) || FRANK.test(frank) || (frank !== clause && SHOWN_ANYWAY.test(frank));
}
