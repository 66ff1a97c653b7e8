import { tellsAccount } from '../intake/personal.ts';
import { contentWords } from '../likeness.ts';
import { anyOf } from '../words/any-of.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

const LEAD =
  '(?:(?:y|e|pero|ah|ay|oiga|oye|ok|bueno|gracias|por favor|porfa|tambien|entonces|solo|mejor|mire|que|me|le|les|se|lo|and|but|also|please|just) )*';
const CASE = '(?:(?:mismo|same|\\w+) )?(?:caso|reporte|queja|denuncia|case|report|complaint)';
const TO_CASE = `(?:al|en el|a mi|en mi|a la|en la|a esa|a ese|to my|to the|in my|in the) ${CASE}`;
const END = '(?: (?:tambien|ahi|too|also|por favor|porfa|gracias|please|thanks))*$';
/** `Agregue que …`, `quiero poner el nombre de …`, `¿me lo agrega?`, `add that to my case`. */
const ORDER = anyOf(
  /\bpara que (?:me )?(?:lo|la|los|las) (?:pong|agreg|anot|añad|apunt|inclu)\w+(?: (?:en el|al|en la|a la) \w+)?$/,
  new RegExp(`^${LEAD}(?:agreg(?:u\\w+|a|as|alo|ala|ale)|añad(?:a|an|e|ale|alo|ala|elo|ele)|incluy\\w+) `),
  new RegExp(
    `^${LEAD}(?:pongal[eoa]|ponl[eoa]|anotel[eoa]|apuntel[eoa]|(?:pon|ponga|pongan|anote|anota|apunte|escriba)(?= (?:tambien |ahi )*(?:que|q|lo de|${TO_CASE})\\b)) `,
  ),
  /(?<!\bno )\b(?:ponga|pongale|ponle|agregue|agreguele|añada|anote) (?:tambien |ahi )*(?:que|q) /,
  new RegExp(
    `^(?!(?:cuando|quien|donde|nadie|nunca|no|ya|si) ).*\\b(?:(?:lo|la|los|las|eso|esto) (?:agreg(?:a|as|an)|añad(?:e|es|en)|incluy(?:e|es|en))|me (?:lo|la|los|las) (?:pon|anot|apunt)(?:e|es|en|a|as|an)|(?:pon|agregu|anot|sum)[a-z]*l[oa]s?)(?: ${TO_CASE})?${END}`,
  ),
  new RegExp(
    `^${LEAD}(?:quiero|quisiera|queria|necesito|puede|pueden|podria|podrian|puedes|puedo|me gustaria|i (?:also |just )?want(?:ed)? to|i (?:would|d) like to|i need to|(?:can|could|would|will) you|can i) (?:please |also |just |tambien |por favor |me |le )*(?:(?:agregar|añadir|anotar|incluir|poner|add|include)(?:l[eo])? (?:que|q|that|it|this|eso|esto|(?:el|la|los|las|su|sus|the|his|her|their) (?:nombres?|placas?|datos?|numeros?|fechas?|names?|plates?|numbers?|dates?))\\b|(?:que )?(?:agreguen?|añadan?) )`,
  ),
  /\bi (?:just )?want(?:ed)? to (?:add|include) (?:that|this|it)\b/,
  /\bwant (?:it|this|that) (?:added|included)\b/,
  new RegExp(`^${LEAD}(?:no )?(?:add|include|note|write down|put) (?:that|this|it|down|also|to|in)\\b`),
  /\bplease (?:add|include|note) (?:that|this|it|to|in|also)\b/,
);
/** `…, pon eso`, `anote eso también`: behind what is to be added; of which case, they do not say. */
const NOTES =
  /\S (?:pon|ponme|ponga|pongan|agrega|agregue|anota|anote|apunta|apunte|suma|sume|incluya|add|put|note) (?:eso|esto|that|this|it)(?: (?:tambien|ahi|too|also|in|down|por favor|porfa|please))*$/;

/** `…, ¿se puede agregar?`, `…, ¿me lo puede anotar?`: it is added, and not only said that it can be. */
const ASKED_BEHIND =
  /\S (?:(?:eso|esto|me|lo|la|se|le|pero) )*(?:se )?(?:puede|pueden|podria|podrian|puedes|pueda) (?:se )?(?:agregar|añadir|anotar|apuntar|incluir|poner|sumar)(?:l[oae]s?|se|sel[oa])?(?: (?:eso|esto|al caso|al reporte|a la queja|a la denuncia|tambien|ahi|por favor|porfa))*$/;

/** Is it bid, behind what is told, that it be noted: `también hay ratas, pon eso`? */
export function bidsNoting(text: string): boolean {
  const plain = plainWords(text);
  const isBid = NOTES.test(plain) || ASKED_BEHIND.test(plain);
  return isBid && !OTHER.test(plain) && tellsBeside(plain);
}

/** What asks for another case, for nothing, or for what an ability is. */
const OTHER = anyOf(
  /\b(?:no|nunca|don t|do not) (?:me |lo |la |le )*(?:agreg|añad|pong|anot|inclu|add|put|include)/,
  /\b(?:otr[oa]|nuev[oa]|un|una|another|a new|new) (?:queja|denuncia|reporte|caso|report|complaint|case)\b(?! del? (?:mismo|misma))/,
  /\b(?:otro problema|otro asunto|another problem|atencion|(?:algo|nada|something|anything|mas cosas)$)/,
);
/** Words of the order itself: what is left is to be added. */
const OF_ORDER =
  /^(?:agreg\w*|añad\w*|inclu\w*|pong\w*|ponl\w*|poner\w*|anot\w*|apunt\w*|escrib\w*|sum\w*|pued\w*|podr\w*|quier\w*|quisiera|queria|necesit\w*|caso|reporte|queja|denuncia|mismo|misma|add\w*|includ\w*|note|write|want\w*|like|please|could|would|case|report|complaint|same|porfa|favor|gracias|thanks|tambien|also|just|that|this|solo)$/;

/** Do words bid that something be added, and tell what: `agregue que ya se cayó una moto`, `can you add that he ran off`? */
export function ordersAdding(text: string): boolean {
  const plain = plainWords(text);
  const isOrdered = [plain, ...clauses(text).map(plainWords)].some(part => ORDER.test(part));
  return isOrdered && !OTHER.test(plain) && tellsBeside(plain);
}

function tellsBeside(plain: string): boolean {
  return /\d/.test(plain) || contentWords(plain).some(word => !OF_ORDER.test(word));
}

/** Is all that an order wants added told there already, and nothing of it denied: `ponle lo de la factura de 40`? */
export function standsIn(text: string, description: readonly string[]): boolean {
  const plain = plainWords(text);
  const known = new Set(plainWords(description.join(' ')).split(' '));
  const told = plain.split(' ').filter(word => (word.length > 3 || /\d/.test(word)) && !OF_ORDER.test(word));
  return told.length > 1 && !/\b(?:no|not|ya)\b/.test(plain) && told.every(word => known.has(word));
}

const REACHABLE = /(?<![\d-])(?:\+?507[ -]?)?\d{3,4}[ -]?\d{4}(?![\d-])|[^\s@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/;
const TO_REACH =
  /\b(?:llam(?:en?|enl[ae]|el[ae]|arl[ae]|enos)|llame(?:n)?me|la llamen|escrib(?:an|anle)|avis(?:en|enl[ea]|ar|arl[ea])|contact(?:e|en|enla|enlo|ar)|call|text|contact|(?:mi|mis|su|sus|el|los|otro|my|her|his) (?:numeros?|telefonos?|celular(?:es)?|whatsapp|correo|phone|number|cell|e ?mail))\b/;
const WANTS_ONE = /\b(?:persona|human\w+|operador\w*|agente|alguien|person|someone|somebody)\b/;
const MOST_WORDS = 26;

/** Do words tell how to reach somebody, with the number: `llamen a mi hija al 6611-0022`, `my number is 6611-0022`? */
export function tellsHowToReach(text: string): boolean {
  const plain = plainWords(text);
  const isShort = plain.split(' ').length <= MOST_WORDS;
  return (
    isShort && REACHABLE.test(text) && TO_REACH.test(plain) && !WANTS_ONE.test(plain) && !tellsAccount(text)
  );
}
