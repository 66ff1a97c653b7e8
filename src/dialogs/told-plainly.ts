import { added } from './filed/case-steps.ts';
import { isJustFiled } from './filed/just-filed-case.ts';
import { touched } from './intake/absorb.ts';
import { hasRefused } from './intake/another-matter.ts';
import { showAdded } from './intake/flow.ts';
import { stepOf } from './questions.ts';
import type { Topic } from './scene.ts';
import { tellsEachTime } from './words/asking.ts';
import { plainWords } from './words/plain-words.ts';
import { tellsAttempt } from './words/tells-attempt.ts';

/**
 * Whom they turned to before, and to no avail, is more of the report, at its summary and just after filing, and neither the body it is
 * for nor a matter of its own; and what happens each time asks for no day.
 */
export const toldPlainly: Topic = scene => {
  const { burst, state, facts } = scene;
  const isPlain = burst.choice === null && burst.files.length === 0 && facts.reading.emergency === null;
  const isAttempt = tellsAttempt(burst.text);
  if (!isPlain || !(isAttempt || tellsEachTime(burst.text))) return null;
  const { draft, awaits } = state;
  // Who was refused there already goes to whoever decides after it.
  if (draft !== null && hasRefused(scene, draft, plainWords(burst.text))) return null;
  if (isAttempt && draft?.summarised && awaits !== null && stepOf(awaits) === 'confirm') {
    const description = [...draft.description, ...burst.lines];
    return showAdded(scene, { ...touched(scene, draft), description });
  }
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  return c !== undefined && draft === null && awaits === null ? added(scene, c) : null;
};
