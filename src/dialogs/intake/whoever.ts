import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { showSummary } from './flow.ts';

const WHOEVER = anyOf(
  /\b(?:vean?|atiendan?|reciban?|mand\w+|envi\w+|pong\w+|pas\w+|lleguen?|vaya|dele) (?:(?:lo|la|le|al?) )*(?:quien|el que|la que|al que|a la que)(?: sea)?(?: que)? (?:(?:le|les) )?(?:sea|to(?:ca|que)|correspond[ae])\b/,
  /^(?:(?:bueno|pues|ok|no|ay|entonces|mejor|que|sea|ponga(?:le)?|pongale) )*(?:a )?(?:quien|el que|al que|la que) (?:le |les )?(?:toque|sea|corresponda)(?: (?:pues|entonces|por favor|gracias|ya))*$/,
  /\b(?:whoever|whichever (?:one|office|body)|to who) (?:(?:it|is|s|should|the) )*(?:belongs|concerns|in charge|responsible|right|handles|competent|handle)\b/,
);

/** `Póngale a quien le toque`, of who had named another body: the one the rule names has it. Null: they wish nothing of the kind. */
export function whoeverIsRight(scene: Scene, draft: Draft): Move | null {
  const { text, choice } = scene.burst;
  const isRefused = (draft.refused ?? []).length > 0;
  const isNamed = draft.agencyId !== null && draft.serviceId !== null && !isRefused;
  if (!isNamed || choice !== null || text.includes('?') || !WHOEVER.test(plainWords(text))) return null;
  const { reasons } = scene.facts.read(draft.description.join('\n'));
  return showSummary(scene, { ...touched(scene, draft), agencyId: null, reasons }, say(scene, 'corrected'));
}
