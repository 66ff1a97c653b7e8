import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MemoryStorage } from 'botbuilder';
import { openBotbuilder } from './botbuilder.ts';
import { durableState, openLedger, stateOnly } from './botbuilder-ledger.ts';
import { openOurs } from './five-steps.ts';
import { median } from './load.ts';
import type { Figure } from './main.ts';

/** Who takes a citizen's message and resolves when what it says to it stands. */
export interface Desk {
  say(citizen: string, text: string): Promise<void>;
  lastReply(citizen: string): Promise<string>;
}

/** What a citizen writes: a message, its kind, its place, yes. */
const SAID = ['Hay un tubo roto botando agua desde el sábado', 'queja', 'Cerro Viento, San Miguelito', 'sí'];
const CITIZENS = 400;
const AT_ONCE = 64;
const BAR = 2;

/** Turns a second, and the processor time of one, µs. */
interface Pace {
  rate: number;
  cpu: number;
}

type Round = Record<'ours' | 'same' | 'durable' | 'memory', Pace>;

/**
 * Turns a second of the same five steps (message, kind asked, place asked, summary, number), embedded and without understanding, over
 * botbuilder's own dialogs and state: with as many documents as durable as ours, with its state alone on the disk, and in memory.
 */
export async function peer(rounds: number): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const desks = {
    ours: await openOurs(folder),
    same: openBotbuilder(openLedger(folder)),
    durable: openBotbuilder(stateOnly(durableState(folder))),
    memory: openBotbuilder(stateOnly(new MemoryStorage())),
  };
  for (const desk of Object.values(desks)) await check(desk);
  const found: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    found.push({
      ours: await pace(desks.ours, round),
      same: await pace(desks.same, round),
      durable: await pace(desks.durable, round),
      memory: await pace(desks.memory, round),
    });
  }
  rmSync(folder, { recursive: true, force: true });
  // The first round warms up.
  return figuresOf(found.slice(1));
}

function figuresOf(found: Round[]): Figure[] {
  const shown = (name: string, of: keyof Round): Figure => {
    const [rate, cpu] = [median(found.map(one => one[of].rate)), median(found.map(one => one[of].cpu))];
    return { name, value: `${Math.round(rate)}/s, ${Math.round(cpu)} µs of processor` };
  };
  const ratios = (of: keyof Round): number[] => found.map(one => one.ours.rate / one[of].rate);
  const cpuRatios = found.map(one => one.same.cpu / one.ours.cpu);
  const sorted = ratios('same').toSorted((a, b) => a - b);
  const [least, most] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  return [
    shown('turns of five steps', 'ours'),
    shown('the same by botbuilder, as many documents', 'same'),
    shown('the same by botbuilder, state in SQLite', 'durable'),
    shown('the same by botbuilder, state in memory', 'memory'),
    {
      name: `turns ÷ botbuilder, as many documents (${least.toFixed(2)}–${most.toFixed(2)})`,
      ratio: median(ratios('same')),
      bar: BAR,
    },
    { name: 'the same by processor time', ratio: median(cpuRatios), bar: BAR },
    { name: 'turns ÷ botbuilder, state in SQLite', ratio: median(ratios('durable')), bar: BAR },
    { name: 'turns ÷ botbuilder in memory', ratio: median(ratios('memory')), bar: BAR },
  ];
}

/** Does a desk give the number at the end, and only then? */
async function check(desk: Desk): Promise<void> {
  const citizen = '+50769999999';
  for (const text of SAID) {
    if (/311-\d/.test(await desk.lastReply(citizen))) throw new Error('a number came early');
    await desk.say(citizen, text);
  }
  const last = await desk.lastReply(citizen);
  if (!/311-\d/.test(last)) throw new Error(`no number at the end, but: ${last}`);
}

async function pace(desk: Desk, round: number): Promise<Pace> {
  let next = 0;
  const cpu = process.cpuUsage();
  const began = performance.now();
  const citizens = async (): Promise<void> => {
    while (next < CITIZENS) {
      const citizen = `+5076${String(round * CITIZENS + next).padStart(7, '0')}`;
      next += 1;
      for (const text of SAID) await desk.say(citizen, text);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, citizens));
  const turns = CITIZENS * SAID.length;
  const { user, system } = process.cpuUsage(cpu);
  return { rate: turns / ((performance.now() - began) / 1_000), cpu: (user + system) / turns };
}
