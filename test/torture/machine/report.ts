import { line, ms } from '../report.ts';
import { DONE_MS, type MachineOutcome, type Struck } from './run.ts';

/** Every breach of a run, in words; none: every promise held. */
export function breachesOf(outcome: MachineOutcome): string[] {
  const { held, verified, drainMs, struck, refused, status } = outcome;
  return [
    ...held.flatMap(({ promise, breaches }) => breaches.map(breach => `${promise}: ${breach}`)),
    ...verified
      .filter(({ broken }) => broken > 0)
      .map(({ invariant, examples }) => `verify: ${invariant}: ${examples.join(', ')}`),
    ...struck.flatMap(one => faultsOf(one).map(fault => `${one.name}: ${fault}`)),
    ...refused.flatMap(({ name, status, lines, isUpAgain }) => [
      ...(status === null || status === 0 ? [`${name}: it ended with ${status}`] : []),
      ...(lines.length === 1 && /^[A-Z_]+: \w/.test(lines[0] ?? '') ? [] : [`${name}: it said ${lines}`]),
      ...(isUpAgain ? [] : [`${name}: it did not come up on a sound disk`]),
    ]),
    ...(drainMs === null ? ['the backlog was not done in time'] : []),
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
  const { order, held, verified, struck, refused, skipped, folder } = outcome;
  const breaches = breachesOf(outcome);
  return [
    ...head(outcome),
    '',
    ...held.map(({ promise, looked, breaches }) => line(promise, `${breaches.length} broken of ${looked}`)),
    line(
      'verify, broken invariants',
      `${verified.filter(({ broken }) => broken > 0).length} of ${verified.length}`,
    ),
    '',
    ...struck.flatMap(lineOf),
    ...refused.map(({ name, status, lines }) => line(name, `exit ${status}: ${lines.join(' / ')}`)),
    ...skipped.map(why => `SKIPPED ${why}`),
    '',
    ...breaches.slice(0, 40).map(breach => `BROKEN ${breach}`),
    breaches.length === 0
      ? `torture, machine: every promise held (seed ${order.seed}, ${struck.length} faults)`
      : `torture, machine: ${breaches.length} breaches (seed ${order.seed}); the data is in ${folder}`,
  ].join('\n');
}

function head({ order, ledger, seconds, drainMs, cases, accepted, status }: MachineOutcome): string[] {
  const acked = ledger.said.filter(({ ackedAt }) => ackedAt !== null).length;
  const operations = ledger.operations.filter(({ acked }) => acked).length;
  return [
    line('seed', order.seed),
    line('duration', `${Math.round(seconds)} s`),
    line('citizens', `${ledger.witnesses.length}, ${cases} cases`),
    line(
      'messages',
      `${ledger.said.length} said, ${acked} acknowledged, ${ledger.redelivered} repeated, ${accepted} replies accepted`,
    ),
    line('operations', `${ledger.operations.length}, ${operations} acknowledged`),
    line('drain', drainMs === null ? 'not in time' : ms(drainMs)),
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
