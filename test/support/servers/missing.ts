import { ownMissing } from './mongodb.ts';
import { missingRedis } from './redis.ts';

/** Ends a command with 78 and the commands that bring the servers of the scale profile, when they are not here. */
export function needServers(): void {
  const missing = [missingRedis(), ownMissing()].filter(what => what !== null);
  if (missing.length === 0) return;
  process.stderr.write(`The scale profile needs what is not here:\n${missing.join('\n')}\n`);
  process.exit(78);
}
