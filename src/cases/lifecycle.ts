import type { Case, Kind, Status } from './case.ts';

type Table = Partial<Record<Status, readonly Status[]>>;

/** Which status may follow which, for what somebody must see to. */
const REPORT: Table = {
  received: ['assigned', 'in_progress', 'awaiting_citizen', 'rejected', 'withdrawn'],
  assigned: ['in_progress', 'awaiting_citizen', 'resolved', 'rejected', 'withdrawn'],
  in_progress: ['awaiting_citizen', 'resolved', 'rejected', 'withdrawn'],
  awaiting_citizen: ['in_progress', 'resolved', 'rejected', 'withdrawn'],
  resolved: ['closed', 'reopened'],
  reopened: ['assigned', 'in_progress', 'awaiting_citizen', 'resolved', 'rejected', 'withdrawn'],
  closed: ['reopened'],
  rejected: ['reopened'],
  withdrawn: ['reopened'],
};

/** The same for a proposal: it is weighed, not solved. */
const PROPOSAL: Table = {
  received: ['assigned', 'awaiting_citizen', 'evaluated', 'declined', 'withdrawn'],
  assigned: ['awaiting_citizen', 'evaluated', 'adopted', 'declined', 'withdrawn'],
  awaiting_citizen: ['received', 'assigned', 'evaluated', 'declined', 'withdrawn'],
  evaluated: ['adopted', 'declined', 'withdrawn'],
};

const TABLES: Record<Kind, Table> = {
  queja: REPORT,
  denuncia: REPORT,
  idea: PROPOSAL,
  sugerencia: PROPOSAL,
};

/** The statuses that may follow, empty at the end of a life. */
export function allowedSteps(kind: Kind, status: Status): Status[] {
  return [...(TABLES[kind][status] ?? [])];
}

/** The statuses this very case may go to: `assigned` only with somebody to be assigned to. */
export function nextSteps(c: Pick<Case, 'kind' | 'status' | 'holder'>): Status[] {
  return allowedSteps(c.kind, c.status).filter(status => status !== 'assigned' || c.holder !== null);
}

/** Where a case's life ends, until somebody reopens it. */
export const ENDED: readonly Status[] = [
  'resolved',
  'closed',
  'rejected',
  'adopted',
  'declined',
  'withdrawn',
];

/** Is somebody still to see to it? */
export function isOpen({ status }: Pick<Case, 'status'>): boolean {
  return !ENDED.includes(status);
}

/** Does the matter ask to be weighed rather than solved? */
export function isProposal(kind: Kind): boolean {
  return kind === 'idea' || kind === 'sugerencia';
}

/** Why a case may be rejected or declined. The citizen reads of each what the texts say. */
export const REASONS = [
  'not_competent',
  'insufficient_data',
  'duplicate',
  'already_resolved',
  'no_grounds',
  'private_dispute',
  'no_budget',
  'already_planned',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/** What each reason means, for those who choose one. */
export const REASON_MEANINGS: Record<Reason, string> = {
  not_competent: 'another body is competent, or none of the State',
  insufficient_data: 'what is needed was asked and not given',
  duplicate: 'the same matter is already a case',
  already_resolved: 'it was solved before the case was looked at',
  no_grounds: 'nothing against the rules was found',
  private_dispute: 'a matter between private parties, for a court',
  no_budget: 'there is no money for it',
  already_planned: 'it is already planned or under way',
  other: 'something else: the note says what',
};

/** Statuses that must say why: by a reason, or by a note (then the reason is `other`). */
export function needsReason(status: Status): boolean {
  return status === 'rejected' || status === 'declined';
}
