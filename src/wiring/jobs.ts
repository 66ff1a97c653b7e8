import type { ApiDeps } from '../api/api-deps.ts';
import { createCarryOn } from '../cases/carry-on.ts';
import { createClock } from '../cases/run-clock.ts';
import type { ChannelId } from '../channels/channel.ts';
import { createDeliver, type DeliverDeps } from '../channels/deliver.ts';
import { capabilitiesOfKnown } from '../channels/index.ts';
import { render } from '../channels/render.ts';
import { createTakeMedia } from '../channels/take-media.ts';
import { isTerminal } from '../channels/terminal.ts';
import { advance } from '../dialogs/advance.ts';
import { createTakeTurn } from '../dialogs/turn/take-turn.ts';
import type { Road } from '../dialogs/turn.ts';
import type { JobHandler } from '../queue/queue.ts';
import { codeMaker, pinMaker, quietGap } from './desk-deps.ts';
import type { House } from './house.ts';

/** Whose talks a process sees to: those of channels it `takes`, and clocks and news unless it `isBound` to one. */
export interface JobDuties {
  takes: (channel: ChannelId) => boolean;
  isBound: boolean;
}

/** Makes what the queue's jobs run: turns, sends and the clocks of cases. */
export function createJobs(
  house: House,
  api: ApiDeps,
  { takes, isBound }: JobDuties,
  sending: Pick<DeliverDeps, 'times' | 'share'> = {},
): JobHandler {
  const turn = takeTurn(house, takes);
  const deliver = createDeliver({ ...house, ...sending, takes, count: house.metrics.send });
  const clock = createClock(api);
  const carryOn = createCarryOn(api);
  return job => {
    if (job.name === 'turn') return turn(job.conversationId);
    if (job.name === 'deliver') return deliver(job.conversationId);
    if (isBound) return Promise.resolve();
    return job.name === 'notice' ? carryOn(job.noticeId) : clock(job.caseId);
  };
}

function takeTurn(house: House, takes: JobDuties['takes']): (conversationId: string) => Promise<void> {
  const { catalogue, channels, metrics } = house;
  return createTakeTurn({
    ...house,
    ...codeMaker(house),
    takes,
    roads: () => roadsOf(channels),
    ...{ advance, render, newPin: pinMaker(house), quietGapMs: quietGap(house), count: metrics.turn },
    // Who sits at the machine itself may write, or pipe in, as fast as they like.
    messagesPerMinute: channel =>
      isTerminal(channel) ? Infinity : catalogue.centre.limits.messagesPerMinute,
    takeMedia: createTakeMedia({ ...house, limits: catalogue.centre.limits }),
    // What was written to a channel that is off now is answered too; it leaves when the channel is on again.
    capabilitiesOf: channel => channels.get(channel)?.capabilities ?? capabilitiesOfKnown(channel),
  });
}

/** Channels that are on and let the desk write first. */
function roadsOf(channels: House['channels']): Road[] {
  return [...channels.values()].flatMap(({ id, account = '', capabilities }) =>
    capabilities.writesTo === undefined || capabilities.pull ? [] : [{ id, account, capabilities }],
  );
}
