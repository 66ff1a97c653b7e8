import { learningState } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Answer, ok, type Route, route } from './route.ts';
import { emptyBody } from './schemas.ts';

/** The model that learns from corrections: only for the command line on the machine itself. */
export function modelRoutes({ learning }: Pick<ApiDeps, 'learning'>): Route[] {
  const local = { roles: ['operator'], localOnly: true, answer: learningState, success: 200 } as const;
  return [
    route({
      ...{ ...local, method: 'GET', path: '/model', summary: 'Where learning from corrections stands' },
      refusals: [],
      handle: async () => ok(learning.state()),
    }),
    route({
      ...{ ...local, method: 'POST', path: '/model/train', body: emptyBody, refusals: [409, 422] },
      summary:
        'Learns a model with the corrections beside the work; it is used if the frozen suite is not read worse',
      handle: async () => ((await learning.start()) ? ok(learning.state()) : busy()),
    }),
    route({
      ...{ ...local, method: 'POST', path: '/model/rollback', body: emptyBody, refusals: [409, 422] },
      summary: 'Takes the model in use back: the one before is used again, or the office’s own',
      handle: async () => ((await learning.rollBack()) ? ok(learning.state()) : nothingLearned()),
    }),
  ];
}

function busy(): Answer {
  return { status: 409, detail: 'A model is being learned already; wait for it.' };
}

function nothingLearned(): Answer {
  return { status: 409, detail: 'No model that learned from corrections is in use: the office’s own is.' };
}
