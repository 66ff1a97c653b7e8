import { describe, expect, it } from 'vitest';
import { KINDS, STATUSES, type Status } from '../../src/cases/case.ts';
import { allowedSteps, isOpen, isProposal, needsReason, nextSteps } from '../../src/cases/lifecycle.ts';

/** The whole table once more, as the office would draw it: a row a status, what may follow. */
const REPORT: Record<Status, string> = {
  received: 'assigned in_progress awaiting_citizen rejected withdrawn',
  assigned: 'in_progress awaiting_citizen resolved rejected withdrawn',
  in_progress: 'awaiting_citizen resolved rejected withdrawn',
  awaiting_citizen: 'in_progress resolved rejected withdrawn',
  resolved: 'closed reopened',
  closed: 'reopened',
  reopened: 'assigned in_progress awaiting_citizen resolved rejected withdrawn',
  rejected: 'reopened',
  withdrawn: 'reopened',
  evaluated: '',
  adopted: '',
  declined: '',
};
const PROPOSAL: Record<Status, string> = {
  received: 'assigned awaiting_citizen evaluated declined withdrawn',
  assigned: 'awaiting_citizen evaluated adopted declined withdrawn',
  awaiting_citizen: 'received assigned evaluated declined withdrawn',
  evaluated: 'adopted declined withdrawn',
  ...{ in_progress: '', resolved: '', closed: '', reopened: '', rejected: '' },
  ...{ adopted: '', declined: '', withdrawn: '' },
};

const words = (text: string): string[] => text.split(' ').filter(word => word !== '');

describe.each(KINDS)('the life of a %s', kind => {
  it.each(STATUSES)('goes on from %s as its table says', status => {
    const table = isProposal(kind) ? PROPOSAL : REPORT;
    expect(allowedSteps(kind, status)).toEqual(words(table[status]));
  });

  it('never allows the status it has', () => {
    for (const status of STATUSES) expect(allowedSteps(kind, status)).not.toContain(status);
  });

  it('reaches every status of its own from received, and no other', () => {
    const reached = new Set<Status>(['received']);
    for (const status of reached) for (const next of allowedSteps(kind, status)) reached.add(next);
    const others: Status[] = isProposal(kind)
      ? ['in_progress', 'resolved', 'closed', 'reopened', 'rejected']
      : ['evaluated', 'adopted', 'declined'];
    expect(STATUSES.filter(status => !reached.has(status)).sort()).toEqual(others.sort());
  });
});

describe('steps of one case', () => {
  it('offer assigned only when there is somebody to be assigned to', () => {
    const c = { kind: 'queja', status: 'received', holder: null } as const;
    expect(nextSteps(c)).not.toContain('assigned');
    expect(nextSteps({ ...c, holder: { agencyId: 'idaan', districtCode: null } })).toContain('assigned');
  });

  it('hand out a list of their own', () => {
    allowedSteps('queja', 'resolved').push('received');
    expect(allowedSteps('queja', 'resolved')).toEqual(['closed', 'reopened']);
  });

  it('are somebody’s duty until an end is reached', () => {
    const open = STATUSES.filter(status => isOpen({ status }));
    expect(open).toEqual([
      'received',
      'assigned',
      'in_progress',
      'awaiting_citizen',
      'reopened',
      'evaluated',
    ]);
  });

  it('ask for a reason only where something is refused', () => {
    expect(STATUSES.filter(needsReason)).toEqual(['rejected', 'declined']);
  });
});
