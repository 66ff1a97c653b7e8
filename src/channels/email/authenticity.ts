import type { Authenticity } from '../channel.ts';
import type { Head } from './header.ts';

const METHODS = ['spf', 'dkim', 'dmarc'] as const;

/**
 * What our own mail server found out about a sender: its topmost `Authentication-Results` alone, told by its name. What
 * others claim is below it, or bears another name (RFC 8601, section 5). Null: our server said nothing.
 */
export function authenticityOf(lines: Head['lines'], server: string): Authenticity | null {
  const own = lines.get('authentication-results')?.find(value => serverIn(value) === server.toLowerCase());
  if (own === undefined) return null;
  const found = METHODS.flatMap(method => {
    const results = [...own.matchAll(new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]{2,20})`, 'gi'))];
    const said = results.map(([, result = '']) => result.toLowerCase());
    // A mail can bear several signatures: one good one is enough.
    const result = said.includes('pass') ? 'pass' : said[0];
    return result === undefined ? [] : [[method, result] as const];
  });
  return Object.fromEntries(found);
}

function serverIn(value: string): string {
  return (/^\s*([\w.-]+)/.exec(value)?.[1] ?? '').toLowerCase();
}
