import type { Procedure } from '../../catalogue/catalogue.ts';
import { actIn, LIKELY_ACT, SURE_ACT, shareOf } from '../acts.ts';
import type { Scene, Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksOfCard } from './card-conditions.ts';
import { answeredAlone, likelyProcedures, SURE, tellProcedure } from './information.ts';
import { ofReport } from './of-procedure.ts';
import { complains, lostOwn, tellsOther } from './told-beside.ts';
import { areOfNamed } from './way-of-paper.ts';

/** More words tell a story. */
const MOST_WORDS = 14;
/** As such procedures are called. */
const FOR_LOST = /\b(duplicado|perdid[oa]|perdida)\b/;
/** `Se me venció la licencia, como la renuevo`, without a sign before it. */
const HOW = /\bcomo (?:la|lo|las|los|se|puedo|hago para) \w+|\b(?:se puede|how)$/;

/**
 * How a paper is got, asked in words that sound like a matter of it, or told as what happened to one of their own: the card, and
 * no complaint.
 */
export const lostPaper: Topic = scene => {
  const { state, burst, facts } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_WORDS;
  const isLost = lostOwn(burst.text);
  if (!isFree || !isShort || facts.reading.emergency !== null || !(isLost || asksForPaper(scene)))
    return null;
  const { procedures, p } = likelyProcedures(scene);
  const [procedure, ...others] = procedures;
  // Which way of the paper is meant is asked, where its name was learned as a matter that is told.
  if (others.length > 0 && !isLost && asksSurely(scene, procedures)) return answeredAlone(scene);
  if (procedure === undefined || others.length > 0 || p < SURE || ofReport(procedure)) return null;
  return isLost && !FOR_LOST.test(plainWords(procedure.name.es)) ? null : tellProcedure(scene, procedure);
};

function asksSurely(scene: Scene, procedures: readonly Procedure[]): boolean {
  return (
    areOfNamed(procedures, scene.catalogue.procedures, scene.burst.text) && actIn(scene, SURE_ACT) === 'asks'
  );
}

function asksForPaper(scene: Scene): boolean {
  const { text } = scene.burst;
  const plain = plainWords(text);
  if (tellsOther(text) || complains(text)) return false;
  return asksOfCard(text) || HOW.test(plain) || shareOf(scene, ['asks']) >= LIKELY_ACT;
}
