import { parseArgs } from 'node:util';
import { needServers } from '../support/servers/missing.ts';
import { BAD_STARTS, FAULTS } from './machine/faults.ts';
import * as machineReport from './machine/report.ts';
import { tortureMachine } from './machine/run.ts';
import * as raceReport from './races/report.ts';
import { race } from './races/run.ts';
import * as report from './report.ts';
import { torture } from './run.ts';
import * as scaleReport from './scale/report.ts';
import { tortureScale } from './scale/run.ts';
import { redeliver } from './steady/redelivery.ts';
import * as redeliveryReport from './steady/redelivery-report.ts';
import { soak } from './steady/soak.ts';
import * as soakReport from './steady/soak-report.ts';
import { weather } from './steady/weather.ts';
import * as weatherReport from './steady/weather-report.ts';

/**
 * `npm run torture -- --profile embedded|scale --seed 7 --kills 300`, or `--minutes 15`: kills the service again and again, and
 * looks what is left; `--only parked`: at fail points only whose name begins so. On the scale profile the servers are hurt too
 * (`--faults 60` at most; with `--long`, or for ten minutes and more, for as long as the promises name). `--races 10000` has two
 * desks race for the same talks and cases instead; `--redeliver 10000` has so many messages come again; `--weather` has one
 * citizen flood and one platform sick; `--soak 30` has half of what was measured for so many minutes; `--machine` hurts the disk,
 * the clock and the memory of the embedded profile (`--faults 28`: each twice; `--only clock`).
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
const MINUTE_MS = 60_000;
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const order = {
  ...{ seed: Number(values.seed), kills: Number(values.kills), minutes },
  ...{
    crowd: { web: 6, sms: 6, whatsapp: 4, telegram: 4, messenger: 3, email: 3 },
    say: values.verbose ? say : () => {},
  },
};

/** Shows what a run came to, and gives its breaches. */
async function shown<T>(
  running: Promise<T>,
  { tableOf, breachesOf }: { tableOf: (outcome: T) => string; breachesOf: (outcome: T) => string[] },
): Promise<string[]> {
  const outcome = await running;
  say(tableOf(outcome));
  return breachesOf(outcome);
}

function embedded(): Promise<string[]> {
  const { only } = values;
  return shown(torture({ ...order, only, weather: only === '' ? 1 : 0 }), report);
}

function scale(): Promise<string[]> {
  const faults = values.faults === undefined ? (minutes === null ? 20 : Infinity) : Number(values.faults);
  // A database that is no more than a stand-in has enough to do with these.
  const crowd = { web: 3, sms: 4, whatsapp: 3, telegram: 3 };
  const long = values.long || (minutes ?? 0) >= 10;
  const more = { crowd, faults, long, only: values.only, isHasty: false };
  return shown(tortureScale({ ...order, ...more }), scaleReport);
}

function machine(): Promise<string[]> {
  const isWanted = ({ name }: { name: string }): boolean => name.startsWith(values.only);
  const [kinds, starts] = [FAULTS.filter(isWanted), BAD_STARTS.filter(isWanted)];
  const many = Number(values.faults ?? kinds.length);
  const faults = Array.from({ length: many }, (_, n) => kinds[n % kinds.length] ?? []).flat();
  const crowd = { ...order.crowd, email: 0 };
  const more = { crowd, faults, starts, lasting: values.long ? 3 : 1 };
  return shown(tortureMachine({ ...order, ...more }), machineReport);
}

function run(): Promise<string[]> {
  const profile = values.profile === 'scale' ? 'scale' : 'embedded';
  const own = { profile, seed: order.seed, say: order.say } as const;
  const { races, redeliver: messages, soak: lasting } = values;
  if (values.machine) return machine();
  if (races !== undefined) return shown(race({ ...own, races: Number(races) }), raceReport);
  if (messages !== undefined) {
    return shown(redeliver({ ...own, messages: Number(messages) }), redeliveryReport);
  }
  if (lasting !== undefined) return shown(soak({ ...own, minutes: Number(lasting) }), soakReport);
  if (values.weather) return shown(weather({ ...own, spanMs: MINUTE_MS }), weatherReport);
  return profile === 'scale' ? scale() : embedded();
}

if (values.profile === 'scale') needServers();
const breaches = await run();
process.exit(breaches.length === 0 ? 0 : 1);
