import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Case } from '../cases/case.ts';
import { anewOnConflict } from '../errors.ts';
import { type ChatDeps, orUnavailable, ownSession, takeAnyBody } from './chat.ts';
import { citizenCase } from './citizen-case.ts';
import { addressOf } from './news.ts';
import { clearCookie } from './session.ts';
import { PAGE_SIZE, type TalkItem, talkItem } from './talk.ts';

/** `GET /chat/export`: everything held of this session. `POST /chat/erase`: the person goes, the matter stays. */
export function myDataRoutes(server: FastifyInstance, deps: ChatDeps): void {
  server.get('/chat/export', (request, reply) =>
    orUnavailable(deps, reply, async () => {
      reply.header('content-disposition', 'attachment; filename="ventanilla.json"');
      return reply.send(await exported(deps, ownSession(request)));
    }),
  );
  server.register((scope, _options, done) => {
    takeAnyBody(scope);
    scope.post('/chat/erase', (request, reply) =>
      orUnavailable(deps, reply, () => answerErased(deps, ownSession(request), reply)),
    );
    done();
  });
}

async function exported({ store, catalogue, now }: ChatDeps, session: string) {
  const conversation = await store.conversationOf(addressOf(session));
  const cases = conversation ? await store.casesOf(conversation.id) : [];
  const shown = [];
  for (const c of cases) {
    shown.push(citizenCase(catalogue, c, await store.history(c.id), conversation?.state.language ?? 'es'));
  }
  return {
    ...{ session, exportedAt: now().toISOString(), name: conversation?.name ?? null },
    messages: conversation ? await wholeTalk(store, conversation.id) : [],
    cases: shown,
  };
}

/** A line of the talk with the ids of its files, to be fetched from `/chat/media/{id}`. */
interface ExportedItem extends TalkItem {
  media: string[];
}

async function wholeTalk(store: ChatDeps['store'], conversationId: string): Promise<ExportedItem[]> {
  const items: ExportedItem[] = [];
  for (;;) {
    const page = await store.transcript(conversationId, items.at(-1)?.seq ?? 0, PAGE_SIZE);
    items.push(...page.map(item => ({ ...talkItem(item), media: item.media })));
    if (page.length < PAGE_SIZE) return items;
  }
}

/** What an erasure came to. */
interface Erased {
  /** Gone for good: lines of the talk, and the link between the person and each of these cases. */
  gone: { messages: number; reporterOf: string[] };
  /** What the office keeps, without the person: each case with its matter, until its retention ends. */
  stays: { number: string; status: Case['status']; keeps: string[] }[];
}

const KEPT = ['number', 'kind', 'status', 'service', 'agency', 'place', 'description', 'history'];
async function answerErased(deps: ChatDeps, session: string, reply: FastifyReply): Promise<FastifyReply> {
  const erased = await anewOnConflict(() => erase(deps, session));
  return clearCookie(reply, deps).send(erased);
}

async function erase({ store, now }: ChatDeps, session: string): Promise<Erased> {
  const conversation = await store.conversationOf(addressOf(session));
  if (!conversation) return { gone: { messages: 0, reporterOf: [] }, stays: [] };
  const { id, version } = conversation;
  const [cases, talk] = [await store.casesOf(id), await wholeTalk(store, id)];
  const at = now();
  await store.commit({
    at,
    // The version fences the case that a turn may be opening at this moment.
    conversation: { id, expectedVersion: version, consumed: [], turn: false, set: {} },
    cases: cases.map(c => ({
      case: { ...c, reporter: null, conversationId: null },
      expectedVersion: c.version,
      events: [{ at, what: 'erased', from: null, to: null, by: 'citizen', note: null }],
    })),
    erase: { conversationId: id, caseIds: cases.map(c => c.id) },
  });
  return {
    gone: { messages: talk.length, reporterOf: cases.map(({ number }) => number) },
    stays: cases.map(({ number, status }) => ({ number, status, keeps: KEPT })),
  };
}
