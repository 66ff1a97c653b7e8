import type { Danger } from '../nlu/classifier.ts';
import { isAfterDanger } from './after-danger.ts';
import { saysSameCase } from './filed/same-case.ts';
import { beginReport } from './intake/flow.ts';
import { plainWords } from './plain-words.ts';
import { type Move, replyOf, retold, type Scene, say, type Topic, withState } from './scene.ts';

const DENIED =
  /\b(no (estoy|estamos|esta|estan|hay|corro|es)( en| ningun| una)? (peligro|riesgo|emergencia)|no hay nadie( ahi| aqui| alli)? en (peligro|riesgo)|nadie (esta|corre|se esta|anda)( en)? (peligro|riesgo)|no es peligro|nobody is in danger|no me (voy a|quiero|pienso) (a )?(hacer nada|matar|morir|suicidar)|no (voy a|quiero|pienso) (matarme|morirme|suicidarme)|es (solo )?un decir|(es|era) (una )?forma de (hablar|decir)|no (lo decia|es|era|hablaba) en serio|not in danger|no danger|not an emergency)\b/;

/**
 * What is told of danger once it is taken away that there is none, or that they only spoke so (`no estoy en peligro`, `es un
 * decir`): of `no me quiero matar, él me quiere matar` it is his. Undefined: nothing is denied.
 */
export function dangerBesideDenial({ burst, facts }: Scene): Danger | null | undefined {
  const plain = plainWords(burst.text);
  const rest = plain.replace(DENIED, ' ').trim();
  if (rest === plain) return undefined;
  return rest === '' ? null : facts.read(rest).emergency;
}

/** In more words something else is told besides. */
const MOST_DENIED = 14;

/** `No me voy a matar, es un decir`, to the numbers: they are not told again, and what was told beside it is taken down. */
export const dangerDenied: Topic = scene => {
  const { burst } = scene;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_DENIED;
  if (burst.choice !== null || !isAfterDanger(scene) || dangerBesideDenial(scene) !== null) return null;
  // `No es emergencia, solo agréguelo al caso`, `no es peligro, es en calle 3` answer what is asked.
  if (saysSameCase(burst.text) || (scene.state.awaits !== null && tellsOn(burst.text))) return null;
  const move = isShort || scene.state.draft !== null ? goOn(scene) : toldBesides(scene);
  return { ...move, set: { review: true, reason: null, since: null } };
};

/** Is more told than that there is none? */
function tellsOn(text: string): boolean {
  const rest = plainWords(text).replace(DENIED, ' ').replace(FILLERS, ' ').trim();
  return rest.split(/\s+/).filter(word => word.length > 1).length >= LEAST_TOLD;
}

const FILLERS =
  /\b(no|ni|ja\w*|tranquil[oa]|gracias|perdon|disculpe|es|que|ya|solo|eso|esto|por|aqui|haha\w*|lol|thanks|sorry|it|is|that)\b/g;
const LEAST_TOLD = 3;

/** `No me voy a matar, pero el banco me descuenta casi todo`: what is told besides is the matter. */
function toldBesides(scene: Scene): Move {
  const { later, awaits } = scene.state;
  const told = [...(awaits?.held?.lines ?? []), ...later, ...scene.burst.lines];
  return beginReport(
    retold(withState(scene, { later: [], awaits: null }), told),
    {},
    say(scene, wordsAfter(scene)),
  );
}

/** Of whom help is told only who spoke of dying. */
function wordsAfter({ conversation }: Scene): 'emergency.denied' | 'fine' {
  return conversation.reason === 'distress' ? 'emergency.denied' : 'fine';
}

function goOn(scene: Scene): Move {
  const { state } = scene;
  const lead = say(scene, wordsAfter(scene));
  if (state.draft !== null || state.awaits !== null) return { state, replies: [replyOf(lead)] };
  if (state.later.length === 0) return { state, replies: [replyOf(lead, { asks: 'description' })] };
  return beginReport(retold(withState(scene, { later: [] }), state.later), {}, lead);
}
