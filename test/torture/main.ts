import { parseArgs } from 'node:util';
import { breachesOf, tableOf } from './report.ts';
import { torture } from './run.ts';

/** `npm run torture -- --seed 7 --kills 300`: kills the service again and again, and looks what is left. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '300' },
    verbose: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const outcome = await torture({
  ...{
    seed: Number(values.seed),
    kills: Number(values.kills),
    crowd: { web: 6, sms: 6, whatsapp: 4, telegram: 4 },
    weather: 1,
  },
  say: values.verbose ? say : () => {},
});
say(tableOf(outcome));
process.exit(breachesOf(outcome).length === 0 ? 0 : 1);
