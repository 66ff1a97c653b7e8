import type { Act, Question } from '../../catalogue/act.ts';
import { actIn, questionIn, SURE_ACT, SURE_QUESTION } from '../acts.ts';
import { isCourtesy } from '../courtesy/small-talk.ts';
import { isAfterDanger } from '../danger/after-danger.ts';
import { goesWrong, opensReport } from '../intake/matter.ts';
import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { plainWords } from '../words/plain-words.ts';

type Said = Extract<
  TextKey,
  'listened_free' | 'pin.unjoined' | 'pin.untouched' | 'pin.page_only' | 'info.who_learns' | 'info.unknown'
>;

/** What is said to words that are of a case, where the talk has none. */
const SAID: Partial<Record<Act, Said>> = {
  talks: 'listened_free',
  drop: 'pin.untouched',
  words: 'pin.untouched',
  manner: 'pin.untouched',
  wrong: 'pin.untouched',
  body: 'pin.untouched',
  solved: 'pin.unjoined',
  follows: 'pin.page_only',
};

/** What is known of whatever was filed without a name. */
const ANSWERED: Partial<Record<Question, Said>> = {
  follow: 'pin.page_only',
  next: 'pin.page_only',
  seen: 'info.who_learns',
};

/** May something have been filed here without a name, with nothing else spoken of since? */
export function mayBeUnjoined(scene: Scene): boolean {
  const { state, facts, burst, informed, left } = scene;
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  const isQuiet = isFree && burst.files.length === 0 && facts.cases.length === 0;
  return isQuiet && state.greeted && informed === null && left === null && !isAfterDanger(scene);
}

/** `¿Cómo la retiro si me arrepiento?`, of what was filed without a name: with number and PIN, as it was told, and no paper's withdrawal. */
export const asksToTakeBack: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  const isIt = TAKES_BACK.test(plain) && plain.split(' ').length <= MOST_WORDS;
  if (!isIt || !mayBeUnjoined(scene)) return null;
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'pin.untouched'))] };
};

const TAKES_BACK =
  /\b(?:como|puedo|se puede|podria) (?:hago para |puedo |se |podria )*(?:(?:la|lo) (?:(?:puedo|podria) )?(?:retir|anul|cancel|borr|quit|elimin)\w*|(?:retir|anul|cancel|borr|quit|elimin)ar?(?:la|lo)\b|(?:retir|anul|cancel|borr|quit|elimin)\w+ (?:la|el|mi|esa|ese) (?:queja|denuncia|reporte|caso))|\b(?:how|can) (?:do |can |could )?i (?:withdraw|cancel|delete|take back) (?:it|(?:the|my) (?:report|complaint|case))\b/;

/** From here on a matter may be told, and so it may in more words, or where a place is named: nobody's report is lost. */
const TOLD = 0.4;
const MOST_WORDS = 16;

/** `Uno se cansa mi amor`, `bórrelo por favor`, to what was filed without a name: no report is begun with it. */
export const surelyOfUnjoined: Topic = scene => {
  const { facts, burst } = scene;
  const { reading } = facts;
  const act = mayBeUnjoined(scene) ? actIn(scene, SURE_ACT) : null;
  const key = act === null ? undefined : saidTo(scene, act);
  const isMatter = (reading.services[0]?.p ?? 0) >= TOLD && act !== 'drop' && act !== 'words';
  const isLong = plainWords(burst.text).split(' ').length > MOST_WORDS || reading.places.length > 0;
  const isTold =
    isCourtesy(burst.text) || isMatter || isLong || goesWrong(burst.text) || opensReport(burst.text);
  if (key === undefined || isTold || reading.emergency !== null) return null;
  const words = say(scene, key, { url: `${scene.publicUrl}/caso` });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
};

function saidTo(scene: Scene, act: Act): Said | undefined {
  const isThanks = scene.facts.reading.intent === 'thanks';
  // `Gracias, Dios lo bendiga` is answered as thanks are.
  if (act !== 'asks') return act === 'talks' && isThanks ? undefined : SAID[act];
  const question = questionIn(scene, SURE_QUESTION);
  const known = question === null ? undefined : ANSWERED[question];
  // `Y si esa gente viene a hacerme algo, ¿ustedes me protegen?` may sound like thanks, and is none.
  return known ?? (isThanks ? 'info.unknown' : undefined);
}
