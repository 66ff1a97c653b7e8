import { retold, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { ofAgency, told } from './information.ts';

/** `¿Allá hay oficina del tribunal?`, `do they have an office there?` */
const OFFICE =
  /\b(?:hay|tienen|existe|queda|esta)(?: \w+){0,2}? (?:oficinas?|sucursal(?:es)?|regional(?:es)?|sede|agencia)\b|\b(?:is there|are there|do they have|does it have)(?: \w+){0,3}? (?:offices?|branch(?:es)?)\b/;
const MOST_WORDS = 16;

/** Whether a body has an office somewhere nobody told the desk: who knows is said, and no report is made of it. */
export const officeThere: Topic = scene => {
  const { burst, state, facts, informed } = scene;
  const plain = plainWords(burst.text);
  const isAsked = burst.text.includes('?') && OFFICE.test(plain) && plain.split(' ').length <= MOST_WORDS;
  const isFree = state.draft === null && facts.cases.length === 0 && burst.choice === null;
  if (!isAsked || !isFree) return null;
  const before = informed === null ? null : ofAgency(retold(scene, [`${informed} ${burst.text}`]));
  return told(scene, ofAgency(scene) ?? before ?? say(scene, 'info.no_office'));
};
