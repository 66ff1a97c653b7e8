import type { Case } from '../../cases/case.ts';
import { isOpen, isProposal, REASONS } from '../../cases/lifecycle.ts';
import { agencyName } from '../../catalogue/route.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say, type View } from '../scene.ts';
import { dayText } from '../words/day-text.ts';
import { excerpt, leading, proposal } from '../words/excerpt.ts';

/** What a case is about, in a few words. */
export function caseMatter({ catalogue, state }: View, c: Case): string {
  const service = c.serviceId === null ? undefined : catalogue.services.get(c.serviceId);
  // "Semáforo dañado" is no name for the idea of a cleverer one.
  const isNamed = service !== undefined && !isProposal(c.kind);
  if (isNamed) return service.name[state.language];
  const told = leading(c.description);
  return excerpt(isProposal(c.kind) ? proposal(told) : told, 50);
}

/** Where a case stands, as its citizen reads it. */
export function caseStatus(view: Scene, c: Case): Sentence {
  const { language } = view.state;
  const status = say(view, `case_page.status.${c.status}`).text;
  const agency = c.holder && agencyName(view.catalogue, c.holder, language);
  return lines(
    say(view, 'status.head', { number: c.number, matter: caseMatter(view, c) }),
    say(view, 'status.state', { status }),
    agency && isOpen(c) ? holderWords(view, c, agency) : null,
    c.status === 'awaiting_citizen' && c.question
      ? say(view, 'status.question', { question: c.question })
      : null,
  );
}

/** A proposal is answered when something is decided, and on no day. */
function holderWords(view: Scene, c: Case, agency: string): Sentence {
  if (isProposal(c.kind)) return say(view, 'filed.proposal', { agency });
  return say(view, agencyKey(view, c), { agency, day: dayText(c.dueAt, view.state.language) });
}

/** A day that has passed is not said to be still to come. */
function agencyKey({ facts }: Scene, { dueAt }: Case): 'status.agency' | 'status.agency_late' {
  return facts.now > dueAt ? 'status.agency_late' : 'status.agency';
}

/** Why a case came to this, in plain words; null where nobody asks why. */
export function reasonWords(view: View, reason: string | null, { status }: Case): Sentence | null {
  const needsWhy = status === 'rejected' || status === 'declined';
  const why = REASONS.find(code => code === reason) ?? (needsWhy ? 'other' : null);
  return why ? say(view, `case_page.reason.${why}`) : null;
}

/** One line of a list of cases. */
export function caseLine(view: View, c: Case): Sentence {
  const status = say(view, `case_page.status.${c.status}`).text;
  return say(view, 'status.line', { number: c.number, matter: caseMatter(view, c), status });
}

/** Their correction in their own words, as it stands in the case now. */
export function putRightWords(scene: Scene, { number }: Case): Sentence {
  return say(scene, 'follow.put_right', { number, words: excerpt(scene.burst.text, MOST_QUOTED) });
}

const MOST_QUOTED = 100;
