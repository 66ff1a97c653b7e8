import type { Agency, Procedure } from '../../catalogue/catalogue.ts';
import { stemOf } from '../../nlu/stem.ts';
import type { Sentence } from '../../texts.ts';
import { contentWords } from '../likeness.ts';
import { lines, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { waysTo } from './agency-words.ts';
import { nextOf } from './information.ts';
import { cardLines, sourceWords } from './procedure-words.ts';

const LEADS =
  '(?:ok |okay |bueno |ah |aja |pero |gracias |thanks |otra cosa |oiga |entonces |no |so |y |e |and |but )*';

/** `Y si tengo boletas`, `what if I am a pensioner`. */
const IF = new RegExp(`^${LEADS}(?:que pasa )?(?:si|if|what if|what happens if) `);
/** `Hay que poner denuncia antes`, `do I need an appointment`. */
const DUTY = new RegExp(
  `^${LEADS}(?:primero |antes )?(?:hay que|(?:yo )?tengo que|tiene que|tienen que|debo|(?:yo )?necesito|se necesita|hace falta|es (?:necesario|obligatorio)|(?:do|must|should) (?:i|we|you) |does (?:he|she|it) need)\\b`,
);
/** `Ella recibe jubilación, ¿igual aplica?` */
const IF_SAME =
  /\b(?:(?:igual|tambien|siempre|todavia) )?(?:aplica|aplico|aplican|califica|califico|importa|afecta|cuenta|sirve|es igual|es lo mismo|cambia|le toca|puede entrar|le sale|lo tiene|(?:does|would|will) (?:it|that|she|he) (?:still )?(?:matter|apply|count|change|affect|qualify|work|get it)|is (?:it|that) (?:the same|a problem|ok|okay)|still (?:apply|qualify|qualifies|applies))$/;
/** `Me lo pueden mandar al correo`: what was told is meant by a little word. */
const MEANS_IT = anyOf(
  /\b(?:me |se |te |nos )?(?:lo|la|los|las) (?:puedo|puede|pueden|podria|podrian|podemos|dan|entregan|mandan|envian|saco|sacan|retiro|recojo|cobro|renuevo|pago|hacen)\b/,
  /^(?:y |pero |ok |bueno )*(?:se |lo |la |me )?(?:puedo|puede|pueden|podria|podrian|podemos)\b.*\w+r(?:se|me|nos|te)?(?:lo|la|los|las)\b/,
  /\b(?:get|do|pick|send|collect|renew|have|mail) (?:it|them)\b/,
);
/** `Puede ir otra persona por mí`: asked by its verb, without a sign. */
const BY_VERB = new RegExp(
  `^${LEADS}(?:se |me |lo |la )?(?:puedo|puede|pueden|podria|podrian|podemos|sirve|can|could|may|is it|are they|do they|does it) `,
);
const WHAT_THEN =
  /\b(?:que|como) (?:hago|hacemos|hace uno|se hace|pasa|puedo hacer)(?: entonces| ahi| ahora)?$|^(?:so )?what (?:then|now|do (?:i|we) do(?: then| now)?|happens(?: then)?)$/;

function asksAs(pattern: RegExp, text: string): boolean {
  return clauses(text).some(clause => pattern.test(plainWords(clause)));
}

/** Does a text suppose something, so that nothing in that is told: `y si el papá no quiere firmar`? */
export function supposed(clause: string): boolean {
  return IF.test(plainWords(clause));
}

/** Is it asked what must be done, or whether it holds for somebody: `¿tengo que ir a la policía?`, whatever matter that sounds like? */
export function asksOfRule(text: string): boolean {
  return [IF, DUTY, IF_SAME].some(pattern => asksAs(pattern, text));
}

/** Is something asked of what was told, which is meant by a little word or by none? */
export function pointsBack(text: string): boolean {
  return asksOfRule(text) || asksAs(MEANS_IT, text);
}

/** Is something asked, with its sign or without, that may be of a card? */
export function asksOfCard(text: string): boolean {
  const asks = text.includes('?') || pointsBack(text) || beginsAsQuestion(text) || asksToBring(text);
  return asks || [BY_VERB, WHAT_THEN, BY_ANOTHER].some(pattern => asksAs(pattern, text));
}

/** `¿Mi hijo tiene que llevar certificado de nacimiento?`, `¿piden foto?`: one paper, to be brought for what was told. */
const BRINGS =
  /\b(?:(?:tengo|tiene|tienen|tenemos|hay|debo|debe|deben|debemos|necesito|necesita|necesitan) (?:que )?|hace falta |have to |has to |must |need to |needs to |should )(?:(?:i|we|he|she|yo) )?(?:llevar|presentar|traer|entregar|aportar|adjuntar|bring|take|show)(?:l[oae]s?)? (?:(?:el|la|los|las|mi|su|un|una|algun|alguna|a|the|my|his|her) )*\w{3,}/;
const ASKED_FOR = new RegExp(
  `^${LEADS}(?:(?:se|le|les|me|nos) )*(?:necesita|necesitan|piden|pide|exigen|hace falta|sirve) (?:(?:el|la|los|las|mi|su|un|una|algun|alguna) )*\\w{3,}(?: \\w+){0,3}$`,
);

/** Is it asked whether a paper is among those that were told: not what they are? */
export function asksToBring(text: string): boolean {
  const plain = plainWords(text);
  const isOpen = /\b(?:que|cuales|what|which) (?:mas |papeles |documentos |cosas |else |papers )?/.test(
    plain.replace(/\b(?:tengo|tiene|tienen|tenemos|hay) que\b/g, ' '),
  );
  return !isOpen && (BRINGS.test(plain) || (text.includes('?') && ASKED_FOR.test(plain)));
}

/** The lines of the card that speak of what they ask; else that only the body knows. Null: it is not asked of the card. */
export function ofCondition(scene: Scene, procedure: Procedure, agency: Agency): Sentence | null {
  const { text } = scene.burst;
  if (!asksOfCard(text)) return null;
  const known = cardLines(scene, procedure).filter(({ said }) => speaksOf(said, text, procedure));
  const isOfIt = pointsBack(text) || [BY_VERB, WHAT_THEN, BY_ANOTHER].some(pattern => asksAs(pattern, text));
  if (known.length === 0 && asksToBring(text))
    return lines(
      say(scene, 'info.not_listed', { agency: agency.acronym }),
      waysTo(scene, agency),
      nextOf(scene),
    );
  if (known.length === 0 && !isOfIt) return null;
  if (known.length > 0 && LACKS.test(plainWords(text)))
    return lines(
      say(scene, 'info.if_lacking', { agency: agency.acronym }),
      waysTo(scene, agency),
      nextOf(scene),
    );
  const told = known.map(({ line }) => ({ text: line }));
  return known.length === 0
    ? lines(say(scene, 'info.agency', { agency: agency.acronym }), waysTo(scene, agency), nextOf(scene))
    : lines(
        say(scene, 'info.on_that'),
        ...told,
        sourceWords(scene, procedure),
        say(scene, 'info.rest', { agency: agency.acronym }),
        waysTo(scene, agency),
      );
}

const PERSON =
  '(?:otra persona|alguien|un familiar|(?:mi|el|la|su|my|her|his|their|the) \\w+|someone|somebody|anyone)(?: else)?';
const DONE =
  '(?:ir|va|vaya|haga|hacer|sacar|retirar|retire|recoger|cobrar|cobre|tramitar|renovar|buscar|go|do|collect|pick|get)\\w*';
/** Can somebody else do it, or must they go themselves who cannot? */
const BY_ANOTHER = anyOf(
  new RegExp(`\\b(?:puede|pueden|podria|podrian|can|could|may) ${DONE} ${PERSON}\\b`),
  new RegExp(
    `\\b${PERSON} (?:me |le |se |lo |la |melo )*(?:puede|pueden|podria|podrian|can|could|may) ${DONE}\\b`,
  ),
  new RegExp(`\\b(?:can|could|may) ${PERSON} ${DONE}\\b`),
  /\botra persona\b|\b(?:someone|somebody|anyone) else\b|\b(?:ir|go|hacerlo|sacarlo|cobrarlo|retirarlo|it|up) (?:yo )?(?:por|for) (?:mi|ella|el|me|him|her|them)\b/,
  /\bno (?:puedo|puede|podemos) (?:ir|caminar|moverse|salir|viajar|cobrar\w*|hacerlo|presentarse)\b|\b(?:can|could) ?(?:not|t) (?:go|walk|move|travel)\b/,
);

/** Is it asked whether somebody else can do it for who cannot go? */
export function asksByAnother(text: string): boolean {
  return BY_ANOTHER.test(plainWords(text));
}

/** `¿Y si no tiene recibo de luz?`: that it is asked for says nothing of who has it not. */
const LACKS =
  /\b(?:si|if|cuando) (?:\w+ ){0,3}?(?:no|don t|doesn t|do not|does not|not) (?:(?:lo|la|los|las|me|le) )?(?:tengo|tiene|tienen|hay|consigo|consigue|have|has|got)\b|\b(?:no (?:tengo|tiene|tenemos)|without) (?:\w+ ){1,6}(?:igual|tambien|sirve|puedo|se puede|can i)\b/;

/** What is asked in other words than the card says it with, and how the card says it. */
const ALIKE: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(boletas?|multas?|deud\w+|debo|debe|debiendo|moros\w+|tickets?|fines?|owe|debts?)\b/,
    /\b(paz y salvo|clearance)\b/,
  ],
  [/\b(jubil\w+|pension\w*|retir(ada|ado|ed|ement))\b/, /\b(jubil\w+|pension\w*|retire\w*)\b/],
  [
    /\b(papa|mama|padres?|madre|acudiente|father|mother|dad|mom|parents?)\b/,
    /\b(padres?|acudiente|parents?|guardian)\b/,
  ],
  [
    BY_ANOTHER,
    /\b(en persona|in person|personal|presencia|presence|acudiente|guardian|autorizar|autorizacion|authorise|authorisation|titular)\b/,
  ],
  [
    /\b(internet|en linea|online|virtual\w*|por la pagina|desde (la )?casa|por correo|al correo|by (e ?mail|mail))\b/,
    /\b(en linea|online|virtual|web|e tax|digital|quioscos?|kiosks?)\b/,
  ],
];

/** `¿Me ponen multa?`: whether one comes of it, and none that is owed. */
const IS_FINED =
  /\b(?:ponen|pone|pondran|poner|multan|multar\w*|cobran|dan|van a poner) (?:una |la )?(?:multas?|boletas?)\b|\b(?:me|nos|le) multan\b|\b(?:get|be) (?:a )?fined?\b/;

/** Has a line of the card a word of the question, which its name has not? */
function speaksOf(line: string, asked: string, { name }: Procedure): boolean {
  const said = plainWords(line);
  const plain = plainWords(asked);
  if (ALIKE.some(([question, card]) => question.test(plain) && card.test(said) && !IS_FINED.test(plain)))
    return true;
  const own = rootsOf(`${name.es} ${name.en}`);
  const roots = rootsOf(line);
  return [...rootsOf(asked)].some(root => roots.has(root) && !own.has(root));
}

/** The roots of the words that tell one question, or one line of a card, from another. */
export function rootsOf(text: string): Set<string> {
  return new Set(
    contentWords(text)
      .filter(word => !LIGHT.test(word))
      .map(stemOf),
  );
}

/** Words of every question and every card. */
const LIGHT =
  /^(tengo|tiene|tienen|necesit\w+|puedo|puede|hacer|persona|original|vigente|mismo|sirve|sobre|have|need|person|años?|days?|years?|horas?|dias?|meses|hasta|antes|para|panama|paga|pagar|pago|papel\w*|document\w*|recib\w+|tramit\w+)$/;
