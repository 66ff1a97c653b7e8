import type { CaseChange } from '../../cases/case.ts';
import { withoutPin } from '../../cases/pin.ts';
import type { Words } from '../../cases/steps.ts';
import type { Sentence } from '../../texts.ts';
import type { Awaits } from '../conversation.ts';
import { apartFromSelf } from '../intake/self-apart.ts';
import { interrupting, type Move, replyOf, type Scene } from '../scene.ts';

/** Asks something about a case; what was awaited before is gone back to. */
export function ask(scene: Scene, awaits: Awaits): Move {
  return { state: interrupting(scene, awaits).state, replies: [] };
}

/** A change of a case and its acknowledgement; then `awaits`, when something is asked. */
export function changed(
  scene: Scene,
  change: CaseChange,
  sentence: Sentence,
  awaits: Awaits | null = null,
): Move {
  const { state } = awaits ? interrupting(scene, awaits) : scene;
  const { number } = change.case;
  return {
    state: { ...state, lost: 0 },
    cases: [change],
    replies: [replyOf(sentence, { caseNumber: number })],
  };
}

/** What the burst says, as a case takes it: a PIN is for its citizen alone, and who they are stands beside its words. */
export function wordsOf({ burst, facts, catalogue }: Scene): Words {
  const text = withoutPin(burst.text, catalogue.centre.prefix);
  // Who writes in another's name would be called in their stead.
  const { told, self } = facts.sure ? apartFromSelf(text) : { told: text, self: '' };
  return { text: told || null, contact: self || null, attachments: burst.files, at: facts.now };
}
