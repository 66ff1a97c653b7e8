import { brokenIn, drainLine, lastLines, line, ms, promiseLines, talkLines } from '../table.ts';
import type { MachineOutcome } from './run.ts';
import { DONE_MS, type Struck } from './strikes.ts';

/** Every breach of a run, in words; none: every promise held. */
export function breachesOf(outcome: MachineOutcome): string[] {
  const { struck, refused, status } = outcome;
  return [
    ...brokenIn(outcome),
    ...struck.flatMap(one => faultsOf(one).map(fault => `${one.name}: ${fault}`)),
    ...refused.flatMap(({ name, status, lines, isUpAgain }) => [
      ...(status === null || status === 0 ? [`${name}: it ended with ${status}`] : []),
      ...(lines.length === 1 && /^[A-Z_]+: \w/.test(lines[0] ?? '') ? [] : [`${name}: it said ${lines}`]),
      ...(isUpAgain ? [] : [`${name}: it did not come up on a sound disk`]),
    ]),
    ...(status === 0 ? [] : [`asked to end, the service ended with ${status}`]),
  ];
}

function faultsOf(struck: Struck): string[] {
  const { isDeaf, kills, falseAcks, readiness, refusals, status, readyMs, doneMs, lines } = struck;
  const others = Object.keys(refusals).filter(answer => answer !== '503');
  return [
    ...(kills === (status !== null)
      ? []
      : [kills ? 'the process lives' : `the process ended with ${status}`]),
    ...(kills && lines.length === 0 ? ['the process ended without a word'] : []),
    ...(falseAcks === 0 ? [] : [`${falseAcks} acknowledged while nothing could be stored`]),
    ...(isDeaf && !readiness.includes('503 cannot write') ? [`/readyz said ${readiness}`] : []),
    ...(others.length === 0 ? [] : [`answered ${others}`]),
    ...(readyMs === null ? ['it took no messages afterwards'] : []),
    ...(doneMs === null ? [`what was undone was not done within ${ms(DONE_MS)}`] : []),
  ];
}

/** The one table of a run, and its last line. */
export function tableOf(outcome: MachineOutcome): string {
  const { struck, refused, skipped } = outcome;
  const breaches = breachesOf(outcome);
  return [
    ...head(outcome),
    '',
    ...promiseLines(outcome),
    '',
    ...struck.flatMap(lineOf),
    ...refused.map(({ name, status, lines }) => line(name, `exit ${status}: ${lines.join(' / ')}`)),
    ...skipped.map(why => `SKIPPED ${why}`),
    '',
    ...lastLines(outcome, breaches, { run: 'torture, machine', size: `${struck.length} faults` }),
  ].join('\n');
}

function head(outcome: MachineOutcome): string[] {
  const { order, seconds, drainMs, accepted, status } = outcome;
  return [
    line('seed', order.seed),
    line('duration', `${Math.round(seconds)} s`),
    ...talkLines(outcome, accepted),
    drainLine(drainMs),
    line('asked to end', `exit ${status}`),
  ];
}

function lineOf(struck: Struck): string[] {
  const { name, acks, falseAcks, readiness, refusals, status, lines, readyMs, doneMs, open, undone } = struck;
  const refused = Object.entries(refusals).map(([answer, count]) => `${count} × ${answer}`);
  const times = [readyMs, doneMs].map(time => (time === null ? 'not in time' : ms(time))).join(' / ');
  return [
    line(name, `${acks} acknowledged (${falseAcks} falsely), ${refused.join(', ') || 'none refused'}`),
    line('', `/readyz: ${readiness.join('; ')}; ${status === null ? 'lives' : `ended with ${status}`}`),
    line('', `in hand: ${open} calls, ${undone.unconsumed} messages, ${undone.unsent} replies`),
    line('', `taken again / caught up after ${times}`),
    ...lines.slice(0, 6).map(said => line('', `log: ${said}`)),
  ];
}
