import { anyOf } from './any-of.ts';
import { beginsAsQuestion } from './asking.ts';
import { sentences } from './clauses.ts';
import { plainWords } from './plain-words.ts';

const HARM =
  '(?:cort|desconect|suspend|quit|desped|despid|bot|ech|sac|desaloj|deport|mult|sancion|castig|demand|denunci|arrest|embarg|encarcel)\\w*|(?:dej\\w+) sin|(?:met\\w+|mand\\w+) (?:pres[oa]|a la carcel)';
const HARM_EN =
  'cut|disconnect|shut|turn|suspend|stop|take away|fire|dismiss|evict|kick|throw|deport|fine|sue|arrest|punish|jail';
/** `Me pueden cortar la luz`, `y si me botan`, `ENSA can disconnect me`. */
const MAY_COME = anyOf(
  new RegExp(
    `\\b(?:puede|pueden|podria|podrian|pudieran?|van? a|vayan? a|vayan|iran a)(?: \\w+){0,2}? (?:${HARM})`,
  ),
  new RegExp(`\\b(?:me|nos) (?:van? a |pueden? )?(?:${HARM})`),
  new RegExp(
    `\\b(?:will|can|could|may|might|would|going to)(?: \\w+){0,4}? (?:be |get |been )?(?:${HARM_EN})(?:ed|ted|s|d)?\\b(?! (?:on|in|it|that)\\b)`,
  ),
);
const ASKS_IF =
  /\b(?:pregunt\w+|(?:quiero|quisiera|queria|necesito) saber|me preocupa|tengo miedo de|asking|ask|wonder\w*|want to know|know) (?:si|que|if|whether)\b/;
/** Why, and how long still, is asked of what happens already: `¿por qué me cortan la luz?` */
const HAPPENS = /^(?:y |pero |and |but )*(?:por que|porque|hasta cuando|cada cuanto|why|how long|how come)\b/;

/** Is it asked whether something may yet be done to somebody: `will they cut my power meanwhile?`, `¿me pueden botar por esto?` */
export function asksWhatMayCome(text: string): boolean {
  return sentences(text).some(sentence => {
    const plain = plainWords(sentence);
    const isAsked = sentence.includes('?') || beginsAsQuestion(sentence) || ASKS_IF.test(plain);
    return isAsked && !HAPPENS.test(plain) && MAY_COME.test(plain);
  });
}

/** What told to a body could itself bring about what is feared: papers that are not in order, and prison. */
const OWN_STANDING =
  /\b(?:deport\w*|migracion|immigration|sin papeles|undocumented|pres[oa]|carcel|encarcel\w+|arrest\w*|jail\w*)\b/;

/** Is what is feared better put before no body? */
export function fearsOwnStanding(text: string): boolean {
  return OWN_STANDING.test(plainWords(text));
}
