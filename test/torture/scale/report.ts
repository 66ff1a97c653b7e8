import { brokenIn, drainLine, lastLines, line, promiseLines, spread, talkLines } from '../table.ts';
import { type Fault, LEAST_JOBS } from './faults.ts';
import { pointsOf, type Role, SLOTS } from './plan.ts';
import type { ScaleOutcome } from './run.ts';

/** From so many kills on, every fail point of every role must have been struck. */
const FULL_RUN = 400;
/** A Redis that was away is caught up within this and what as many messages take without any trouble, while nobody is killed. */
export const CATCH_UP_MS = 15_000;

/** How long this machine takes now for as many messages, when nothing is wrong with Redis. */
function usualMs(faults: readonly Fault[]): number {
  return Math.max(
    0,
    ...faults.flatMap(({ kind, caughtUpMs }) => (kind === CONTROL ? (caughtUpMs ?? 0) : [])),
  );
}

const CONTROL = 'workers paused';

/** Every breach of a run, in words; none: every promise held. */
export function breachesOf(outcome: ScaleOutcome): string[] {
  const { kills, faults } = outcome;
  const bound = CATCH_UP_MS + usualMs(faults);
  const late = faults.filter(
    ({ caughtUpMs, calm, kind }) =>
      caughtUpMs === null || (calm && kind.startsWith('redis') && caughtUpMs > bound),
  );
  const silent = faults.filter(
    ({ kind, acks }) => kind.startsWith('redis') && kind !== 'redis wiped' && acks === 0,
  );
  const few = faults.filter(({ kind, jobs }) => kind === 'redis wiped' && jobs < LEAST_JOBS);
  return [
    ...brokenIn(outcome),
    ...late.map(({ kind, caughtUpMs }) => `${kind}: caught up after ${caughtUpMs ?? 'too many'} ms`),
    ...silent.map(({ kind }) => `${kind}: nothing was acknowledged meanwhile`),
    ...few.map(({ kind, jobs }) => `${kind}: only ${jobs} jobs waited`),
    ...refusals(outcome),
    ...(kills.length >= FULL_RUN ? missed(outcome) : []),
    ...kills.filter(({ doneMs }) => doneMs === null).map(() => 'what a kill left was not done in time'),
  ];
}

/** A database gives up after ten seconds what nobody goes on with, and who met it tries for eight more. */
const AFTERWARDS_MS = 20_000;

/** 503 while the database is away, or holds what who was killed had begun; no other 5xx ever. */
function refusals({ ledger, faults, kills }: ScaleOutcome): string[] {
  const away = [
    ...faults.filter(({ kind }) => kind.startsWith('database') || kind === 'process stopped'),
    ...kills.map(({ at }) => ({ from: at, until: at })),
  ];
  return ledger.refusals.flatMap(({ at, status }) => {
    const explained = away.some(({ from, until }) => at >= from - 1_000 && at <= until + AFTERWARDS_MS);
    return status === 503 && explained ? [] : [`a call was answered ${status}`];
  });
}

function missed({ kills }: ScaleOutcome): string[] {
  const roles = [...new Set(SLOTS.map(({ role }) => role))];
  return roles.flatMap((role: Role) =>
    pointsOf(role)
      .filter(point => !kills.some(kill => kill.role === role && kill.point === point))
      .map(point => `no kill of ${role} struck at ${point}`),
  );
}

/** The one table of a run, and its last line. */
export function tableOf(outcome: ScaleOutcome): string {
  const breaches = breachesOf(outcome);
  const { kills } = outcome;
  return [
    ...head(outcome),
    '',
    ...promiseLines(outcome),
    '',
    ...faultLines(outcome),
    '',
    ...lastLines(outcome, breaches, { run: 'torture, scale', size: `${kills.length} kills` }),
  ].join('\n');
}

function head(outcome: ScaleOutcome): string[] {
  const { order, kills, seconds, drainMs, accepted } = outcome;
  const count = (of: (kill: (typeof kills)[number]) => boolean): number => kills.filter(of).length;
  const sum = (of: (kill: (typeof kills)[number]) => number): number =>
    kills.reduce((total, kill) => total + of(kill), 0);
  return [
    line('profile', 'scale: MongoDB, Redis; two web, two worker, two telegram processes'),
    line('seed', order.seed),
    line('duration', `${Math.round(seconds)} s`),
    line('kills', `${kills.length}: ${count(({ point }) => point === null)} from outside`),
    ...(['web', 'worker', 'telegram'] as const).map(role =>
      line(
        `  of ${role}`,
        `${count(kill => kill.role === role)}, at ${pointsStruck(outcome, role)} fail points`,
      ),
    ),
    line(
      'undone at kills',
      `${sum(({ open }) => open)} open calls, ${sum(({ left }) => left.unconsumed)} messages, ${sum(({ left }) => left.unsent)} replies, ${sum(({ left }) => left.sending)} calls to platforms`,
    ),
    ...talkLines(outcome, accepted),
    line('a process of the role again after a kill', spread(kills.map(({ readyMs }) => readyMs))),
    line('left work done after a kill', spread(kills.map(({ doneMs }) => doneMs))),
    drainLine(drainMs),
  ];
}

function pointsStruck({ kills }: ScaleOutcome, role: Role): string {
  const struck = new Set(kills.filter(kill => kill.role === role).flatMap(({ point }) => point ?? []));
  return `${struck.size} of ${pointsOf(role).length}`;
}

function faultLines({ faults }: ScaleOutcome): string[] {
  const kinds = [...new Set(faults.map(({ kind }) => kind))];
  return kinds.map(kind => {
    const own = faults.filter(fault => fault.kind === kind);
    const acks = own.reduce((sum, fault) => sum + fault.acks, 0);
    const jobs = kind === 'redis wiped' ? `, ${Math.min(...own.map(({ jobs }) => jobs))} jobs at least` : '';
    const times = own.filter(({ calm }) => calm).map(({ caughtUpMs }) => caughtUpMs);
    const late = times.length === 0 ? '' : `, caught up after ${spread(times)}`;
    return line(kind, `${own.length} times, ${acks} acknowledged meanwhile${jobs}${late}`);
  });
}
