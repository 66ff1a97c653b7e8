// @ts-check
/** The road between the page and the office: everything said arrives once, in both directions. */

/** @typedef {{ label: string, value: string }} Choice */
/** @typedef {{ id: string, name: string }} Sent A file from the office. */
/** @typedef {{ seq: number, at: string, from: 'citizen' | 'bot' | 'person', text: string, choices: Choice[], file?: Sent }} Item */
/** @typedef {{ lat: number, lon: number }} Place */
/** @typedef {{ text?: string, choice?: string, location?: Place, media?: string[] }} Said */
/** @typedef {Said & { id: string }} Message */
/**
 * @typedef {object} Listener
 * @property {(items: Item[]) => void} came Lines of the talk; one may come twice.
 * @property {(id: string, seq: number) => void} taken The office has it.
 * @property {(id: string) => void} refused It will never be taken.
 * @property {(online: boolean) => void} online
 */

const KEY = 'ventanilla.waiting';

/** @type {Promise<unknown> | null} */
let asking = null;

/** Calls the office, with a new session where there is none. @param {string} path @param {RequestInit} [init] */
async function call(path, init) {
  const ask = () => fetch(path, { ...init, signal: AbortSignal.timeout(40_000) });
  const response = await ask();
  if (response.status !== 401) return response;
  asking ??= fetch('/chat/sessions', { method: 'POST' });
  await asking.finally(() => {
    asking = null;
  });
  return ask();
}

/** @type {Set<() => void>} */
const sleepers = new Set();
addEventListener('online', () => {
  for (const wake of sleepers) wake();
});

/** Waits, or until the network is back. @param {number} ms */
const sleep = ms =>
  new Promise(resolve => {
    const wake = () => resolve(sleepers.delete(wake));
    sleepers.add(wake);
    setTimeout(wake, ms);
  });

/** Starts reading and sending for ever. @param {Listener} on */
export function openTalk(on) {
  const { waiting, add, flush } = createSender(on);
  void listen(createReader(on), on, flush);
  return {
    /** What was said and has not arrived yet. */
    waiting,
    /** Sends, for as long as it takes. @param {Said} said */
    say: said => add({ id: newId(), ...said }),
  };
}

/** @param {ReturnType<typeof createReader>} reader @param {Listener} on @param {() => Promise<void>} flush */
async function listen({ poll, stream, streams }, on, flush) {
  for (let pause = 500; ; ) {
    try {
      while (await poll(0));
      pause = 500;
      void flush();
      if (streams()) await stream();
      else await poll(25);
      // After a restart not everybody comes back at the same moment.
      await sleep(200 + Math.random() * 600);
    } catch {
      on.online(false);
      pause = Math.min(pause * 2, 8_000);
      await sleep(pause);
    }
  }
}

/** @param {Listener} on */
function createReader(on) {
  let last = 0;
  let failed = 0;
  /** @param {Item[]} items */
  const came = items => {
    // Not the greatest: a talk that begins anew counts from one again.
    last = items.at(-1)?.seq ?? last;
    on.came(items);
  };
  return {
    /** A proxy may hold a stream back: then asking again and again does it. */
    streams: () => failed < 2,
    /** Were there any lines? @param {number} wait */
    poll: async wait => {
      const response = await call(`/chat/messages?after=${last}&wait=${wait}`);
      if (!response.ok) throw new Error();
      const { messages } = await response.json();
      came(messages);
      on.online(true);
      return messages.length > 0;
    },
    /** Resolves when the stream ends. */
    stream: () =>
      new Promise(end => {
        const source = new EventSource(`/chat/events?after=${last}`);
        const stop = () => {
          clearTimeout(late);
          source.close();
          end(null);
        };
        const late = setTimeout(stop, 8_000);
        failed += 1;
        source.onopen = () => {
          clearTimeout(late);
          failed = 0;
        };
        source.onmessage = event => came([JSON.parse(event.data)]);
        source.onerror = stop;
      }),
  };
}

/** @param {Listener} on */
function createSender(on) {
  const waiting = restored();
  let busy = false;
  const keep = () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(waiting));
    } catch {}
  };
  const flush = async () => {
    if (busy) return;
    busy = true;
    for (let pause = 500, message = waiting[0]; message; message = waiting[0]) {
      const { status, retryMs, seq } = await post(message);
      if (status === 0 || status === 429 || status >= 500) {
        on.online(false);
        pause = Math.min(pause * 2, 8_000);
        await sleep(Math.max(pause, retryMs));
        continue;
      }
      waiting.shift();
      keep();
      on.online(true);
      if (status < 300) on.taken(message.id, seq);
      else on.refused(message.id);
    }
    busy = false;
  };
  /** @param {Message} message */
  const add = message => {
    waiting.push(message);
    keep();
    void flush();
    return message;
  };
  return { waiting, add, flush };
}

/** Status 0: no answer. @param {Message} message */
async function post(message) {
  try {
    const response = await call('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    const retryMs = Number(response.headers.get('retry-after')) * 1_000 || 0;
    const { seq } = response.ok ? await response.json() : { seq: 0 };
    return { status: response.status, retryMs, seq };
  } catch {
    return { status: 0, retryMs: 0, seq: 0 };
  }
}

/** A link by which this session, and nobody else, gets a file. @param {Sent} sent */
export function linkTo({ id, name }) {
  const link = document.createElement('a');
  link.href = `/chat/media/${encodeURIComponent(id)}`;
  link.download = name;
  link.textContent = name;
  return link;
}

/** @returns {Message[]} */
function restored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * Uploads a file; its id and where the photo says that it was taken, or the status of the refusal (0: no connection).
 * @param {File} file @param {(part: number) => void} progress @param {AbortSignal} stop
 * @returns {Promise<{ id: string, takenAt?: Place } | number>}
 */
export function upload(file, progress, stop) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onloadend = () =>
      resolve(request.status === 201 ? JSON.parse(request.responseText) : request.status);
    stop.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.open('POST', '/chat/media');
    request.send(form);
  });
}
