import type { Privacy } from '../../cases/case.ts';
import type { Awaits, Draft, StepName } from '../conversation.ts';
import { stepOf } from '../questions.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { proceed, saying } from './flow.ts';
import { sureService } from './guess.ts';
import { contactKey, withContact } from './personal.ts';
import { possiblePrivacy, privacyIn, wishesHidden } from './privacy.ts';
import { nameGiven, onlyNames } from './self-shown.ts';

/** Nothing to hide, said in so many words. */
const OPENLY = /\b(mis datos|mi nombre|my (?:full |real )?name|sin (ninguna )?reserva|not confidential)\b/;

/** Longer texts say more than how much of the writer may be seen. */
const MOST_WORDS = 4;

/** Where how it is kept is asked, or the whole of it, they answer with it. */
const OF_KEEPING: readonly StepName[] = ['privacy', 'reserve', 'confirm', 'fix'];

/**
 * The wish to stay unknown, told while something else is asked: kept, and what was asked stays asked. Null: no such
 * wish, or it is the answer to the question itself.
 */
export function privacyAside(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const step = stepOf(awaits);
  if (OF_KEEPING.includes(step) || scene.burst.choice !== null) return null;
  const plain = plainWords(scene.burst.text);
  const named = plain.split(' ').length <= MOST_WORDS ? privacyIn(plain) : null;
  const isNamed = onlyNames(scene.burst.text);
  const wished = isNamed ? 'normal' : (named ?? (onlyHides(scene) ? 'confidential' : null));
  if (wished === null) return null;
  // `Con mis datos` is no place, whatever is asked.
  if (wished === 'normal' && !OPENLY.test(plain)) return null;
  const isQueja = wished === 'normal' && draft.privacy === null && draft.kind !== 'denuncia';
  const kept = isQueja ? touched(scene, draft) : withPrivacy(scene, draft, wished);
  const told = isNamed ? withOwnName(kept, scene.burst.text) : kept;
  const isDone = isQueja || told.privacy === wished;
  const lead = isNamed ? say(scene, contactKey(told)) : isDone ? say(scene, 'noted') : notAnonymous(scene);
  // Only a denuncia can be kept back: who asks for it has told the kind too.
  if (step === 'kind' && wished !== 'normal') return proceed(scene, { ...told, kind: 'denuncia' }, lead);
  return saying(scene, { draft: told, awaits }, lead);
}

/** `No quiero que sepan que fui yo`, and neither where nor what; with a question mark it asks. */
export function onlyHides(scene: Scene): boolean {
  const { burst, facts } = scene;
  const isWish = wishesHidden(plainWords(burst.text)) && !burst.text.includes('?');
  const { places, services } = facts.reading;
  return isWish && places.length === 0 && sureService(scene, services, null) === null;
}

/** The draft kept as a citizen wishes, or in reserve where nobody can stay anonymous. */
export function withPrivacy(scene: Scene, draft: Draft, wished: Privacy): Draft {
  return touched(scene, { ...draft, privacy: possiblePrivacy(scene, wished) });
}

/** The draft with the name they bid to put, as far as it may be kept. */
export function withOwnName(draft: Draft, text: string): Draft {
  const name = draft.privacy === 'anonymous' ? null : nameGiven(text);
  return name === null ? draft : withContact(draft, name);
}

/** Why nobody can stay anonymous on this channel, and where they can. */
export function notAnonymous(scene: Scene): ReturnType<typeof say> {
  return say(scene, 'not_anonymous', { url: scene.publicUrl });
}
