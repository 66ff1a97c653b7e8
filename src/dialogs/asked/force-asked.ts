import { replyOf, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const DESK = '(?:ustedes|usted|uds|el 311|311|el gobierno|you|the government)';
/** `Quiero que ustedes lo obliguen`, `que el 311 vaya a su casa a buscarlo`, `can you force him to pay?` */
const FORCES = anyOf(
  new RegExp(
    `\\b${DESK}(?: (?:me|se|si|no|pueden?|podrian?|deben?|tienen que|can|should|must)){0,3} (?:(?:lo|la|los|las|le|les) (?:obligu\\w+|fuerc\\w+)|obligu\\w+ a (?:el|ella|ellos|mi|ese|esa|pagar|devolver)|obligarl[oa]s?|vayan? (?:a|hasta|donde) (?:su casa|la casa de|buscarl[oa]s?|quitarl[oa]s?|traerl[oa]s?|el|ella|mi (?:ex|vecin\\w+|prim\\w+|herman\\w+|novi\\w+))|(?:se )?(?:lo|la|los|las) (?:vayan? a )?(?:quiten?|busquen?|traigan?)|force (?:him|her|them)|go (?:and )?(?:to (?:his|her|their) (?:house|place)|get (?:him|her|it|my)))\\b`,
  ),
  /\bque (?:lo|la|los|las) obliguen? a (?:pagar\w*|devolver\w*|irse|salir\w*)\b/,
);
const MOST_WORDS = 22;

/**
 * Who wants this desk to make a private person do something is told that it cannot, and who may decide it; no body is asked. What
 * was being asked stays so.
 */
export const forceAsked: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isOpen = state.awaits !== null || facts.cases.length > 0;
  if (burst.choice !== null || !isOpen || plain.split(' ').length > MOST_WORDS || !FORCES.test(plain))
    return null;
  if (facts.reading.emergency !== null) return null;
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'no_force'))] };
};
