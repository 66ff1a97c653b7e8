import type { Chance } from './chance.ts';
import { openEmailLine } from './email-line.ts';
import type { Witness } from './ledger.ts';
import { Ended, type Line, type Reply } from './line.ts';
import { openMessengerLine } from './messenger-line.ts';
import { openSmsLine } from './sms-line.ts';
import { openTelegramLine } from './telegram-line.ts';
import { openWebLine } from './web-line.ts';
import { openWhatsAppLine } from './whatsapp-line.ts';
import { chanceFor, rest, type World } from './world.ts';

/** How many citizens talk at a time. */
export interface Crowd {
  web: number;
  sms: number;
  whatsapp: number;
  telegram: number;
  messenger?: number;
  email?: number;
}

/** Long enough for a restart or two; in fair weather an answer takes a moment. */
const PATIENCE_MS = 30_000;
/** For news of a case: it may be over. */
const SHORT_PATIENCE_MS = 8_000;

const WHOLE: ((house: number) => string[])[] = [
  house => [
    `En la calle 3 de Cerro Viento, San Miguelito, frente a la casa ${house}, hay un tubo roto botando agua`,
  ],
  house => [`La luminaria de la calle 5 de Bethania está apagada, frente a la casa ${house}`],
  house => [`Hay un hueco grande en la calle 12 de Río Abajo, frente a la casa ${house}`],
];
const BURSTS: ((house: number) => string[])[] = [
  house => [
    'Buenas',
    `hay un tubo roto frente a la casa ${house}`,
    'en Cerro Viento, San Miguelito',
    'bota mucha agua',
  ],
  house => [`la luminaria de la casa ${house} está apagada`, 'desde el lunes', 'calle 5 de Bethania'],
];

/** Keeps so many citizens talking until the run ends. */
export async function gather(world: World, crowd: Crowd): Promise<void> {
  const places = Object.entries(crowd).flatMap(([channel, count]) => Array<string>(count).fill(channel));
  let born = 0;
  await Promise.all(
    places.map(async channel => {
      while (!world.ending.aborted) {
        born += 1;
        await beCitizen(world, channel, String(born));
      }
    }),
  );
}

async function beCitizen(world: World, channel: string, name: string): Promise<void> {
  const chance = chanceFor(world, 'citizen', name);
  const { line, witness } = await lineOf(world, channel, name);
  world.ledger.witnesses.push(witness);
  try {
    if (chance.yes(0.4)) await line.prove?.(PATIENCE_MS);
    if (chance.yes(0.15)) await talkToPerson(world, line);
    for (let reports = chance.yes(0.1) ? 2 : 1; reports > 0; reports -= 1) {
      await report(world, line, witness, chance);
    }
    await followUp(world, line, witness, chance);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  } finally {
    line.close();
  }
}

/** A citizen's way to the office on a channel. */
export async function lineOf(
  world: World,
  channel: string,
  name: string,
): Promise<{ line: Line; witness: Witness }> {
  return (LINES[channel] ?? openSmsLine)(world, name);
}

type Opened = { line: Line; witness: Witness };

const LINES: Record<string, (world: World, name: string) => Opened | Promise<Opened>> = {
  ...{ web: openWebLine, whatsapp: openWhatsAppLine, telegram: openTelegramLine },
  ...{ messenger: openMessengerLine, email: openEmailLine },
};

/** Reports something and answers whatever is asked, until a number is told. Rejects with `Ended` when nothing comes. */
export async function report(world: World, line: Line, witness: Witness, chance: Chance): Promise<void> {
  const messages = chance.pick(chance.yes(0.4) ? BURSTS : WHOLE)(chance.whole(1_000, 9_999));
  for (const text of messages) await line.say({ text });
  for (;;) {
    const reply = await line.next(PATIENCE_MS);
    const number = reply.case;
    if (number !== null && !witness.numbers.includes(number)) {
      witness.numbers.push(number);
      world.filed.push(number);
      return;
    }
    await answer(line, witness, reply, chance);
  }
}

/** Most see their case through; some never say a word again, and the clock closes it. */
async function followUp(world: World, line: Line, witness: Witness, chance: Chance): Promise<void> {
  if (chance.yes(0.35)) return;
  if (chance.yes(0.5))
    await line.say({ text: `Ahora también moja la acera de la casa ${chance.whole(100, 999)}` });
  if (chance.yes(0.3)) await line.say({ text: 'mis casos' });
  for (let rated = false; !rated; ) {
    const reply = await line.next(SHORT_PATIENCE_MS);
    await answer(line, witness, reply, chance);
    rated = reply.asks === 'rating';
  }
  await rest(world, 200);
}

async function talkToPerson(world: World, line: Line): Promise<void> {
  await line.say({ text: 'quiero hablar con una persona' });
  const end = performance.now() + PATIENCE_MS;
  while (!world.released.has(line.address)) {
    if (world.ending.aborted || performance.now() > end) throw new Ended();
    await rest(world, 50);
  }
}

const YES = 'sí';
const WORDS: Record<string, string> = {
  ...{ confirm: YES, solved: YES, rating: '5', resume: YES, place: 'Cerro Viento, San Miguelito' },
  ...{
    description: 'hay un tubo roto botando agua',
    answer: 'Es la casa de la esquina, de día.',
    contact: 'no',
  },
};

async function answer(line: Line, witness: Witness, { asks, choices }: Reply, chance: Chance): Promise<void> {
  if (asks === 'none') return;
  if (asks === 'confirm') witness.confirmed += 1;
  else if (WORDS[asks] === YES) witness.otherYeses += 1;
  const [first] = choices;
  const words = WORDS[asks];
  if (first !== undefined && (words === undefined || (asks !== 'rating' && chance.yes(0.4)))) {
    return line.say({ text: first, choice: first });
  }
  await line.say({ text: words ?? '1' });
}
