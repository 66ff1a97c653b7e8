import { parkedDecided, parkedList, shownParked } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Decided, dropParked, MOST_AT_ONCE, parkedJson, retryParked } from './parked.ts';
import { type Answer, notFound, ok, type Route, route } from './route.ts';
import { dropBody, emptyBody } from './schemas.ts';

const MOST = 200;

/** Messages a turn failed on as often as one is tried: looking, trying again, having seen to them. Operators only. */
export function parkedRoutes(deps: ApiDeps): Route[] {
  const of = (params: Record<string, string>): string => params['id'] ?? '';
  const change = { method: 'POST', success: 200, roles: ['operator'], refusals: [404, 409, 422] } as const;
  return [
    route({
      ...{ method: 'GET', path: '/parked', summary: 'Talks with messages put aside, longest first' },
      ...{ roles: ['operator'], success: 200, refusals: [], answer: parkedList },
      handle: async () => ok({ parked: (await deps.store.parkedTalks(MOST)).map(listed) }),
    }),
    route({
      ...{ method: 'GET', path: '/parked/:id', summary: 'The messages of a talk that were put aside' },
      ...{ roles: ['operator'], success: 200, refusals: [404], answer: shownParked },
      handle: ({ params }) => show(deps, of(params)),
    }),
    route({
      ...{ ...change, path: '/parked/:id/retry' },
      summary: 'Gives messages put aside to a turn again; the bot has the talk, unless a person has it',
      ...{ body: emptyBody, answer: parkedDecided },
      handle: async ({ params }) => answered(await retryParked(deps, of(params))),
    }),
    route({
      ...{ ...change, path: '/parked/:id/drop' },
      summary: 'Notes that a person has seen to messages put aside: they stay, and are listed no more',
      ...{ body: dropBody, answer: parkedDecided },
      handle: async ({ caller, params, body }) =>
        answered(await dropParked(deps, of(params), caller.name, body.reason)),
    }),
  ];
}

function listed({ since, ...talk }: Awaited<ReturnType<ApiDeps['store']['parkedTalks']>>[number]) {
  return { ...talk, since: since.toISOString() };
}

async function show({ store }: ApiDeps, id: string): Promise<Answer> {
  const conversation = (await store.load(id, 0))?.conversation;
  if (!conversation) return notFound('conversation');
  const messages = (await store.parkedMessages(id, MOST_AT_ONCE)).map(parkedJson);
  return ok({ conversationId: id, channel: conversation.channel, messages });
}

function answered(decided: Decided): Answer {
  if (decided === null) return notFound('conversation');
  if (decided === 0) return { status: 409, detail: 'Nothing is put aside in this conversation (any more).' };
  return ok({ messages: decided });
}
