/** What somebody is woken up for. A job carries ids, never a citizen's words. */
export type Job =
  | { name: 'turn'; conversationId: string }
  | { name: 'deliver'; conversationId: string }
  | { name: 'clock'; caseId: string }
  | { name: 'notice'; noticeId: string };

/** What a job is for. */
export type JobName = Job['name'];

/** Handles one job. A rejection is logged and forgotten: the store knows what is still to be done. */
export type JobHandler = (job: Job) => Promise<void>;

/**
 * Wakes somebody up; promises nothing else. Jobs may be lost, repeated or run side by side, and nothing
 * is lost or done twice, because the store is the queue of record.
 */
export interface Queue {
  /** Wakes a handler, not before `delayMs`. Resolves at once; never rejects for a job's sake. */
  add(job: Job, delayMs?: number): Promise<void>;
  /** The same for the handler of this very process, of whose memory it is about. */
  addHere(job: Job, delayMs?: number): Promise<void>;
  /** Starts handling. Called once. */
  work(handler: JobHandler): void;
  /** `ok`, or what is wrong in a few words, without an address; wake-ups are late then, nothing more. */
  state(): string;
  /** Takes no more jobs, waits for those that run. */
  close(): Promise<void>;
}
