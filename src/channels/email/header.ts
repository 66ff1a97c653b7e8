import { type ParsedMail, simpleParser } from 'mailparser';

/** The head of a mail, read. Everything in it is hostile text. */
export interface Head {
  /** In small letters; null: nobody, or several. */
  from: string | null;
  name: string | null;
  subject: string;
  /** With its angle brackets; null: it has none. */
  messageId: string | null;
  /** What it answers, oldest first, the direct one last. */
  answers: string[];
  sentAt: Date | null;
  /** The values of each header by its name in small letters, unfolded, topmost first. */
  lines: ReadonlyMap<string, readonly string[]>;
}

/** Reads the header block of a mail. Never rejects for anything that stands in it. */
export async function readHead(block: Buffer): Promise<Head> {
  const lines = linesOf(block);
  const mail = await simpleParser(Buffer.concat([block, Buffer.from('\r\n\r\n')]), { skipTextToHtml: true });
  const senders = mail.from?.value ?? [];
  const [sender] = senders;
  const isOne = senders.length === 1 && sender?.address !== undefined && isPlain(sender.address);
  return {
    from: isOne ? (sender?.address ?? '').toLowerCase() : null,
    name: cleaned(sender?.name ?? '') || null,
    subject: cleaned(mail.subject ?? ''),
    messageId: idsIn(first(lines, 'message-id'))[0] ?? null,
    answers: answersOf(lines),
    sentAt: dateOf(mail),
    lines,
  };
}

/** Each header's values; a folded line is one. */
function linesOf(block: Buffer): Map<string, string[]> {
  const text = block.toString('latin1').replace(/\r?\n[ \t]+/g, ' ');
  const lines = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name === '') continue;
    const key = name.toLowerCase();
    const values = lines.get(key);
    if (values) values.push(value.trim());
    else lines.set(key, [value.trim()]);
  }
  return lines;
}

/** The topmost value of a header; '' when it is missing. */
export function first(lines: Head['lines'], name: string): string {
  return lines.get(name)?.[0] ?? '';
}

/**
 * A value without comments and quoted words (RFC 5322, 3.2.2 and 3.2.4): there strangers put what they like. What is
 * opened and never closed takes the rest with it.
 */
export function bareValue(value: string): string {
  let depth = 0;
  let bare = '';
  for (const [mark] of value.matchAll(TOKENS)) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) bare += mark.startsWith('"') ? ' ' : mark;
    if (mark === UNCLOSED) break;
  }
  return bare;
}

/** A quoted word, what only begins one, a mark of a comment, an escaped character, a run of anything else. */
const TOKENS = /"(?:[^"\\]|\\.)*"|["()]|\\.?|[^"()\\]+/gs;
const UNCLOSED = '"';

/** Ids of messages in a header's value. */
function idsIn(value: string): string[] {
  return [...value.matchAll(/<[^<>\s]{1,500}>/g)].map(([id]) => id).slice(-MOST_IDS);
}

const MOST_IDS = 50;

function answersOf(lines: Head['lines']): string[] {
  const direct = idsIn(first(lines, 'in-reply-to')).slice(0, 1);
  const chain = idsIn(first(lines, 'references')).filter(id => !direct.includes(id));
  return [...chain, ...direct];
}

function dateOf({ date }: ParsedMail): Date | null {
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

/** Written into rows and read by people: marks that steer a terminal or a line have no place in it. */
function cleaned(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 500);
}

/** An address that can be written to without quoting. */
function isPlain(address: string): boolean {
  return /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]{1,253}$/.test(address);
}
