import { anyOf } from './any-of.ts';
import { plainWords } from './plain-words.ts';

const NUMBER = '(?:un[oa]?|dos|tres|cuatro|cinco|seis|varios|varias|muchos|muchas|\\d+)';
/** Verbs of asking in their third person, which end as a wish does: `y que hacen`. */
const ASKED = '(?:hac|dic|tien|pued|deb|quier|pid|proced|decid|sigu|suel|vien|ofrec|exist|sal|pas)en\\b';
const WISHED = anyOf(
  // `Y que sancionen a ese señor`
  new RegExp(
    `^(?:(?:y|e|pero|and) )*(?:que|q|k) (?:(?:me|le|les|lo|la|los|las|se|nos|no|ya|por favor|porfa|alguien|ellos|ustedes) )*(?:vengan?|hagan?|pongan?|vayan?|digan?|sepan?|vean?|respondan?|cumplan?|atiendan?|resuelvan?|recojan?|den|(?!${ASKED})[a-zñ]{3,}en)\\b`,
  ),
  // `Y que son tres los huecos`
  new RegExp(`^(?:(?:y|e|pero|and) )*(?:que|q|k) (?:es|son|eran|fueron|hay|habia) ${NUMBER}\\b`),
  /^(?:(?:y|e|pero|si|ok|bueno|tambien|and|also|yes|but) )*(?:ponga|pongale|ponle|agregue|agreguele|anote|añada|add|note|put) (?:(?:tambien|ahi|also|in) )*(?:que|q|k|that)\b/,
);

/** Is something wished or bidden with a `que` that has no accent and asks nothing: `y que vengan hoy`, `ponga que son tres`? */
export function isWished(text: string): boolean {
  return !/[?¿]|(?<!\p{L})qué(?!\p{L})/u.test(text) && WISHED.test(plainWords(text));
}
