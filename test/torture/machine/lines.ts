import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A mark in what the service complained of; `since` gives the sorts of lines after it, each once. */
export function linesIn(folder: string): { since(): string[] } {
  const file = path.join(folder, 'service.log');
  const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const before = read().length;
  return { since: () => sortsOf(read().slice(before)) };
}

/** What V8 writes around its last words. */
const NOISE = /^\s*(\d+: 0x|\[\d|<---|-----|#|$)/;

/** Lines that say the same in other words of time and place count as one. */
export function sortsOf(log: string): string[] {
  const lines = log.split('\n').filter(line => !NOISE.test(line));
  return [...new Set(lines.map(sortOf))];
}

function sortOf(line: string): string {
  try {
    const { level, msg, code } = JSON.parse(line) as Record<string, unknown>;
    return `${level}: ${msg}${code === undefined ? '' : ` (${code})`}`;
  } catch {
    return line.slice(0, 200);
  }
}
