import { type Actor, applyToCase, type CaseDeps, type CaseResult, findVisible } from './apply.ts';
import { noteCase } from './desk-steps.ts';

/** An internal note; a second use of the same key writes nothing. */
export interface NoteRequest {
  text: string;
  idempotencyKey?: string | undefined;
}

/** Writes a word between officials into a case's history; the citizen is told nothing. */
export function addNote(
  deps: CaseDeps,
  actor: Actor,
  number: string,
  { text, idempotencyKey }: NoteRequest,
): Promise<CaseResult> {
  return applyToCase(deps, {
    name: 'note',
    find: findVisible(deps, actor, number),
    idempotencyKey,
    decide: c => ({ change: noteCase(c, { text, by: actor.name, at: deps.now() }), notice: null }),
  });
}
