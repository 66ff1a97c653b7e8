import { asksForContact } from '../asked/agency-words.ts';
import { retold, type Scene } from '../scene.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';
import { asksWhichDanger, dangerBesideDenial, deniesDanger } from './denied.ts';

const ASKS =
  /\b(?:solo|nada mas|solamente|just|only) (?:le |te )?(?:pregunt\w+|quiero saber|queria saber|asking|want to know)\b/;
const WHICH_NUMBERS = /^(?:pero |y |ay )*(?:que|cuales|what) (?:numeros?|numbers?)\b/;

/**
 * `¿Qué números? No estoy en peligro, solo pregunto si …`, to the numbers of a danger of no sure sort: it is over, and only the question is heard.
 */
export function withoutDeniedDanger(scene: Scene): Scene {
  const { burst, conversation } = scene;
  if (burst.choice !== null || !deniesDanger(burst.text) || !isAfterDanger(scene)) return scene;
  // Who suffers, or where a danger was surely told, keeps the numbers near.
  if (dangerBesideDenial(scene) !== null || categoryTold(scene)?.general !== true) return scene;
  const rest = clauses(burst.text).filter(clause => !isOfDanger(clause));
  const asks = rest.some(
    clause => ASKS.test(plainWords(clause)) || clause.includes('?') || asksSomething(clause),
  );
  // Whom to call they were told.
  if (rest.length === 0 || !asks || rest.some(clause => asksForContact(plainWords(clause)))) return scene;
  return {
    ...retold(scene, [rest.join(', ')]),
    conversation: { ...conversation, reason: null, since: null },
  };
}

function isOfDanger(clause: string): boolean {
  return deniesDanger(clause) || asksWhichDanger(clause) || WHICH_NUMBERS.test(plainWords(clause));
}

function asksSomething(clause: string): boolean {
  return beginsAsQuestion(clause) || putsQuestion(clause);
}
