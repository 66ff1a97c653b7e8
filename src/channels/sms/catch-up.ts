import type { Logger } from 'pino';
import { SendError } from '../../errors.ts';
import type { InboundMessage, MediaSource, Receive } from '../channel.ts';
import type { Client } from './client.ts';
import { plainOn, type TwilioRoad } from './road.ts';

/** What reading the message list needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface CatchUpDeps {
  client: Client;
  road: TwilioRoad;
  /** Our number. */
  account: string;
  apiUrl: string;
  now: () => Date;
  random: (bytes: number) => Buffer;
  timer: (ms: number, run: () => void) => () => void;
  log: Pick<Logger, 'warn'>;
}

const LOOK_BACK_MS = 24 * 3_600_000;
/** How far a look reaches behind the one before it that succeeded. */
const OVERLAP_MS = 3_600_000;
const EVERY_MS = 3_600_000;
const AFTER_FAILURE_MS = 60_000;
const PAGE = 1_000;
const BATCH = 100;

/**
 * Reads the platform's own list of messages, at once and about every hour, and hands it to `receive`, at first that
 * of a whole day: the platform hardly repeats a call that met a dead server. What is known already changes nothing.
 */
export function startCatchUp(deps: CatchUpDeps, receive: Receive): { stop(): Promise<void> } {
  let stopped = false;
  let cancel = (): void => {};
  let reading: Promise<void> = Promise.resolve();
  let doneUntil = 0;

  async function look(): Promise<void> {
    let waitMs = EVERY_MS;
    const began = deps.now().getTime();
    // A look that was later than this one was by a clock that is set back since: it may have seen nothing.
    const behind = doneUntil > began ? 0 : doneUntil - OVERLAP_MS;
    const since = Math.max(began - LOOK_BACK_MS, behind);
    try {
      await handOver(await readList(deps, new Date(since)), receive, () => stopped);
      doneUntil = began;
    } catch (error) {
      const code = error instanceof SendError ? error.failure.code : 'failed';
      deps.log.warn({ channel: deps.road.id, code }, 'the message list could not be read');
      waitMs = AFTER_FAILURE_MS;
    }
    if (!stopped) cancel = deps.timer(jittered(waitMs, deps.random), start);
  }

  function start(): void {
    reading = look();
  }

  start();
  return {
    stop: async () => {
      stopped = true;
      cancel();
      await reading;
    },
  };
}

/** A tenth more or less, so that many installations do not ask at once. */
function jittered(ms: number, random: (bytes: number) => Buffer): number {
  return Math.round(ms * (0.9 + (random(4).readUInt32BE() / 2 ** 32) * 0.2));
}

async function handOver(messages: InboundMessage[], receive: Receive, stopped: () => boolean): Promise<void> {
  for (let i = 0; i < messages.length && !stopped(); i += BATCH) {
    await receive(messages.slice(i, i + BATCH), []);
  }
}

async function readList(deps: CatchUpDeps, dateSentAfter: Date): Promise<InboundMessage[]> {
  const { client, account, road } = deps;
  const to = `${road.prefix}${account}`;
  const list = await client.messages.list({ to, dateSentAfter, pageSize: PAGE });
  const inbound = list.filter(({ direction }) => direction === 'inbound').reverse();
  const messages: InboundMessage[] = [];
  for (const item of inbound) {
    const address = plainOn(road, item.from);
    // What has no words, a pin or a tap, is told by its own call alone: it must not stand here first, empty.
    const isEmpty = !item.body && Number(item.numMedia) === 0;
    if (address !== null && !isEmpty) messages.push(await toMessage(deps, item, address));
  }
  return messages;
}

type Item = Awaited<ReturnType<Client['messages']['list']>>[number];

async function toMessage(deps: CatchUpDeps, item: Item, address: string): Promise<InboundMessage> {
  const media = Number(item.numMedia) > 0 ? await mediaOf(deps, item.sid) : [];
  return {
    ...{ channel: deps.road.id, account: plainOn(deps.road, item.to) ?? deps.account, address },
    providerId: item.sid,
    text: item.body ?? '',
    ...deps.road.signal(item.body ?? ''),
    ...(item.dateSent ? { sentAt: item.dateSent } : {}),
    ...(media.length > 0 ? { media } : {}),
  };
}

async function mediaOf({ client, apiUrl }: CatchUpDeps, sid: string): Promise<MediaSource[]> {
  const list = await client.messages(sid).media.list();
  return list.map(({ uri, contentType }) => ({
    url: `${apiUrl}${uri.replace(/\.json$/, '')}`,
    type: contentType,
  }));
}
