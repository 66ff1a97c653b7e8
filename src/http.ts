import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Logger } from 'pino';
import { errorFields } from './errors.ts';

/** A field of a request that is wrong, and what to do about it. */
export interface FieldProblem {
  field: string;
  reason: string;
}

/** Answers with an RFC 9457 problem document. `detail` and reasons never repeat what the caller sent. */
export function problem(
  reply: FastifyReply,
  status: number,
  detail: string,
  problems?: FieldProblem[],
): FastifyReply {
  const document = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail };
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(problems ? { ...document, problems } : document);
}

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** What a server is made with. */
export interface ServerOptions {
  log: Logger;
  /**
   * How many proxies of our own stand in front, each of which adds who called it to X-Forwarded-For; what stands before
   * theirs anybody can have written. 0: none.
   */
  trustProxy: number;
  /** Bytes a JSON body may have. */
  bodyLimit?: number;
}

/**
 * A server without routes: problem documents for every error and unknown route, strict JSON, safe headers,
 * no request log (addresses and tokens stand in URLs). `Cache-Control: no-store` unless a route says otherwise.
 */
export function createServer({ log, trustProxy, bodyLimit = 256 * 1024 }: ServerOptions): FastifyInstance {
  const server = fastify({
    trustProxy: (_address, hop) => hop < trustProxy,
    bodyLimit,
    logger: false,
    exposeHeadRoutes: false,
    // At the end, who waits for an answer gets it.
    forceCloseConnections: 'idle',
    // Who still has a connection gets what they asked for, not a 503; nobody new is let in.
    return503OnClosing: false,
    requestTimeout: 60_000,
    frameworkErrors: (error, _request, reply) => answerError(error, reply as FastifyReply, log),
  });
  acceptStrictJson(server);
  hangUpAtTheEnd(server);
  addSafeHeaders(server);
  const allowed = watchRoutes(server);
  server.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, log));
  server.setNotFoundHandler((request, reply) => answerUnknown(request, reply, allowed(request.url)));
  return server;
}

/** A connection that falls idle while the server ends is closed: clients keep theirs open for long. */
function hangUpAtTheEnd(server: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined;
  server.addHook('preClose', async () => {
    timer = setInterval(() => server.server.closeIdleConnections(), 50);
  });
  server.addHook('onClose', async () => clearInterval(timer));
}

function acceptStrictJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decodeUtf8(body as Buffer);
    if (text === null) done(badRequest('The body is not valid UTF-8.'), undefined);
    else void parse(request, text, done);
  });
}

/** The text of UTF-8 bytes, or null when they are not UTF-8. */
export function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function badRequest(message: string): Error {
  return Object.assign(new Error(message), { statusCode: 400 });
}

function addSafeHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SAFE_HEADERS);
    done();
  });
}

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Collects the routes as they are added; the answer tells which methods a path knows. */
function watchRoutes(server: FastifyInstance): (url: string) => string[] {
  const routes: { method: string; pattern: RegExp }[] = [];
  server.addHook('onRoute', route => {
    const pattern = new RegExp(`^${route.url.replace(/:[^/]+/g, '[^/]+').replace(/\*/g, '.*')}$`);
    for (const method of [route.method].flat()) routes.push({ method, pattern });
  });
  return url => {
    const path = url.split('?', 1)[0] ?? '';
    return routes.filter(route => route.pattern.test(path)).map(route => route.method);
  };
}

function answerUnknown(request: FastifyRequest, reply: FastifyReply, allowed: string[]): FastifyReply {
  if (allowed.length === 0 || allowed.includes(request.method)) return problem(reply, 404, 'No such page.');
  return problem(reply.header('allow', allowed.join(', ')), 405, `This address takes ${allowed.join(', ')}.`);
}

function answerError(error: FastifyError, reply: FastifyReply, log: Logger): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500) return problem(reply, status, DETAILS[status] ?? 'The request cannot be read.');
  log.error(errorFields(error), 'request failed');
  if (status === 503) return unavailable(reply);
  return problem(reply, 500, 'Something went wrong here. It was noted; please try again.');
}

const DETAILS: Record<number, string> = {
  400: 'The body is not valid JSON in UTF-8.',
  413: 'The body is too large.',
  415: 'This content type is not taken here.',
};

/** 503 with a Retry-After: nothing was stored, the caller should try again. */
export function unavailable(reply: FastifyReply, seconds = 2): FastifyReply {
  return problem(reply.header('retry-after', String(seconds)), 503, 'Messages cannot be taken just now.');
}
