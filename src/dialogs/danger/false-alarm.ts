import { askWithdraw } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { askLeave } from '../leave.ts';
import { stepOf } from '../questions.ts';
import { afterQuestion, lines, type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';

const HELP = '(?:bomberos?|ambulancia|patrulla|policias?|nadie|ayuda|rescatistas?|sinaproc)';
/** `Era falsa alarma`, `no era nada`, `ya no hay humo`, `no manden bomberos`. */
const FALSE = anyOf(
  /(?<!no )(?<!no era )(?<!no es )(?<!no fue )(?<!una )\bfalsa alarma\b|\b(?:es|era|fue|resulto) una falsa alarma\b/,
  /^(?:(?:al final|gracias|disculpe|perdon|tranquil[oa]|ya|no se preocupen?) )*no (?:era|fue|es|paso|pasa|hay) nada(?: grave| malo)?(?: (?:gracias|ya|al final|disculpe|perdon|solo (?:era|fue) (?:el |un |una )?\w+))*$/,
  /\b(?:ya )?no (?:hay|huele|sale|se ve|queda|siento) (?:ya )?(?:a )?(?:nada|humo|fuego|gas|candela|llamas|olor)\b/,
  new RegExp(
    `\\b(?:ya )?(?:no|que no) (?:me |nos )?(?:manden?|mande|envien?|llamen?|vengan|hace falta(?: que (?:vengan?|manden?))?|necesit\\w+)(?: ya)?(?: (?:a |al |la |el |los |las |una? |mas )*)${HELP}\\b`,
  ),
  /\b(?:it was|was|it s|it is) (?:just )?(?:a )?false alarm\b|\b(?:it was|it turned out to be) nothing\b|\bno (?:more )?(?:smoke|fire|gas)(?: smell)? (?:any ?more|now)\b|\b(?:do not|don t|no need to) send (?:the )?(?:firemen|fire brigade|police|ambulance|anyone|anybody)\b/,
);
const DENIES_FALSE = /\bno (?:es|era|fue) (?:una )?falsa alarma\b|\bnot a false alarm\b/;
/** It is gone in one sense, and there in another. */
const STILL =
  /\b(?:pero (?:ahora|sigue|siguen|todavia|hay|se)|but (?:now|still|there)|no hay nada que (?:comer|hacer)|herid\w+|sangr\w+|atrapad\w+|otra vez)\b/;
const MOST_WORDS = 24;

/**
 * `Era falsa alarma`, `ya no hay humo, no manden bomberos`, after the numbers: they are believed, hear that nobody was sent from here,
 * and are not alarmed again. What was offered goes; a report, or the case that was made of it, is left only by their word. Who
 * is hurt by somebody may be made to say so: for them the talk stays as it is.
 */
export const falseAlarm: Topic = scene => {
  const { burst } = scene;
  const plain = plainWords(burst.text);
  const isSaid =
    [plain, ...plainClauses(burst.text)].some(part => FALSE.test(part)) &&
    !DENIES_FALSE.test(plain) &&
    !STILL.test(plain);
  const isShort = plain.split(' ').length <= MOST_WORDS && burst.choice === null;
  if (!isSaid || !isShort || !isAfterDanger(scene, ['danger']) || categoryTold(scene)?.personal) return null;
  return { ...left(scene), set: { review: true, reason: null, since: null } };
};

function left(scene: Scene): Move {
  const { state, facts } = scene;
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const glad = say(scene, 'false_alarm.glad');
  if (state.draft !== null || c !== undefined) {
    const move = c === undefined || state.draft !== null ? askLeave(scene) : askWithdraw(scene, c);
    return { ...move, replies: [replyOf(glad), ...move.replies] };
  }
  const isOffered = state.awaits !== null && stepOf(state.awaits) === 'offer';
  const free = isOffered ? afterQuestion(scene).state : state;
  const words = lines(glad, say(scene, 'false_alarm.nothing_sent'));
  return { state: { ...free, lost: 0, later: [] }, replies: [replyOf(words)] };
}
