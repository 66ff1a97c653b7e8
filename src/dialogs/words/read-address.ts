import type { Capabilities } from '../../channels/channel.ts';

/** An address in a text, as channels that write to its kind know it. */
export interface Found {
  kind: NonNullable<Capabilities['writesTo']>;
  address: string;
}

const MAIL = /(?<![^\s<("':,;])([^\s<>()"',:;@]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})/i;
const NUMBER = /(?<![\d.])\+?\d(?:[\s().-]{0,2}\d){6,14}(?!\d)/;
/** Panama: eight digits, and those of telephones one carries begin with a six. */
const HOME = '+507';
const CARRIED = /^6\d{7}$/;

/** The first mail address or number of a mobile telephone in a text; null: none. */
export function addressIn(text: string): Found | null {
  const mail = MAIL.exec(text)?.[1];
  if (mail !== undefined) return { kind: 'mail', address: mail.toLowerCase() };
  const number = numberIn(NUMBER.exec(text)?.[0] ?? '');
  return number === null ? null : { kind: 'phone', address: number };
}

/** As platforms write it: `6000-0000` is `+50760000000`. */
function numberIn(written: string): string | null {
  const digits = written.replace(/\D/g, '');
  if (CARRIED.test(digits)) return `${HOME}${digits}`;
  const home = HOME.slice(1);
  if (digits.startsWith(home) && CARRIED.test(digits.slice(home.length))) return `+${digits}`;
  const isAbroad = written.startsWith('+') && !digits.startsWith(home) && digits.length >= 8;
  return isAbroad ? `+${digits}` : null;
}
