import type { Case } from '../../cases/case.ts';
import type { Sentence } from '../../texts.ts';
import { answeredWith } from '../filed/case-answers.ts';
import { bodyOf } from '../filed/case-steps.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { agreesBeside } from '../words/consent.ts';
import { dayText } from '../words/day-text.ts';
import { plainWords } from '../words/plain-words.ts';
import { ASKS_FOOD, bodiesAsked } from './bodies-asked.ts';
import { HOW_THAT_WENT, neverSent } from './never-sent.ts';
import { WHERE_TO_GET, whereToGet } from './where-to-get.ts';

/** What may be asked of any matter, and what the desk says of it; null: not of this one. */
interface Asked {
  pattern: RegExp;
  words: (scene: Scene, c: Case | null) => Sentence | null;
}

const OTHERS =
  '(?:l[oa]s (?:otr[oa]s|demas)(?: \\w+)?|otr[oa]s? (?:familias?|vecin[oa]s?|personas?|gente|madres|padres|mamas|clientes|usuari[oa]s)|(?:mis?|l[oa]s|el|la|un[oa]?) (?:vecin[oa]s?|amig[oa]s?|herman[oa]s?|prim[oa]s?|comadre|compadre|compañer[oa]s?|familias?|hij[oa]s?|suegr[oa]|cuñad[oa]|conocid[oa])|(?:the |my )?(?:other|neighbou?rs?|friends?|sisters?|brothers?|others)(?: (?:families|people|parents|neighbou?rs))?)';
const REPORT =
  '(?:escrib(?:an?|ir(?:les?)?)|llam(?:en?|ar) (?:tambien|aqui|aca|al 311|a(?:l)? ustedes)|(?:se )?quej(?:en?|arse)|(?<!\\b(?:mi|el|un|este|ese|su|al|del) )report(?:en?|ar)|denunci(?:en?|ar)|(?:pon|hag|hac|pres|mand)\\w* (?:tambien )?(?:su|la|una?|otr[oa]|el|lo)(?: propi[oa])? ?(?:mism[oa]|queja|denuncia|reporte|caso|reclamo)|(?:also )?(?:write|report it|complain|file|send (?:one|their|a report)))';
/** `¿Le digo a las otras familias que llamen también?`, `una amiga tiene lo mismo, ¿le digo que escriba?` */
const OTHERS_TOO = anyOf(
  new RegExp(`\\b${OTHERS}(?: (?!puedo\\b|podemos\\b|quiero\\b|contra\\b)\\w+){0,7} ${REPORT}(?: |$)`),
  new RegExp(
    `(?<!\\bme )\\b(?:pueden?|podrian?|deben?|convendria que|conviene que) (?:tambien )?(?:escribir|reportar|quejarse|poner (?:su|la|una)(?: propia)? (?:queja|denuncia)|hacer (?:su|un|el)(?: propio)? reporte) (?:tambien |aqui )*${OTHERS}\\b`,
  ),
  new RegExp(`\\bdi(?:go|ga|gan|gamos) a ${OTHERS}(?: \\w+){0,2} (?:llam|escrib|report|quej|veng)\\w*`),
);

/** `¿Y quién va a venir?`: whom they send, and not who answers or calls. */
const WHO_COMES =
  /^(?:(?:y|e|pero|ok|entonces|and|but|gracias) )*(?:quien(?:es)?|a quien|who)(?: es (?:el|la) que)? (?:(?:me|lo|la|nos) )?(?:vas? a|van? a|viene[ns]?|vendran?|mandan|will|is|are)(?: (?:venir|ir|llegar|pasar|mandar|come|coming|going to come))?(?: (?:a|para) \w+| por el| por ella| aca| aqui| here)*$/;

const OUT = '(?:sacar|quitar|tumbar|cortar|botar|mover|romper|desalojar|podar|echar|arrancar|desarmar)';
/** `Ese que se metió ¿lo puedo sacar yo?`, `si puedo quitar la cerca`, and nothing that stands in the report. */
const BY_SELF = anyOf(
  new RegExp(`\\b(?:l[oa]s? |yo )*puedo (?:yo )?(?:mism[oa] )?${OUT}(?:l[oa]s?)? yo(?: mism[oa])?\\b`),
  new RegExp(
    `\\b(?:yo )?puedo (?:yo )?(?:mism[oa] )?${OUT} (?:yo )?(?:la|el|los|las|ese|esa|esos|esas|su|sus) (?:cercas?|arbol(?:es)?|palos?|muros?|ramas?|candados?|carros?|portones|porton|puertas?|matas?|postes? de (?:madera|cerca)|gente|señor\\w*|invasor\\w*|inquilin\\w*|vecin\\w*|perros?|animal(?:es)?)\\b`,
  ),
  /\bcan i (?:take|cut|tear|throw|pull|move)(?: (?:it|him|her|them|the \w+))? (?:down|out|off|away|up)?(?: ?myself)\b|\bcan i (?:take|cut|tear|pull) (?:down|out|off) (?:the|his|her|their) \w+/,
);

const PEACE = 'juez_paz';
const PEACE_HOUSE =
  /\bque (?:es|son|significa|hacen en)(?: eso de)?(?: la| las| una)? casas? de paz\b|\bwhat is (?:a |the )?(?:casa de paz|peace house)\b/;
const IF_ABSENT =
  /\bsi (?:ella|el|ellos|ellas|la otra persona|(?:mi|la|el) vecin[oa]|es[ea] señora?) no (?:va|vas?|viene|asiste|quiere ir|se presenta|llega|aparece|van|vienen|hace caso)\b|\bif (?:she|he|they) (?:do(?:es)? not|doesn t|don t) (?:go|come|show up|appear)\b/;

/** `¿Qué hace si se le acaba antes?`, `¿a qué hospital podemos ir?` */
const RUNS_OUT =
  /\bsi (?:se (?:le|me|nos|lo|la)? ?(?:acab|termin)\w*|no (?:me |le |nos )?(?:alcanza|llega)|(?:se |me |le )*(?:pone|siente|siento|pongo) (?:mal|peor))\b|\b(?:a que|a cual|cual|que|hay (?:un|algun)) (?:\w+ ){0,2}(?:hospital|urgencias?|clinica)\b(?: \w+){0,4} (?:ir|vamos|llev\w+|voy|podemos|puedo)\b|\bif (?:it|she|he|the \w+) (?:runs? out|gets? worse)\b|\b(?:is there|which|what) (?:an? |other )?hospital\b/;
const MEDICINE =
  /\b(?:insulin\w*|medicin\w*|medicament\w*|pastillas?|oxigeno|dialisis|tratamiento|inhalador\w*|quimio\w*|diabet\w*|presion|hemodialisis|medication|pills?|inhaler)\b/;
/** `¿Y si el techo se cae antes?`, `¿mando a mi hija o no?` */
const IF_FALLS =
  /\bsi (?:\w+ ){0,4}(?:se (?:cae|viene abajo|derrumba|desploma|parte|prende|revienta)|colapsa|explota)\b.*\b(?:que|q|a quien)\b|\b(?:mando|llevo|dejo) (?:a )?(?:mi|mis|los|la|el) (?:hij\w+|niñ\w+|pela\w+)\b.*\bo no\b|\b(?:what|who) .*\bif (?:it|the \w+) (?:falls|collapses|comes down|catches fire)\b/;

/** `¿El plazo es para que la tienda conteste o ACODECO?` */
const WHOSE_DAYS =
  /\b(?:plazo|fecha|dias?|deadline|date)\b(?: \w+){0,4} (?:(?:para|pa|for) (?:que )?|de |of )(?:\w+ ){1,5}(?:o|u|or) \w|\b(?:de|para) quien (?:es|son) (?:el|ese|esos|los) (?:plazo|dias)\b|\b(?:plazo|dias) (?:es|son) (?:de|para) quien\b|\bwhose deadline\b/;

const GET =
  '(?:dan|daran|devuelven|devolveran|pagan|pagaran|consigue[ns]?|arreglan|resuelven|aprueban|(?:van? a|pueden?|podrian?) (?:dar|devolver|pagar|conseguir|arreglar|resolver|aprobar))(?:me|nos)?';
/** `¿Con esto me dan la cita?`, `¿me consigue la cita o solo es una queja?`, `me dan la cita o no` */
const IF_OBTAINED = anyOf(
  new RegExp(
    `\\b(?:con (?:esto|eso|este reporte|esta queja|la queja|el reporte)|(?<!\\w )esto|(?<!\\w )eso)(?: ya| si)* (?:me|nos) ${GET}\\b`,
  ),
  new RegExp(`\\b(?:me|nos) ${GET}(?: \\w+){1,5} o (?:es )?(?:solo|solamente|nada mas)\\b`),
  new RegExp(`^(?:.* )?(?:me|nos) ${GET} (?:la|el|mi|los|las|una?) \\w+ o no$`),
  /\bo (?:es )?(?:solo|solamente|nada mas) (?:es )?una? (?:queja|reporte|denuncia)$/,
  /\b(?:does|will) (?:this|it) (?:get|give|bring) me\b|\bor is (?:it|this) (?:only|just) a (?:complaint|report)\b/,
);

/** `¿Y si el MOP dice que no es de ellos?` */
const NOT_THEIRS = anyOf(
  /\bsi (?:el |la |los |las |ellos |ellas |me |nos |ahi |alla )?(?:\w+ ){0,4}(?:dice|dicen|salen con|contestan?|responden?) que (?:eso |esto )?no (?:es|son) (?:de|con|cosa de|asunto de|problema de) (?:ellos|ellas|el|ella)\b/,
  /\bsi (?:\w+ ){0,6}(?:que )?(?:eso |esto )?no (?:le|les) (?:toca|corresponde|compete)\b/,
  /\bif (?:\w+ ){0,4}(?:says?|tells? me) (?:that )?(?:it|this) is ?(?:not|n t) (?:theirs|their (?:job|problem|matter|responsibility))\b/,
);

const TABLE: readonly Asked[] = [
  { pattern: IF_OBTAINED, words: (scene, c) => ofBody(scene, c, 'asked.if_obtained') },
  { pattern: NOT_THEIRS, words: (scene, c) => ofBody(scene, c, 'asked.not_theirs') },
  { pattern: ASKS_FOOD, words: bodiesAsked },
  { pattern: HOW_THAT_WENT, words: neverSent },
  { pattern: WHERE_TO_GET, words: whereToGet },
  { pattern: OTHERS_TOO, words: scene => say(scene, 'asked.others_too') },
  {
    pattern: WHO_COMES,
    words: (scene, c) => c && say(scene, 'asked.who_comes', { agency: bodyOf(scene, c) }),
  },
  { pattern: BY_SELF, words: scene => say(scene, 'asked.by_self') },
  { pattern: PEACE_HOUSE, words: scene => say(scene, 'asked.peace_house') },
  { pattern: RUNS_OUT, words: (scene, c) => (isOfMedicine(scene, c) ? say(scene, 'asked.runs_out') : null) },
  { pattern: IF_FALLS, words: scene => say(scene, 'asked.if_falls') },
  { pattern: IF_ABSENT, words: (scene, c) => (isOfPeace(scene, c) ? say(scene, 'asked.if_absent') : null) },
  { pattern: WHOSE_DAYS, words: (scene, c) => c && whoseDays(scene, c) },
];

const MOST_WORDS = 24;

/**
 * What can be asked of a report or a case whatever it is about: whether others may write too, who comes, whose the days are, what
 * they may do themselves. The desk answers it, and passes none of it on; what is told beside it is kept.
 */
export const ofEveryMatter: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  if (burst.choice !== null || burst.files.length > 0 || plain.split(' ').length > MOST_WORDS) return null;
  // What only may be a danger was answered with the numbers.
  const isCalm = facts.reading.emergency === null || IF_OBTAINED.test(plain);
  if (!isCalm || (!isAsked(burst.text) && !HOW_THAT_WENT.test(plain))) return null;
  const c = state.draft === null ? caseMeant(scene) : null;
  if (state.draft === null && c === null) return null;
  // `Sí. ¿Pueden escribir mis vecinos?` is sent, and answered with it.
  if (state.draft?.summarised && agreesBeside(burst.text)) return null;
  const answer = answerOfEvery(scene, c);
  if (answer === null) return null;
  // What stands beside a question of something else is of that, and no word of this case.
  if (c && !HOW_THAT_WENT.test(plain)) return answeredWith(scene, c, answer);
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(answer)] };
};

/** What is said of any matter to such a question, of the case or the report that is open; null: none of these is asked. */
export function answerOfEvery(scene: Scene, c: Case | null): Sentence | null {
  const plain = plainWords(scene.burst.text);
  for (const { pattern, words } of TABLE) {
    const answer = pattern.test(plain) ? words(scene, c) : null;
    if (answer) return answer;
  }
  return null;
}

/** Is it of what somebody's health hangs on? */
function isOfMedicine({ state, burst }: Scene, c: Case | null): boolean {
  const told = [...(state.draft?.description ?? c?.description ?? []), burst.text];
  return MEDICINE.test(plainWords(told.join(' ')));
}

function isAsked(text: string): boolean {
  return text.includes('?') || beginsAsQuestion(text) || putsQuestion(text) || WHETHER.test(plainWords(text));
}

const WHETHER =
  /^(?:(?:y|oiga|pero|ok) )*(?:en )?(?:que|q) (?:quedo|qdo|paso) |^(?:(?:y|oiga|pero|and) )*(?:hay|no hay|habra|is there) (?:alguna?|algun|any) |\b(?:pregunt\w+|saber|digame|digan|dime|no te pregunte eso|asking|know) (?:si|if|whether)\b|^si puedo\b|^(?:(?:y|pero|ok) )*(?:que pasa )?si (?:el|la|l[oa]s|ell[oa]s|me|ahi|alla) (?:\w+ ){0,4}(?:dic|contest|respond)\w+ que\b|\bo no$|\bo (?:es )?solo (?:es )?una queja$|\bno (?:te|le) pregunte eso si\b/;

/** Said with the name of the body that has it, or will; null: none is known. */
function ofBody(
  scene: Scene,
  c: Case | null,
  key: 'asked.if_obtained' | 'asked.not_theirs',
): Sentence | null {
  const { draft } = scene.state;
  const id = draft && holderOfDraft(scene, draft)?.holder.agencyId;
  const agency = c ? c.holder && bodyOf(scene, c) : scene.catalogue.agencies.get(id ?? '')?.acronym;
  return agency ? say(scene, key, { agency }) : null;
}

function isOfPeace(scene: Scene, c: Case | null): boolean {
  const { draft } = scene.state;
  return (c ? c.holder : draft && holderOfDraft(scene, draft)?.holder)?.agencyId === PEACE;
}

/** The day is the body's; who else is to answer has none here. */
function whoseDays(scene: Scene, c: Case): Sentence | null {
  if (c.holder === null) return null;
  return say(scene, 'asked.whose_days', {
    agency: bodyOf(scene, c),
    day: dayText(c.dueAt, scene.state.language),
  });
}
