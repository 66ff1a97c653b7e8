import type { Agency } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { type Move, retold, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { bodiesDenied, withoutBodiesDenied } from './bodies-denied.ts';
import { ofDistrict } from './body-names.ts';
import { showSummary } from './flow.ts';
import { holderOfDraft } from './guess.ts';
import { bodyMeant } from './named-body.ts';
import { refusedIn } from './refusal.ts';
import { holderNamed } from './supplier.ts';

/** Why a body is not wanted that is the competent one: no word of what happened. */
const DISTRUSTS =
  /\b(?:no|ni) (?:me |nos |le |les )?(?:hac|sirv|contest|respond|resuelv|atiend|ayud|confi|vien|recog)\w*|\bnunca\b|\bhace nada\b|\b(?:never|useless)\b|\b(?:don t|do not|doesn t) (?:do|help|answer|trust)\b|\bdo(?:es)? nothing\b/;

/**
 * A body that it is not for, though nobody said so, is none that they want: the rest is heard without it. Who distrusts the
 * competent one is told that it is theirs, and that a person can decide. Null: no such body is denied; a report that is of
 * something else is put right elsewhere.
 */
export function bodyDenied(scene: Scene, draft: Draft, again: (own: Scene) => Move): Move | null {
  const { burst } = scene;
  if (!draft.summarised || burst.choice !== null) return null;
  const all = bodiesDenied(scene, burst.text).map(body => ofDistrict(scene, body, draft.place));
  // Who is accused, or feared, is refused for good elsewhere.
  if (all.length === 0 || refusedIn(scene, draft, burst.text).length > 0) return null;
  const still = competentStill(scene, draft);
  if (still) return still;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const [other] = all.filter(({ id }) => id !== held);
  const isHeld = (body: Agency): boolean => ofDistrict(scene, body, draft.place).id === held;
  const text = withoutBodiesDenied(scene, burst.text, isHeld);
  if (text === burst.text.trim()) return null;
  if (text !== '') return again(retold(scene, [text]));
  return other === undefined
    ? null
    : showSummary(scene, touched(scene, draft), say(scene, 'refused_still', { agency: other.name }));
}

/** `Mándelo, pero el municipio no, que no hacen nada`, of the municipality that has it by law: nothing is sent. Null: another is meant. */
export function competentStill(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const holder = holderOfDraft(scene, draft)?.holder;
  const denied = bodiesDenied(scene, text).map(body => ofDistrict(scene, body, draft.place).id);
  if (
    holder === undefined ||
    !denied.includes(holder.agencyId) ||
    bodyMeant(scene, text, draft.place) !== null
  )
    return null;
  return DISTRUSTS.test(plainWords(text))
    ? showSummary(
        scene,
        touched(scene, draft),
        say(scene, 'competent_still', { agency: holderNamed(scene, holder, draft.description) }),
      )
    : null;
}
