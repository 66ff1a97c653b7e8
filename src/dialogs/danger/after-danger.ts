import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Conversation } from '../../storage/store.ts';
import type { Sentence } from '../../texts.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { type Scene, say } from '../scene.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { dangerOfLines } from './brief-lines.ts';

/** So soon after a danger a question is one for those who help. */
export const NEAR_MS = 2 * 3_600_000;

/** Was a danger, or a wish to die, told in this talk not long ago, and does no person have it yet? */
export function isAfterDanger(
  { conversation, facts }: Pick<Scene, 'conversation' | 'facts'>,
  which: readonly string[] = ['danger', 'distress'],
): boolean {
  const { mode, reason, since } = conversation;
  const isOne = mode === 'bot' && reason !== null && which.includes(reason);
  return isOne && facts.now.getTime() - Number(since) < NEAR_MS;
}

/** A danger as it is for who suffers it: neither a minor who is touched nor their mother is sent to the line of women. */
export function categoryFor(
  { state, catalogue, facts }: Pick<Scene, 'state' | 'catalogue' | 'facts'>,
  category: EmergencyCategory | undefined,
): EmergencyCategory | undefined {
  const { minor } = category ?? {};
  if (minor === undefined) return category;
  const told = state.draft?.description ?? [];
  const isOfMinor = state.minor || told.some(line => facts.read(line).emergency?.category === minor);
  return isOfMinor ? (catalogue.emergencies.get(minor) ?? category) : category;
}

/** Of the report, what it holds and what comes of it: no rescuer knows. */
const OF_REPORT =
  /\b(reportes?|quejas?|casos?|denuncias?|pag(a|an|o|ar|aran|uen)|reembols\w+|indemniz\w+|multa\w*|arregl\w+|cobr\w+|report|complaint|case|pay|refund|fix)\b/;

/**
 * Is what they ask after a danger for those who help in it? Where nobody suffers of whom it is told, what is asked of a report, or of
 * the case it became, is answered as such.
 */
export function asksRescuers(scene: Scene): boolean {
  if (!isAfterDanger(scene)) return false;
  const { state, facts, burst } = scene;
  const isReported = state.draft !== null || facts.cases.some(c => isJustFiled(scene, c));
  const told = categoryTold(scene);
  if (told?.distress || (told?.personal && !isReported)) return true;
  return (told?.personal === true || !isReported) && !OF_REPORT.test(plainWords(burst.text));
}

/** Those who are sent out, and answer no questions. */
const SENT_OUT: readonly string[] = ['911', '104', '103'];

/** The line of a danger that answers questions too, for who asks one: `¿me pueden quitar los niños?` Null: it has none, or nothing is asked. */
export function lineToAsk(scene: Scene): Sentence | null {
  const { text } = scene.burst;
  if (!text.includes('?') && !putsQuestion(text) && !beginsAsQuestion(text)) return null;
  const line = categoryTold(scene)?.lines.find(({ number }) => !SENT_OUT.includes(number));
  return line
    ? say(scene, 'emergency.ask_line', { number: line.number, name: line.name[scene.state.language] })
    : null;
}

/** The danger that was told in this talk: of the words of it that are at hand, else the one last told; else that of no sure sort. */
export function categoryTold(scene: Scene): EmergencyCategory | undefined {
  const { state, facts, catalogue } = scene;
  const filed = facts.cases.filter(c => isJustFiled(scene, c)).flatMap(({ description }) => description);
  const told = [...(state.awaits?.held?.lines ?? []), ...(state.draft?.description ?? []), ...filed];
  const heard = [...told.map(line => facts.read(line).emergency), dangerOfLines(scene, told)].flatMap(
    danger => danger ?? [],
  );
  // What a machine only guesses of words before is not set before what was told.
  const sure = heard.find(({ guessed }) => guessed !== true)?.category;
  const known = sure ?? state.danger ?? heard[0]?.category;
  const all = [...catalogue.emergencies.values()];
  return categoryFor(scene, all.find(({ id }) => id === known) ?? all.find(({ general }) => general));
}

/** What a talk is set to whose citizen goes back to the bot: a danger that was told stays known. */
export function withBot({ reason, since }: Pick<Conversation, 'reason' | 'since'>): BackWithBot {
  const isDanger = reason === 'danger' || reason === 'distress';
  return { mode: 'bot', reason: isDanger ? reason : null, since: isDanger ? since : null };
}

type BackWithBot = Pick<Conversation, 'reason' | 'since'> & { mode: 'bot' };
