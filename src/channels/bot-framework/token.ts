import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Json, numberIn, objectsIn, readObject, textIn } from '../json.ts';

/** A key by which the service signs, and the platforms it may speak for. */
export interface SigningKey {
  key: KeyObject;
  endorsements: readonly string[];
}

/** The keys by their id. */
export type SigningKeys = ReadonlyMap<string, SigningKey>;

/** The RSA keys of a key document (RFC 7517); others are left out. */
export function keysIn(document: Json): SigningKeys {
  const keys = new Map<string, SigningKey>();
  for (const jwk of objectsIn(document['keys'])) {
    const id = textIn(jwk['kid']);
    const key = id === null || jwk['kty'] !== 'RSA' ? null : publicKey(jwk);
    const listed = jwk['endorsements'];
    const endorsements = Array.isArray(listed) ? listed.filter(item => typeof item === 'string') : [];
    if (id !== null && key !== null) keys.set(id, { key, endorsements });
  }
  return keys;
}

function publicKey({ n, e }: Json): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'RSA', n: String(n), e: String(e) }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** What a token that holds says: for which service address, and by which key. */
export interface Proof {
  serviceUrl: string | null;
  endorsements: readonly string[];
}

/** What a token is held against. */
export interface Expected {
  keys: SigningKeys;
  appId: string;
  now: Date;
}

const ISSUER = 'https://api.botframework.com';
const SKEW_MS = 5 * 60_000;

/**
 * Holds a token to what Microsoft writes of calls from its service to a bot: signed (RS256) by a key of the service, issued by
 * it, for this bot, in its time. Tokens of the emulator, of skills and of other clouds are none of these: the service never
 * uses them, and those of the emulator are what this bot itself shows to every service it writes to. `unknown_key`: signed by a
 * key not known (yet). learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function readToken(header: unknown, expected: Expected): Proof | 'refused' | 'unknown_key' {
  const [, token = ''] =
    /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(typeof header === 'string' ? header : '') ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const { alg, kid } = partOf(head) ?? {};
  const claims = partOf(body);
  // What is not even meant for us needs no key.
  if (alg !== 'RS256' || claims === null || !isMeant(claims, expected)) return 'refused';
  const signer = expected.keys.get(textIn(kid) ?? '');
  if (!signer) return 'unknown_key';
  const isSigned = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    signer.key,
    Buffer.from(signature, 'base64url'),
  );
  return isSigned
    ? { serviceUrl: textIn(claims['serviceurl']), endorsements: signer.endorsements }
    : 'refused';
}

function partOf(part: string): Json | null {
  return part === '' ? null : readObject(Buffer.from(part, 'base64url'));
}

function isMeant(claims: Json, { appId, now }: Expected): boolean {
  const until = numberIn(claims['exp']);
  const from = numberIn(claims['nbf']) ?? 0;
  if (claims['iss'] !== ISSUER || claims['aud'] !== appId || until === null) return false;
  return now.getTime() < until * 1_000 + SKEW_MS && now.getTime() > from * 1_000 - SKEW_MS;
}

/** May this proof speak for a message that names this service address and this platform? */
export function covers({ serviceUrl, endorsements }: Proof, activity: Json): boolean {
  const channelId = textIn(activity['channelId']);
  const named = textIn(activity['serviceUrl']);
  if (channelId === null || named === null || named !== serviceUrl) return false;
  // A key without a list is not bound to platforms.
  return endorsements.length === 0 || endorsements.includes(channelId);
}
