import { parseArgs } from 'node:util';
import { BAD_STARTS, FAULTS } from './machine/faults.ts';
import { breachesOf as machineBreaches, tableOf as machineTable } from './machine/report.ts';
import { tortureMachine } from './machine/run.ts';
import { breachesOf as raceBreaches, tableOf as raceTable } from './races/report.ts';
import { race } from './races/run.ts';
import { breachesOf, tableOf } from './report.ts';
import { torture } from './run.ts';
import { breachesOf as scaleBreaches, tableOf as scaleTable } from './scale/report.ts';
import { tortureScale } from './scale/run.ts';
import { redeliver } from './steady/redelivery.ts';
import { breachesOf as redeliveryBreaches, tableOf as redeliveryTable } from './steady/redelivery-report.ts';
import { soak } from './steady/soak.ts';
import { breachesOf as soakBreaches, tableOf as soakTable } from './steady/soak-report.ts';
import { weather } from './steady/weather.ts';
import { breachesOf as weatherBreaches, tableOf as weatherTable } from './steady/weather-report.ts';

/**
 * `npm run torture -- --profile embedded|scale --seed 7 --kills 300`, or `--minutes 15`: kills the service again and again, and
 * looks what is left. On the scale profile the servers are hurt too (`--faults 60` at most; with `--long`, or for ten minutes
 * and more, for as long as the promises name). `--races 10000` has two desks race for the same talks and cases instead;
 * `--redeliver 10000` has so many messages come again; `--weather` has one citizen flood and one platform sick; `--soak 30` has half
 * of what was measured for so many minutes;
 * `--machine` hurts the disk, the clock and the memory of the embedded profile (`--faults 28`: each twice; `--only clock`).
 */
const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'embedded' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '300' },
    minutes: { type: 'string' },
    faults: { type: 'string' },
    only: { type: 'string', default: '' },
    races: { type: 'string' },
    redeliver: { type: 'string' },
    weather: { type: 'boolean', default: false },
    soak: { type: 'string' },
    long: { type: 'boolean', default: false },
    machine: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const order = {
  ...{ seed: Number(values.seed), kills: Number(values.kills), minutes },
  ...{ crowd: { web: 6, sms: 6, whatsapp: 4, telegram: 4 }, say: values.verbose ? say : () => {} },
};

async function embedded(): Promise<string[]> {
  const outcome = await torture({ ...order, only: values.only, weather: values.only === '' ? 1 : 0 });
  say(tableOf(outcome));
  return breachesOf(outcome);
}

async function scale(): Promise<string[]> {
  const faults = values.faults === undefined ? (minutes === null ? 20 : Infinity) : Number(values.faults);
  // A database that is no more than a stand-in has enough to do with these.
  const crowd = { web: 3, sms: 4, whatsapp: 3, telegram: 3 };
  const long = values.long || (minutes ?? 0) >= 10;
  const outcome = await tortureScale({ ...order, crowd, faults, long, only: values.only, isHasty: false });
  say(scaleTable(outcome));
  return scaleBreaches(outcome);
}

const profile = values.profile === 'scale' ? 'scale' : 'embedded';

const MINUTE_MS = 60_000;

/** Runs something, shows what it came to, and gives its breaches. */
async function shown<T>(
  running: Promise<T>,
  tableOf: (outcome: T) => string,
  breachesOf: (outcome: T) => string[],
): Promise<string[]> {
  const outcome = await running;
  say(tableOf(outcome));
  return breachesOf(outcome);
}

async function machine(): Promise<string[]> {
  const { seed, crowd, say: tell } = order;
  const isWanted = ({ name }: { name: string }): boolean => name.startsWith(values.only);
  const [kinds, starts] = [FAULTS.filter(isWanted), BAD_STARTS.filter(isWanted)];
  const many = Number(values.faults ?? kinds.length);
  const faults = Array.from({ length: many }, (_, n) => kinds[n % kinds.length] ?? []).flat();
  const outcome = await tortureMachine({
    ...{ seed, crowd, faults, starts, say: tell },
    lasting: values.long ? 3 : 1,
  });
  say(machineTable(outcome));
  return machineBreaches(outcome);
}

function run(): Promise<string[]> {
  const own = { profile, seed: order.seed, say: order.say } as const;
  const { races, redeliver: messages, soak: minutes } = values;
  if (values.machine) return machine();
  if (races !== undefined) return shown(race({ ...own, races: Number(races) }), raceTable, raceBreaches);
  if (messages !== undefined) {
    return shown(redeliver({ ...own, messages: Number(messages) }), redeliveryTable, redeliveryBreaches);
  }
  if (minutes !== undefined)
    return shown(soak({ ...own, minutes: Number(minutes) }), soakTable, soakBreaches);
  if (values.weather) return shown(weather({ ...own, spanMs: MINUTE_MS }), weatherTable, weatherBreaches);
  return profile === 'scale' ? scale() : embedded();
}

const breaches = await run();
process.exit(breaches.length === 0 ? 0 : 1);
