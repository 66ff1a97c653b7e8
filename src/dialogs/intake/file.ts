import type { Case, CaseChange, Reporter } from '../../cases/case.ts';
import { daysOf } from '../../cases/clock.ts';
import { incidentSpot, type OpenIncident } from '../../cases/incident.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import { openCase } from '../../cases/steps.ts';
import type { Reply } from '../../channels/channel.ts';
import type { Sentence } from '../../texts.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { contentWords } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import { led, lines, type Move, replyOf, type Scene, say, withState } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { dayText } from '../words/day-text.ts';
import { plainWords } from '../words/plain-words.ts';
import { addedAtYes, withToldAtYes } from './filed-whole.ts';
import { holderOfDraft } from './guess.ts';
import { correctionOf } from './learned.ts';
import { surePlace } from './place/namesakes.ts';
import { spotsIn } from './place/spots.ts';
import { withSelfApart } from './self-apart.ts';
import { likelyService } from './several/matters-apart.ts';
import { offerOf, tellsDistress } from './several/offer-of-danger.ts';
import { holderNamed } from './supplier.ts';

/** Files a confirmed draft: the case, and the receipt with its number, in one move. */
export function fileDraft(scene: Scene, told: Draft): Move {
  const draft = withSelfApart(withSameMatter(scene, withToldAtYes(scene, told)));
  const number = scene.facts.newNumber();
  const { pin, hash } = scene.facts.newPin(number);
  const shared = sharedWith(scene, draft);
  const change = changeOf(scene, draft, { number, pinHash: hash, incident: shared?.id ?? null });
  const later = scene.state.later
    .filter(text => !isFiled(scene, draft, text) && !tellsDistress(scene, text))
    .map(text => withToldBefore(scene, draft, text));
  const awaits = keptAlike(nextQuestion(scene, later), draft);
  const { state } = withState(scene, { draft: null, awaits, later: later.slice(1), lost: 0 });
  const receipts = receipt(scene, draft, change.case, { pin, neighbours: shared?.cases ?? 0 });
  const [first, ...rest] = receipts;
  const replies = first ? [led(addedAtYes(scene, draft), first), ...rest] : receipts;
  return { state, replies, cases: [change], set: reviewOf(scene, change.case) };
}

/** What waited as a matter apart and turns out to be this one is filed with it. */
function withSameMatter(scene: Scene, draft: Draft): Draft {
  const isNew = (text: string): boolean =>
    isOf(scene, draft, text) && ![draft, ...filedBefore(scene)].some(own => isSaidIn(scene, own, text));
  const more = scene.state.later.filter(isNew);
  return more.length === 0 ? draft : { ...draft, description: [...draft.description, ...more] };
}

/** Nobody is competent yet: a person of the desk should look. */
function reviewOf({ facts }: Scene, c: Case): NonNullable<Move['set']> {
  return c.holder === null && !isProposal(c.kind) && c.privacy !== 'anonymous'
    ? { review: true, reason: 'undecided', since: facts.now }
    : {};
}

/** The breakdown it belongs to: the one others told of, or a new one they can join. Null: a matter of its own. */
function sharedWith({ facts, catalogue }: Scene, draft: Draft): Pick<OpenIncident, 'id' | 'cases'> | null {
  const spot = incidentSpot(catalogue.services.get(draft.serviceId ?? ''), draft);
  const { incident } = facts;
  if (spot === null) return null;
  const isSame = incident?.serviceId === spot.serviceId && incident.code === spot.code;
  return isSame ? incident : { id: facts.newId(), cases: 0 };
}

function changeOf(
  scene: Scene,
  draft: Draft,
  own: { number: string; pinHash: string; incident: string | null },
): CaseChange {
  const { conversation, facts, catalogue } = scene;
  const held = holderOfDraft(scene, draft);
  const privacy = draft.privacy ?? 'normal';
  const isAnonymous = privacy === 'anonymous';
  const opened = openCase(
    {
      ...{
        id: facts.newId(),
        kind: draft.kind ?? 'queja',
        serviceId: draft.serviceId,
        privacy,
        ...own,
      },
      ...{ holder: held?.holder ?? null, place: draft.place, description: draft.description },
      reasons: [...(held?.rule ? [held.rule] : []), ...draft.reasons],
      // Files stay with the conversation, which an anonymous case must not be tied to.
      attachments: isAnonymous ? [] : draft.attachments,
      reporter: isAnonymous ? null : reporterOf(scene, draft),
      conversationId: isAnonymous ? null : conversation.id,
      opening: isAnonymous
        ? null
        : { conversationId: conversation.id, turn: conversation.turns + 1, index: 0 },
      days: daysOf(catalogue, draft.serviceId, held?.holder ?? null),
      ...{ at: facts.now, by: 'citizen' },
    },
    catalogue.centre,
  );
  const correction = correctionOf(scene, draft, opened.case);
  return correction === null ? opened : { ...opened, correction };
}

function reporterOf({ conversation }: Scene, { contact }: Draft): Reporter {
  const { channel, account, address, name } = conversation;
  return {
    ...{ channel, account, address },
    ...(name === null ? {} : { name }),
    ...(contact === null ? {} : { contact }),
  };
}

/** What the citizen keeps: the number and the PIN; of a denuncia alone in a message of their own. */
function receipt(
  scene: Scene,
  draft: Draft,
  c: Case,
  { pin, neighbours }: { pin: string; neighbours: number },
): Reply[] {
  const about = c.privacy === 'anonymous' ? {} : { caseNumber: c.number };
  const number = say(scene, 'filed.number', { number: c.number, pin });
  const facts = lines(
    holderWords(scene, c),
    neighbours > 0 ? neighbourWords(scene, c, neighbours) : null,
    afterWords(scene, draft, c),
  );
  const kind = { class: 'receipt' as const, ...about };
  if (c.kind === 'denuncia') return [replyOf(facts, kind), replyOf(number, kind)];
  return [replyOf(lines(number, facts), kind)];
}

/** That others told the same: nobody is alone with it, and nobody needs to be told twice. */
function neighbourWords(scene: Scene, { place }: Case, count: number): Sentence {
  const where = place?.corregimiento ?? place?.district ?? place?.text ?? '';
  return say(scene, count === 1 ? 'filed.neighbour' : 'filed.neighbours', { count, place: where });
}

function holderWords(scene: Scene, c: Case): Sentence {
  const { language } = scene.state;
  if (c.holder === null) return say(scene, isProposal(c.kind) ? 'filed.proposal_open' : 'filed.undecided');
  const agency = holderNamed(scene, c.holder, c.description);
  if (isProposal(c.kind)) return say(scene, 'filed.proposal', { agency });
  return say(scene, 'filed.agency', { agency, day: dayText(c.dueAt, language) });
}

function afterWords(scene: Scene, draft: Draft, c: Case): Sentence {
  const first = scene.facts.cases.length === 0 && c.privacy !== 'anonymous';
  const noFiles = c.privacy === 'anonymous' && draft.attachments.length > 0;
  return lines(
    noFiles ? say(scene, 'filed.anonymous_files') : null,
    say(scene, c.privacy === 'anonymous' ? 'filed.anonymous' : 'filed.next', { url: scene.publicUrl }),
    first ? say(scene, 'filed.privacy') : null,
  );
}

/** What was told in one breath is kept in one way: who hides with the first matter hides with the next, and is called the same. */
function keptAlike(awaits: Awaits | null, { privacy, contact }: Draft): Awaits | null {
  const isKept = privacy !== null || contact !== null;
  return awaits?.held && isKept ? { ...awaits, held: { ...awaits.held, privacy, contact } } : awaits;
}

/** Was what they named as another matter filed with this one, or just before, whatever words it was told in? */
function isFiled(scene: Scene, draft: Draft, text: string): boolean {
  return [draft, ...filedBefore(scene)].some(
    own => isSaidIn(scene, own, text) || isOf(scene, own, text) || isSaidAlike(scene, own, text),
  );
}

/** `No hay luz en la calle`, of `es la luz en la calle`: the same words for the same body, whatever service of it each sounds like. */
function isSaidAlike(scene: Scene, own: Draft | Case, text: string): boolean {
  const named = new Set(contentWords(text));
  const isSame = (line: string): boolean => {
    const words = contentWords(line).filter(word => !COUNTING.test(word));
    return words.every(word => named.has(word)) && [...named].every(word => words.includes(word));
  };
  const held = 'number' in own ? own.holder : (holderOfDraft(scene, own)?.holder ?? null);
  const [body] = scene.facts.read(text).agencies;
  return named.size > 0 && held !== null && body?.id === held.agencyId && own.description.some(isSame);
}

const COUNTING = /^(?:primer[oa]?|segund[oa]|first|second|mandel[oa]|gracias|favor)$/;

function filedBefore(scene: Scene): Case[] {
  return scene.facts.cases.filter(c => isJustFiled(scene, c));
}

/** A part of what was told that another service is for waits, though the whole of it went with the first. */
function isSaidIn(
  scene: Scene,
  { description, serviceId }: Pick<Draft, 'description' | 'serviceId'>,
  text: string,
): boolean {
  const means = likelyService(scene.facts.read(text));
  if (means !== null && means !== serviceId) return false;
  return description.some(line => plainWords(line).includes(plainWords(text)));
}

/** Are words of the service that a report or a case is of, and of no other place? */
function isOf(scene: Scene, own: Pick<Draft, 'serviceId' | 'place'>, text: string): boolean {
  const reading = scene.facts.read(text);
  const means = likelyService(reading);
  const place = surePlace(reading.places);
  const where = plainWords(own.place?.text ?? '');
  const told = [...(place === null ? [] : [place.text]), ...spotsIn(scene, text)];
  // `Otro igual en la calle 7` is another one.
  const isThere = own.place === null || told.every(spot => where.includes(plainWords(spot)));
  return means !== null && means === own.serviceId && isThere;
}

/** The other matter with what was told of it in the first story: `desechos de una porqueriza`, of `y ahora la porqueriza`. */
function withToldBefore(scene: Scene, { description, serviceId }: Draft, text: string): string {
  const named = contentWords(text).filter(word => word.length >= LEAST_LETTERS);
  const told = description.flatMap(sentences).filter(sentence => {
    const means = likelyService(scene.facts.read(sentence));
    const isOther = means !== null && means !== serviceId;
    return isOther && !text.includes(sentence) && contentWords(sentence).some(word => named.includes(word));
  });
  return [...told, text].join('. ');
}

const LEAST_LETTERS = 6;

/** What is asked after a receipt: the next matter the citizen named, else what an agency still wants to know. */
function nextQuestion(scene: Scene, [text]: readonly string[]): Awaits | null {
  if (text !== undefined) return offerOf(scene, text);
  const asked = scene.facts.cases.find(({ status }) => status === 'awaiting_citizen');
  return asked ? awaiting('answer', [], { caseNumber: asked.number, question: asked.question ?? '' }) : null;
}
