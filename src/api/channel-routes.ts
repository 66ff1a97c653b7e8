import type { ApiDeps, ChannelState } from './api-deps.ts';
import { channelChecked, channelList, channelPairing } from './channel-answers.ts';
import { pairingOf, stateOf } from './pairing.ts';
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
    route({
      ...{
        method: 'GET',
        path: '/channels/:id/pairing',
        summary: 'How the session of a channel stands that people pair, with the code to scan',
      },
      ...{ roles: ['operator'], success: 200, refusals: [404], answer: channelPairing },
      handle: async ({ params }) => {
        const standing = await deps.standing(params['id'] ?? '');
        return standing ? ok(pairingOf(standing)) : notFound('pairing');
      },
    }),
  ];
}

async function list({ store, channels, standing }: ApiDeps): Promise<Answer> {
  const passed = new Map((await store.traffic()).map(traffic => [traffic.channel, traffic]));
  const shown = channels(id => passed.get(id)?.code ?? null);
  const told = await Promise.all(shown.map(channel => asPaired(channel, standing)));
  return ok({
    channels: told.map(channel => {
      const { lastIn, lastOut, waiting = 0, code = null } = passed.get(channel.id) ?? {};
      const times = { lastIn: lastIn?.toISOString() ?? null, lastOut: lastOut?.toISOString() ?? null };
      return { ...channel, ...times, waiting, code };
    }),
  });
}

/** One that people pair is as its session stands, wherever that is held. */
async function asPaired(channel: ChannelState, standing: ApiDeps['standing']): Promise<ChannelState> {
  const found = channel.state === 'off' ? null : await standing(channel.id);
  return found ? { ...channel, state: stateOf(found.state) } : channel;
}
