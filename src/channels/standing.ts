/**
 * How a session that people pair stands. `starting`: it is being opened; `pairing`: somebody has to scan `qr`; `dropped`:
 * it was lost and is tried again; `banned`: the platform takes this number no more.
 */
export interface Standing {
  state: 'starting' | 'pairing' | 'paired' | 'dropped' | 'banned';
  since: Date;
  /** Why, for `dropped` and `banned`. */
  code: string | null;
  /** What stands in the code to be scanned, for `pairing`; whoever scans it gives the desk their own account. */
  qr: string | null;
}
