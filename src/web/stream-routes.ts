import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problem, unavailable } from '../http.ts';
import { type ChatDeps, orUnavailable, ownSession } from './chat.ts';
import { fieldProblems } from './message-body.ts';
import type { News, Seat } from './news.ts';
import { PAGE_SIZE, readTalk, type TalkItem } from './talk.ts';

const MOST_WAIT_SECONDS = 25;
const HEARTBEAT_MS = 15_000;
/** A reader that lets so much pile up is cut off; it comes back and reads on. */
const MOST_UNREAD_BYTES = 1024 * 1024;

const whole = z.coerce.number('is not a number').int('is not a whole number').min(0, 'is below 0');
const query = z.object({
  after: whole.default(0),
  wait: z.coerce.number('is not a number').min(0, 'is below 0').default(0),
});

/** The two ways to read a talk: `GET /chat/messages`, a long poll, and `GET /chat/events`, server-sent events. */
export function streamRoutes(server: FastifyInstance, deps: ChatDeps, news: News): void {
  server.get('/chat/messages', async (request, reply) => {
    const asked = query.safeParse(request.query);
    if (!asked.success) return refuse(reply, asked.error);
    const waitMs = Math.min(asked.data.wait, MOST_WAIT_SECONDS) * 1_000;
    return orUnavailable(deps, reply, () => poll(deps, news, request, reply, { ...asked.data, waitMs }));
  });
  server.get('/chat/events', async (request, reply) => {
    const asked = query.safeParse(request.query);
    if (!asked.success) return refuse(reply, asked.error);
    const last = whole.safeParse(request.headers['last-event-id']);
    const after = last.success ? last.data : asked.data.after;
    return orUnavailable(deps, reply, () => openStream(deps, news, request, reply, after));
  });
}

function refuse(reply: FastifyReply, error: z.ZodError): FastifyReply {
  return problem(reply, 422, 'The address asks for something odd; problems names it.', fieldProblems(error));
}

function noSeat(reply: FastifyReply, full: 'session' | 'process'): FastifyReply {
  if (full === 'process') return unavailable(reply, 5);
  return problem(reply.header('retry-after', '5'), 429, 'This session has too many readers open.');
}

async function poll(
  { store }: ChatDeps,
  news: News,
  request: FastifyRequest,
  reply: FastifyReply,
  { after, waitMs }: { after: number; waitMs: number },
): Promise<FastifyReply> {
  const session = ownSession(request);
  let there = await readTalk(store, session, after);
  if (there.items.length > 0 || waitMs === 0) return reply.send({ messages: there.items });
  const seat = news.enter(session);
  if (typeof seat === 'string') return noSeat(reply, seat);
  try {
    const end = AbortSignal.any([AbortSignal.timeout(waitMs), goneSignal(reply)]);
    let from = { talk: there.talk, after };
    for (;;) {
      const more = await seat.wait(from, end);
      there = await readTalk(store, session, from.after);
      // After an erasure the lines of the new talk are counted from one again.
      if (there.talk !== null && there.talk !== from.talk) {
        from = { talk: there.talk, after: 0 };
        there = await readTalk(store, session, 0);
      }
      if (there.items.length > 0 || !more) return reply.send({ messages: there.items });
    }
  } finally {
    seat.leave();
  }
}

/** Aborted when the reader has gone. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

async function openStream(
  deps: ChatDeps,
  news: News,
  request: FastifyRequest,
  reply: FastifyReply,
  after: number,
): Promise<FastifyReply> {
  const session = ownSession(request);
  const { talk } = await readTalk(deps.store, session, after);
  const seat = news.enter(session);
  if (typeof seat === 'string') return noSeat(reply, seat);
  const gone = goneSignal(reply);
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    // A proxy that collects answers would hold back every word.
    'x-accel-buffering': 'no',
  });
  reply.raw.write('retry: 2000\n\n');
  void follow(deps, session, seat, reply, { gone, talk, after }).finally(() => {
    seat.leave();
    reply.raw.end();
  });
  return reply;
}

interface Start {
  gone: AbortSignal;
  talk: string | null;
  after: number;
}

async function follow(
  { store }: ChatDeps,
  session: string,
  seat: Seat,
  { raw }: FastifyReply,
  start: Start,
): Promise<void> {
  const { gone } = start;
  let { talk, after: last } = start;
  while (!gone.aborted && raw.writableLength < MOST_UNREAD_BYTES) {
    const part = await readTalk(store, session, last).catch(() => null);
    // The store is unable: the stream ends, and the reader comes back until it can be served.
    if (part === null) return;
    if (part.talk !== null && part.talk !== talk) {
      // Erased and begun anew: its lines count from one again.
      talk = part.talk;
      last = 0;
      continue;
    }
    raw.write(part.items.map(event).join(''));
    last = part.items.at(-1)?.seq ?? last;
    if (part.items.length === PAGE_SIZE) continue;
    const beat = AbortSignal.timeout(HEARTBEAT_MS);
    const more = await seat.wait({ talk: part.talk, after: last }, AbortSignal.any([beat, gone]));
    if (!more && !beat.aborted) return;
    if (!more) raw.write(': still here\n\n');
  }
  raw.destroy();
}

function event(item: TalkItem): string {
  return `id: ${item.seq}\ndata: ${JSON.stringify(item)}\n\n`;
}
