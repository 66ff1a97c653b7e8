import { clauses, sentences, signedClauses } from './clauses.ts';
import { type Consent, consentIn, ordersFiling } from './consent.ts';
import { plainWords } from './plain-words.ts';
import { fromWord, ORDERING, saidIn, sortsOf, wordsIn } from './said.ts';

/** What stands beside an order to send: what is told with it, and what is asked; '' where nothing is. */
export interface BesideOrder {
  told: string;
  asked: string;
}

/** What goes on behind an order in the same breath, and is no part of it as `al MOP` and `con reserva` are. */
const GOES_ON =
  /^(?:que|q|k|porque|por ?que|pq|xq|y|e|pero|aunque|para que|pa que|pa q|and|but|because|that|so|(?:(?:de |en )?(?:forma |manera )?anonim\w+|(?:con|sin|bajo) (?:mi nombre|mis datos|(?:ninguna )?reserva)|confidencial\w*|anonymous\w*|confidential\w*|with my name|without my name))\b/u;
/** What leads to it: `y ponga que` tells nothing. */
const LEAD =
  /^(?:(?:y|e|que|q|k|pero|and|but|por favor|please)\s+)*(?:(?:ponga|p[oó]ngale|ponle|agregue|agr[eé]guele|anote|diga|d[ií]gales?|add|put|say)(?:\s+(?:tambi[eé]n|ah[ií]|also))*\s+(?:que|q|k|that)\s+)?/iu;
/** Whatever else they order, these say that it is not now to be sent, or not so. */
const TAKE_BACK: readonly Consent[] = ['no', 'hold', 'drop', 'doubt', 'solved'];
/** `Si no vienen mañana, mándelo`: ordered for a case only. */
const FOR_A_CASE =
  /^(?:(?:pero|y|but|and) )?(?:si|cuando|hasta que|en cuanto|apenas|if|when|once|unless) (?!(?:asi|mij[oa]|señora?|por|en|es)\b)/u;

/**
 * `Así está bien, envíelo. Soy una señora de 78 años`: what stands beside a clear order to send, wherever that stands; null: none is
 * given, or it is taken back.
 */
export function besideOrder(text: string): BesideOrder | null {
  let isOrdered = false;
  const told: string[] = [];
  const asked: string[] = [];
  for (const sentence of sentences(text)) {
    const isAsked = sentence.includes('?');
    // `¿Lo pueden mandar con reserva?` wishes it otherwise.
    if (isAsked && MAY.test(plainWords(sentence))) {
      asked.push(sentence);
      continue;
    }
    const all = signedClauses(sentence);
    for (const [at, clause] of all.entries()) {
      const rest = behindSending(clause);
      // `¿Lo envía?` may ask for it, and may ask whether.
      const isOrder =
        rest !== null && (rest === '' ? !clause.includes('?') : isAsked ? isQuestion(rest) : goesOn(rest));
      if (isOrder && isAsked && MIGHT.test(plainWords(clause))) return null;
      if (isOrder && FOR_A_CASE.test(plainWords(all[at - 1] ?? ''))) return null;
      isOrdered ||= isOrder;
      const left = isOrder ? rest : clause;
      if (left.trim() === '' || RESIGNED.test(plainWords(left)) || saysNothingElse(left) || isBareNo(left))
        continue;
      if (TAKE_BACK.includes(consentIn(left) ?? 'yes')) return null;
      (isAsked ? asked : told).push(left.trim());
    }
  }
  return isOrdered ? { told: tidy(told), asked: asked.join(' ') } : null;
}

/** Is it ordered sent in a clause of its own, whatever stands beside: `ya hablé con mi hermana. mande lo de la ayuda`? */
export function ordersBeside(text: string): boolean {
  const said = clauses(text).map(clause => plainWords(clause).replace(JOINED, ''));
  return said.some(clause => ordersFiling(clause) || ordersNamed(clause)) || besideOrder(text) !== null;
}

const JOINED = /^(?:(?:pero|y|but|and) )+/;

/** `Send the water report`, `sí, haga lo de la tarjeta`. */
function ordersNamed(clause: string): boolean {
  const order = saidIn(clause).find(({ sort }) => sort !== 'yes' && sort !== 'polite');
  return order?.sort === 'file' && DOING.test(order.words) && OF_REPORT.test(clause);
}

const DOING = /\b(?:m[ae]nd|envi|send|submit|present|remit|hag)/;

const OF_REPORT = /\b(?:lo de|reporte|queja|denuncia|report|complaint)\b/;

/** `¿Y si mejor lo envía al CSS?`: asked what would be, and nothing is ordered by it. */
const MIGHT =
  /^(?:(?:y|e|pero|o|and|but|or|so|que (?:tal|pasa|pasaria)|what) )+(?:si|if) |^(?:si|if) (?:lo|la|los|las|se|le|mejor|yo|usted(?:es)?|no|it|you|i|they|we) |^(?:no )?(?:es|seria|sera|convendria|conviene|would it be|is it) (?:mejor|better|posible|possible) /;

/** `Send what?` asks what to do, `lo envía al CSS?` whether it is for them. */
function isQuestion(rest: string): boolean {
  const plain = plainWords(rest);
  return plain.includes(' ') && !TO_WHOM.test(plain);
}

const TO_WHOM = /^(?:al?|para|to) (?!(?:que|quien(?:es)?|cual|donde|what|who|when|cuant[oa]s?)\b)/;

function goesOn(rest: string): boolean {
  return GOES_ON.test(plainWords(rest));
}

const MAY = /^(?:(?:y|lo|la|me|pero|no) )*(?:puede|pueden|podria|podrian|can|could)\b/;
const RESIGNED = /^(?:ni modo|no importa|da igual|(?:ya )?que importa|pero bueno)$/;

function isBareNo(clause: string): boolean {
  return /^no+$/.test(plainWords(clause));
}

function tidy(told: readonly string[]): string {
  return told.join(' ').replace(/[\s,;:.]+$/u, '');
}

/** What is told without the words that lead to it: `tenemos un bebé` of `y ponga que tenemos un bebé`. */
export function withoutLead(told: string): string {
  return told.replace(LEAD, '');
}

/** What stands behind an order to send that a clause begins with; '' when nothing does, null: it begins with none. */
function behindSending(told: string): string | null {
  const clause = told.replace(BUT_SEND, '');
  const said = saidIn(clause);
  const end = said.findIndex(({ sort }) => sort === null || !ORDERING.has(sort));
  const head = end < 0 ? said : said.slice(0, end);
  const isOrder = head.some(
    ({ sort, words }) => sort === 'file' && SENDING.test(words) && !NAMES_ONE.test(words),
  );
  if (!isOrder || sortsOf(head).has('no')) return null;
  // `Envíelo me van a llamar?`: what leads to the rest is its own.
  const last = head.findLastIndex(({ words }) => !LIGHT.test(words));
  return end < 0 ? '' : fromWord(clause, wordsIn(head.slice(0, last + 1)));
}

/** `…, pero sí mándelo`. */
const BUT_SEND =
  /^\s*(?:pero|but|aunque)\s+(?=(?:(?:s[ií]|igual|ya|yes)[\s,]+)?(?:m[aá]nd|env[ií])\p{L}*l[oa](?!\p{L})|(?:yes,? |please )?send it\b)/iu;

const LIGHT = /^(?:y|e|que|q|pues|me|le|lo|la|se|mi|yo|es|eso|esta|usted|pero ya|and|it|i|then)$/;

/** `Mande lo del árbol`: one of several. */
const NAMES_ONE = /\b(?:la|el|lo) (?:del?|de l[ao]s?) |\ba (?:alguien|una persona)\b/;
/** An order that can only mean to send: `siga`, `dele` and `ponga` may mean much. */
const SENDING = /\b(m[ae]nd|envi|send|submit|present|remit)/;

/** Does a clause only agree, greet or thank, and tell nothing? */
export function saysNothingElse(clause: string): boolean {
  return saidIn(clause).every(({ sort }) => sort === 'yes' || sort === 'polite' || sort === 'parting');
}
