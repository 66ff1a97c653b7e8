import { anyOf } from './any-of.ts';
import { plainWords } from './plain-words.ts';

const LEAD =
  '^(?:(?:y|e|es que|porque|ademas|tambien|yo|aqui|ahi|pero|mire|oiga|le digo que|ya|and|also|because) )*';
const END = '(?: (?:tambien|y|por favor|porfa|gracias|señor|señora|joven|please|too))*$';
const RELATIVE =
  '(?:mi|mis|nuestr[oa]|my) (?:mama|papa|madre|padre|abuel[oa]s?|abuelit[oa]s?|espos[oa]|marido|señora|hij[oa]s?|niñ[oa]s?|bebe|herman[oa]|ti[oa]|suegr[oa]|mother|father|grandmother|grandfather|wife|husband|son|daughter)';
const IS = `(?:(?:${RELATIVE} |ella |el |nosotr[oa]s |i |we |she |he )?(?:soy|somos|es|son|am|m|are|is|s))`;
const WHO =
  '(?:jubilad[oa]s?|pensionad[oa]s?|retirad[oa]s?|(?:de )?(?:la )?tercera edad|(?:adult[oa]s? |personas? |señora? |de edad )?mayor(?:es)?(?: de edad)?|ancian[oa]s?|viej(?:it)?[oa]s?|discapacitad[oa]s?|(?:personas? )?(?:con|de) discapacidad|invalid[oa]s?|cieg[oa]s?|sord[oa]s?|diabetic[oa]s?|hipertens[oa]s?|asmatic[oa]s?|epileptic[oa]s?|alergic[oa]s?|enferm[oa]s?(?: (?:del?|en) (?:(?:la|el|los|las) )?\\w+)?|embarazadas?|(?:madres?|padres?) solter[oa]s?|(?:personas? )?sol[oa]s?|viud[oa]s?|retired|elderly|old|disabled|pregnant|blind|deaf|diabetic|sick|alone|pensioners?|seniors?(?: citizens?)?|(?:single )?mothers?)';
const NEAR =
  '(?:vecin[oa]s?|residentes?|morador(?:a|es|as)?|inquilin[oa]s?|neighbou?rs?|residents?)(?: (?:del?|la|el|los|las|al|lado|frente|arriba|abajo|ahi|aqui|alli|barrio|barriada|casa|calle|area|lugar|sector|edificio|afectad[oa]s?|mas|cercano|of|the|there|here|next|door|street))*';
const ILL =
  '(?:discapacidad|problemas? de (?:salud|movilidad|presion|vision|corazon|la vista|la presion|los pulmones|los riñones)|diabetes|asma|presion alta|hipertension|cancer|marcapasos|a disability|asthma)';

/** Who tells it, or somebody of theirs, and nothing that goes wrong: `soy jubilada`, `tengo 78 años`, `ando en silla de ruedas`. */
const OF_SELF = anyOf(
  new RegExp(
    `${LEAD}${IS} (?:(?:muy|ya|un|una|unos|unas|el|la|los|las|a|an|very|the) )*(?:${WHO}|${NEAR})${END}`,
  ),
  new RegExp(
    `${LEAD}(?:${RELATIVE} |ella |el )?(?:tengo|tiene|tenemos|cumpli|cumplo|i am|i m|she is|he is) (?:(?:ya|mas de|como|casi|almost|over) )*\\d{1,3} (?:años|years)(?: (?:de edad|old))?${END}`,
  ),
  new RegExp(
    `${LEAD}(?:${RELATIVE} |ella |el )?(?:tengo|tiene|padezco|padece|sufro|sufre|have|has|i have)(?: de)? (?:(?:una|un|la|el|mi) )?${ILL}(?: \\w+)?${END}`,
  ),
  new RegExp(
    `${LEAD}(?:${RELATIVE} |ella |el )?(?:vivo|vivimos|vive|estoy|estamos|esta|ando|anda|uso|usa|camino|camina|i live|i use) (?:(?:muy|bien|recien|una|un|con|en|de|a|in) )*(?:sol[oa]s?|enferm[oa]s?|embarazada|encamad[oa]|operad[oa]|delicad[oa]|silla de ruedas|baston|andadera|muletas|alone|wheelchair|cane)(?: de salud)?${END}`,
  ),
);

/** Does a text tell no more than who they are or how they are: a word of the report, and no matter of its own? */
export function tellsOfSelf(text: string): boolean {
  return OF_SELF.test(plainWords(text));
}
