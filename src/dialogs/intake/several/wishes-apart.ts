import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { LEAST_SIDE } from '../matter.ts';
import { HEARD } from './matters-apart.ts';

const DONE =
  '(?:(?:arregl|repar|limpi|destap|tap|quit|mult|cort|pod|pint|instal|fumig|cambi|mand|envi|revis|sancion|cierr|ilumin|patrull|vigil)en|(?:recoj|pong|hag|construy|abr)an)';
/** Before one more thing that is to be done: `… y que pongan policía`, `… y recojan la basura`, `… and to send police`. */
const ALSO_DONE = new RegExp(
  `,?\\s+(?:y|e|and)\\s+(?=(?:tambi[eé]n\\s+)?(?:que\\s+(?:tambi[eé]n\\s+)?\\p{L}{3,}(?:en|an)|${DONE}|(?:to\\s+)?(?:fix|repair|clean|send|collect|remove|paint|put|cut|install|spray))(?!\\p{L}))`,
  'iu',
);
/** Who tells what happened to them tells one story. */
const STORY = /\b(me|mi|mis|nos|su|sus|le|les|se|my|our|his|her|their)\b/;
const MOST_WORDS = 40;
/** From here on a wish tells what it is about; the whole message says it too, or the place alone stood beside it. */
const TOLD = 0.3;

/** Wishes joined by «y», each of another body, and nothing in it of the other: `que arreglen el semáforo y que pongan policía`; else none. */
export function wishesApart({ facts, burst }: Scene): string[] {
  const plain = plainWords(burst.text);
  const sides = burst.text.split(ALSO_DONE).map(side => side.trim());
  const isTooShort = sides.some(side => plainWords(side).split(' ').length < LEAST_SIDE);
  if (sides.length < 2 || isTooShort || STORY.test(plain) || plain.split(' ').length > MOST_WORDS) return [];
  const read = sides.map(side => facts.read(side));
  const bodies = new Set(read.map(({ agencies }) => agencies[0]?.id));
  const isApart = read.every(({ services: [best] }) => {
    const isForeign = read.every(
      ({ services }) => services[0] === best || (services.find(({ id }) => id === best?.id)?.p ?? 0) < HEARD,
    );
    return best !== undefined && best.p >= TOLD && isForeign;
  });
  return isApart && bodies.size === sides.length ? sides : [];
}
