import { SendError } from '../../errors.ts';
import type { Bookmarks } from '../bookmarks.ts';
import type { Client, ContentCreateRequest } from '../sms/client.ts';
import { withTimeout } from '../timeout.ts';
import { type Shape, typesOf } from './choosing.ts';

/** What keeping contents needs. */
export interface ContentsDeps {
  bookmarks: Bookmarks;
  now: () => Date;
}

/** The contents that the desk makes at Twilio for itself. They hold places only, and nothing of a citizen. */
export interface Contents {
  /** The ContentSid of a shape, made when there is none yet; null: there is none to be had now. Never rejects. */
  sidOf(client: Client, shape: Shape): Promise<string | null>;
  /** The platform did not take the content of this shape: it rests, and where there is none any more another is made. Never rejects. */
  refused(shape: Shape, code: string): Promise<void>;
}

/** The message itself must still be sent within the patience of `deliver`. */
const PATIENCE_MS = 4_000;
/** An account that makes no contents is not asked before each message. */
const AGAIN_MS = 10 * 60_000;
/** Stands for all shapes. */
const ANY = '';
/** What stands in a place that nothing fills; every message fills all of them. */
const SAMPLE = 'texto';

/** There is no such content any more (twilio.com/docs/api/errors/21655); other codes are of what filled its places. */
const GONE = '21655';
/** The account may not make contents, or has none of that API. */
const NONE_AT_ALL = /^(http_40[134]|20003|20403|20404)$/;

/** Makes what keeps the contents, in the store: all processes, and every start, use the same. */
export function createContents({ bookmarks, now }: ContentsDeps): Contents {
  const known = new Map<string, string>();
  const finding = new Map<string, Promise<string>>();
  const restUntil = new Map<string, number>();

  async function make(client: Client, shape: Shape): Promise<string> {
    const { types, places } = typesOf(shape);
    const variables = Object.fromEntries(Array.from({ length: places }, (_, i) => [String(i + 1), SAMPLE]));
    // The library hands it over as it is, and its type names the fields otherwise than the API does.
    const content = { friendly_name: `ventanilla ${nameOf(shape)}`, language: 'es', variables, types };
    const { sid } = await client.content.v1.contents.create(content as unknown as ContentCreateRequest);
    await bookmarks.write(bookmarkOf(shape), sid);
    return sid;
  }

  async function find(client: Client, shape: Shape): Promise<string> {
    const name = nameOf(shape);
    const sid = (await bookmarks.read(bookmarkOf(shape))) || (await make(client, shape));
    known.set(name, sid);
    return sid;
  }

  /** Messages of one shape at a time make one content. */
  function findOnce(client: Client, shape: Shape): Promise<string> {
    const name = nameOf(shape);
    const found = finding.get(name) ?? find(client, shape).finally(() => finding.delete(name));
    finding.set(name, found);
    return found;
  }

  /** For a while no content of this shape, or of any, is asked for. */
  const leave = (name: string): void => void restUntil.set(name, now().getTime() + AGAIN_MS);
  const rests = (name: string): boolean => now().getTime() < (restUntil.get(name) ?? 0);

  return {
    sidOf: async (client, shape) => {
      if (rests(ANY) || rests(nameOf(shape))) return null;
      const sid = known.get(nameOf(shape));
      if (sid !== undefined) return sid;
      try {
        return await withTimeout(findOnce(client, shape), PATIENCE_MS);
      } catch (error) {
        leave(isOfShape(error) ? nameOf(shape) : ANY);
        return null;
      }
    },
    refused: async (shape, code) => {
      leave(nameOf(shape));
      if (code !== GONE) return;
      known.delete(nameOf(shape));
      await bookmarks.write(bookmarkOf(shape), '').catch(() => {});
    },
  };
}

/** Was this content refused, and others may be made? */
function isOfShape(error: unknown): boolean {
  return error instanceof SendError && !error.failure.retryable && !NONE_AT_ALL.test(error.failure.code);
}

function nameOf({ kind, choices, lines }: Shape): string {
  return `${kind} ${choices} ${lines}`;
}

function bookmarkOf(shape: Shape): string {
  return `whatsapp-twilio/content ${nameOf(shape)}`;
}
