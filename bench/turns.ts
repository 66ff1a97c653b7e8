import { setTimeout as pause } from 'node:timers/promises';
import type { TwilioStandIn } from '../test/support/twilio-stand-in.ts';
import { type Served, startBare, startDesk } from './children.ts';
import { median, openWire, quantile, smsCall } from './load.ts';
import type { Figure } from './main.ts';

const CITIZENS = 400;
const AT_ONCE = 64;
/** A whole report in two messages; no two citizens write the same, as what was read just now is not read again. */
function saidBy(citizen: number): string[] {
  const where = `En la calle ${citizen % 97} de Cerro Viento, casa ${citizen}, San Miguelito`;
  return [`${where}, hay un tubo roto botando agua desde el sábado`, 'sí'];
}

const MESSAGES = saidBy(0).length;

/** Turns by SMS a second, from the webhook until the platform has the reply, over the same without a dialog. */
export async function turns(standIn: TwilioStandIn, rounds: number): Promise<Figure[]> {
  const [desk, bare] = await Promise.all([startDesk(standIn, { QUIET_GAP_MS: '0' }), startBare(standIn)]);
  const heard = listen(standIn);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const one = await rate(desk, '/channels/sms/webhook', heard, 2 * round);
    const other = await rate(bare, '/turn', heard, 2 * round + 1);
    if (round > 0) [ours[round - 1], theirs[round - 1]] = [one, other];
  }
  await Promise.all([desk.stop(), bare.stop()]);
  return [
    { name: 'turns by SMS, webhook to accepted reply', value: `${Math.round(median(ours))}/s` },
    { name: 'the same without a dialog', value: `${Math.round(median(theirs))}/s` },
    {
      name: 'turn by SMS ÷ the same without a dialog',
      ratio: median(ours.map((one, round) => one / (theirs[round] ?? Number.NaN))),
      bar: 0.5,
    },
  ];
}

/** Calls whoever waits for a message to a number. */
export function listen(standIn: TwilioStandIn): Map<string, () => void> {
  const waiting = new Map<string, () => void>();
  const { messages } = standIn;
  // What was accepted is not needed again, and a long list would slow the stand-in.
  messages.push = (...more) => {
    for (const { to } of more) waiting.get(to)?.();
    return 0;
  };
  return waiting;
}

async function rate(
  { address }: Served,
  path: string,
  heard: Map<string, () => void>,
  round: number,
): Promise<number> {
  const target = { path, token: 'stand-in-token-of-twilio-00000001' };
  const scripts = Array.from({ length: CITIZENS }, (_, n) => {
    const citizen = round * CITIZENS + n;
    const from = `+5076${String(citizen).padStart(7, '0')}`;
    return { from, calls: saidBy(citizen).map(text => smsCall(target, from, text)) };
  });
  const wires = await Promise.all(Array.from({ length: AT_ONCE }, () => openWire(address)));
  const began = performance.now();
  await Promise.all(
    wires.map(async wire => {
      for (let script = scripts.pop(); script; script = scripts.pop()) {
        for (const call of script.calls) {
          const reply = new Promise<void>(resolve => heard.set(script?.from ?? '', resolve));
          if ((await wire.ask(call)) !== 200) throw new Error('a call was refused');
          await reply;
        }
        heard.delete(script.from);
      }
      wire.end();
    }),
  );
  return (CITIZENS * MESSAGES) / ((performance.now() - began) / 1_000);
}

const PER_SECOND = 100;

/** How much longer than the quiet gap citizens wait when so many write each second; and the memory it takes. */
export async function waits(standIn: TwilioStandIn, seconds: number): Promise<Figure[]> {
  const gapMs = 1_200;
  const desk = await startDesk(standIn, { QUIET_GAP_MS: String(gapMs) });
  await pause(2_000);
  const idle = desk.memory();
  const heard = listen(standIn);
  const wires = await Promise.all(Array.from({ length: AT_ONCE }, () => openWire(desk.address)));
  const free = [...wires];
  const took: number[] = [];
  const target = { path: '/channels/sms/webhook', token: standIn.options.authToken };
  const say = async (n: number): Promise<void> => {
    const from = `+5078${String(n).padStart(7, '0')}`;
    const call = smsCall(target, from, saidBy(n)[0] ?? '');
    const began = performance.now();
    const replied = new Promise<void>(resolve => heard.set(from, resolve));
    const wire = free.pop() ?? (await openWire(desk.address));
    await wire.ask(call);
    free.push(wire);
    await replied;
    took.push(performance.now() - began - gapMs);
  };
  const all: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < seconds * PER_SECOND; n += 1) {
    await pause(Math.max(0, began + (n * 1_000) / PER_SECOND - performance.now()));
    all.push(say(n));
  }
  await Promise.all(all);
  const loaded = desk.memory();
  for (const wire of free) wire.end();
  await desk.stop();
  const ms = (share: number): string => `${Math.round(quantile(took, share))} ms`;
  return [
    {
      name: `reply over the quiet gap at ${PER_SECOND} messages/s`,
      value: `${ms(0.5)} median, ${ms(0.99)} p99`,
    },
    { name: 'memory, idle and loaded', value: `${Math.round(idle)} MB, ${Math.round(loaded)} MB` },
  ];
}

/** From the command until messages are taken, and until one sent at that moment is acknowledged. */
export async function starts(standIn: TwilioStandIn, rounds: number): Promise<Figure[]> {
  const [ready, acknowledged]: [number[], number[]] = [[], []];
  const target = { path: '/channels/sms/webhook', token: standIn.options.authToken };
  for (let round = 0; round < rounds; round += 1) {
    const desk = await startDesk(standIn);
    const began = performance.now();
    const wire = await openWire(desk.address);
    await wire.ask(smsCall(target, '+50760000001', saidBy(0)[0] ?? ''));
    ready.push(desk.readyMs);
    acknowledged.push(desk.readyMs + performance.now() - began);
    wire.end();
    await desk.stop();
  }
  return [
    { name: 'start to ready', value: `${Math.round(median(ready))} ms` },
    { name: 'start to the first acknowledgement', value: `${Math.round(median(acknowledged))} ms` },
  ];
}
