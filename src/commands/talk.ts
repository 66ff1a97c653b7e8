import type { Answer, Desk } from './desk.ts';

/** One line of the office's side. */
export interface Shown {
  from: 'bot' | 'person';
  text: string;
  choices: { label: string; value: string }[];
}

/** A citizen's talk over the API; what a step came to is null, or the answer that refused it. */
export interface Talk {
  /** A number alone taps the choice of that number, when there is one. */
  say(line: string): Promise<Answer | null>;
  /** Reads until everything said was answered. */
  untilAnswered(show: (shown: Shown) => void): Promise<Answer | null>;
  /** Reads whatever comes until `stop`, or until nobody answers any more. */
  follow(show: (shown: Shown) => void): Promise<void>;
  stop(): void;
}

/** A part of the talk as the API gives it. */
interface Part {
  messages: { seq: number; from: 'citizen' | 'bot' | 'person'; text: string; choices: Shown['choices'] }[];
  waiting: boolean;
}

/** Asks so often for an answer that does not come: a minute and a half. */
const MOST_LOOKS = 90;
const WAIT_SECONDS = 1;

/** Opens the talk of a session, after what was said in it before; or the answer that refused it. */
export async function openTalk(
  desk: Desk,
  { channel, session }: { channel: string; session: string },
): Promise<Talk | { refused: Answer }> {
  const path = `/api/v1/terminals/${encodeURIComponent(channel)}/${session}/messages`;
  const reader = createReader(desk, path);
  for (;;) {
    const part = await reader.read(0, () => {});
    if ('status' in part) return { refused: part };
    if (part.messages.length === 0) break;
  }
  let stopped = false;
  return {
    say: line => reader.say(line),
    untilAnswered: show => reader.untilAnswered(show),
    follow: async show => {
      while (!stopped) if ('status' in (await reader.read(WAIT_SECONDS, show))) return;
    },
    stop: () => {
      stopped = true;
    },
  };
}

function createReader(desk: Desk, path: string) {
  let last = 0;
  let choices: Shown['choices'] = [];

  async function read(seconds: number, show: (shown: Shown) => void): Promise<Part | Answer> {
    const answer = await desk.call('GET', `${path}?after=${last}&wait=${seconds}`);
    if (answer.status !== 200) return answer;
    const part = answer.body as Part;
    for (const message of part.messages) {
      last = message.seq;
      if (message.from === 'citizen') continue;
      choices = message.choices;
      show({ ...message, from: message.from });
    }
    return part;
  }

  async function say(line: string): Promise<Answer | null> {
    const tapped = /^\s*\d{1,2}\s*$/.test(line) ? choices[Number(line) - 1] : undefined;
    const answer = await desk.call('POST', path, tapped ? { choice: tapped.value } : { text: line });
    return answer.status === 200 ? null : answer;
  }

  async function untilAnswered(show: (shown: Shown) => void): Promise<Answer | null> {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const part = await read(looks === 0 ? 0 : WAIT_SECONDS, show);
      if ('status' in part) return part;
      if (!part.waiting && part.messages.length === 0) return null;
      if (!part.waiting) looks = -1;
    }
    return { status: 503, body: { detail: 'No answer came; the messages are stored and will be answered.' } };
  }

  return { read, say, untilAnswered };
}
