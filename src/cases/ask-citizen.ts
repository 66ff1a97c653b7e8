import { type Actor, applyToCase, type CaseDeps, type CaseResult, findVisible } from './apply.ts';
import { askCitizen } from './desk-steps.ts';

/** An agency's question; a second use of the same key asks nothing. */
export interface QuestionRequest {
  text: string;
  idempotencyKey?: string | undefined;
}

/** Asks the citizen of a case, on their channel; the holder's clock stands still until they answer. */
export function askAboutCase(
  deps: CaseDeps,
  actor: Actor,
  number: string,
  { text, idempotencyKey }: QuestionRequest,
): Promise<CaseResult> {
  return applyToCase(deps, {
    name: 'question',
    find: findVisible(deps, actor, number),
    idempotencyKey,
    decide: c => {
      const result = askCitizen(c, { text, by: actor.name, at: deps.now() });
      if (!result.ok) return { allowed: result.allowed };
      return { change: result.change, notice: { what: 'question', text } };
    },
  });
}
