import { plainWords } from './plain-words.ts';

const LED = '(?:(?:hola|buenas|bueno|pues|este|eh|ah|ay|y|pero|ok|hello|hi|well|so|and|um) )*';
const OPENS =
  '(?:mire|mira|miren|oiga|oye|oigan|fijese|fijate|vea usted|es que|esque|resulta que|pasa que|sucede que|ocurre que|lo que pasa es que|es para decirle que|le (?:cuento|explico|comento|digo)(?: que)?|una cosita|hay un[oa]?s?|(?:look|listen)(?: here)?|you see|the thing is(?: that)?|it is that|there (?:is|are)(?: an?)?|so|es (?:una historia larga|largo de contar|un cuento largo)|(?:it is|it s) a long story)';
const UNFINISHED = new RegExp(
  `^${LED}${OPENS}(?: (?:${OPENS}|señor|señora|joven|amigo|licenciado|sir|miss))*$`,
);

/** Are words only the beginning of what they are about to tell: `mire`, `es que`, `hay un`? */
export function isUnfinished(text: string): boolean {
  return UNFINISHED.test(plainWords(text));
}
