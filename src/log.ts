import { type DestinationStream, type Logger, pino } from 'pino';
import { errorFields } from './errors.ts';

/** The only fields a line may carry: ids, codes, counts and places in the code. */
const FIELDS = new Set([
  ...['conversationId', 'outboundId', 'caseId', 'noticeId', 'channel', 'job', 'task', 'part'],
  ...['state', 'code', 'error', 'at', 'found', 'failures', 'count', 'signal'],
]);
const LONGEST = 600;

/**
 * The log of the service, a JSON line each on standard error. It cannot tell what a citizen wrote: a field that is not
 * an id, a code or a count of the list is left out, whoever passes it.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { logMethod: withoutMessages },
    formatters: { level: (label: string) => ({ level: label }), log: listedFields },
  };
  // Written at once: the last lines before a crash are the ones that matter.
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

/** An error's own message would become the line's. */
function withoutMessages(this: Logger, args: Parameters<Logger['info']>, write: Logger['info']): void {
  const [first, ...rest] = args as unknown as [unknown, ...string[]];
  write.apply(this, [first instanceof Error ? errorFields(first) : first, ...rest] as typeof args);
}

function listedFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    if (!FIELDS.has(name)) return [];
    if (typeof value === 'string') return [[name, value.slice(0, LONGEST)]];
    return typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return Object.fromEntries(kept);
}
