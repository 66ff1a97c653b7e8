import type { Agency } from '../../catalogue/catalogue.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import type { Scene, Topic } from '../scene.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { agencyWords } from './agency-words.ts';
import { alsoTelling, told } from './information.ts';

/** `Se me quedó la cartera en el metro`, `I left my phone on the bus`. */
const LEFT =
  /\b(?:perdi|extravie|olvide|deje|se me (?:quedo|olvido|perdio|cayo|perdieron|quedaron|cayeron)|(?:i|have|ve) (?:lost|left|forgot|forgotten|dropped)|^lost|^left)\b/;
/** Where they ride, and whose it is. */
const RIDES: readonly { pattern: RegExp; body: string }[] = [
  {
    pattern:
      /\b(?:en|on|in|dentro de) (?:(?:el|la|un|una|the|a|estacion|asiento|del|de) )*(?:metro ?bus|mi ?bus)\b/,
    body: 'mibus',
  },
  {
    pattern:
      /\b(?:en|on|in|dentro de) (?:(?:el|la|un|una|the|a|estacion|vagon|tren|linea \d|del|de) )*metro\b/,
    body: 'metro',
  },
];
const WHERE =
  /\b(?:a ?donde|donde|a quien|con quien|en que (?:estacion|oficina|lugar)|where|which station|who (?:do|can|should) i|how (?:can|do) i get)\b/;
/** More words tell a story. */
const MOST_WORDS = 40;

/**
 * `Dejé mi celular en el metro, ¿a quién le pregunto?`: whoever runs it is named, and how it is reached; asked on of a case of
 * it as well.
 */
export const lostThing: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  if (!isFree || facts.reading.emergency !== null || plain.split(' ').length > MOST_WORDS) return null;
  const asks = burst.text.includes('?') || putsQuestion(burst.text) || beginsAsQuestion(burst.text);
  if (!asks || !WHERE.test(plain)) return null;
  const own = lostWith(scene, plain);
  if (own) return told(alsoTelling(scene, burst.lines), agencyWords(scene, own, plain));
  const body = ofCase(scene);
  return body && told(scene, agencyWords(scene, body, plain));
};

function lostWith({ catalogue }: Scene, plain: string): Agency | null {
  const ride = LEFT.test(plain) ? RIDES.find(({ pattern }) => pattern.test(plain)) : undefined;
  return catalogue.agencies.get(ride?.body ?? '') ?? null;
}

/** Of a case that tells of such a thing, whatever words it is asked with. */
function ofCase(scene: Scene): Agency | null {
  const c = caseMeant(scene);
  return c ? lostWith(scene, plainWords(c.description.join(' '))) : null;
}
