import type { Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { likelyProcedures, SURE, tellProcedure } from './information.ts';
import { lostOwn } from './told-beside.ts';

/** More words tell a story. */
const MOST_WORDS = 14;
/** As such procedures are called. */
const FOR_LOST = /\b(duplicado|perdid[oa]|perdida)\b/;

/** A paper of their own that they lost, told as what happened: how a new one is got, and no complaint. */
export const lostPaper: Topic = scene => {
  const { state, burst, facts } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const isShort = plainWords(burst.text).split(' ').length <= MOST_WORDS;
  if (!isFree || !isShort || facts.reading.emergency !== null || !lostOwn(burst.text)) return null;
  const { procedures, p } = likelyProcedures(scene);
  const [procedure, ...others] = procedures;
  const isOne = procedure !== undefined && others.length === 0 && p >= SURE;
  return isOne && FOR_LOST.test(plainWords(procedure.name.es)) ? tellProcedure(scene, procedure) : null;
};
