import { parseArgs } from 'node:util';
import type { Settings } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { planOf } from '../storage/plan.ts';
import type { Command } from './command.ts';
import { openDesk } from './desk.ts';

/** `migrate`: a store of an older version becomes one of this build. */
export const command: Command = {
  summary: 'brings the store to the version of this build, as a start does too',
  usage: `usage: ./ventanilla migrate [--dry-run] [--json]

Says which steps are missing, one line each, and takes them: each once, by one process, to be begun again when it was cut
short. With --dry-run nothing is written. Make a backup before, and stop every process of the older build.`,
  run: async (argv, context) => {
    const { values } = parseArgs({ args: argv, options: OPTIONS });
    const settings = context.settings();
    const { version, steps } = await planOf(settings.storeUrl);
    const isRehearsal = values['dry-run'] === true;
    if (!isRehearsal && steps.length > 0) await takeSteps(settings);
    const from = version - steps.length;
    if (values.json) context.print(JSON.stringify({ from, to: version, steps, done: !isRehearsal }));
    else for (const [n, step] of steps.entries()) context.print(`${from + n + 1}  ${step}`);
    context.say(sentence(steps.length, version, isRehearsal));
    return 0;
  },
};

/** A store that this process opens is of this build's version; one that a service has open stays of the service's. */
async function takeSteps(settings: Settings): Promise<void> {
  const desk = await openDesk(settings);
  await desk.close();
  const reason = 'a service runs on this folder; stop the running service first';
  if (desk.served) throw new ConfigError([{ where: 'DATA_DIR', reason }]);
}

function sentence(steps: number, version: number, isRehearsal: boolean): string {
  if (steps === 0) return `The store is of version ${version}, that of this build.`;
  const count = steps === 1 ? 'One step' : `${steps} steps`;
  return isRehearsal
    ? `${count} missing to version ${version}. Nothing was written.`
    : `${count} taken. The store is of version ${version}.`;
}

const OPTIONS = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;
