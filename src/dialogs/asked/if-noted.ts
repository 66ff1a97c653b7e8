import type { Case } from '../../cases/case.ts';
import { addToCase } from '../../cases/steps.ts';
import type { Sentence } from '../../texts.ts';
import { actIn, questionIn, SURE_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { changed, wordsOf } from '../filed/case-change.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { unseen } from '../filed/unseen.ts';
import { showSummary } from '../intake/flow.ts';
import { contentWords } from '../likeness.ts';
import { lines, type Move, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { excerpt } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';

const DONE =
  '(?:puso|pusieron|pusiste|anoto|anotaron|apunto|apuntaron|agrego|agregaron|incluyo|incluyeron|escribio)';
const STANDS = '(?:quedo|quedaron|esta|estan|sale|salen|salio|salieron|se fue|se fueron)';
const NOTED = '(?:puest|anotad|apuntad|incluid|escrit|agregad)[oa]s?';
const VALUE = '(?:numeros?|placa|nombre|hora|fecha|datos?|telefonos?|celular(?:es)?|correo)';
const ASKS = new RegExp(
  [
    `\\b${DONE} (?:ahi )?(?:lo|los|la|las|el|que|q|mi|eso)\\b`,
    `\\b${STANDS} (?:ahi |ya )*${NOTED}\\b`,
    `\\b${STANDS} (?:ahi |ya |si |bien |con |${NOTED} )*(?:lo de(?:l| la| las| los| que)?|(?:el|la|los|las|mi|mis) ${VALUE})\\b`,
    `\\b(?:lo|los|la|las) (?:del?|de la) .* (?:${STANDS}|lo (?:${DONE}))(?: ahi| puesto)?$`,
    `\\b(?:mi|mis|el|los) ${VALUE} .*\\b${STANDS}\\b`,
    '\\bdid you (?:put|add|write|include)\\b',
    '\\b(?:is|was|are|were|does|did) (?:the|my|that|it) .*\\b(?:in (?:it|there|the (?:report|case|complaint))|included|written down|mention|include)\\b',
  ].join('|'),
);
/** Asked without a sign: `si quedó lo del bus`, `lo de las ratas quedó`. */
const OUTRIGHT = new RegExp(
  `^(?:(?:y|pero|oye|oiga|entonces|solo|no|digo|quiero saber|digame|dime|me (?:dice|confirma)|confirmeme) )*si (?:ya )?${STANDS} | (?:quedo|quedaron)$`,
);
function isOutright(scene: Scene, plain: string): boolean {
  // `Anoche le echaron asfalto. Quedó feo pero quedó` asks nothing.
  const act = actIn(scene, SURE_ACT);
  return OUTRIGHT.test(plain) && act !== 'solved' && act !== 'talks';
}

const ASKS_OF_SELF =
  /\bmi (nombre|cedula|telefono|celular|numero|correo|direccion)\b|\bmy (name|phone|number|e ?mail|address)\b/;
/** How to reach them is kept beside the case. */
const OF_REACH = /\b(?:telefonos?|celular(?:es)?|correo|phone|e ?mail)\b/;
const MOST_WORDS = 24;
/** Words of the question itself. */
const ASKING =
  /^(?:puso|pusi\w+|anot\w+|apunt\w+|agreg\w+|inclu\w+|escrib\w+|quedo|quedaron|puest\w+|sale\w*|salio|salieron|oiga|oye|disculpe|entonces|digame|confirm\w+|report\w*|caso|queja|denuncia|case|complaint|there|part|about|have|written|mention|put|add|write|did|does|was|were)$/;

/** `¿Le puso lo del sector 2?`: what is in the report the desk itself knows, and what is not goes there now. */
export const ifNoted: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isHow = /^(y |oiga |disculpe )*(como|donde|cual|que|q|quien|cuando)\b/.test(plain);
  const asks = !isHow && ASKS.test(plain) && (burst.text.includes('?') || isOutright(scene, plain));
  if (!asks || burst.choice !== null || plain.split(' ').length > MOST_WORDS) return null;
  const isOfSelf = ASKS_OF_SELF.test(plain) || questionIn(scene, SURE_ACT) === 'seen';
  // What they told of themselves is no word of the report.
  if (isOfSelf && (state.draft !== null || !OF_REACH.test(plain))) return null;
  if (state.draft?.summarised) return ofDraft(scene, state.draft, plain);
  const c = caseMeant(scene);
  if (state.draft !== null) return null;
  if (!c) return facts.cases.length === 0 ? unseen(scene) : null;
  const contact = OF_REACH.test(plain) ? (c.reporter?.contact ?? null) : null;
  const told = contact ?? toldOf(plain, [...c.description, c.place?.text ?? '']);
  if (told === null && !asksValue(plain)) {
    const fact = retold(scene, [factAsked(burst.text)], burst.files);
    const change = addToCase(c, { ...wordsOf(fact), by: 'citizen' });
    return changed(scene, change, say(scene, 'if_noted.now'));
  }
  const more = contact === null ? null : besideReach(scene, c);
  if (more) return more;
  return { state: { ...state, lost: 0 }, replies: [replyOf(found(scene, told), { caseNumber: c.number })] };
};

/** `¿Puso mi teléfono y que la hospitalizaron?`: what is asked of beside it is added where it does not stand. */
function besideReach(scene: Scene, c: Case): Move | null {
  const [first = '', ...others] = scene.burst.text.split(/\s+(?:y|and)\s+(?=(?:que|q|lo|that)\s)/iu);
  const rest = others.join(' ');
  if (rest === '' || !OF_REACH.test(plainWords(first)) || toldOf(plainWords(rest), c.description))
    return null;
  const fact = retold(scene, [factAsked(rest)], scene.burst.files);
  const change = addToCase(c, { ...wordsOf(fact), by: 'citizen' });
  const words = found(scene, c.reporter?.contact ?? null);
  return changed(scene, change, lines(words, say(scene, 'follow.added', { number: c.number })));
}

/** The words that ask, before what is asked about and behind it. */
const BEFORE =
  /^[\s¿]*(?:(?:y|pero|entonces|oiga|oye|no|digo|solo|so|and)[\s,]+)*(?:(?:quiero saber|me (?:dice|confirma)|conf[ií]rmeme|d[ií]game)\s+)?(?:(?:si|s[ií]|ya|le|lo)\s+)*(?:puso|pusieron|pusiste|anot[oó]|anotaron|apunt[oó]|apuntaron|agreg[oó]|agregaron|incluy[oó]|incluyeron|escribi[oó]|qued[oó]|quedaron|est[aá]n?|sali[oó]|salieron|did you (?:put|add|write|include))(?:\s+(?:puest|anotad|apuntad|incluid|escrit|agregad)[oa]s?)?(?:\s+(?:ah[ií]|ya|tambi[eé]n))*(?:\s+(?:que|q|that)(?=\s))?\s+/iu;
const BEHIND = /(?:[\s,]+(?:o no|verdad|cierto|in it|there|ah[ií]))?\s*\?+/u;

/** What is asked about, as a fact: `lo del niño`, of `¿quedó puesto lo del niño?` */
function factAsked(text: string): string {
  const fact = text
    .replace(BEFORE, '')
    .replace(BEHIND, '.')
    .replace(/\.\s*$/, '')
    .trim();
  return fact === '' ? text : fact;
}

function ofDraft(scene: Scene, draft: Draft, plain: string): Move {
  const told = toldOf(plain, [...draft.description, draft.place?.text ?? '']);
  if (told !== null || asksValue(plain)) return showSummary(scene, draft, found(scene, told));
  const more = { ...draft, description: [...draft.description, factAsked(scene.burst.text)] };
  return showSummary(scene, more, say(scene, 'if_noted.now'));
}

/** It stands there, and how; or it is a number or the like that only they can tell. */
function found(scene: Scene, told: string | null): Sentence {
  return told === null
    ? say(scene, 'if_noted.untold')
    : say(scene, 'if_noted.before', { words: excerpt(told, MOST_QUOTED) });
}

const MOST_QUOTED = 80;

const IS_VALUE = /^(?:numeros?|num|nro|placa|telefonos?|celular|number|plate|phone)$/;

/** Is it asked for a number or the like, which no question tells? */
function asksValue(plain: string): boolean {
  return plain.split(' ').some(word => IS_VALUE.test(word));
}

/** The sentence of what was told that holds half of the words that are asked about; null: none of it does. */
function toldOf(plain: string, description: readonly string[]): string | null {
  const asked = wordsAsked(plain);
  const parts = description.flatMap(sentences);
  if (asksValue(plain)) return parts.find(part => holdsNumber(part, asked)) ?? null;
  const held = (text: string): number => {
    const words = new Set(plainWords(text).split(' '));
    return asked.filter(word => words.has(word)).length;
  };
  if (held(description.join(' ')) * 2 < asked.length) return null;
  const best = parts.reduce((most, part) => (held(part) > held(most) ? part : most), parts.at(-1) ?? '');
  const first = asked.findLast(word => plainWords(best).split(' ').includes(word));
  return around(best, first ?? '');
}

/** What is asked about: the words that tell something, and the short one behind `lo del`. */
function wordsAsked(plain: string): string[] {
  const named = [...plain.matchAll(/\b(?:l[oa]s? de(?:l| la| los| las)?|the) (\w{3})\b/g)].map(
    ([, word]) => word ?? '',
  );
  const all = new Set([...contentWords(plain), ...named]);
  return [...all].filter(word => !ASKING.test(word) && !IS_VALUE.test(word));
}

/** The words about one of them, where there are many. */
function around(text: string, word: string): string {
  const all = text.split(/\s+/);
  const at = all.findIndex(written => plainWords(written) === word);
  const from = Math.max(0, at - WORDS_BEFORE);
  return text.length <= MOST_QUOTED || at < 0 || from === 0 ? text : `…${all.slice(from).join(' ')}`;
}

const WORDS_BEFORE = 6;

/** `El bus era el 1432`, of the number of the bus; the five of `a las 5` is none. */
function holdsNumber(part: string, asked: readonly string[]): boolean {
  const plain = plainWords(part);
  const near = asked.some(word =>
    new RegExp(`\\b${word}\\b.{0,30}${NUMBER}|${NUMBER}.{0,15}\\b${word}\\b`).test(plain),
  );
  return near || (asked.length === 0 && new RegExp(NUMBER).test(plain));
}

const NUMBER = '\\b\\w*\\d\\w*\\d\\w*\\b';
