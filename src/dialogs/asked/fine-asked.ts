import { say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { ofAgency, ofSureProcedure, told } from './information.ts';

/** `¿A cuánto multan por botar basura?`, `how much is the fine for littering?` */
const HOW_MUCH = anyOf(
  /\b(?:a |de )?(?:cuanto|cuantos|cuanta)\b(?! (?:debo|tengo|me falta|le debo))(?: \w+){0,4} (?:multa|multas|multan|multarian|multar|multaron)\b(?! (?:tengo|debo))/,
  /\bmultas? (?:es|son|seria|sale) (?:de |en )?cuanto\b|\bque multa (?:hay|dan|ponen|le ponen|cae|es)\b/,
  /\bhow (?:much|high)\b(?: \w+){0,4} (?:fine|fines|fined)\b|\bwhat (?:is|s) the fine\b/,
);
const MOST_WORDS = 20;

/** How high a fine is the desk does not know: it is said so, with who does, and what is open is asked on. */
export const fineAsked: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  const isAsked =
    scene.burst.choice === null && HOW_MUCH.test(plain) && plain.split(' ').length <= MOST_WORDS;
  if (!isAsked || ofSureProcedure(scene) !== null) return null;
  return told(scene, ofAgency(scene) ?? say(scene, 'info.unknown'));
};
