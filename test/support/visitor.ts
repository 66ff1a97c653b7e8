import type { TalkItem } from '../../src/web/talk.ts';

/** What a citizen may say on the web. */
export interface Said {
  id?: string;
  text?: string;
  choice?: string;
  location?: { lat: number; lon: number };
  media?: string[];
}

/** A citizen on the web, over HTTP. */
export interface Visitor {
  session: string;
  token: string;
  /** The status and body of the answer. */
  send(said: Said): Promise<{ status: number; seq: number }>;
  /** Says it and waits for the answer: everything said in reply, the last item last. */
  ask(said: string | Said): Promise<TalkItem[]>;
  /** The last item of the answer. */
  last(said: string | Said): Promise<TalkItem>;
  /** Everything after a line; waits so many seconds for something. */
  read(after: number, wait?: number): Promise<TalkItem[]>;
  /** The next line of the office that is not read yet. */
  next(wait?: number): Promise<TalkItem>;
  upload(bytes: Buffer, name?: string): Promise<{ status: number; id: string }>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** Opens a session. */
export async function openVisitor(url: string): Promise<Visitor> {
  const made = await fetch(`${url}/chat/sessions`, { method: 'POST' });
  const { session, token } = (await made.json()) as { session: string; token: string };
  const counter = { said: 0, read: 0 };
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });

  async function send(said: Said): Promise<{ status: number; seq: number }> {
    counter.said += 1;
    const response = await call('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: `m${counter.said}`, ...said }),
    });
    const { seq } = (await response.json()) as { seq: number };
    return { status: response.status, seq };
  }

  async function read(after: number, wait = 0): Promise<TalkItem[]> {
    const response = await call(`/chat/messages?after=${after}&wait=${wait}`);
    const { messages } = (await response.json()) as { messages: TalkItem[] };
    return messages;
  }

  async function answersAfter(seq: number, wait = 10): Promise<TalkItem[]> {
    const end = performance.now() + wait * 1_000;
    for (let after = seq; performance.now() < end; ) {
      const items = await read(after, wait);
      after = items.at(-1)?.seq ?? after;
      const answers = items.filter(({ from }) => from !== 'citizen');
      counter.read = Math.max(counter.read, answers.at(-1)?.seq ?? 0);
      if (answers.length > 0) return answers;
    }
    throw new Error(`nobody answered within ${wait} s`);
  }

  async function ask(said: string | Said): Promise<TalkItem[]> {
    const { status, seq } = await send(typeof said === 'string' ? { text: said } : said);
    if (status !== 202) throw new Error(`the message was answered ${status}`);
    return answersAfter(seq);
  }

  return {
    ...{ session, token, send, ask, read, fetch: call },
    last: async said => (await ask(said)).at(-1) as TalkItem,
    next: async (wait = 10) => (await answersAfter(counter.read, wait))[0] as TalkItem,
    upload: async (bytes, name = 'foto.png') => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      const response = await call('/chat/media', { method: 'POST', body: form });
      const { id } = (await response.json()) as { id: string };
      return { status: response.status, id };
    },
  };
}

/** Answers whatever the office asks, as a citizen who wants the report filed; the item that names the case. */
export async function fileReport(visitor: Visitor, text: string): Promise<TalkItem> {
  let item = await visitor.last(text);
  for (let turns = 0; turns < 8; turns += 1) {
    if (item.case !== undefined) return item;
    item = await visitor.last(answerTo(item));
  }
  throw new Error(`no case was filed; it asks ${item.asks}`);
}

function answerTo({ asks, choices }: TalkItem): Said {
  const yes = choices.find(({ value }) => /yes|send|confirm/.test(value)) ?? choices[0];
  if (yes) return { choice: yes.value };
  return { text: asks === 'place' ? 'Cerro Viento, San Miguelito' : 'sí' };
}
