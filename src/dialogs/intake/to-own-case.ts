import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import type { Draft } from '../conversation.ts';
import { added, bodyOf } from '../filed/case-steps.ts';
import { type Move, retold, type Scene, say, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { showSummary } from './flow.ts';
import { holderOfDraft } from './guess.ts';
import { comesOfIt } from './several/symptoms.ts';

const CASE = '(?:caso|reporte|queja|denuncia|case|report|complaint)';
const MINE =
  '(?:que (?:ya )?(?:tengo|hice|puse|le hice|mande|envie|habia puesto|tenia)|(?:mio|mia) de antes|anterior|de antes|primer[oa]?|abiert[oa]|i (?:already )?(?:have|made|sent))';
const ADD = '(?:(?:agreg|añad|sume|sumel|unal|unan|junt|meta|pong|anot|add|put)\\w*)';
const TO_OWN = new RegExp(
  `\\b${ADD}(?: \\w+){0,6} (?:al?|en el|en la|con el|con la|to|to the|to my) (?:mi |el |la |mismo |misma |same )*(?:${CASE} ${MINE}|(?:mismo|misma|same) ${CASE}|${CASE} de(?:l| la| los| las)? \\w+|${MINE})(?= |$)|\\bno (?:abra|quiero|haga|es|hace falta) (?:un |una )?otr[oa] ${CASE}\\b.*\\b${ADD}`,
);
const MOST_WORDS = 14;

/**
 * `Otro caso no, agréguela al que ya tengo`: what is summed up is added to their open case, where one body has both; where it is
 * another's, who would not see to it, that is said. Null: they say nothing of the kind, or have no case.
 */
export function toOwnCase(scene: Scene, draft: Draft): Move | null {
  const plain = plainWords(scene.burst.text);
  if (scene.burst.choice !== null || plain.split(' ').length > MOST_WORDS || !TO_OWN.test(plain)) return null;
  const [c] = scene.facts.cases.filter(isOpen);
  if (c === undefined) return null;
  // Rats that come of the refuse are seen with it, whoever else sees to rats.
  const isOfIt = haveOneBody(scene, draft, c) || comesOfIt(c.description, draft.description[0] ?? '');
  return isOfIt ? addedTo(scene, draft, c) : keptApart(scene, draft, c);
}

function haveOneBody(scene: Scene, draft: Draft, c: Case): boolean {
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  // An anonymous matter is tied to nobody's case.
  return draft.privacy !== 'anonymous' && held !== undefined && held === c.holder?.agencyId;
}

function addedTo(scene: Scene, draft: Draft, c: Case): Move {
  const free = withState(scene, { draft: null, awaits: null, lost: 0 });
  return added(retold(free, draft.description, draft.attachments), c);
}

function keptApart(scene: Scene, draft: Draft, c: Case): Move {
  const words = say(scene, 'case_of_another', { number: c.number, agency: bodyOf(scene, c) });
  return showSummary(scene, touched(scene, draft), words);
}
