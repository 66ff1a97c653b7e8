import { isUtf8 } from 'node:buffer';

/** A posted form: a field's value, or its values when it came more than once. */
export type Form = Record<string, string | string[]>;

/** Reads a form as the signature sees it: bytes that are not UTF-8 become U+FFFD. Never throws. */
export function readForm(body: Buffer): Form {
  const form: Form = Object.create(null);
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    const earlier = form[name];
    form[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return form;
}

/** Are these bytes a form in UTF-8, escapes included? */
export function isForm(contentType: string | string[] | undefined, body: Buffer): boolean {
  if (typeof contentType !== 'string') return false;
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)) return false;
  if (!isUtf8(body)) return false;
  try {
    decodeURIComponent(body.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

/** A field that must come once; null when it is missing, empty or repeated. */
export function field(form: Form, name: string): string | null {
  const value = form[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
