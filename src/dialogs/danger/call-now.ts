import { isOpen } from '../../cases/lifecycle.ts';
import type { Move, Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { wantsNoVisit } from '../words/wants-no-visit.ts';
import { asksWhoCalls } from '../words/who-calls.ts';
import { isAfterDanger } from './after-danger.ts';
import { numbersReply } from './numbers.ts';

const NOW = '(?:ya|ahora|ahorita|ya mismo|ahora mismo|right now|now)';
/** `¿A quién llamo ahorita?`, `¿no hay que llamar a alguien?`, `¿y si se muere?` */
const ASKS_NOW = anyOf(
  new RegExp(
    `\\b(?:(?:a )?quien(?:es)?|que numero|adonde|donde|who) (?:le |les |puedo |debo |hay que |tengo que |do i |should i |can i )*(?:llamo|llamamos|llamar|aviso|avisamos|avisar|call)(?: \\w+)? ${NOW}\\b`,
  ),
  /\b(?:no )?(?:hay|habra|habria|tengo|tenemos) (?:que|q) (?:llamar|avisarle?) a (?:alguien|la policia|una ambulancia)\b/,
  /\b(?:policias?|patrulla|bomberos|ambulancia)\b(?: \w+){0,3} (?:(?:viene|vienen|vendria|llegan?)\b|(?:puede|pueden|podria|podrian)(?! (?:\w+ ){0,2}(?:decir|dar|contar|saber|ver|leer|pedir|enterar)))/,
  /\b(?:y )?si se (?:nos |me )?muere\b|\bwhat if (?:he|she|they) dies?\b/,
);

/** `Que vayan ya, están ahí ahorita`, of a denuncia: who does it can still be met there. */
const HAPPENS_NOW = anyOf(
  /\bque (?:vayan|vengan|manden|lleguen)(?: a alguien| alguien| la policia)? (?:ya|ahora|ahorita|rapido|hoy mismo)\b|\b(?:vayan|vengan|manden a alguien) (?:ya|ahora mismo|ahorita|rapido)\b/,
  /\b(?:estan?|siguen?|andan?|se encuentran?)(?: (?:ahi|alli|alla|aqui|aca|en el lugar|en eso|haciendol[oa]|trabajando))* (?:ahora|ahorita|en este momento|ahora mismo|right now)\b/,
  /\b(?:they are|they re|he is|he s|she is) (?:still )?(?:there|here|at it|doing it)(?: right)? now\b/,
);

function happensNow({ burst, state, facts }: Scene, plain: string): boolean {
  const kind = state.draft?.kind ?? facts.cases.find(c => isOpen(c))?.kind;
  return kind === 'denuncia' && HAPPENS_NOW.test(plain) && !/[?¿]/.test(burst.text);
}

/** Who asks whom to call now has the numbers before whatever else is said: a day for an answer is no help. */
export function withNumbersAsked(scene: Scene, move: Move): Move {
  const { burst, catalogue, facts, state } = scene;
  const isOfMatter = state.draft !== null || facts.cases.length > 0;
  const plain = plainWords(burst.text);
  const asks = ASKS_NOW.test(plain) || asksWhoCalls(burst.text, isAfterDanger(scene));
  // `Si la policía viene no quiero que vengan a mi casa` calls nobody.
  const isIt = (asks || happensNow(scene, plain)) && !wantsNoVisit(plain);
  if (!isOfMatter || burst.choice !== null || !isIt) return move;
  const general = [...catalogue.emergencies.values()].find(category => category.general);
  const isTold = move.replies.some(reply => reply.class === 'emergency');
  if (general === undefined || isTold || move.set?.mode === 'waiting') return move;
  return { ...move, replies: [numbersReply(scene, general), ...move.replies] };
}
