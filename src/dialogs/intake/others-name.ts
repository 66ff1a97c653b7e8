import type { Awaits, Draft } from '../conversation.ts';
import { stepOf } from '../questions.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { ordersFiling } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { fileDraft } from './file.ts';
import { saying, showSummary } from './flow.ts';
import { contactKey, withContact } from './personal.ts';
import { surePlace } from './place/namesakes.ts';

const WHOM = "(?:ella|él|el|mi\\s+\\p{L}+|la\\s+señora|el\\s+señor|her|his|him|my\\s+\\p{L}+(?:['’]s)?)";
/** `Ponga el de ella, …`, `mándelo a nombre de mi abuela …`, `put her name, …`; behind it two to four words of a name. */
const OTHERS_NAME = new RegExp(
  `(?<!\\p{L})(?:(?:p[oó]ng\\p{L}*|us[ae]n?|escrib\\p{L}*)\\s+(?:el|el\\s+nombre)\\s+de\\s+${WHOM}|(?:a|en|con\\s+el)\\s+nombre\\s+de\\s+${WHOM}|(?:in|under|with|put|use)\\s+${WHOM}\\s+name)[\\s,:]+(?:(?:que\\s+es|se\\s+llama|que\\s+se\\s+llama|it['’]?s|she\\s+is|he\\s+is)\\s+)?(?<name>\\p{L}{2,}(?:\\s+\\p{L}{2,}){1,3}?)(?=\\s*(?:[,.;!?]|$))(?<more>.*)$`,
  'isu',
);
/** `El caso es por ella, Eustaquia Pérez`: whose it is, where what follows is written as a name. */
const IS_FOR = new RegExp(
  `(?<!\\p{L})(?:es|era|va|is|it['’]?s)\\s+(?:por|para|de|for)\\s+${WHOM}[\\s,:]+(?:que\\s+se\\s+llama\\s+|se\\s+llama\\s+)?(?<name>\\p{L}{2,}(?:\\s+\\p{L}{2,}){1,3}?)(?=\\s*(?:[,.;!?]|$))(?<more>.*)$`,
  'isu',
);
/** Written as a name is: `Eustaquia Pérez`. */
export const AS_NAME = /^\p{Lu}\p{L}+(?: (?:de|del|la|los|\p{Lu}\p{L}+))* ?\p{Lu}\p{L}+$/u;
/** `Yo soy la hija`, said after a name however it is written. */
const KIN =
  /\b(?:yo )?soy (?:la|el|su) (?:hij[oa]|mama|madre|papa|padre|herman[oa]|niet[oa]|espos[oa]|vecin[oa]|prim[oa]|sobrin[oa]|ti[oa])\b|\bi am (?:her|his) \w+/;

function whose(text: string): Record<string, string> {
  const found = IS_FOR.exec(text)?.groups ?? {};
  const { name = '', more = '' } = found;
  return AS_NAME.test(name) || (name !== '' && KIN.test(plainWords(more))) ? found : {};
}

/** An order stands before the name. */
const SENDS = /^(?:(?:si|ok|bueno|no|mejor|ya|yes|please|por favor) )*(?:mand|envi|send|file)\w*/;

/**
 * `No ponga mi nombre, ponga el de ella, Eustaquia Pérez`: who the report is for goes with its contact, hides nobody, and is sent
 * where that is ordered with it. Null: no such name is told.
 */
export function othersName(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const { burst, facts } = scene;
  const { name, more = '' } = OTHERS_NAME.exec(burst.text)?.groups ?? whose(burst.text);
  if (name === undefined || burst.choice !== null || stepOf(awaits) === 'description') return null;
  const beside = more.replace(/^[\s,.;!?]+|[\s,.;!?]+$/gu, '');
  const isKept = draft.privacy !== 'anonymous';
  const told = beside === '' || ordersFiling(beside) ? name : `${name}, ${beside}`;
  const place = draft.place ?? surePlace(facts.reading.places);
  const own = { ...touched(scene, isKept ? withContact(draft, told) : draft), place };
  const lead = say(scene, isKept ? contactKey(draft) : 'contact_anonymous');
  if (!draft.summarised) return saying(scene, { draft: own, awaits }, lead);
  const isOrdered = stepOf(awaits) === 'confirm' && isKept && SENDS.test(plainWords(burst.text));
  return isOrdered ? fileDraft(scene, own) : showSummary(scene, own, lead);
}
