import type { z } from 'zod';
import type { Case, CaseEvent, Place, Reporter } from '../cases/case.ts';
import { isOverdue } from '../cases/clock.ts';
import type { listedCase, shownCase } from './answers.ts';
import type { Caller } from './caller.ts';

type ListedCase = z.output<typeof listedCase>;
type ShownCase = z.output<typeof shownCase>;

/** A case as this caller may see it, without its history. */
export function caseJson(c: Case, caller: Caller, now: Date): ListedCase {
  const whole = caller.role !== 'reader';
  return {
    number: c.number,
    kind: c.kind,
    status: c.status,
    agency: c.holder?.agencyId ?? null,
    district: c.holder?.districtCode ?? null,
    service: c.serviceId,
    place: c.place && (whole ? placeJson(c.place) : roughPlace(c, c.place)),
    description: whole ? c.description.join('\n') : null,
    privacy: c.privacy,
    reporter: c.reporter && reporterJson(c, c.reporter, caller),
    openedAt: c.openedAt.toISOString(),
    dueAt: c.dueAt.toISOString(),
    overdue: isOverdue(c, now),
    question: whole ? c.question : null,
    rating: c.rating,
    confirmed: c.confirmed,
    reopened: c.reopened,
    incident: c.incident,
    attachments: whole ? c.attachments.map(({ id, type, bytes }) => ({ id, type, bytes })) : [],
  };
}

/** A case as this caller may see it. */
export function caseWithHistory(c: Case, history: CaseEvent[], caller: Caller, now: Date): ShownCase {
  const events = caller.role === 'reader' ? history.filter(isPublic).map(withoutWords) : history;
  const shown = events.map(({ at, what, from, to, by, note }) => {
    return { at: at.toISOString(), what, from, to, by, note };
  });
  return { ...caseJson(c, caller, now), history: shown };
}

function placeJson({ province, district, corregimiento, text, lat, lon }: Place): ListedCase['place'] {
  return { province, district, corregimiento, text, lat, lon };
}

/** What statistics may show: no words, no point, and no corregimiento where it could point at a person. */
function roughPlace(
  { kind, privacy }: Case,
  { province, district, corregimiento }: Place,
): ListedCase['place'] {
  const open = kind !== 'denuncia' && privacy === 'normal';
  return { province, district, corregimiento: open ? corregimiento : null, text: null, lat: null, lon: null };
}

/** The operator sees who wrote; an agency how to reach them, unless reserve was asked for; a reader nothing. */
function reporterJson(c: Case, reporter: Reporter, { role }: Caller): ListedCase['reporter'] {
  if (role === 'reader' || (role === 'agency' && c.privacy !== 'normal')) return null;
  const { channel, address, name = null, contact = null } = reporter;
  return { channel, address: role === 'operator' ? address : null, name, contact };
}

function isPublic({ what }: CaseEvent): boolean {
  return what !== 'internal_note';
}

/** Notes and corrected places are somebody's words, and the name of a key may be somebody's. */
function withoutWords(event: CaseEvent): CaseEvent {
  const words = event.what === 'corrected' ? { from: null, to: null } : {};
  const by = ['citizen', 'clock'].includes(event.by) ? event.by : 'desk';
  return { ...event, ...words, by, note: null };
}
