import { isJustFiled } from '../filed/just-filed-case.ts';
import { stepOf } from '../questions.ts';
import { retold, type Scene } from '../scene.ts';
import { clauses, signedClauses } from '../words/clauses.ts';
import { ordersBeside } from '../words/clear-order.ts';
import { ordersFiling } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { isYes } from '../words/yes-no.ts';
import { isAfterDanger } from './after-danger.ts';
import { saysOver } from './of-what.ts';

const HELP =
  '(?:bomberos?|policias?|patrulla|ambulancia|tongos|unidad|sinaproc|sume|emergencias?|911|104|103)';
/** `Ya llamé a los bomberos`, `los bomberos ya vinieron`. */
const CALLED = new RegExp(
  `^(?:si |ok |bueno |no |gracias )*(?:ya |yo )+(?:se |los |la |les |le )*(?:llame|llamamos|avise|avisamos|llamaron|avisaron|hable|vinieron|vino|llegaron|llego|vienen|viene)(?: (?:a |al |con |los |las |la |el |el numero )*${HELP})?(?: (?:ya|y|vienen|viene|en camino|gracias))*(?: (?:los |las |la |el )?${HELP})?$|^(?:ya )?(?:vinieron|vino|llegaron|llego|vienen|viene) (?:los |la |el |una )?${HELP}$|^(?:los |la |el )?${HELP} (?:ya )?(?:vinieron|vino|llegaron|llego|vienen|viene|estan|esta)(?: (?:aqui|ahi|en camino))?$|^(?:ya (?:nos |me )?|todos |ya todos )(?:salimos|sali|salieron|evacuamos|estamos (?:afuera|bien|todos bien)|estoy (?:afuera|bien))(?: de(?:l)? (?:la |el |ahi|aqui|alla)?(?:casa|edificio|apartamento)?)?$|^(?:the )?(?:police|ambulance|firemen|fire brigade|help) (?:(?:is|are|has|have|already) )*(?:here|arrived|came|coming|on (?:the|its|their) way)(?: now)?$|^(?:we|i) (?:are|am|m|re|got) (?:all )?(?:out|outside|safe|fine)(?: now)?$`,
);
/** More words tell something of their own. */
const MOST_CALLED = 9;
const LEAST_BESIDE = 4;

/**
 * The scene without what is said of the help that was called or came, where something else is told behind it: `ya llamé a los
 * bomberos… es que el dueño nunca limpia el lote` is of the lot.
 */
export function withoutHelp(scene: Scene): Scene {
  const { burst } = scene;
  if (burst.choice !== null || !isAfterDanger(scene, ['danger'])) return scene;
  const answered = behindHelp(scene);
  if (answered !== null) return retold(scene, [answered]);
  // `Sí, ya vienen, haga el reporte` is an answer, whatever stands in it.
  if (clauses(burst.text).some(clause => ordersFiling(clause) || isYes(clause))) return scene;
  const parts = signedClauses(burst.text);
  // That who was hurt is cared for is a fact of the case.
  const isFiled = scene.state.draft === null && scene.facts.cases.some(c => isJustFiled(scene, c));
  if (isFiled && parts.some(isOverIn)) return scene;
  const rest = parts.filter(part => !tellsHelp(part));
  const beside = rest.join(' ').trim();
  const isBeside = rest.length < parts.length && beside.split(/\s+/).length >= LEAST_BESIDE;
  // A danger that goes on is told with the help that was called.
  return isBeside && scene.facts.reading.emergency === null ? retold(scene, [beside]) : scene;
}

/** `Ya llegó la policía. Sí, envíelo`: the answer, which is of what was asked; null: it stands not behind the help, or is none. */
function behindHelp({ burst, state, facts }: Scene): string | null {
  if (state.awaits === null || facts.reading.emergency !== null) return null;
  const parts = signedClauses(burst.text);
  const first = parts.findIndex(part => !tellsHelp(part));
  const rest = parts.slice(first).join('').trim();
  const answers = (part = ''): boolean => isYes(part) || ordersBeside(part);
  // What is told with a yes to the offer is all kept.
  const isWhole = parts.slice(first).every(answers) || stepOf(state.awaits) !== 'offer';
  // That who was hurt is cared for is heard when the report is sent, too.
  const isCared = stepOf(state.awaits) === 'confirm' && parts.slice(0, first).some(isOverIn);
  return first > 0 && answers(parts[first]) && isWhole && !isCared ? rest : null;
}

/** A text without the clauses before all others that only tell of the help that was called or came. */
export function behindHelpTold(text: string): string {
  const parts = signedClauses(text);
  const first = parts.findIndex(part => !tellsHelp(part));
  return first > 0 ? parts.slice(first).join('').trim() : text;
}

function isOverIn(clause: string): boolean {
  return saysOver(plainWords(clause));
}

function tellsHelp(clause: string): boolean {
  if (clause.includes('?')) return false;
  const plain = plainWords(clause);
  return plain.split(' ').length <= MOST_CALLED && (CALLED.test(plain) || isOverIn(clause));
}
