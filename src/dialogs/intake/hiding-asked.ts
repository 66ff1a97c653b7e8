import type { Privacy } from '../../cases/case.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { askedApart } from '../kept-beside.ts';
import { stepOf } from '../questions.ts';
import { led, type Move, retold, type Scene, say } from '../scene.ts';
import { wishesKept } from '../words/asking.ts';
import { consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { absorb } from './absorb.ts';
import { notAnonymous, withPrivacy } from './aside.ts';
import { proceed, saying, showSummary } from './flow.ts';
import { possiblePrivacy, privacyIn, wishesHidden } from './privacy.ts';

const WHETHER =
  /\b(puedo|puede|pueden|podria|podrian|se puede|hay (forma|manera|modo)|es posible|can|could|may|is it possible|is there a way)\b/;

/**
 * `Can I stay anonymous?`, `¿se puede sin que sepan quién soy?`: it can, and is so from now on, which is said; what is told
 * beside it is heard by `answer`. Null: nobody asks whether.
 */
export function hidingAsked(
  scene: Scene,
  draft: Draft,
  awaits: Awaits,
  answer: (scene: Scene, draft: Draft) => Move,
): Move | null {
  if (scene.burst.choice !== null || !scene.burst.text.includes('?')) return null;
  const parts = askedApart(scene.burst.text);
  const asked = parts.find(part => askedIn(part) !== null);
  const wished = asked === undefined ? null : askedIn(asked);
  if (wished === null) return null;
  const own = withPrivacy(scene, draft, wished);
  const lead = keptSo(scene, wished);
  const told = parts.filter(part => part !== asked && plainWords(part).split(' ').length >= LEAST_TOLD);
  const rest = retold(scene, told);
  const step = stepOf(awaits);
  if (step === 'privacy' || step === 'reserve')
    return told.length > 0 ? proceed(rest, absorb(own, rest), lead) : proceed(scene, own, lead);
  const isSummed = step === 'confirm' || step === 'fix';
  if (isSummed && isDetail(rest))
    return showSummary(scene, { ...own, description: [...own.description, ...told] }, lead);
  if (told.length > 0) {
    const move = answer(rest, own);
    const [first, ...others] = move.replies;
    return first ? { ...move, replies: [led(lead, first), ...others] } : move;
  }
  return isSummed ? showSummary(scene, own, lead) : saying(scene, { draft: own, awaits }, lead);
}

const LEAST_TOLD = 3;

/** Nothing that a summary is answered with, or put right by: more of the matter. */
function isDetail({ facts, burst }: Scene): boolean {
  const isOther =
    facts.reading.places.length > 0 || burst.text.includes('?') || consentIn(burst.text) !== null;
  return burst.text !== '' && !isOther && (facts.reading.services[0]?.p ?? 0) < OTHER;
}

/** From here on it may be another matter. */
const OTHER = 0.5;

function askedIn(part: string): Privacy | null {
  const plain = plainWords(part);
  if (!part.includes('?') || !(WHETHER.test(plain) || wishesKept(part))) return null;
  if (wishesHidden(plain)) return 'confidential';
  const named = privacyIn(plain);
  return named === 'normal' ? null : named;
}

function keptSo(scene: Scene, wished: Privacy): ReturnType<typeof say> {
  if (possiblePrivacy(scene, wished) !== wished) return notAnonymous(scene);
  return say(scene, wished === 'anonymous' ? 'anonymous_followed' : 'info.sees_words');
}
