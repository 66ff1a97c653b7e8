import type { Agency } from '../catalogue/catalogue.ts';
import { plainWords } from '../catalogue/words.ts';
import type { Sentence } from '../texts.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';

/** From here on a body is taken as the one asked about. */
const MEANT = 0.3;

/** A question for facts: what is known of the body that knows, or honestly nothing, and a person offered. */
export const information: Topic = scene => {
  if (scene.facts.reading.intent !== 'info' || scene.burst.text === '') return null;
  const next = scene.state.awaits ? null : say(scene, 'info.next');
  return told(scene, lines(knownOf(scene) ?? say(scene, 'info.unknown'), next));
};

const ASKS =
  /^(y |pero |and |but )?(cuant|cuando|como|por que|para que|quien|que|cual|how|when|why|what|who)/;
const HOW_LONG =
  /\b(cuanto (tiempo )?(se )?(demora|tarda|dura)\w*|cuanto tiempo|en cuanto tiempo|para cuando|how long)\b/;

/** A question in the middle of a report; how long it takes is known when its service is. Null: it asks nothing. */
export function askedBetween(scene: Scene): Move | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  if (!text.includes('?') || !(ASKS.test(plain) || scene.facts.reading.intent === 'info')) return null;
  const { draft } = scene.state;
  const service = draft?.serviceId ? scene.catalogue.services.get(draft.serviceId) : undefined;
  if (service && HOW_LONG.test(plain)) return told(scene, say(scene, 'info.days', { days: service.days }));
  return told(scene, say(scene, 'info.unknown'));
}

function told(scene: Scene, sentence: Sentence): Move {
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(sentence)] };
}

function knownOf(scene: Scene): Sentence | null {
  const [best] = scene.facts.reading.agencies;
  const agency = best && best.p >= MEANT ? scene.catalogue.agencies.get(best.id) : undefined;
  return agency ? linesOf(scene, agency) : null;
}

function linesOf(scene: Scene, { acronym, website, phones }: Agency): Sentence {
  return lines(
    say(scene, 'info.agency', { agency: acronym }),
    website === null ? null : say(scene, 'info.website', { website }),
    phones.length === 0 ? null : say(scene, 'info.phones', { phones: phones.join(', ') }),
  );
}
