import type { StepName } from '../conversation.ts';
import { stepOf } from '../questions.ts';
import { led, type Move, replyOf, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { isAfterDanger } from './after-danger.ts';
import { saysOver } from './of-what.ts';

/** Somebody has fallen ill, and is not only one who is: `una señora enferma` may be so for years. */
const FELL_ILL = anyOf(
  /\b(vomit\w+|diarreas?|fiebres?|calentura|ronchas|convuls\w+|deshidrat\w+|intoxic\w+|dengue|dolor(es)? de (estomago|barriga|cabeza|panza)|soltura)\b/,
  /\bse (\w+ )?(ha |han |estan? |esta )?enferm(o|aron|ado|ando|an|aban)\b/,
  /\b(esta|estan|cayo|cayeron|puso|pusieron) (\w+ )?enferm[oa]s\b/,
  /\b(throwing up|vomit\w*|diarrh\w+|fever|rash|food poisoning|stomach (ache|pain)|(got|getting|fell|falling|is|are|became) (\w+ )?sick)\b/,
);
const SOMEBODY =
  /\b(niñ\w+|bebes?|pelaos?|pelait\w+|hij\w+|niet\w+|abuel\w+|mama|papa|madre|padre|espos\w+|mujer|marido|señora?e?s?|vecin\w+|gente|famili\w+|personas?|alumn\w+|estudiantes|herman\w+|muchach\w+|yo|me|nos|todos|estoy|estamos|tengo|tenemos|kids?|child|children|baby|son|daughter|wife|husband|mother|father|people|neighbou?rs?|family|we|i|everybody|everyone)\b/;

/** Are people told to have fallen ill? */
export function tellsIll(text: string): boolean {
  const plain = plainWords(text);
  return FELL_ILL.test(plain) && SOMEBODY.test(plain);
}

/**
 * The move with where to go before it, when people are told to have fallen ill by what was filed: it is put there, and they are
 * not left with that. Told once; after a danger's numbers no more is said.
 */
export function caredFor(scene: Scene, move: Move): Move {
  const [first, ...others] = move.replies;
  const isTold = scene.burst.choice === null && tellsIll(scene.burst.text);
  if (!isTold || (first && first.class !== 'reply')) return move;
  if (scene.state.draft !== null || scene.conversation.mode === 'waiting') return caredMeanwhile(scene, move);
  const changed = move.cases?.map(({ case: c }) => c.number) ?? [];
  const asked = move.state.awaits !== null && OF_CASE.includes(stepOf(move.state.awaits));
  const meant = scene.facts.cases.filter(({ number }) => asked || changed.includes(number));
  if (meant.length === 0 || meant.some(c => c.description.some(tellsIll))) return move;
  const words = say(scene, 'care_told');
  return { ...move, replies: first ? [led(words, first), ...others] : [replyOf(words)] };
}

/** The same, where a report is open or a person is waited for. */
export function caredAmid(scene: Scene, move: Move): Move {
  const isAmid = scene.state.draft !== null || scene.conversation.mode === 'waiting';
  return isAmid ? caredFor(scene, move) : move;
}

/** The same told to a report that is open, or to who waits for a person: once, and where it was not told before. */
function caredMeanwhile(scene: Scene, move: Move): Move {
  const { draft, later } = scene.state;
  const before = [...(draft?.description ?? []), ...later, ...scene.facts.cases.flatMap(c => c.description)];
  const isAsked = /[?¿]/.test(scene.burst.text);
  // Who is cared for already is sent nowhere.
  if (isAsked || saysOver(plainWords(scene.burst.text)) || isAfterDanger(scene) || before.some(tellsIll))
    return move;
  const [first, ...others] = move.replies;
  const words = say(scene, 'care_told');
  return { ...move, replies: first ? [led(words, first), ...others] : [replyOf(words)] };
}

/** Questions which case it belongs to. */
const OF_CASE: readonly StepName[] = ['case', 'duplicate'];
