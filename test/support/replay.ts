import type { Attachment, Case, Status } from '../../src/cases/case.ts';
import type { Reply } from '../../src/channels/channel.ts';
import { render } from '../../src/channels/render.ts';
import { resume } from '../../src/dialogs/resume.ts';
import { ABILITIES, type Sent, type Stage, startTalk, type Talk } from './play.ts';
import type { CaseFacts, Step, Transcript } from './transcripts.ts';

/** What the bot did at one step. */
export interface Answered {
  /** As the channel carries it, choices in brackets. */
  said: string[];
  asks: string;
  silence: string | null;
}

/** A transcript as it went. */
export interface Replayed {
  steps: Answered[];
  cases: CaseFacts[];
  mode: string;
  talk: Talk;
}

type ChannelName = Transcript['channel'];

/** Plays a transcript on the abilities of a channel. */
export function replay(shared: Stage, transcript: Transcript, channel: ChannelName): Replayed {
  const stage = { ...shared };
  const talk = startTalk(stage, channel, 'transcript');
  const filed: string[] = [];
  const steps = transcript.talk.map((step, i) => {
    const replies = attempt(`${transcript.title}, step ${i + 1}`, () => act(stage, talk, step, filed));
    for (const { number } of talk.cases.toReversed()) if (!filed.includes(number)) filed.push(number);
    return answeredOf(replies, channel, talk, step);
  });
  const cases = filed.flatMap(number => talk.cases.find(c => c.number === number) ?? []);
  return { steps, cases: cases.map(factsOfCase), mode: talk.conversation.mode, talk };
}

/** Says which step of which talk cannot be played. */
function attempt<T>(where: string, play: () => T): T {
  try {
    return play();
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}

function answeredOf(replies: Reply[], channel: ChannelName, talk: Talk, step: Step): Answered {
  const said = replies.flatMap(reply => render(reply, ABILITIES[channel]).map(partText));
  const wasTurn = step.agency ?? step.agency_asks ?? step.clock ?? step.person;
  const silence = wasTurn === undefined ? (talk.turns.at(-1)?.silence ?? null) : null;
  return { said, asks: replies.at(-1)?.asks ?? 'none', silence: replies.length === 0 ? silence : null };
}

function partText({ text, choices }: { text: string; choices: { label: string }[] }): string {
  return [text, choices.map(({ label }) => `[${label}]`).join(' ')].filter(line => line !== '').join('\n');
}

function act(stage: Stage, talk: Talk, step: Step, filed: string[]): Reply[] {
  if (step.waits) return talk.wait(spanOf(step.waits))?.replies ?? [];
  if (step.agency) return [talk.status(step.agency as Status, step.note, step.reason)];
  if (step.agency_asks) return [talk.question(step.agency_asks)];
  if (step.clock) return [talk.nudgeSolved()];
  if (step.person) return person(stage, talk, step.person);
  if (step.office) return office(stage, talk, step.office);
  return talk.send(sentOf(talk, step, filed)).replies;
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function spanOf(words: string): number {
  const [count = '', unit = ''] = words.split(' ');
  return Number(count) * (UNITS[unit.replace(/s$/, '')] ?? Number.NaN);
}

function person(stage: Stage, talk: Talk, what: string): Reply[] {
  const takes = what === 'takes the talk';
  const set = takes
    ? ({ mode: 'person', takenBy: 'Ana' } as const)
    : ({ mode: 'bot', takenBy: null } as const);
  talk.conversation = { ...talk.conversation, ...set };
  return takes ? [] : resume({ ...stage, publicUrl: () => 'https://311.example.org' })(talk.conversation);
}

function office(stage: Stage, talk: Talk, what: string): Reply[] {
  const { state } = talk.conversation;
  if (what === 'was of an older version') {
    const { warned, noted, later, ...older } = state;
    talk.conversation = { ...talk.conversation, state: { ...older, v: 0 } as typeof state };
    return [];
  }
  const services = new Map(stage.catalogue.services);
  services.delete(state.draft?.serviceId ?? '');
  stage.catalogue = { ...stage.catalogue, services };
  return [];
}

const FILES: Record<string, string> = { photo: 'image/jpeg', voice: 'audio/ogg', pdf: 'application/pdf' };

function sentOf(talk: Talk, { citizen, taps, sends, quotes }: Step, filed: string[]): Sent {
  const numbered = (text: string): string =>
    text.replace(/\{case (\d)\}/g, (_, nth: string) => filed[Number(nth) - 1] ?? '');
  const texts = [citizen ?? []].flat().map(numbered);
  return {
    texts,
    ...(taps === undefined ? {} : tapOf(talk, numbered(taps))),
    ...(sends === undefined ? {} : mediaOf(talk, sends)),
    ...(quotes === undefined ? {} : { quoted: filed[quotes - 1] ?? '' }),
  };
}

/** Where nothing can be tapped, the citizen writes the number of the choice. */
function tapOf(talk: Talk, label: string): Sent {
  const { channel } = talk.conversation;
  const shown = [...talk.turns.flatMap(({ replies }) => replies), ...talk.told].toReversed();
  const reply = shown.find(({ choices = [] }) => choices.some(choice => choice.label === label));
  const at = reply?.choices?.findIndex(choice => choice.label === label) ?? -1;
  const choice = reply?.choices?.[at];
  if (!choice) throw new Error(`no choice "${label}" was ever offered`);
  const isCurrent = talk.conversation.state.awaits?.choices.some(({ value }) => value === choice.value);
  const tappable = ABILITIES[channel as ChannelName].choices !== null;
  return tappable || !isCurrent ? { choice: choice.value } : { texts: [String(at + 1)] };
}

function mediaOf(talk: Talk, what: string): Sent {
  if (what === 'stop' || what === 'start') return { signal: what === 'stop' ? 'optOut' : 'optIn' };
  if (what === 'broken file') return { unreadable: 1 };
  if (what.startsWith('pin ')) {
    const [lat = 0, lon = 0] = what.slice(4).split(',').map(Number);
    return { pin: { lat, lon } };
  }
  const [kind = '', place] = what.split(' taken at ');
  const file: Attachment = { id: `file-${talk.turns.length}`, type: FILES[kind] ?? '', bytes: 120_000 };
  const [lat = 0, lon = 0] = (place ?? '').split(',').map(Number);
  return { files: [file], ...(place === undefined ? {} : { takenAt: { lat, lon } }) };
}

function factsOfCase(c: Case): CaseFacts {
  const { kind, status, serviceId, holder, place, description, privacy, attachments, rating, reporter } = c;
  const holderText = holder && [holder.agencyId, holder.districtCode].filter(Boolean).join('/');
  return {
    ...{ kind, status, service: serviceId, holder: holderText },
    place: place && [place.code, place.text].filter(Boolean).join(' '),
    description,
    ...(privacy === 'normal' ? {} : { privacy }),
    ...(attachments.length === 0 ? {} : { files: attachments.length }),
    ...(rating === null ? {} : { rating: [rating, c.ratingCause].filter(Boolean).join(': ') }),
    ...(reporter?.contact === undefined ? {} : { contact: reporter.contact }),
  };
}
