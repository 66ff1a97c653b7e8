import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../http.ts';
import type { Vault } from '../vault.ts';

/** What sessions are made and known by. */
export interface SessionDeps {
  vault: Pick<Vault, 'hash'>;
  newId: () => string;
  /** The address citizens see; a function, because a free port is known only once it is bound. */
  publicUrl: () => string;
}

/** A web talk's address, and the proof that its bearer may read it. */
export interface Session {
  session: string;
  /** `<session>.<keyed hash>`: nothing of it is stored. */
  token: string;
}

const COOKIE = 'ventanilla';
/** A case can take a month, and its citizen comes back to look. */
const COOKIE_SECONDS = 90 * 24 * 3_600;

/** A session nobody has used. Writes nothing: its conversation is made by the first message. */
export function newSession({ vault, newId }: Pick<SessionDeps, 'vault' | 'newId'>): Session {
  const session = newId();
  return { session, token: `${session}.${proofOf(vault, session)}` };
}

function proofOf(vault: SessionDeps['vault'], session: string): string {
  return vault.hash('web-session', session);
}

/** The session a token proves, or null. Takes the same time for every wrong proof. */
export function sessionOf({ vault }: Pick<SessionDeps, 'vault'>, token: string): string | null {
  const end = token.lastIndexOf('.');
  const [session, proof] = [token.slice(0, Math.max(end, 0)), Buffer.from(token.slice(end + 1))];
  if (!/^[\w-]{1,64}$/.test(session)) return null;
  const right = Buffer.from(proofOf(vault, session));
  return proof.length === right.length && timingSafeEqual(proof, right) ? session : null;
}

/** Hands the token to the browser: unreadable for scripts, not sent along from other sites. */
export function setCookie(reply: FastifyReply, token: string, { publicUrl }: SessionDeps): FastifyReply {
  return reply.setCookie(COOKIE, token, { ...attributes(publicUrl()), maxAge: COOKIE_SECONDS });
}

/** Takes the token back from the browser. */
export function clearCookie(reply: FastifyReply, { publicUrl }: SessionDeps): FastifyReply {
  return reply.clearCookie(COOKIE, attributes(publicUrl()));
}

function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const;
}

/**
 * The session of a request: `Authorization: Bearer`, else the cookie. Null after it was answered: 401 without a
 * valid token, 403 when a cookie's request to change something does not come from our own page.
 */
export function identify(deps: SessionDeps, request: FastifyRequest, reply: FastifyReply): string | null {
  const { authorization } = request.headers;
  const bearer = authorization === undefined ? null : (/^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '');
  const session = sessionOf(deps, bearer ?? request.cookies[COOKIE] ?? '');
  if (session === null) {
    problem(reply.header('www-authenticate', 'Bearer'), 401, 'A session is needed: POST /chat/sessions.');
    return null;
  }
  if (bearer !== null || request.method === 'GET' || isOwnPage(request, deps.publicUrl())) return session;
  problem(reply, 403, 'With a cookie this is taken from the page of this office only.');
  return null;
}

/**
 * Does the browser say that our own page asks? By `Sec-Fetch-Site`, else by `Origin`, which must be the public
 * address or the host the request was sent to.
 */
export function isOwnPage(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const url = origin === undefined ? null : URL.parse(origin);
  return url !== null && (url.origin === URL.parse(publicUrl)?.origin || url.host === host);
}
