import type { Logger } from 'pino';
import { errorFields } from '../errors.ts';
import type { Job, JobHandler } from './queue.ts';

/** A handler that never rejects: what it threw is logged by name and code alone, its words may be a citizen's. */
export function guard(handler: JobHandler, log: Pick<Logger, 'error'>): JobHandler {
  return async job => {
    try {
      await handler(job);
    } catch (error) {
      const { at: _, ...told } = errorFields(error);
      log.error({ job: job.name, ...told }, 'job failed');
    }
  };
}

/** The id a job is about. */
export function idOf(job: Job): string {
  if (job.name === 'clock') return job.caseId;
  return job.name === 'notice' ? job.noticeId : job.conversationId;
}
