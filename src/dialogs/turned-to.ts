import { added } from './filed/case-steps.ts';
import { isJustFiled } from './filed/just-filed-case.ts';
import { touched } from './intake/absorb.ts';
import { showAdded } from './intake/flow.ts';
import { stepOf } from './questions.ts';
import type { Topic } from './scene.ts';
import { tellsAttempt } from './words/tells-attempt.ts';

/**
 * Whom they turned to before, and to no avail, told to a summary or just after filing: more of that report, and neither the body it
 * is for nor a matter of its own.
 */
export const turnedTo: Topic = scene => {
  const { burst, state, facts } = scene;
  const isPlain = burst.choice === null && burst.files.length === 0 && facts.reading.emergency === null;
  if (!isPlain || !tellsAttempt(burst.text)) return null;
  const { draft, awaits } = state;
  if (draft?.summarised && awaits !== null && stepOf(awaits) === 'confirm') {
    const description = [...draft.description, ...burst.lines];
    return showAdded(scene, { ...touched(scene, draft), description });
  }
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  return c !== undefined && draft === null && awaits === null ? added(scene, c) : null;
};
