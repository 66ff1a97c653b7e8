import type { Awaits } from '../../conversation.ts';
import { added } from '../../filed/case-steps.ts';
import { isJustFiled } from '../../filed/just-filed-case.ts';
import { afterQuestion, type Move, replyOf, retold, type Scene, say, withState } from '../../scene.ts';
import { putsQuestion } from '../../words/asking.ts';
import { chosenWord } from '../../words/chosen.ts';
import { afterYes, besideYes } from '../../words/consent.ts';
import { plainWords } from '../../words/plain-words.ts';
import { beginReport } from '../flow.ts';
import { surePlace } from '../place/namesakes.ts';
import { sidesApart } from './matters-apart.ts';
import { offerOf, opensNone } from './offer-of-danger.ts';
import { saysOne, saysSent } from './same-matter.ts';

/** Shall the next matter of an earlier message be taken up? Null: that was no answer. */
export function answerSplit(scene: Scene, awaits: Awaits): Move | null {
  const { burst } = scene;
  if (burst.choice === null && saysOne(burst.text)) return joined(scene, awaits);
  if (burst.choice === null && saysSent(burst.text))
    return { state: withNext(scene).state, replies: [replyOf(say(scene, 'fine'))] };
  // `Sí, ¿y quién me paga la llanta?`: opened, and what they ask goes along with it.
  const beside = burst.choice === null ? (besideYes(burst.text) ?? afterYes(burst.text)) : null;
  const isAsked = beside !== null && (beside.includes('?') || putsQuestion(beside));
  const asked = beside !== null && isAsked ? [beside] : [];
  // `Sí, y es en la calle tercera` tells more of it.
  const more = beside !== null && !isAsked ? [beside] : [];
  const isNone = burst.choice === null && (NO_OTHER.test(plainWords(burst.text)) || opensNone(burst.text));
  const pick = isNone ? 'no' : beside !== null ? 'yes' : chosenWord(awaits.choices, burst);
  const free = afterQuestion(scene);
  if (pick === 'no') return { state: { ...free.state, later: [] }, replies: [replyOf(say(scene, 'fine'))] };
  if (pick !== 'yes') return null;
  const held = retold(free, [...(awaits.held?.lines ?? []), ...more], []);
  // `No hay luz y no recogen la basura`, put aside as one, may be two.
  const [first, ...others] = sidesApart(held);
  const apart = first !== undefined && others.length > 0;
  const own = apart
    ? withState(retold(free, [first], []), { later: [...others, ...free.state.later] })
    : held;
  const place = surePlace(own.facts.reading.places) ?? scene.facts.cases[0]?.place ?? null;
  const { privacy = null, contact = null } = awaits.held ?? {};
  const move = beginReport(own, { place, privacy, contact });
  const { draft } = move.state;
  if (draft === null || asked.length === 0) return move;
  return {
    ...move,
    state: { ...move.state, draft: { ...draft, description: [...draft.description, ...asked] } },
  };
}

/** `No, ningún otro asunto`. */
const NO_OTHER =
  /^(no )?(es )?(ningun[oa]?|no (hay|es|tengo|quiero)) (otr[oa]|mas)( (asunto|caso|problema|cosa|queja))?s?( mas)?$|^(no )?(no other|nothing else|none)\b/;

/** What was taken for another matter belongs to the case that was filed just before. */
function joined(scene: Scene, awaits: Awaits): Move {
  const c = scene.facts.cases.find(filed => isJustFiled(scene, filed));
  const next = withNext(scene);
  const words = (awaits.held?.lines ?? []).filter(line => !c?.description.includes(line));
  if (c === undefined || words.length === 0)
    return { state: next.state, replies: [replyOf(say(scene, 'fine'))] };
  return added(retold(next, words, []), c);
}

/** The scene after the offer, with the next of what they told, where there is more. */
function withNext(scene: Scene): Scene {
  const free = afterQuestion(scene);
  const [next, ...later] = free.state.later;
  return next === undefined ? free : withState(free, { later, awaits: offerOf(scene, next) });
}
