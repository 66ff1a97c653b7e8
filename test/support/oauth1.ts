import { createHmac } from 'node:crypto';

/** The keys of an app and of an account that trusts it. */
export interface Keys {
  consumerKey: string;
  consumerSecret: string;
  accessToken: string;
  accessSecret: string;
}

/** Was this call signed with these keys (RFC 5849, 3.4), its address and query included? A JSON body is no part of it. */
export function isSigned(keys: Keys, method: string, url: URL, header: string | undefined): boolean {
  const shown = new Map(
    [...(header ?? '').replace(/^OAuth /, '').matchAll(/(\w+)="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, decodeURIComponent(value)],
    ),
  );
  const signature = shown.get('oauth_signature');
  shown.delete('oauth_signature');
  const isOurs =
    shown.get('oauth_consumer_key') === keys.consumerKey && shown.get('oauth_token') === keys.accessToken;
  return isOurs && signature === signatureOf(keys, method, url, [...shown, ...url.searchParams]);
}

function signatureOf(keys: Keys, method: string, url: URL, params: [string, string][]): string {
  const written = params.map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const base = [method, `${url.origin}${url.pathname}`, written.join('&')].map(encode).join('&');
  const key = `${encode(keys.consumerSecret)}&${encode(keys.accessSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64');
}

/** RFC 5849, 3.6. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
