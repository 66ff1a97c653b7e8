import { wordSet } from '../../catalogue/words.ts';
import type { Understanding } from '../../nlu/classifier.ts';
import { anyOf } from '../words/any-of.ts';
import { consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { withoutQuarrel } from '../words/scolding.ts';
import { statesPlainly } from '../words/states-plainly.ts';
import { wishesHidden, withoutHiding } from './privacy.ts';

/** Words of greeting and of opening that say nothing of the matter. */
const OPENING = new Set(
  `hola holaa buenas buenos buen buenes dia dias tardes tarde noches noche saludos saludo que tal como esta estan muy
   en vivo vivimos estoy estamos soy aca ve
   quiero quisiera kiero quiciera necesito nesecito deseo me gustaria puedo voy vengo a poner hacer presentar levantar
   dejar reportar denunciar quejarme reporte reporto denuncio una un la el mi queja denuncia denunsia idea sugerencia
   reclamo caso quejas denuncias ideas sugerencias problemas reclamos casos reportes dos tres varias varios unas unos otra otro aqui por favor porfa disculpe señor señora señores ayuda ayudenme ayudeme algo es de tengo problema
   hay un y para al del con ustedes 311 si no ok gracias oiga mire amigo hi hello good morning afternoon evening i want
   pero dislexia analfabeta leer escribir bien
   da miedo temor represalias tengo yo but scared afraid am m im something decir contar informar alguien
   anonima anonimo anonimamente anonymous confidencial reservada reservado reserva formal would like to file make report complaint please need help an the my of with have problem there is`.split(
    /\s+/,
  ),
);

/** Is a text nothing but greeting and opening? */
export function isOpening(text: string): boolean {
  const words = plainWords(text).split(' ');
  return speaksForAnother(words) || words.every(word => word === '' || OPENING.has(word));
}

/** The same, besides the wish that it be not said who writes: `quiero denunciar, pero no pongan mi nombre`. */
function isBareOpening(text: string): boolean {
  return isOpening(withoutHiding(text));
}

/** Nothing but whom they write for, or why: what is told beside it is a matter. */
function speaksForAnother(words: string[]): boolean {
  const plain = words.join(' ');
  if (words.length > MOST_INTRODUCING || !FOR_ANOTHER.test(plain)) return false;
  const rest = plain.replace(FOR_ANOTHER_ALL, ' ').split(' ');
  return rest.every(word => word === '' || OPENING.has(word) || FAMILY.has(word));
}

/** A single word tells a matter when it points to any service at all: `basura`. */
const ONE_WORD = 0.15;

const WISHES =
  /\b(anonim[oa]|anonimamente|confidencial|con reserva|reservad[oa]|anonymous|problemas?|quejas?|reclamos?|reportes?|reportar|denuncias?|denunciar|ideas?|sugerencias?|casos?|problem|complaint|report)\b/;

/** `Mi abuela no sabe escribir, yo escribo por ella`. */
const FOR_ANOTHER =
  /\b(no (sabe|puede|ve bien para) (leer|escribir|usar)|(le )?escribo (por|a nombre de|de parte de)|(es|escribo) en nombre de|la estoy ayudando|lo estoy ayudando|tengo dislexia|no se (leer|escribir)|soy menor( de edad)?|writing for my|on behalf of)\b/;
const FOR_ANOTHER_ALL = new RegExp(FOR_ANOTHER, 'g');
const FAMILY = wordSet(
  `abuela abuelo abuelita abuelito mama papa madre padre hermano hermana hijo hija tia tio vecina vecino esposo esposa
   amiga amigo patrona ella el ellos yo le lo la ya ni tampoco quien escribe grandmother mother father neighbour neighbor`,
);
const MOST_INTRODUCING = 14;

/** Is it the wish to tell something, and nothing of what: `tengo un problema`? */
export function opensReport(text: string): boolean {
  const plain = plainWords(text);
  if (wishesHidden(plain)) return isBareOpening(text);
  return isOpening(text) && (WISHES.test(plain) || speaksForAnother(plain.split(' ')));
}

/** `Can you just report it for me?`, `haga usted el reporte`. */
const BIDS_REPORT =
  /\b(report|file|send) (it|this|that)\b|\b(reportel[oa]|pongal[oa]|hagal[oa]|haga usted|(haga|hagan|ponga|pongan|puede (hacer|poner)|pueden (hacer|poner))( ustedes| usted)? (el|la|mi) (reporte|queja|denuncia))\b/;
/** Do they bid the desk to make the report itself? */
export function bidsReport(text: string): boolean {
  return BIDS_REPORT.test(plainWords(text));
}

const ASKED_IF =
  '(?:(?:hola|saludos|buenas|buenos|d[ií]as|tardes|oiga|disculpe|y|si|que|una|consulta|pregunta|(?:quiero|quisiera|queria|quería|necesito) saber|aqu[ií]|ac[aá]|uno|ustedes|hi|hello|please)[\\s,.:]+)*¿?(?:(?:aqu[ií]|uno|ustedes)\\s+)*';
const A_REPORT =
  '(?:(?:una?|la|el|mi|an?|my)\\s+)?(?:quejas?|denuncias?|reportes?|reclamos?|complaints?|reports?)';
const OF_WHAT = '(?=(?:por|de|del|contra|sobre|porque|a|al|about|against|on)\\s)';
/** What is reported has an article; `reportar sin dar mi nombre` asks how. */
const WHOM =
  '(?=(?:una?|unos|unas|el|la|los|las|a|al|mi|que|an?|the|my)\\s)(?!a nombre|(?:el|mi|un|otro) (?:mismo )?caso)';
const CAN_REPORT = new RegExp(
  [
    `^\\s*${ASKED_IF}(?:se puede|puedo|podemos|podr[ií]a|puede(?: uno)?|can i|could i|can you)\\s+(?:aqu[ií]\\s+)?`,
    `(?:(?:poner|hacer|presentar|meter|dejar|reportar|denunciar|file|make)\\s+${A_REPORT}\\s+${OF_WHAT}`,
    `|(?:quejarme|quejarse|quejarnos|complain)\\s+${OF_WHAT}|(?:reportar|denunciar|report)\\s+${WHOM})`,
    '([^?]+?)(?:[\\s,]+(?:aqu[ií]|ac[aá]|con ustedes|por (?:aqu[ií]|este chat)|here|with you))?\\s*\\?*\\s*$',
    `|^\\s*${ASKED_IF}(?:reciben|toman|atienden|aceptan|do you take)\\s+${A_REPORT}\\s+${OF_WHAT}([^?]+?)\\s*\\?*\\s*$`,
  ].join(''),
  'iu',
);

/** `¿Se puede poner una queja por un gallo?`, `quiero saber si puedo quejarme de un bus`: what about; null: that is not asked. */
export function complainedOf(text: string): string | null {
  const found = CAN_REPORT.exec(text);
  return (found?.[1] ?? found?.[2])?.trim() ?? null;
}

const HOW_TO_REPORT =
  /^\s*(?:(?:hola|ola|buenas|buenos d[ií]as|oiga|disculpe|y)[\s,]+)*¿?(?:c[oó]mo|(?:a )?d[oó]nde|a qui[eé]n(?: le)?|how|where)\s+(?:(?:hago|hacemos|se hace|puedo|podemos|debo|se puede|do|can|i)\s+)*(?:para\s+|to\s+)?(?:reportar|reporto|denunciar|denuncio|quejarme|me quejo|(?:poner|pongo|hacer|hago)\s+(?:una\s+)?(?:queja|denuncia)|report|complain)\s+(?:(?:de\s+)?(?:que|q)\s+|de\s+|por\s+|(?=(?:contra|against)\s)|that\s+|about\s+)?([^?]+)\??\s*$/iu;

/** `¿Cómo hago para reportar que no recogen la basura?`: what is to be reported; null: that is not asked. */
export function reportedHow(text: string): string | null {
  return HOW_TO_REPORT.exec(text)?.[1]?.trim() ?? null;
}

const ANNOUNCES =
  /(?:^(?:(?:hola|buen(?:[ao]s?)?|dias?|tardes|noches|hello|hi|es|una?|mi|an?|my) )*(?=idea|propuesta|sugerencia|proposal|suggestion)|\b(quiero|quisiera|tengo|deseo|vengo a|me gustaria|i have|i want to)\b.{0,20}\b)(idea|propuesta|sugerencia|proposal|suggestion)s? (para|sobre|de|del|en|for|about|on) (.+)$/;
/** `Para mejorar el parque`: how it is to be better is still to be told. */
const BETTER =
  /^(?:mejorar|arreglar|embellecer|ayudar a|cambiar|improving|improve|help) (?:el|la|los|las|mi|nuestr[oa]|the|my|our) /;
/** As many words name what a proposal is about; more tell it. */
const MOST_NAMED = 5;
/** `La farmacia del seguro de Santiago`: a name, however long it is with what joins its words. */
const A_NAME =
  /^(?:el|la|los|las|mi|nuestr[oa]s?|the|my|our) (?!.* (?:que|con|sin|se|es|no|para|pa|tenga|that|with) )/;
const JOINS_NAME = /(?:^| )(?:el|la|los|las|de|del|en|y|mi|the|of|in|at|and|my)(?= )/g;
/** What comes behind such a sign tells it. */
const GOES_ON = /[:;,.]\s*\p{L}/u;

const GREETED = /^(?:hola|buen(?:[ao]s?)?(?: \p{L}+)?|hello|hi)[,.;!\s]+/iu;

/** Is it the wish to propose something, and only what about: `tengo una idea para mejorar el tránsito`? */
export function announcesProposal(text: string): boolean {
  const about = ANNOUNCES.exec(plainWords(text).replace(IF_HERE, ''))?.[4];
  // `Una idea para que el metro tenga wifi` tells it.
  if (about === undefined || about.startsWith('que ')) return false;
  if (GOES_ON.test(text.replace(GREETED, '')) && !asksIfHere(text)) return false;
  const named = about.replace(BETTER, '');
  const words = A_NAME.test(named) ? named.replace(JOINS_NAME, '') : named;
  return words.trim().split(' ').length <= MOST_NAMED;
}

/** Is it asked whether it is told here: `tengo una idea para un parque, ¿es aquí?` */
export function asksIfHere(text: string): boolean {
  return IF_HERE.test(plainWords(text));
}

const IF_HERE =
  / (?:(?:is|am i in|would) (?:this|it|that)? ?(?:be )?the (?:right )?(?:place|chat|office)|(?:can|do) i (?:send|tell|say|write) (?:it|that) here|(?:es|sera|seria) (?:por )?aqui|(?:la|lo) (?:puedo|digo|pongo|mando) (?:decir |poner |mandar )?(?:por )?aqui|(?:se puede|puedo) (?:decirla|ponerla|mandarla) (?:por )?aqui)$/;

/** Does a text tell a matter, beyond a greeting, "quiero poner una queja" and the name of a place? */
export function tellsMatter(text: string, reading: Understanding): boolean {
  const place = new Set(plainWords(reading.places[0]?.text ?? '').split(' '));
  const rest = plainWords(text)
    .replace(/\b(de|por la|en la) (noche|tarde|dia)\b/, 'denoche')
    .split(' ')
    .filter(word => word !== '' && !OPENING.has(word) && !place.has(word));
  if (reading.services.some(({ p }) => p >= (rest.length === 1 ? ONE_WORD : 0.3))) return rest.length > 0;
  return rest.length >= 2;
}

/** The messages of a burst that belong to the matter it tells; none when it tells none. */
export function linesOfMatter(lines: string[], reading: Understanding): string[] {
  const text = lines.join('\n');
  return !isBareOpening(text) && (tellsMatter(text, reading) || statesPlainly(text))
    ? lines
        .map(withoutQuarrel)
        .filter(line => line !== '' && !isBareOpening(line) && consentIn(line) !== 'yes')
    : [];
}

const JOINT = anyOf(
  /(?:[.;!?\n]+\s*|,?\s+)(?:y\s+)?(?:además|ademas|ta[nm]bi?[eé]?n|tmbn?|tbn?|otra (?:cosa|queja|denuncia)(?: es)?(?: que)?|otro (?:problema|asunto|reclamo)(?: es)?(?: que)?|aparte(?= de|,| hay| no| el | la | los | las | una? )|por otro lado|de paso(?!\s+(?:canoas?|ancho|blanco|real|hondo|elevado|peatonal)(?!\p{L}))|also|another thing)\b[\s,:]*/giu,
  /,?\s+(?:y|ni|and)\s+(?=(?:no|tampoco|nadie|hay|there|they don['’]?t|se fue|se daño|se dañó)(?![\p{L}]))/giu,
  /,?\s+(?:y|and)\s+(?=(?:el|la|los|las|un|una|the)\s+(?:\p{L}+\s+){1,8}?(?:sigue[n]?|todav[ií]a|a[uú]n|still)(?![\p{L}]))/giu,
  /,?\s+(?:y|and)\s+(?=(?:el otro d[ií]a|la semana pasada|the other day)(?![\p{L}]))/giu,
  /,?\s+(?:y|and)\s+(?=(?:d[oó]nde|cu[aá]nto|a qu[eé] hora|qu[eé] (?:necesito|requisitos)|c[oó]mo (?:hago|saco)|where|how)(?![\p{L}]))/giu,
  /,\s+(?=(?:no hay|no recogen|hay|se fue|there (?:is|are))(?![\p{L}]))|[.;!?\n]+\s*/giu,
  /(?:^|(?<=[\s:,;]))(?:(?:y|and)\s+)?(?:la\s+|el\s+)?[1-5]\)\s*/giu,
);

/** Are matters numbered: `1) … y 2) …`? */
export function numbers(text: string): boolean {
  return /(^|\W)1\)[\s\S]*\W2\)/.test(text);
}

/** The sides of each «y»: `no hay luz y los perros rompen la basura`. */
export function sidesOf(text: string): string[] {
  const sides = text.split(/\s+(?:y|and)\s+/iu);
  return sides.every(side => plainWords(side).split(' ').length >= LEAST_SIDE) ? sides : [];
}

/** Fewer words tell no matter beside another. */
export const LEAST_SIDE = 3;

/** Does a text announce something further: `además`, `otra cosa`? */
export function saysFurther(text: string): boolean {
  return (
    numbers(text) ||
    /\b(ademas|tambien|tmbn|otra (cosa|queja|denuncia)|otro (problema|asunto|reclamo)|aparte (de|hay|no|el|la|los|las|una?)|por otro lado|de paso(?! (?:canoas?|ancho|blanco|real|hondo|elevado|peatonal)\b)|also|another thing)\b/.test(
      plainWords(text),
    )
  );
}

/** Does a text put one thing beside another that is wrong: `no hay agua y no recogen la basura`? */
export function joinsMatters(text: string): boolean {
  return saysFurther(text) || /\b(y|ni|and) (no|tampoco|nadie|hay|there)\b/.test(plainWords(text));
}

/** `… y hay niños y ancianos` says who suffers by it; `… y el hueco sigue ahí` is put beside the rest. */
const BESIDE =
  /(?:,| (?:y|and)) (?:(?:el|la|los|las|un|una|the) (?:\p{L}+ ){1,8}?(?:siguen?|todav[ií]a|a[uú]n|still)|no hay|no recogen|no pasan?|hay(?! (?:much[oa]s? |vari[oa]s )?(?:niñ|ancian|gente|person|enferm|adult|abuel|beb[eé]))|se fue|se dañ[oó]|there (?:is|are|['’]?s)|they don['’]?t)(?![\p{L}])/iu;

/** Is one thing that is wrong put beside another in one sentence: `hay un hueco y no hay agua`? */
export function putsBeside(text: string): boolean {
  return BESIDE.test(text) && !/[.;!?\n]\s*\S/.test(text);
}

/** A text in the parts that may be matters of their own. */
export function partsOf(text: string): string[] {
  return text
    .split(JOINT)
    .map(part => part.trim())
    .filter(part => plainWords(part).split(' ').length >= 3);
}

/** Does a text begin as one that tells what is wrong: `no hay agua`, `también hay un hueco`? */
export function goesWrong(text: string): boolean {
  return GOES_WRONG.test(`${plainWords(text)} `);
}

const GOES_WRONG =
  /^(?:y |ademas |tambien |ahora |and |also )*(?:no hay|no llega|no (?:tengo|tenemos) (?:luz|agua|gas|internet|señal|corriente|electricidad)(?= )|(?:me quede|nos quedamos|estoy|estamos) sin (?:luz|agua|gas|internet|señal|corriente)(?= )|no recogen|no pasan?|se fue|se daño|tampoco|hay un|hay una|hay unos|hay much[oa]s|there is|there are|there s) /;

/** What is told behind the last word that announces something further; the whole where none does. */
export function behindFurther(text: string): string {
  if (!saysFurther(text)) return text;
  const parts = partsOf(text);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return text;
  // Behind the only part that is long enough stand a few words more: `y además hay ratas`.
  const from = parts.length > 1 ? text.lastIndexOf(last) : text.indexOf(first) + first.length;
  return text.slice(from).replace(/^[\s.,;:]+/u, '') || text;
}
