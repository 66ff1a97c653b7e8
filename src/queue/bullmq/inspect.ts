import { Redis } from 'ioredis';

/**
 * What a look at a Redis found. `away`: it may be well again later, so a desk that has used it before starts without it;
 * the others stay wrong until somebody mends the setting or the server.
 */
export type Inspection = { state: 'ok' } | { state: 'away' | 'wrong'; reason: string };

const PATIENCE_MS = 3_000;
/** Older ones lack commands that the queue's scripts use. */
const OLDEST = [6, 2];

const ONCE = {
  ...{ lazyConnect: true, retryStrategy: () => null, enableReadyCheck: false, maxRetriesPerRequest: 0 },
  ...{ connectTimeout: PATIENCE_MS, commandTimeout: PATIENCE_MS },
};

/** Asks a Redis what it is and whether wake-ups can be kept in it. Reads only; never rejects. */
export async function inspect(url: string): Promise<Inspection> {
  const redis = new Redis(url, ONCE);
  const errors: Error[] = [];
  redis.on('error', error => errors.push(error));
  try {
    await redis.connect();
    const info = await redis.info();
    return errors.length > 0 ? explain(errors) : judgeInfo(info);
  } catch (error) {
    return explain([...errors, error as Error]);
  } finally {
    redis.disconnect();
  }
}

/** Judges a Redis by the lines `name:value` of its `INFO`. */
export function judgeInfo(text: string): Inspection {
  const lines = [...text.matchAll(/^(\w+):(.*?)\r?$/gm)];
  const info = new Map(lines.map(([, name = '', value = '']) => [name, value]));
  const version = info.get('redis_version') ?? '';
  const policy = info.get('maxmemory_policy') ?? 'noeviction';
  if (isOlder(version)) return wrong(`Redis ${version} is too old; use ${OLDEST.join('.')} or newer`);
  if (info.get('role') === 'slave')
    return wrong('this Redis is a replica and takes no writes; name the primary');
  if (policy !== 'noeviction') {
    return wrong(
      `the eviction policy ${policy} lets Redis throw jobs away; set maxmemory-policy noeviction there`,
    );
  }
  const most = Number(info.get('maxmemory') ?? 0);
  const isFull = most > 0 && Number(info.get('used_memory') ?? 0) >= most;
  return isFull
    ? { state: 'away', reason: 'this Redis is full; give it more memory (maxmemory) or empty it' }
    : { state: 'ok' };
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = OLDEST;
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

const NOT_REDIS = 'what answers at this address is no Redis';

/** What servers answer, by how it begins. */
const ANSWERS: [RegExp, Inspection][] = [
  [/^WRONGPASS|^ERR invalid password/, wrong('Redis refuses this user or password')],
  [/^NOAUTH/, wrong('Redis wants a password: redis://:PASSWORD@host')],
  [/^NOPERM/, wrong('this Redis user may not do what the queue needs; allow it INFO, scripts and its keys')],
  [/DB index/, wrong('Redis has no database of this number; correct the end of the address')],
  [/^ERR unknown command/, wrong(NOT_REDIS)],
  [/RESP type|^Protocol error/, wrong(NOT_REDIS)],
  [/^LOADING/, { state: 'ok' }],
  [
    /timed out/,
    { state: 'away', reason: 'nothing answers there as Redis does; is it frozen, or another service?' },
  ],
];

/** What goes wrong before a server says anything, by its code. */
const CODES: Record<string, string> = {
  ECONNREFUSED: 'no Redis answers at this address; start it, or correct the address',
  ENOTFOUND: 'the name in this address has no address; correct it',
  EAI_AGAIN: 'the name in this address cannot be looked up just now',
  ETIMEDOUT: 'no Redis answers at this address in time (redis:// is without TLS, rediss:// with it)',
};

function explain(errors: readonly Error[]): Inspection {
  for (const error of errors) {
    const answer = ANSWERS.find(([pattern]) => pattern.test(error.message))?.[1];
    if (answer) return answer;
    const code = String((error as { code?: unknown }).code ?? '');
    if (/SSL|TLS|CERT/.test(code))
      return wrong(`the TLS of this address cannot be trusted or spoken (${code})`);
    if (code !== '')
      return { state: 'away', reason: CODES[code] ?? `${NOT_REDIS}, or it went away (${code})` };
  }
  return { state: 'away', reason: `${NOT_REDIS}, or it went away` };
}

function wrong(reason: string): Inspection {
  return { state: 'wrong', reason };
}
