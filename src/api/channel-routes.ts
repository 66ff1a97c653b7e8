import { channelChecked, channelList } from './answers.ts';
import type { ApiDeps } from './api-deps.ts';
import { type Answer, notFound, ok, type Route, route } from './route.ts';
import { emptyBody } from './schemas.ts';

/** The channels of the desk: how each is, and what its platform answers. Operators only. */
export function channelRoutes(deps: ApiDeps): Route[] {
  return [
    route({
      ...{
        method: 'GET',
        path: '/channels',
        summary: 'Every channel with its state and what passed over it',
      },
      ...{ roles: ['operator'], success: 200, refusals: [] },
      answer: channelList,
      handle: () => list(deps),
    }),
    route({
      ...{
        method: 'POST',
        path: '/channels/:id/check',
        summary: 'Makes a call that changes nothing, on a channel that is on',
      },
      ...{ roles: ['operator'], success: 200, refusals: [404, 422] },
      ...{ body: emptyBody, answer: channelChecked },
      handle: async ({ params }) => {
        const check = await deps.checkChannel(params['id'] ?? '');
        return check ? ok(check) : notFound('channel');
      },
    }),
  ];
}

async function list({ store, channels }: ApiDeps): Promise<Answer> {
  const passed = new Map((await store.traffic()).map(traffic => [traffic.channel, traffic]));
  return ok({
    channels: channels(id => passed.get(id)?.code ?? null).map(channel => {
      const { lastIn, lastOut, waiting = 0, code = null } = passed.get(channel.id) ?? {};
      const times = { lastIn: lastIn?.toISOString() ?? null, lastOut: lastOut?.toISOString() ?? null };
      return { ...channel, ...times, waiting, code };
    }),
  });
}
