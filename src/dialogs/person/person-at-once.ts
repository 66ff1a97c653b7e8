import { dropDraft } from '../commands.ts';
import { isPersonal } from '../intake/personal.ts';
import { orderedToSend } from '../intake/sent-as-ordered.ts';
import { type Move, type Topic, withState } from '../scene.ts';
import { clauses } from '../words/clauses.ts';
import { consentIn } from '../words/consent.ts';
import { asksForPerson } from '../words/person-words.ts';
import { refusesOutright } from '../words/refuses-outright.ts';
import { toPerson, withMatter } from './person.ts';

/**
 * Who plainly asks for a person is handed over at once, in any state and beside whatever else is said: what is ordered sent with it
 * is sent, and what shall not be sent is dropped, so that going back offers it no more.
 */
export const personAtOnce: Topic = scene => {
  const { burst } = scene;
  // How to be called about a report belongs to it.
  if (burst.choice !== null || !asksForPerson(burst.text) || isPersonal(burst.text)) return null;
  const sent = orderedToSend(scene);
  if (sent?.cases) return behind(sent, toPerson(withState(scene, sent.state), 'asked'));
  if (scene.state.draft !== null && isRefused(burst.text)) {
    const left = dropDraft(scene);
    return behind(left, toPerson(withState(scene, left.state), 'asked'));
  }
  return toPerson(withMatter(scene), 'asked');
};

/** The hand-over behind what was done before it. */
function behind(done: Move, handed: Move): Move {
  return {
    ...handed,
    ...(done.cases ? { cases: done.cases } : {}),
    set: { ...done.set, ...handed.set },
    replies: [...done.replies, ...handed.replies],
  };
}

function isRefused(text: string): boolean {
  return (
    refusesOutright(text) ||
    clauses(text)
      .flatMap(clause => clause.split(/\s(?:y|pero|and|but)\s/iu))
      .some(part => consentIn(part) === 'drop')
  );
}
