import type { Authenticity } from '../channel.ts';
import { bareValue, first, type Head } from './header.ts';

const METHODS = ['spf', 'dkim', 'dmarc'] as const;

/**
 * What our own mail server found out about a sender: the topmost `Authentication-Results` of the mail, if it bears that
 * server's name. What stands below came with the mail, whatever name it bears (RFC 8601, section 5); and what a sender had
 * written into ours, as part of an address, stands in quotes or in a comment. Null: our server said nothing, or no name is
 * known to be its own, and then nobody's word is taken.
 */
export function authenticityOf(lines: Head['lines'], server: string | null): Authenticity | null {
  const own = first(lines, 'authentication-results');
  if (server === null || serverIn(own) !== server.toLowerCase()) return null;
  const results = bareValue(own)
    .split(';')
    .flatMap(part => {
      const [, method = '', result = ''] = /^\s*([a-z]+)(?:\/\d+)?\s*=\s*([a-z]{2,20})/i.exec(part) ?? [];
      return method === '' ? [] : [{ method: method.toLowerCase(), result: result.toLowerCase() }];
    });
  const found = METHODS.flatMap(method => {
    const said = results.filter(one => one.method === method).map(({ result }) => result);
    // A mail can bear several signatures, and one good one is enough; of anything else there is one result.
    const result = method === 'dkim' && said.includes('pass') ? 'pass' : worst(said);
    return result === undefined ? [] : [[method, result] as const];
  });
  return Object.fromEntries(found);
}

function worst(said: readonly string[]): string | undefined {
  return said.find(result => result !== 'pass') ?? said[0];
}

function serverIn(value: string): string {
  return (/^\s*([\w.-]+)/.exec(value)?.[1] ?? '').toLowerCase();
}
