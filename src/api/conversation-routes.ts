import type { z } from 'zod';
import type { TranscriptItem } from '../storage/queries.ts';
import {
  conversationList,
  conversationMessages,
  keptFile,
  listedConversation,
  repliedTo,
  shownConversation,
} from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { conversationJson, type DeskResult, release, say, take } from './desk.ts';
import { type Answer, notFound, ok, type Route, route } from './route.ts';
import { conversationsQuery, emptyBody, messagesQuery, replyBody } from './schemas.ts';
import { giveFile, keepFile } from './talk-files.ts';

const MOST = 200;
const MOST_MESSAGES = 500;

/** Talks that want a person: reading, taking over, answering, giving back. Operators only. */
export function conversationRoutes(deps: ApiDeps): Route[] {
  return [...readingRoutes(deps), ...fileRoutes(deps), ...answeringRoutes(deps)];
}

function readingRoutes(deps: ApiDeps): Route[] {
  return [
    route({
      ...{
        method: 'GET',
        path: '/conversations',
        summary: 'Talks that want a person, longest waiting first',
      },
      ...{ roles: ['operator'], success: 200, refusals: [422] },
      query: conversationsQuery,
      answer: conversationList,
      handle: ({ query }) => listTalks(deps, query),
    }),
    route({
      ...{ method: 'GET', path: '/conversations/:id', summary: 'One talk with what was said last' },
      ...{ roles: ['operator'], success: 200, refusals: [404] },
      answer: shownConversation,
      handle: ({ params }) => showTalk(deps, of(params)),
    }),
    route({
      ...{ method: 'GET', path: '/conversations/:id/messages', summary: 'What was said in a talk, in order' },
      ...{ roles: ['operator'], success: 200, refusals: [404, 422] },
      ...{ query: messagesQuery, answer: conversationMessages },
      handle: ({ params, query }) => showMessages(deps, of(params), query),
    }),
  ];
}

function fileRoutes(deps: ApiDeps): Route[] {
  return [
    route({
      ...{
        method: 'GET',
        path: '/conversations/:id/media/:media',
        summary: 'A file of a talk, either side’s',
      },
      ...{ roles: ['operator'], success: 200, refusals: [404] },
      answer: null,
      handle: ({ params }) => giveFile(deps, of(params), params['media'] ?? ''),
    }),
    route({
      ...{
        method: 'POST',
        path: '/conversations/:id/media',
        roles: ['operator'],
        success: 201,
        refusals: [404],
      },
      summary: 'Keeps a file to be sent in a talk: its bytes are the body',
      ...{ takesBytes: true, answer: keptFile },
      handle: ({ params, body }) => keepFile(deps, of(params), bytesIn(body)),
    }),
  ];
}

function answeringRoutes(deps: ApiDeps): Route[] {
  const change = { method: 'POST', success: 200, roles: ['operator'], refusals: [404, 409, 422] } as const;
  return [
    route({
      ...{ ...change, path: '/conversations/:id/take', summary: 'Takes a talk over; the bot falls silent' },
      ...{ body: emptyBody, answer: listedConversation },
      handle: async ({ caller, params }) => answered(await take(deps, of(params), caller.name)),
    }),
    route({
      ...{
        ...change,
        path: '/conversations/:id/reply',
        summary: 'Writes to the citizen, with a file of the talk if wanted; only who took the talk',
      },
      ...{ body: replyBody, answer: repliedTo },
      handle: async ({ caller, params, body }) => {
        const result = await say(deps, of(params), caller.name, body);
        return result.outcome === 'done' ? ok({ seq: result.seq }) : answered(result);
      },
    }),
    route({
      ...{ ...change, path: '/conversations/:id/release' },
      summary: 'Gives a talk back to the bot, which asks again what it asked last',
      ...{ body: emptyBody, answer: listedConversation },
      handle: async ({ params }) => answered(await release(deps, of(params))),
    }),
  ];
}

/** The talk that a path names. */
function of(params: Record<string, string>): string {
  return params['id'] ?? '';
}

/** The body of a route that takes bytes; nothing at all is none. */
function bytesIn(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function answered(result: DeskResult): Answer {
  if (result.outcome === 'unknown') return notFound('conversation');
  if (result.outcome === 'refused') return { status: 409, detail: result.reason };
  return ok(conversationJson(result.conversation));
}

async function listTalks(
  { store }: ApiDeps,
  { state = 'waiting' }: z.output<typeof conversationsQuery>,
): Promise<Answer> {
  const found = await store.conversations(state, MOST);
  return ok({ conversations: found.map(conversationJson) });
}

async function showTalk({ store }: ApiDeps, id: string): Promise<Answer> {
  const conversation = (await store.load(id, 0))?.conversation;
  if (!conversation) return notFound('conversation');
  const after = Math.max(0, conversation.seq - MOST_MESSAGES);
  const messages = await store.transcript(id, after, MOST_MESSAGES);
  return ok({ ...conversationJson(conversation), messages: messages.map(messageJson) });
}

function messageJson({ seq, at, from, text, asks, caseNumber, media, authenticity }: TranscriptItem) {
  const checked = authenticity ? { authenticity } : {};
  return { seq, at: at.toISOString(), from, text, asks, case: caseNumber, media, ...checked };
}

const PAGE = 100;

async function showMessages(
  { store }: ApiDeps,
  id: string,
  { after = 0, limit = PAGE }: z.output<typeof messagesQuery>,
): Promise<Answer> {
  if ((await store.load(id, 0)) === null) return notFound('conversation');
  const messages = await store.transcript(id, after, limit);
  return ok({ messages: messages.map(messageJson) });
}
