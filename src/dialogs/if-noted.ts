import { isOpen } from '../cases/lifecycle.ts';
import { addToCase } from '../cases/steps.ts';
import type { Sentence } from '../texts.ts';
import { questionIn, SURE_ACT } from './acts.ts';
import { sentences } from './clauses.ts';
import type { Draft } from './conversation.ts';
import { excerpt } from './excerpt.ts';
import { changed, wordsOf } from './filed/case-change.ts';
import { isJustFiled } from './filed/just-filed-case.ts';
import { unseen } from './filed/unseen.ts';
import { showSummary } from './intake/flow.ts';
import { contentWords } from './likeness.ts';
import { plainWords } from './plain-words.ts';
import { type Move, replyOf, type Scene, say, type Topic } from './scene.ts';

const DONE =
  '(?:puso|pusieron|pusiste|anoto|anotaron|apunto|apuntaron|agrego|agregaron|incluyo|incluyeron|escribio)';
const STANDS = '(?:quedo|quedaron|esta|estan|sale|salen|salio|salieron|se fue|se fueron)';
const NOTED = '(?:puest|anotad|apuntad|incluid|escrit|agregad)[oa]s?';
const VALUE = '(?:numero|placa|nombre|hora|fecha|dato|datos|telefono)';
const ASKS = new RegExp(
  [
    `\\b${DONE} (?:ahi )?(?:lo|los|la|las|el|que|q|mi|eso)\\b`,
    `\\b${STANDS} (?:ahi |ya )*${NOTED}\\b`,
    `\\b${STANDS} (?:ahi |ya |si |bien |con |${NOTED} )*(?:lo de(?:l| la| las| los| que)?|(?:el|la) ${VALUE})\\b`,
    `\\b(?:lo|los|la|las) (?:del?|de la) .* (?:${STANDS}|lo (?:${DONE}))(?: ahi| puesto)?$`,
    '\\bdid you (?:put|add|write|include)\\b',
    '\\b(?:is|was|are|were|does|did) (?:the|my|that|it) .*\\b(?:in (?:it|there|the (?:report|case|complaint))|included|written down|mention|include)\\b',
  ].join('|'),
);
/** Asked without a sign: `si quedó lo del bus`, `lo de las ratas quedó`. */
const OUTRIGHT = new RegExp(
  `^(?:(?:y|pero|oye|oiga|entonces|solo|quiero saber|digame|dime|me (?:dice|confirma)|confirmeme) )*si (?:ya )?${STANDS} | (?:quedo|quedaron)$`,
);
const ASKS_OF_SELF =
  /\bmi (nombre|cedula|telefono|celular|numero|correo|direccion)\b|\bmy (name|phone|number|e ?mail|address)\b/;
const MOST_WORDS = 24;
/** Words of the question itself. */
const ASKING =
  /^(?:puso|pusi\w+|anot\w+|apunt\w+|agreg\w+|inclu\w+|escrib\w+|quedo|quedaron|puest\w+|sale\w*|salio|salieron|oiga|oye|disculpe|entonces|digame|confirm\w+|report\w*|caso|queja|denuncia|case|complaint|there|part|about|have|written|mention|put|add|write|did|does|was|were)$/;

/** `¿Le puso lo del sector 2?`: what is in the report the desk itself knows, and what is not goes there now. */
export const ifNoted: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isHow = /^(y |oiga |disculpe )*(como|donde|cual|que|q|quien|cuando)\b/.test(plain);
  const asks = !isHow && ASKS.test(plain) && (burst.text.includes('?') || OUTRIGHT.test(plain));
  if (!asks || burst.choice !== null || plain.split(' ').length > MOST_WORDS) return null;
  // What they told of themselves is no word of the report.
  if (ASKS_OF_SELF.test(plain) || questionIn(scene, SURE_ACT) === 'seen') return null;
  if (state.draft?.summarised) return ofDraft(scene, state.draft, plain);
  const open = facts.cases.filter(isOpen);
  const c = open.find(filed => isJustFiled(scene, filed)) ?? (open.length === 1 ? open[0] : undefined);
  if (state.draft !== null) return null;
  if (!c) return facts.cases.length === 0 ? unseen(scene) : null;
  const told = toldOf(plain, [...c.description, c.place?.text ?? '']);
  if (told === null && !asksValue(plain)) {
    const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
    return changed(scene, change, say(scene, 'if_noted.now'));
  }
  return { state: { ...state, lost: 0 }, replies: [replyOf(found(scene, told), { caseNumber: c.number })] };
};

function ofDraft(scene: Scene, draft: Draft, plain: string): Move {
  const told = toldOf(plain, [...draft.description, draft.place?.text ?? '']);
  if (told !== null || asksValue(plain)) return showSummary(scene, draft, found(scene, told));
  const more = { ...draft, description: [...draft.description, ...scene.burst.lines] };
  return showSummary(scene, more, say(scene, 'if_noted.now'));
}

/** It stands there, and how; or it is a number or the like that only they can tell. */
function found(scene: Scene, told: string | null): Sentence {
  return told === null
    ? say(scene, 'if_noted.untold')
    : say(scene, 'if_noted.before', { words: excerpt(told, MOST_QUOTED) });
}

const MOST_QUOTED = 80;

const IS_VALUE = /^(?:numero|num|nro|placa|telefono|number|plate|phone)$/;

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
