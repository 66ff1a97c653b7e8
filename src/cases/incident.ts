import type { Service } from '../catalogue/catalogue.ts';
import type { Case } from './case.ts';

/** So long reports of one spot tell of the same breakdown. */
const SAME_MS = 48 * 3_600_000;

/** Where reports may tell of one breakdown: a service that fails for a whole area, in one corregimiento. */
export interface IncidentSpot {
  serviceId: string;
  /** 6 digits. */
  code: string;
}

/** The incident of a spot that is still open. */
export interface OpenIncident extends IncidentSpot {
  id: string;
  /** How many cases of others belong to it. */
  cases: number;
}

/** The spot a report tells of; null: it is a matter of its own. Who wants to stay unknown is joined with nobody. */
export function incidentSpot(
  service: Service | undefined,
  {
    kind,
    privacy,
    place,
  }: { kind: Case['kind'] | null; privacy: Case['privacy'] | null; place: Case['place'] },
): IncidentSpot | null {
  const code = place?.code ?? '';
  const isShared = service?.area === true && code.length === 6;
  const isOpen = (kind ?? 'queja') === 'queja' && (privacy ?? 'normal') === 'normal';
  return isShared && isOpen ? { serviceId: service.id, code } : null;
}

/** Since when a case must have been opened to belong to an incident of now. */
export function incidentSince(now: Date): Date {
  return new Date(now.getTime() - SAME_MS);
}
