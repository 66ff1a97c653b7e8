import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { ConversationState } from '../conversation.ts';
import { tellsMatter } from '../intake/matter.ts';
import { stepOf } from '../questions.ts';
import type { Scene } from '../scene.ts';
import { answerAmong, consentIn } from '../words/consent.ts';
import { dangerOfLines } from './brief-lines.ts';

/** Less than this sounds like a danger to nobody but a machine. */
const HEARD = 0.15;
/** From here on the words of a danger are of the matter that was being told, too. */
const OF_MATTER = 0.1;

/**
 * Is it a danger that would be another body's than the report that is open? Who sees to water must not read that a neighbour is
 * beaten. What is asked for, or tells where, is an answer.
 */
export function isApart(scene: Scene, { id, report }: EmergencyCategory): boolean {
  const { state, facts, burst } = scene;
  const { draft } = state;
  const step = state.awaits && stepOf(state.awaits);
  if (report === null || draft?.serviceId == null || step === 'description') return false;
  // `Ya no hace falta, volvió` is said of the report.
  const among = answerAmong(burst.text);
  if (consentIn(burst.text) !== null || (among !== null && among.meant !== 'yes')) return false;
  const { services, places, emergency } = facts.reading;
  if ((emergency?.p ?? 0) < HEARD) return false;
  const isOfMatter = services.some(({ id, p }) => id === draft.serviceId && p >= OF_MATTER);
  // `Poste`, `chispas`, one by one, tell one matter.
  if (dangerOfLines(scene, [...draft.description, ...burst.lines])?.category === id) return false;
  // A cable that a tree tore down is the power company's, whoever clears the tree.
  const wasTold = draft.description.some(line => facts.read(line).emergency?.category === id);
  return draft.serviceId !== report && !isOfMatter && !wasTold && places.length === 0;
}

/** The talk with the words of such a danger kept: whether they are to be a report too is asked once the open one is filed. */
export function withDanger(scene: Scene, category: EmergencyCategory): ConversationState {
  const { state, burst, facts } = scene;
  const isKept = isApart(scene, category) && tellsMatter(burst.text, facts.reading);
  // `Sí, envíelo, pero tumbó el cable de la luz`: the yes is of the first.
  const beside = answerAmong(burst.text)?.rest ?? '';
  const told = beside === '' ? burst.lines : [beside];
  return isKept ? { ...state, later: [...state.later, ...told] } : state;
}
