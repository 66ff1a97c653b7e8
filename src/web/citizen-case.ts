import type { Case, CaseEvent } from '../cases/case.ts';
import { REASONS, type Reason } from '../cases/lifecycle.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { agencyName } from '../catalogue/route.ts';
import type { Language } from '../texts.ts';

/** A case as its citizen may read it: names instead of ids, nothing that officials say to each other. */
export interface CitizenCase {
  number: string;
  kind: Case['kind'];
  status: Case['status'];
  /** The service and the body in the citizen's language; null while undecided. */
  service: string | null;
  agency: string | null;
  place: string | null;
  description: string[];
  privacy: Case['privacy'];
  openedAt: string;
  dueAt: string;
  closedAt: string | null;
  /** What the body asks, while it waits for the answer. */
  question: string | null;
  rating: number | null;
  confirmed: boolean | null;
  attachments: Case['attachments'];
  history: CitizenEvent[];
}

/** One step as its citizen may read it. `to` is a status, or the name of the body the case was given to. */
export interface CitizenEvent {
  at: string;
  what: CaseEvent['what'];
  to: string | null;
  by: 'citizen' | 'desk';
  /** The coded reason of a rejection. */
  reason: Reason | null;
  note: string | null;
}

/** A case and its history for the citizen's eyes. */
export function citizenCase(
  catalogue: Catalogue,
  c: Case,
  history: CaseEvent[],
  language: Language,
): CitizenCase {
  const { number, kind, status, description, privacy, question, rating, confirmed, attachments } = c;
  return {
    ...{ number, kind, status, description, privacy, question, rating, confirmed, attachments },
    service: (c.serviceId && catalogue.services.get(c.serviceId)?.name[language]) ?? null,
    agency: c.holder && agencyName(catalogue, c.holder, language),
    place: c.place && placeText(c.place),
    openedAt: c.openedAt.toISOString(),
    dueAt: c.dueAt.toISOString(),
    closedAt: c.closedAt?.toISOString() ?? null,
    history: history
      .filter(({ what }) => what !== 'internal_note')
      .map(event => citizenEvent(catalogue, event, language)),
  };
}

function placeText({ text, corregimiento, district, province }: NonNullable<Case['place']>): string {
  const area = [corregimiento, district, province].filter(name => name !== null).join(', ');
  return [text, area].filter(part => part !== '').join(' · ');
}

function citizenEvent(catalogue: Catalogue, event: CaseEvent, language: Language): CitizenEvent {
  const { at, what, to, by, note } = event;
  const isHandOver = what === 'assigned' || what === 'transferred';
  const { reason, words } =
    what === 'status' && by !== 'citizen' ? splitNote(note) : { reason: null, words: note };
  return {
    at: at.toISOString(),
    what,
    to: isHandOver && to !== null ? holderName(catalogue, to, language) : to,
    by: by === 'citizen' ? 'citizen' : 'desk',
    reason,
    note: words,
  };
}

/** A rejection's note begins with its reason: `not_competent: words`. */
function splitNote(note: string | null): { reason: Reason | null; words: string | null } {
  const [, code, words = null] = /^([a-z_]+)(?:: (.*))?$/s.exec(note ?? '') ?? [];
  const reason = REASONS.find(known => known === code);
  return reason ? { reason, words } : { reason: null, words: note };
}

function holderName(catalogue: Catalogue, holder: string, language: Language): string {
  const [agencyId = '', districtCode = null] = holder.split('/');
  return agencyName(catalogue, { agencyId, districtCode }, language);
}
