import type { Scene } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { onlyThanks } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';

/** Do words or files tell something of a case, and not only greet, thank or ask? */
export function tellsSomething({ burst, facts: { reading } }: Scene): boolean {
  const { text, files } = burst;
  if (files.length > 0 || text === '') return files.length > 0;
  if (ASKS.includes(reading.intent)) return !text.includes('?') && !isQuestion(text);
  // `Ya vinieron y lo taparon` is good news, and news; `sí, gracias` answers.
  return reading.intent !== 'greeting' && !onlyThanks(text);
}

/** `Como de un metro` answers a question, however much it sounds like one. */
const ASKS = ['info', 'status'];

function isQuestion(text: string): boolean {
  return beginsAsQuestion(text) && !/^como (de |a |unos? |unas? |\d)/.test(plainWords(text));
}
