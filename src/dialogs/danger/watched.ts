import { lines, replyOf, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { isAfterDanger } from './after-danger.ts';

const HE =
  '(?:el|ella|mi (?:marido|esposo|esposa|pareja|novio|ex|papa|padrastro|mama|hijo|hermano|tio)|(?:he|my (?:husband|partner|boyfriend|dad|father)))';
/** `Que no me escriban cuando él esté en la casa`, `no me llamen de noche, él revisa el teléfono`. */
const NOT_THEN = anyOf(
  new RegExp(
    `\\bno (?:me |nos )?(?:vayan a |vaya a )?(?:escrib|llam|contact|mand|contest|respond|avis)\\w*\\b.*\\b(?:cuando|si|mientras|porque|pq|que) (?:ya )?${HE} (?:ya )?(?:este|esta|llegue|ande|anda|llega|viene|venga|lo ve|ve|vea|revis\\w+|tiene|agarra|coge)\\b`,
  ),
  new RegExp(
    `\\b(?:cuando|si|mientras) (?:ya )?${HE} (?:este|esta|llegue|ande|llega|venga)\\b.*\\bno (?:me |nos )?(?:vayan a )?(?:escrib|llam|contact|mand|contest|respond|avis)\\w*`,
  ),
  new RegExp(
    `\\b(?:don t|do not|please not) (?:write|call|text|message)\\b.*\\b(?:when|while|if) ${HE} (?:is|s|comes)\\b`,
  ),
);
const MOST_WORDS = 25;

/**
 * Who lives with somebody that must not see this asks to be written to at other hours: what can be promised is, and what cannot
 * is said. No reminder of a report goes out to them either.
 */
export const watched: Topic = scene => {
  const { burst, state, conversation, facts } = scene;
  const plain = plainWords(burst.text);
  const isWished = NOT_THEN.test(plain) && plain.split(' ').length <= MOST_WORDS;
  const isHeard = facts.reading.emergency !== null && !isAfterDanger(scene);
  if (burst.choice !== null || !isWished || isHeard || conversation.mode !== 'bot') return null;
  const draft = state.draft && { ...state.draft, nudged: true };
  const news = facts.cases.length > 0 ? say(scene, 'emergency.hours_of_case') : null;
  const words = news ? news : say(scene, 'emergency.hours');
  const set = {
    review: true,
    ...(isAfterDanger(scene) ? { reason: 'danger', since: facts.now } : {}),
  } as const;
  return {
    state: withState(scene, { draft, lost: 0 }).state,
    replies: [replyOf(lines(words))],
    quiet: true,
    set,
  };
};
