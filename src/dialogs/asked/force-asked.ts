import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
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
/** `¿Si la pueden obligar a podar?`, `¿pueden obligarlo?`, of a person and no body. */
const FORCE_ONE =
  /\b(?:l[oa]s?|les?) (?:pueden?|podrian?|van? a) obligar\b|\b(?:pueden?|podrian?|van? a) obligarl[oa]s?\b|\b(?:can|could) (?:you|they) (?:make|force) (?:him|her)\b/;
const A_PERSON =
  /\b(?:vecin\w+|señora?|dueñ[oa]s?|caser[oa]|arrendador\w*|inquilin[oa]s?|prim[oa]|herman[oa]|marido|esposo|ex|novi[oa]|hij[oa]|suegr[oa]|papa|mama|neighbou?rs?|landlord|tenant|husband|owner)\b/;
/** `¿Me pueden obligar a ir a la casa de paz?` */
const FORCED_SELF =
  /\b(?:me|nos) (?:pueden?|podrian?|van? a) obligar\b|\b(?:pueden?|podrian?) obligar(?:me|nos)\b|\b(?:can|could|will) (?:they|you|he|she) (?:force|make|oblige) (?:me|us)\b/;
const MOST_WORDS = 22;

/**
 * Who wants this desk to make a private person do something is told that it cannot, and who may decide it; who fears to be made to
 * do something, who can tell. No body is asked, and what was being asked stays so.
 */
export const forceAsked: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isOpen = state.awaits !== null || facts.cases.length > 0;
  const isSelf = FORCED_SELF.test(plain);
  const isOther = FORCES.test(plain) || forcesPerson(scene, plain);
  if (burst.choice !== null || !isOpen || plain.split(' ').length > MOST_WORDS || !(isSelf || isOther))
    return null;
  if (facts.reading.emergency !== null) return null;
  const words = say(scene, isSelf ? 'forced_self' : 'no_force');
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
};

/** Is it asked whether a person can be forced, whom they tell of now or told of before? */
function forcesPerson({ state, facts }: Scene, plain: string): boolean {
  const told = [...(state.draft?.description ?? []), ...(facts.cases[0]?.description ?? [])];
  return FORCE_ONE.test(plain) && [plain, ...told.map(plainWords)].some(words => A_PERSON.test(words));
}
