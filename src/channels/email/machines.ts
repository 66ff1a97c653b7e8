import { bareValue, first, type Head } from './header.ts';

/** Who writes for machines alone; nobody reads there. */
const MACHINE_NAMES =
  /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|donotreply|nobody|bounces?|listserv|majordomo|owner-.*|.*-(request|bounces|owner))([+._-].*)?@/;

/** The header by which we know our own mail again, however it came back. */
const LOOP_HEADER = 'x-loop';

/**
 * Why a mail is not a person's letter to us, a code; null: it seems to be one. A machine is never answered (RFC 3834,
 * section 2), nor who writes for a list (RFC 2919), nor who asks for no answers (Microsoft's MS-OXCMAIL).
 */
export function machineIn({ from, lines }: Head, own: string): string | null {
  if (from === null) return 'no_sender';
  if (from === own || withoutTag(from) === own) return 'own';
  if ((lines.get(LOOP_HEADER) ?? []).some(value => value.toLowerCase() === own)) return 'own';
  if (first(lines, 'return-path') === '<>') return 'null_sender';
  if (isReport(lines)) return 'report';
  const submitted = bareValue(first(lines, 'auto-submitted')).split(';')[0]?.trim().toLowerCase();
  if (submitted !== undefined && submitted !== '' && submitted !== 'no') return 'auto_submitted';
  if ([...lines.keys()].some(name => name.startsWith('list-'))) return 'list';
  if (/^(bulk|list|junk)\b/i.test(first(lines, 'precedence'))) return 'bulk';
  if (SUPPRESSING.some(name => lines.has(name))) return 'no_answer_wanted';
  if (/^yes\b/i.test(first(lines, 'x-spam-flag'))) return 'spam';
  return MACHINE_NAMES.test(from) ? 'machine_address' : null;
}

const SUPPRESSING = ['x-auto-response-suppress', 'x-autoreply', 'x-autorespond', 'x-autoresponse'];

/** Is it about another mail: whether it was delivered, or read? */
export function isReport(lines: Head['lines']): boolean {
  return /^multipart\/report\b/i.test(first(lines, 'content-type'));
}

function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}
