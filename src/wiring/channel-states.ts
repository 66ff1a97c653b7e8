import type { ApiDeps, ChannelCheck, ChannelState } from '../api/api-deps.ts';
import type { Channel } from '../channels/channel.ts';
import { explain, isRefusal } from '../channels/explain.ts';
import { CHANNELS } from '../channels/index.ts';
import { isTerminal } from '../channels/terminal.ts';
import { withTimeout } from '../channels/timeout.ts';
import { SendError } from '../errors.ts';
import { ELSEWHERE } from './connect.ts';
import type { House } from './house.ts';

const HOUR_MS = 3_600_000;

/** What people's routes are told of the channels; `states` of those that are on. */
export function channelDeps(
  { channels }: Pick<House, 'channels'>,
  states: () => Record<string, string>,
): Pick<ApiDeps, 'channels' | 'checkChannel' | 'standing'> {
  return {
    channels: codeOf => {
      const now = states();
      const shown = CHANNELS.filter(({ id }) => !isTerminal(id));
      return shown.map(({ id, capabilities, settings }): ChannelState => {
        const { replyWindowMs } = capabilities;
        return {
          ...{ id, account: channels.get(id)?.account ?? null, settings: settings.required },
          state: channels.has(id) ? stateOf(now[id], codeOf(id)) : 'off',
          windowHours: replyWindowMs === null ? null : replyWindowMs / HOUR_MS,
        };
      });
    },
    standing: async id => (await channels.get(id)?.standing?.()) ?? null,
    checkChannel: async id => {
      const channel = isTerminal(id) ? undefined : channels.get(id);
      return channel ? check(channel) : null;
    },
  };
}

/** A session that is not there, before a token that was refused. One in another process is that one's to tell. */
function stateOf(session: string | undefined, code: string | null): ChannelState['state'] {
  if (session !== 'ok' && session !== ELSEWHERE) return 'not connected';
  return code !== null && isRefusal(code) ? 'refused' : 'ok';
}

/** Longer than any call of a channel may take. */
const LONGEST_MS = 40_000;

async function check(channel: Channel): Promise<ChannelCheck> {
  if (!channel.check)
    return { ok: true, code: null, says: ['There is no platform to ask: the desk itself serves it.'] };
  try {
    return { ok: true, code: null, says: await withTimeout(channel.check(), LONGEST_MS) };
  } catch (error) {
    const code = error instanceof SendError ? error.failure.code : 'timeout';
    return { ok: false, code, says: [explain(code)] };
  }
}
