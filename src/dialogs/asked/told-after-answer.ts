import type { Agency } from '../../catalogue/catalogue.ts';
import { isCourtesy } from '../courtesy/small-talk.ts';
import { beginReport } from '../intake/flow.ts';
import { announcesProposal, bidsReport, opensReport } from '../intake/matter.ts';
import { lines, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { waysTo } from './agency-words.ts';
import { likelyProcedures, nextOf } from './information.ts';
import { complains, tellsOther } from './told-beside.ts';

/** From here on a body is the one that was asked about. */
const MEANT = 0.5;
/** From here on words are of a matter of their own. */
const OWN_MATTER = 0.35;
const WHAT_TO_DO = /\b(?:que (?:hago|hacemos|puedo hacer)|what (?:do|can|should) (?:i|we) do)\b/;
/** More words tell a story. */
const MOST_WORDS = 16;

/**
 * `Solo quiero saber porque viajo el 20`, `tengo un recibo con número si ayuda`, told behind an answer: of what was asked, which
 * nobody makes a report of: the body that knows is told again. Who complains behind it complains of that.
 */
export const toldAfterAnswer: Topic = scene => {
  const { informed, state, burst, facts } = scene;
  const { reading } = facts;
  // What is asked on has its own topics.
  if (burst.text.includes('?') && beginsAsQuestion(burst.text)) return null;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  if (informed === null || !isFree || facts.cases.length > 0 || reading.emergency !== null) return null;
  const isOwn = (reading.services[0]?.p ?? 0) >= OWN_MATTER || reading.places.length > 0;
  if (!['out_of_scope', 'report'].includes(reading.intent) || isOwn || wantsReport(burst.text)) return null;
  const body = bodyOf(retold(scene, [informed]));
  if (body === null) return null;
  // `¿Qué hago si no me paga?` told a matter, and more of it follows.
  const isMatter = WHAT_TO_DO.test(plainWords(informed));
  if (isMatter && isCourtesy(burst.text)) return null;
  // `Llevo tres semanas esperando`: for what, they said when they asked.
  if (isMatter || complains(burst.text)) return beginReport(retold(scene, [informed, ...burst.lines]));
  const words = lines(
    say(scene, 'info.tell_there', { agency: body.acronym }),
    waysTo(scene, body),
    nextOf(scene),
  );
  return { state: { ...state, lost: 0, informed }, replies: [replyOf(words)] };
};

function wantsReport(text: string): boolean {
  const isStory = text.split(/\s+/).length > MOST_WORDS;
  return isStory || [tellsOther, opensReport, bidsReport, announcesProposal].some(is => is(text));
}

/** The body that what was asked is of; null: none is sure. */
function bodyOf(asked: Scene): Agency | null {
  const { agencies } = asked.catalogue;
  const bodies = new Set(likelyProcedures(asked).procedures.map(({ agency }) => agency));
  const [best] = asked.facts.reading.agencies;
  const likeliest = best && best.p >= MEANT ? best.id : '';
  return agencies.get(bodies.size === 1 ? ([...bodies][0] ?? '') : likeliest) ?? null;
}
