import { SendError } from '../errors.ts';

/** Who may be asked for a platform's files, how we say who we are, and how much is taken. */
export interface FileRules {
  /** Asked of the first address and of each it redirects to. */
  permits(url: URL): boolean;
  /** The headers of the first call alone: nothing of ours goes along a redirect. */
  headers?(url: URL): Record<string, string>;
  mostBytes: number;
}

const MOST_HOPS = 4;
const TIMEOUT_MS = 15_000;

/** Gets a platform's file from permitted addresses only, whole, within the limit. Rejects with `SendError`. */
export async function fetchFile(address: string, rules: FileRules): Promise<Buffer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = permitted(rules, address);
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const headers = hop === 0 ? (rules.headers?.(url) ?? {}) : {};
    const response = await get(url, headers, signal);
    if (response.status < 300) return await readBody(response, rules.mostBytes);
    const location = response.headers.get('location');
    await response.body?.cancel();
    if (response.status >= 400 || location === null) throw fileFailure(`http_${response.status}`);
    url = permitted(rules, URL.parse(location, url.href)?.href ?? '');
  }
  throw fileFailure('too_many_redirects');
}

function permitted(rules: FileRules, address: string): URL {
  const url = URL.parse(address);
  if (url === null || !rules.permits(url)) throw fileFailure('foreign_host');
  return url;
}

async function get(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect: 'manual', signal });
  } catch {
    throw fileFailure('no_answer');
  }
}

async function readBody(response: Response, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw fileFailure('no_answer');
  }
  if (bytes > mostBytes) throw fileFailure('too_large');
  return Buffer.concat(chunks);
}

/** Why a file cannot be had; a platform that stumbles may give it later, and one that refuses us when our token is mended. */
export function fileFailure(code: string): SendError {
  return new SendError({ code, retryable: code === 'no_answer' || /^http_(5|401|429)/.test(code) });
}
