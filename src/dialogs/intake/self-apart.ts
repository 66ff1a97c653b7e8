import type { Draft } from '../conversation.ts';
import { signedClauses } from '../words/clauses.ts';
import { isPersonal, withContact } from './personal.ts';

/** What was told of a matter, and what beside it of who tells it. */
export interface Apart {
  /** Without what they told of themselves. */
  told: string;
  /** Their name and how to reach them; '' where nothing of it stands there. */
  self: string;
}

/** What a name is not written with, and what `me llamó` goes on with. */
const NO_NAME =
  'la|el|lo|los|las|un|una|al|a|y|e|con|and|en|por|para|que|desde|hace|le|les|no|si|mi|my|su|vivo|soy|tengo|estoy|quiero|ced\\p{L}*|c[eé]d\\p{L}*|tel\\p{L}*|cel\\p{L}*|ayer|hoy|anoche|ahora|ahorita';
const NAME = `(?:\\s+(?!(?:${NO_NAME})(?!\\p{L}))\\p{L}[\\p{L}'’.-]*){1,4}?(?:\\s+(?:de la|de los|del|de)\\s+\\p{L}+(?=\\s*(?:[,.;!?\\n]|$|\\d)))?`;
const NUMBER_OF =
  '(?:celular|cel|tel[eé]fono|tel|n[uú]mero|whatsapp|wasap|c[eé]dula|ced|correo|phone|cell|number|e-?mail)';
const GREETING = '(?:hola|buenas|buen d[ií]a|buenos d[ií]as|buenas (?:tardes|noches)|saludos|hi|hello)';
const OWN_NUMBER = `(?:(?:y|and|con|with)\\s+)?(?:(?:mi|my)\\s+)?${NUMBER_OF}(?:\\s+(?:es|is))?\\s*:?\\s*[+\\dEPN][\\dEPNAVI-]{3,}(?: ?-?\\d{4})?`;
/** A name that is told as theirs, with the number behind it, where it ends at a sign or with what one tells on of oneself. */
const NAMES = new RegExp(
  `(?<=^|[,.;:!?\\n]\\s*|\\s(?:y|and)\\s|^${GREETING}\\s)(?:yo\\s+)?(?:(?:me llamo|mi nombre es|my name is)${NAME}|soy${NAME}(?=[\\s,]+${OWN_NUMBER}))(?:[\\s,]+${OWN_NUMBER})*(?=\\s*(?:[,.;!?\\n(]|$|\\d)|\\s+(?:y|and|con|with|vivo|soy|tengo|quiero|estoy|mi|my)(?!\\p{L}))`,
  'giu',
);
/** Where what they tell of themselves begins within a clause. */
const BEGINS = new RegExp(
  `\\s+(?=(?:(?:y|and)\\s+)?(?:mi|my)\\s+${NUMBER_OF}(?:\\s+(?:es|is))?\\s*:?\\s*[+\\dEPN])`,
  'giu',
);
/** A name by itself, which only the number behind it shows to be one. */
const IS_NAME = new RegExp(`^(?:yo\\s+)?(?:soy|i am)${NAME}[\\s,.;]*$`, 'iu');
const HAS_DATA =
  /\d{3,4}[ -]?\d{4}|\d{1,4}-\d{1,6}|@|(?<!\p{L})(?:me llamo|mi nombre es|my name is)(?!\p{L})/iu;
/** A number alone is theirs behind their name; anywhere else it may be that of who calls them. */
const NUMBER_ALONE = /^(?:el|la|al|es)?[\s\d+.,;:-]+$/iu;

/** Does a name that is told, a number to call or an address stand in words? */
export function hasData(text: string | null): boolean {
  return text !== null && HAS_DATA.test(text);
}

/** A line with what they tell of themselves apart: `no hay agua, me llamo Rosa Ríos y mi celular es 6612-3344`. */
export function apartFromSelf(line: string): Apart {
  if (!hasData(line)) return { told: line, self: '' };
  const parts = signedClauses(line.replace(NAMES, '\n$&\n').replace(BEGINS, '\n')).map(tidy);
  const own: string[] = [];
  const told: string[] = [];
  let isBehind = false;
  for (const [i, part] of parts.entries()) {
    const isLed = IS_NAME.test(part) && isOfSelf(parts[i + 1] ?? '');
    const isOwn: boolean = isLed || (isOfSelf(part) && (isBehind || !NUMBER_ALONE.test(part)));
    if (part !== '') (isOwn ? own : told).push(part);
    isBehind = isOwn;
  }
  if (own.length === 0) return { told: line, self: '' };
  return { told: joined(told), self: joined(own) };
}

function isOfSelf(part: string): boolean {
  // `Me llamo Juan el inspector`: of who called them.
  const isNamed = SAYS_NAME.test(part) && !new RegExp(`^(?:${NAMES.source})[\\s.,;]*$`, 'iu').test(part);
  return hasData(part) && !isNamed && isPersonal(part);
}

const SAYS_NAME = /(?<!\p{L})(?:me llamo|mi nombre es|my name is)(?!\p{L})/iu;

/** A clause without the break that was put behind it; the sign stays. */
function tidy(part: string): string {
  return part.replace(/\s*\n\s*/g, '').trim();
}

function joined(parts: readonly string[]): string {
  return parts
    .filter(part => /[\p{L}\d]/u.test(part))
    .join(' ')
    .replace(/^(?:y|and)\s+/iu, '')
    .replace(/[\s,;:]+(?:y|and)?[\s,;:]*$/iu, '');
}

/** The report with what stands of themselves among its words kept beside them, where a body that may not know it does not read it. */
export function withSelfApart(draft: Draft): Draft {
  const parts = draft.description.map(apartFromSelf);
  const self = parts.map(part => part.self).filter(part => part !== '');
  if (self.length === 0) return draft;
  const description = parts.map(({ told }) => told).filter(told => told !== '');
  const own = { ...draft, description };
  return draft.privacy === 'anonymous' ? own : withContact(own, self.join('; '));
}
