import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { InboundMessage, Receipt } from '../channels/channel.ts';
import { errorFields, isMistake } from '../errors.ts';
import { unavailable } from '../http.ts';
import type { Queries } from '../storage/queries.ts';
import type { Added, Store } from '../storage/store.ts';
import type { SessionDeps } from './session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The web session a request of the chat belongs to; null before it was looked at. */
    webSession: string | null;
  }
}

/** What the chat's routes are given. */
export interface ChatDeps extends SessionDeps {
  store: Pick<Store, 'open' | 'addMedia' | 'commit'> &
    Pick<Queries, 'conversationOf' | 'transcript' | 'withNews' | 'casesOf' | 'history' | 'media'>;
  /** Stores and wakes: `receive` of the channels; resolves when it is durable, rejects when it cannot be. */
  receive: (messages: InboundMessage[], receipts: Receipt[]) => Promise<Added[]>;
  catalogue: Catalogue;
  now: () => Date;
  log: Pick<Logger, 'error' | 'warn'>;
  /** Readers that may wait, per session and in all. */
  readers?: { perSession: number; most: number };
}

/** For routes that read no body: whatever is sent along is small, and ignored. */
export function takeAnyBody(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1_024 }, (_request, _body, take) =>
    take(null),
  );
}

/** The session of a request that `identify` let through. */
export function ownSession({ webSession }: FastifyRequest): string {
  if (webSession === null) throw new TypeError('the session was not looked at');
  return webSession;
}

/** Runs what needs the store; answers 503 with Retry-After when it cannot do it. A mistake of ours stays one. */
export async function orUnavailable(
  { log }: Pick<ChatDeps, 'log'>,
  reply: FastifyReply,
  run: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await run();
  } catch (error) {
    if (isCoded(error) || isMistake(error)) throw error;
    log.error(errorFields(error), 'the store cannot serve the web chat');
    return unavailable(reply);
  }
}

function isCoded(error: unknown): boolean {
  return typeof (error as { statusCode?: unknown })?.statusCode === 'number';
}
