import { createInterface } from 'node:readline';
import { createUnderstanding } from '../app.ts';
import type { Understanding } from '../nlu/classifier.ts';
import type { Command } from './command.ts';

/** `understand`: what the classifier makes of messages, a line of JSON each. */
export const command: Command = {
  summary: 'reads messages as JSON lines and writes what is understood of each',
  usage: `usage: ./ventanilla understand < messages.jsonl

Reads {"id","text","place"?} a line, writes {"id","intent","kinds","agencies","services","procedures",
"places","emergency","flags","reasons"} a line, in the same order. "place" is words or a place's code.
A line that is no such object is answered with {"id":null,"error"} and makes the exit status 1.`,
  run: async (_argv, context) => {
    const { configDir, dataDir } = context.settings();
    const { classifier } = await createUnderstanding(configDir, { dataDir });
    let failed = 0;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const message = read(line);
      if (!message) failed += 1;
      const answer = message
        ? { id: message.id, ...wire(classifier.understand(message.text, placeOf(message.place, classifier))) }
        : { id: null, error: 'not a JSON object with a text' };
      context.print(JSON.stringify(answer));
    }
    return failed > 0 ? 1 : 0;
  },
};

/** One line of input. */
interface Line {
  id: unknown;
  text: string;
  place?: unknown;
}

function read(line: string): Line | null {
  try {
    const value = JSON.parse(line) as Partial<Line> | null;
    return typeof value?.text === 'string'
      ? { id: value.id ?? null, text: value.text, place: value.place }
      : null;
  } catch {
    return null;
  }
}

type Reader = Awaited<ReturnType<typeof createUnderstanding>>['classifier'];

function placeOf(place: unknown, classifier: Reader): { placeCode?: string } {
  if (typeof place !== 'string' || place === '') return {};
  if (/^\d{2}(\d\d){0,2}$/.test(place)) return { placeCode: place };
  const guess = classifier.understand(place).places[0];
  return guess ? { placeCode: guess.code } : {};
}

/** An understanding as `surface` programs read it. */
export function wire(
  reading: Understanding,
): Omit<Understanding, 'language' | 'places'> & { places: object[] } {
  const { language: _language, places, emergency, ...rest } = reading;
  return {
    ...rest,
    emergency: emergency && { category: emergency.category, p: emergency.p },
    places: places.map(({ province, district, corregimiento, text, p }) => ({
      province,
      district,
      corregimiento,
      text,
      p,
    })),
  };
}
