import type { Case } from '../../cases/case.ts';
import { incidentSince, incidentSpot } from '../../cases/incident.ts';
import { ENDED } from '../../cases/lifecycle.ts';
import { newNumber } from '../../cases/number.ts';
import type { PinResult } from '../../cases/pin.ts';
import type { Catalogue, Route } from '../../catalogue/catalogue.ts';
import { isDeskOpen } from '../../catalogue/working-time.ts';
import type { Capabilities, ChannelId, Pin } from '../../channels/channel.ts';
import type { TakeMedia } from '../../channels/take-media.ts';
import type { Classifier, ReadingContext, Understanding } from '../../nlu/classifier.ts';
import type { Queries } from '../../storage/queries.ts';
import type { Conversation, StoredMessage } from '../../storage/store.ts';
import type { Texts } from '../../texts.ts';
import { pinTold } from '../filed/by-pin.ts';
import { withoutClosing } from '../filed/closing-words.ts';
import { withoutHiding } from '../intake/privacy.ts';
import { pinOf, writtenIn } from '../scene.ts';
import { readState } from '../state.ts';
import type { Facts } from '../turn.ts';
import { withoutScolding } from '../words/scolding.ts';

/** What facts are gathered from. */
export interface FactsDeps {
  store: Pick<Queries, 'casesOf' | 'casesSeenFrom' | 'caseOfMessage' | 'proofOf' | 'incidentAt'>;
  takeMedia: TakeMedia;
  classifier: Classifier;
  catalogue: Catalogue;
  texts: Texts;
  route: Route;
  publicUrl: () => string;
  now: () => Date;
  newId: () => string;
  random: (bytes: number) => Buffer;
  newPin: Facts['newPin'];
  newCode: Facts['newCode'];
  hashCode: Facts['hashCode'];
  /** Shows a case to who tells its number and PIN; wrong tries make who asks, and the number, wait. */
  lookByPin: (number: string, pin: string, source: string) => Promise<PinResult>;
  /** Where the desk may write first. */
  roads: () => Facts['roads'];
}

/** What only the store and the platform could say of a burst. */
export interface Found {
  media: Facts['media'];
  /** Where a photo of the burst says that it was taken. */
  takenAt: Pin | null;
  cases: Case[];
  quoted: string | null;
  proof: Facts['proof'];
  byPin: Facts['byPin'];
  incident: Facts['incident'];
}

/** Asks the platform for the burst's files and the store for the citizen's cases; or says when to ask again. */
export async function lookUp(
  deps: Pick<FactsDeps, 'store' | 'takeMedia' | 'catalogue' | 'now' | 'lookByPin'>,
  conversation: Conversation,
  messages: readonly StoredMessage[],
): Promise<Found | { laterMs: number }> {
  const { store, takeMedia, now } = deps;
  const taken = await takeMedia(conversation, messages);
  if ('laterMs' in taken) return taken;
  const { id, person } = conversation;
  const cases = person === null ? await store.casesOf(id) : await store.casesSeenFrom(id);
  const proof = await store.proofOf(id, new Date(now().getTime() - DAY_MS));
  const seq = messages.findLast(({ replyTo }) => replyTo !== null)?.replyTo ?? null;
  const caseId = seq === null ? null : await store.caseOfMessage(conversation.id, seq);
  const about = messages.findLast(message => message.about !== undefined)?.about;
  const quoted = cases.find(({ id }) => id === caseId) ?? cases.find(({ number }) => number === about);
  return {
    media: { ids: taken.files, unreadable: taken.unreadable },
    takenAt: taken.takenAt,
    cases,
    quoted: quoted?.number ?? null,
    proof,
    byPin: await foundByPin(deps, conversation, messages, cases),
    incident: await incidentOf(deps, conversation),
  };
}

/** Takes no file of a burst: each counts as one that could not be opened. */
export const takeNone: FactsDeps['takeMedia'] = async (_owner, messages) => {
  const told = messages.filter(({ possibleRepeat }) => !possibleRepeat);
  return { files: [], unreadable: told.flatMap(({ media }) => media).length, takenAt: null };
};

const DAY_MS = 24 * 3_600_000;

/** The case that is none of theirs here, and whose number and PIN they tell, or told before they were asked whether it is taken back. */
async function foundByPin(
  { lookByPin, catalogue }: Pick<FactsDeps, 'lookByPin' | 'catalogue'>,
  { id, state }: Conversation,
  messages: readonly StoredMessage[],
  cases: readonly Case[],
): Promise<Facts['byPin']> {
  const { prefix } = catalogue.centre;
  const given = pinTold(readState(state)?.awaits ?? null, writtenIn(messages).join('\n'), prefix);
  const isOwn = cases.some(({ number }) => number === given?.number);
  return given === null || isOwn ? undefined : lookByPin(given.number, given.pin, `talk ${id}`);
}

/** The breakdown a report that was summed up would join. */
async function incidentOf(
  { store, catalogue, now }: Pick<FactsDeps, 'store' | 'catalogue' | 'now'>,
  { id, state }: Conversation,
): Promise<Facts['incident']> {
  const draft = readState(state)?.draft;
  if (!draft?.summarised) return null;
  const spot = incidentSpot(catalogue.services.get(draft.serviceId ?? ''), draft);
  const among = { since: incidentSince(now()), ended: ENDED, except: id };
  const found = spot && (await store.incidentAt(spot, among));
  return spot && found && { ...spot, ...found };
}

/** Puts together everything `advance` may know. Pure but for ids, numbers and PINs handed out when they are asked for. */
export function factsOf(
  deps: FactsDeps,
  conversation: Conversation,
  messages: readonly StoredMessage[],
  { takenAt, ...found }: Found & Pick<Facts, 'fresh' | 'early' | 'answerWaits' | 'beforeSummary'>,
  channel: { id: ChannelId; capabilities: Capabilities },
): Facts {
  const { classifier, catalogue, texts, route, newId, newPin, newCode, hashCode, random } = deps;
  const { draft } = conversation.state;
  const context = contextOf(conversation);
  const read = once((text: string) => understood(classifier, text, context));
  const text = writtenIn(messages).join('\n');
  const now = deps.now();
  return {
    acts: once((words: string) => classifier.acts(words, !draft, context)),
    where: whereOf(classifier),
    ...{ now, channel, catalogue, texts, route, read, newId, newPin, newCode, hashCode, ...found },
    roads: deps.roads(),
    get reading() {
      return read(text);
    },
    // Most answers are understood without the words before them.
    combined() {
      return draft?.description.length ? read([...draft.description, text].join('\n')) : read(text);
    },
    sure: !channel.capabilities.forgeable || messages.every(isVouchedFor),
    pin: locate(classifier, pinOf(messages)),
    photo: locate(classifier, takenAt),
    deskOpen: isDeskOpen(catalogue.centre, now),
    publicUrl: deps.publicUrl(),
    newNumber: () => newNumber(catalogue.centre.prefix, random),
  };
}

function whereOf(classifier: Classifier): Facts['where'] {
  const [asked, told] = [true, false].map(isAnswer =>
    once((text: string) => classifier.where(text, isAnswer)),
  );
  return (text, isAnswer) => (isAnswer ? asked : told)?.(text) ?? null;
}

/** What is quoted was sent to the address, under an id that nobody can guess: who quotes it reads there. */
function isVouchedFor({ authenticity, replyTo }: StoredMessage): boolean {
  return authenticity?.dmarc === 'pass' || replyTo !== null;
}

/** Understands each text once, and only when somebody asks. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const found = known.get(text) ?? read(text);
    known.set(text, found);
    return found;
  };
}

/** Who scolds, or wishes not to be known, says nothing of the matter with it, whatever such words often stand beside. */
function understood(classifier: Classifier, said: string, context: ReadingContext): Understanding {
  const text = withoutScolding(said);
  const whole = classifier.understand(text, context);
  const told = withoutHiding(text);
  const open = withoutClosing(told);
  if (open === text) return whole;
  const { services, agencies, procedures, reasons } = classifier.understand(open, context);
  // That a case was closed is the matter only where no other is told with it.
  const isTold = open === told || [services, agencies].some(ranked => (ranked[0]?.p ?? 0) >= TOLD);
  return isTold ? { ...whole, services, agencies, procedures, reasons } : whole;
}

const TOLD = 0.5;

function contextOf({ state }: Conversation): ReadingContext {
  const placeCode = state.draft?.place?.code;
  return { language: state.language, ...(placeCode ? { placeCode } : {}) };
}

function locate(classifier: Classifier, point: Pin | null): Facts['pin'] {
  const found = point && classifier.locate(point.lat, point.lon);
  // The point itself is where it is; the place only tells the area.
  return found && { ...found, lat: point.lat, lon: point.lon };
}
