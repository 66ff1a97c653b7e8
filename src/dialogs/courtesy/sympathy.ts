import { led, type Move, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const KIN =
  '(?:mam[ai](?:ta)?|papa|madre|padre|espos[oa]|marido|mujer|pareja|herman[oa]|hij[oa]|hijit[oa]|bebe|niñ[oa]|abuel[oa]|abuelit[oa]|ti[oa]|prim[oa]|sobrin[oa]|niet[oa]|suegr[oa]|novi[oa]|comadre|compadre|viejit[oa])';
const DIED =
  '(?:(?:se )?(?:(?:me|nos) )?(?:murio|fallecio)|ha (?:muerto|fallecido)|acaba de (?:morir|fallecer)|esta muert[oa]|(?:me|nos) dejo para siempre|partio con (?:dios|el señor))';
const WHEN =
  '(?: (?:anoche|ayer|hoy|antier|anteayer|esta (?:mañana|madrugada|noche|tarde|semana)|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|hace (?:\\w+ )?(?:dias?|horas?|rato)|ya|ahi|alla))*';
/** `Mi mamá falleció anoche`, `se nos murió mi abuelo`, `ella ya murió`. */
const OF_OWN = anyOf(
  new RegExp(`\\b(?:mi|nuestr[oa]) ${KIN}(?: (?!no|nunca|casi)\\w+){0,2} ${DIED}\\b`),
  new RegExp(`\\b${DIED}${WHEN} (?:mi|nuestr[oa]) ${KIN}\\b`),
  new RegExp(`^(?:y |es que |oiga |pero )*(?:ella|el|mi ${KIN}) (?:ya )?${DIED}${WHEN}$`),
  /\bmy (?:mother|mom|father|dad|husband|wife|partner|brother|sister|son|daughter|baby|child|grandmother|grandfather|grandma|grandpa|uncle|aunt) (?:has |just )*(?:died|passed away)\b/,
  /^(?:and |but )*(?:she|he) (?:has |just )*(?:died|passed away)(?: (?:last night|yesterday|today|this morning))?$/,
);
/** Long mourned, or not so. */
const NOT_NOW =
  /\bhace (?:\w+ )?(?:años|meses|tiempo)\b|\byears ago\b|\b(?:si|if|casi|almost|cuando|when) (?:\w+ ){0,2}(?:se )?(?:muere|murio|muri\w+|dies|died)\b|\b(?:pension|montepio|herencia|defuncion)\b/;

/** Do they tell that somebody of theirs has died? */
export function tellsDeath(text: string): boolean {
  if (NOT_NOW.test(plainWords(text))) return false;
  return text.split(/[.,;:!?\n]+/).some(part => OF_OWN.test(plainWords(part)));
}

/** What is answered, behind a word of condolence to who tells of a death; what helps in a danger stands alone. */
export function withSympathy(scene: Scene, move: Move): Move {
  const { burst } = scene;
  const [first, ...rest] = move.replies;
  if (!first || burst.choice !== null || !tellsDeath(burst.text)) return move;
  const isAlone = move.replies.some(reply => reply.class === 'emergency');
  if (isAlone || first.text.startsWith(say(scene, 'condolence').text)) return move;
  return { ...move, replies: [led(say(scene, 'sympathy'), first), ...rest] };
}
