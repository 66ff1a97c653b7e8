import { beginsAsQuestion } from '../asking.ts';
import { plainWords } from '../plain-words.ts';
import type { Scene } from '../scene.ts';

/** Do words or files tell something of a case, and not only greet, thank, ask, or want a person? */
export function tellsSomething({ burst, facts: { reading } }: Scene): boolean {
  const { text, files } = burst;
  if (files.length > 0 || text === '') return files.length > 0;
  if (ASKS.includes(reading.intent)) return !text.includes('?') && !isQuestion(text);
  // `Ya vinieron y lo taparon` is good news, and news.
  if (reading.intent === 'thanks') return !THANKS.test(plainWords(text));
  return reading.intent !== 'greeting' && reading.intent !== 'human';
}

/** `Como de un metro` answers a question, however much it sounds like one. */
const ASKS = ['info', 'status'];
const THANKS = /\b(gracias|agradec\w*|thanks?|amables?|dios|bendi\w*|ok|listo|perfecto|bueno)\b/;

function isQuestion(text: string): boolean {
  return beginsAsQuestion(text) && !/^como (de |a |unos? |unas? |\d)/.test(plainWords(text));
}
