import type { Act } from '../../catalogue/act.ts';
import type { Sentence } from '../../texts.ts';
import { LIKELY_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { isAfterDanger } from '../danger/after-danger.ts';
import { contentWords } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { type Scene, say } from '../scene.ts';
import { clauses } from '../words/clauses.ts';
import { saysNothingElse } from '../words/clear-order.ts';
import { consentIn } from '../words/consent.ts';
import { asksForPerson } from '../words/person-words.ts';
import { plainWords } from '../words/plain-words.ts';
import { statesPlainly } from '../words/states-plainly.ts';
import { wantedOut } from '../words/wants-out.ts';
import { isYes } from '../words/yes-no.ts';
import { isPersonal } from './personal.ts';

/**
 * A report as it is sent, with what was told beside the yes where nothing of it was taken: `sí, envíelo, es la JJ Vallarino, creo`.
 * What a person tells with their order is never lost.
 */
export function withToldAtYes(scene: Scene, draft: Draft): Draft {
  const before = scene.state.draft;
  // What waits for a case of its own is no word of this one.
  const isLater = scene.state.later.some(line => scene.whole.includes(line));
  if (!isAnswered(scene) || isLater || before === null || isChanged(before, draft)) return draft;
  // What they feel, or tell of help, after a danger is no word of the report.
  if (isAfterDanger(scene)) return draft;
  const told = besideYes(scene.whole);
  const isNothing = told === '' || wantedOut(scene.whole) !== null || !isNew(before, told);
  return isNothing || isPersonal(told) || !tells(scene, told)
    ? draft
    : { ...draft, description: [...draft.description, told] };
}

/** That it goes along is said with the number; null: nothing was told with the yes. */
export function addedAtYes(scene: Scene, draft: Draft): Sentence | null {
  const before = scene.state.draft?.description ?? [];
  const isMore = isAnswered(scene) && draft.description.length > before.length;
  // What they ask is answered, and no word of theirs.
  const more = draft.description.slice(before.length).filter(line => !line.includes('?'));
  return isMore && more.length > 0 ? say(scene, 'filed.with_more') : null;
}

/** Is it the summary that their words answered? */
function isAnswered({ state, burst }: Scene): boolean {
  const { awaits, draft } = state;
  const isShown = draft?.summarised === true && awaits !== null && stepOf(awaits) === 'confirm';
  return isShown && burst.choice === null;
}

function isChanged(before: Draft, draft: Draft): boolean {
  const fields = ['place', 'contact', 'privacy', 'kind', 'serviceId', 'agencyId'] as const;
  return (
    draft.description.length !== before.description.length ||
    fields.some(field => JSON.stringify(draft[field]) !== JSON.stringify(before[field]))
  );
}

/** All that is no yes and no order, nor a question or the wish for a person. */
function besideYes(text: string): string {
  if (text.includes('?')) return '';
  const parts = clauses(text).map(part => part.trim());
  const isOrder = (part: string): boolean =>
    consentIn(part) !== null ||
    isYes(part) ||
    saysNothingElse(part) ||
    asksForPerson(part) ||
    plainWords(part) === '';
  return parts
    .filter(part => !isOrder(part))
    .join(', ')
    .replace(/^(?:pero|y|and|but)\s+/iu, '')
    .replace(/[\s,.;]+$/u, '');
}

/** Is something told that does not stand there? */
function isNew({ description, place }: Draft, told: string): boolean {
  const known = new Set(contentWords([...description, place?.text ?? ''].join(' ')));
  const words = contentWords(told).filter(word => !known.has(word) && !OF_ORDER.test(word));
  return words.length >= LEAST_NEW;
}

const OF_ORDER =
  /^(?:report\w*|envi\w*|mand\w*|hag\w*|sig\w*|still|please|send\w*|queja|denuncia|gracias|favor)$/;
const LEAST_NEW = 2;
const LEAST_TOLD = 4;

function tells({ facts }: Scene, told: string): boolean {
  if (plainWords(told).split(' ').length < LEAST_TOLD) return false;
  const [best] = facts.acts(told).acts;
  const isNone = best !== undefined && TELL_NOTHING.includes(best.id) && best.p >= LIKELY_ACT;
  return !isNone || statesPlainly(told);
}

const TELL_NOTHING: readonly Act[] = ['talks', 'send', 'hold', 'drop', 'solved', 'asks', 'follows', 'manner'];
