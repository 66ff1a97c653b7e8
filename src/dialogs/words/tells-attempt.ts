import { plainClauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';

const LEAD =
  '(?:(?:y|e|pero|ya|yo|nosotros|es que|que|tambien|hasta|incluso|ayer|hoy|antes|una vez|dos veces|tres veces|varias veces|mil veces|el lunes|el viernes|la semana pasada|el mes pasado|and|but|i|we|he|already|have|ve|even|also) )*';
/** What somebody does who turns to an office, or takes somebody to one. */
const TURNED =
  '(?:fui|fuimos|he ido|hemos ido|llame|llamamos|hable|hablamos|reporte|reportamos|lo reporte|lo reportamos|denuncie|denunciamos|lo denuncie|puse (?:la |una )?(?:queja|denuncia|reporte)|pusimos (?:la |una )?(?:queja|denuncia)|me queje|nos quejamos|escribi|escribimos|le escribi|mande (?:una |la )?(?:carta|nota|queja|correo)|mandamos (?:una |la )?(?:carta|nota|queja)|acudi|acudimos|avise|avisamos|pedi ayuda|pedimos ayuda|(?:lo |la |los |las )?(?:lleve|llevamos|llevaron)|went|gone|called|spoke|talked|reported(?: it)?|told|wrote|complained|emailed|took (?:him|her|them|it))';
const TO = '(?:al?|a la|a los|a las|con|en|donde|to|with|at|the)';
/** What came of it, where anything is said of that: nothing. */
const NOTHING =
  '(?:(?:y|e|pero|and|but|que) )*(?:no|nada|nadie|nunca|ni|tampoco|siguen?|todavia|aun|me dijeron|nos dijeron|dicen|dijeron|me mandaron|nothing|nobody|never|they (?:did|do|said|told|never)|no one)';
const ATTEMPT = new RegExp(
  `^${LEAD}${TURNED} ${TO} [\\wñ]+(?: [\\wñ]+){0,4}?(?: ${NOTHING}\\b(?: [\\wñ]+){0,8})?$`,
);
const OFFICE =
  '(?:escuela|colegio|universidad|municipio|alcaldia|idaan|aaud|mop|minsa|meduca|css|caja|seguro|hospital|policlinica|centro de salud|policia|banco|tienda|empresa|compañia|ensa|naturgy|tigo|ministerio|representante|junta|casa de paz|juez|jefe|dueñ[oa]|administracion|administrador|school|bank|company|store|town hall|police|manager|landlord|owner)';
/** `La escuela dice que ya mandó la lista`. */
const SAYS = new RegExp(
  `^${LEAD}(?:en )?(?:el|la|los|las|mi|the|my) ${OFFICE}(?: (?:solo|siempre|me|nos|le|les))* (?:dice|dicen|dijo|dijeron|contesta|contestan|contestaron|says?|said|told (?:me|us)) (?:que |q |that )?(?!no es (?:de|con)|eso es (?:de|con)|le toca|corresponde)`,
);
/** `Ya vinieron los bomberos`, `the police came`. */
const CAME = new RegExp(
  `^${LEAD}(?:(?:vino|vinieron|llego|llegaron|paso|pasaron|estuvo|estuvieron) (?:aqui |aca |ayer |hoy |ya )*(?:el|la|los|las) [\\wñ]+(?: [\\wñ]+){0,2}|(?:the )?(?:[\\wñ]+ ){1,3}(?:came|were here|have come|has come)(?: already)?)$`,
);
const MOST_WORDS = 24;
/** What was done to them there is a matter of its own. */
const HARMED =
  /\b(?:peg(?:o|aron)|golpe\w+|insult\w+|grit\w+|pidi(?:o|eron)|cobr\w+|amenaz\w+|rob\w+|detuv\w+|hit|beat|insulted|threatened|asked me for)\b/;

/** Do words tell only whom somebody turned to already, or what was said there: `fui al municipio y no hicieron nada`, `ya lo llevamos al centro de salud`? */
export function tellsAttempt(text: string): boolean {
  const plain = plainWords(text);
  if (HARMED.test(plain) || text.includes('?') || plain.split(' ').length > MOST_WORDS) return false;
  return ATTEMPT.test(plain) || SAYS.test(plain);
}

/** Does a clause tell that some office came already: `ya vinieron los bomberos, estamos bien`? */
export function tellsWhoCame(text: string): boolean {
  return !text.includes('?') && plainClauses(text).some(clause => CAME.test(clause));
}
