import type { Danger } from '../../nlu/classifier.ts';
import { added } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { saysSameCase } from '../filed/same-case.ts';
import { touched } from '../intake/absorb.ts';
import { beginReport, showAdded } from '../intake/flow.ts';
import { beginHeld, heardOut, isOfSufferer } from '../intake/offers.ts';
import { stepOf } from '../questions.ts';
import {
  afterQuestion,
  led,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  withState,
} from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';

const DENIED =
  /\b(no (estoy|estamos|esta|estan|hay|corro|es)( en| ningun| una)? (peligro|riesgo|emergencia)|no hay nadie( ahi| aqui| alli)? en (peligro|riesgo)|nadie (esta|corre|se esta|anda)( en)? (peligro|riesgo)|no es peligro|nobody is in danger|no me (voy a|quiero|pienso) (a )?(hacer nada|matar|morir|suicidar)|no (voy a|quiero|pienso) (matarme|morirme|suicidarme)|es (solo )?un decir|(es|era) (una )?forma de (hablar|decir)|no (lo decia|es|era|hablaba) en serio|not in danger|no danger|not an emergency)\b/;

/** `¿Pero qué peligro?`, to the numbers. */
const WHICH =
  /\b(?:q|que|cual|what) (?:peligro|emergencia|danger|emergency)\b(?! (?:corre|corro|hay|tiene|es)\b)/;

/** Do they ask what danger is meant: to them there is none? */
export function asksWhichDanger(text: string): boolean {
  return WHICH.test(plainWords(text));
}

/** Do they say that there is no danger? */
export function deniesDanger(text: string): boolean {
  return DENIED.test(plainWords(text));
}

/** What is seen of a danger, and is told to be missing. */
const SIGN =
  '(?:(?:cables?|alambres?)(?: (?:pelad|suelt|caid|viv|rot|tirad|expuest|guindad)\\w+)?|chispas?|fuego|candela|llamas?|incendio|humo|olor a (?:gas|humo|quemado)|fuga(?: de gas)?|explosion\\w*|sangre|(?:herid|lesionad|golpead|muert|atrapad|ahogad|quemad|electrocutad|lastimad)[oa]s?|wires?|sparks?|fire(?! (?:truck|engine|brigade|dep|fighter|hydrant))|flames?|smoke|injur\\w+|hurt|trapped|dead)';
const MISSING = [
  'no (?:hay|hubo|se ven?|veo|vemos|tiene|tienen|salen?) (?:(?:ya|mas|nadie|ningun[oa]?|nada de|personas?|gente|ni) )*',
  'nadie (?:mas )?(?:(?:esta|ta|resulto|salio|quedo|fue|hay|se|ha|sido) )*',
  'sin (?:ningun[oa]? |mas )?',
  '(?:(?:nobody|no one)(?: (?:else|is|was|got|has|been))*|(?:there (?:is|are|s) )?no) ',
].join('|');
/** `No hay cables pelados`, `nadie está herido`. Who denies that it is grave denies less. */
const LACKS = new RegExp(
  `\\b(?:${MISSING})${SIGN}(?: (?:ni|o|nor|or) (?:hay )?${SIGN})*\\b(?! (?:de )?(?:grav|seri)\\w+)`,
  'g',
);

/** `¿Qué heridos?`, thrown back: to them there are none. */
const THROWN_BACK = new RegExp(
  `\\b(?:que|cual|cuales|what) ${SIGN}\\b(?! (?:hay|es|son|tiene|tienen|esta|estan|fue|se|is|are)\\b)`,
  'g',
);

function withoutDenied(plain: string): string {
  return plain.replace(DENIED, ' ').replace(LACKS, ' ').replace(THROWN_BACK, ' ');
}

/**
 * What is told of danger once it is taken away that there is none, that they only spoke so, or what of it is missing (`no estoy
 * en peligro`, `es un decir`, `nadie está herido`): of `no me quiero matar, él me quiere matar` it is his. Undefined: nothing
 * is denied.
 */
export function dangerBesideDenial({ burst, facts }: Scene): Danger | null | undefined {
  const plain = plainWords(burst.text);
  const rest = withoutDenied(plain).trim();
  if (rest === plain) return undefined;
  return rest === '' ? null : facts.read(rest).emergency;
}

/** In more words something else is told besides. */
const MOST_DENIED = 14;

/** `No me voy a matar, es un decir`, to the numbers: they are not told again, and what was told beside it is taken down. */
export const dangerDenied: Topic = scene => {
  const { burst } = scene;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_DENIED;
  if (burst.choice !== null || !isAfterDanger(scene)) return null;
  if (!asksWhichDanger(burst.text) && dangerBesideDenial(scene) !== null) return null;
  if (asksWhichDanger(burst.text)) return wondering(scene);
  // `No es emergencia, solo agréguelo al caso`, `no es peligro, es en calle 3` answer what is asked.
  if (saysSameCase(burst.text) || (scene.state.awaits !== null && tellsOn(burst.text))) return null;
  if (!DENIED.test(plainWords(burst.text))) return lacking(scene);
  const move = isShort || scene.state.draft !== null ? goOn(scene) : toldBesides(scene);
  return { ...move, set: { review: true, reason: null, since: null } };
};

/** `¿Qué peligro? Ya le dije que fue anoche`: they are believed, and what they tell is written down. */
function wondering(scene: Scene): Move {
  const lead = say(scene, 'emergency.none');
  const { draft, awaits } = scene.state;
  const set = { review: true, reason: null, since: null };
  if (draft === null || !tellsOn(scene.burst.text.replace(/[¿?]/g, ' ').replace(WHICH, ' ')))
    return {
      state: scene.state,
      replies: [replyOf(lead, awaits === null ? { asks: 'description' } : {})],
      set,
    };
  const [first, ...rest] = writtenDown(scene).replies;
  return { ...writtenDown(scene), replies: first ? [led(lead, first), ...rest] : [replyOf(lead)], set };
}

/** Is more told than that there is none? */
function tellsOn(text: string): boolean {
  const rest = withoutDenied(plainWords(text)).replace(FILLERS, ' ').trim();
  return rest.split(/\s+/).filter(word => word.length > 1).length >= LEAST_TOLD;
}

const FILLERS =
  /\b(no|ni|ja\w*|tranquil[oa]|gracias|perdon|disculpe|es|que|ya|solo|eso|esto|por|aqui|haha\w*|lol|thanks|sorry|it|is|that)\b/g;
const LEAST_TOLD = 3;

/** It is written down with what was told; an alarm no more where that was the danger. */
function lacking(scene: Scene): Move {
  const { awaits } = scene.state;
  const isOffer = awaits !== null && stepOf(awaits) === 'offer';
  if (isOffer && isOfSufferer(scene, awaits)) return heardOut(scene, awaits);
  const move = isOffer
    ? beginHeld(afterQuestion(scene), awaits, {}, scene.burst.lines, say(scene, 'noted'))
    : writtenDown(scene);
  return { ...move, set: { review: true, ...(isWhole(scene) ? { reason: null, since: null } : {}) } };
}

function writtenDown(scene: Scene): Move {
  const { draft, awaits } = scene.state;
  const [c] = scene.facts.cases.filter(filed => isJustFiled(scene, filed));
  if (draft === null) return c && awaits === null ? added(scene, c) : goOn(scene);
  const description = [...draft.description, ...scene.burst.lines];
  const own = { ...touched(scene, draft), description };
  if (draft.summarised) return showAdded(scene, own);
  return { state: withState(scene, { draft: own }).state, replies: [replyOf(say(scene, 'noted'))] };
}

/** Is what they deny what the numbers were given for? That nobody is hurt ends no flood. */
function isWhole(scene: Scene): boolean {
  const told = categoryTold(scene);
  const denied = plainWords(scene.burst.text).match(LACKS)?.join(' ').match(new RegExp(SIGN, 'g')) ?? [];
  const there = scene.state.language === 'en' ? 'there is' : 'hay';
  const isIt = (sign: string): boolean =>
    scene.facts.read(`${there} ${sign}`).emergency?.category === told?.id;
  return told !== undefined && told.personal !== true && denied.some(isIt);
}

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
