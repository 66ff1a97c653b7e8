import type { Head } from './header.ts';

/** What the next mail to somebody needs of their newest one: kept as the route of their conversation. */
export interface Thread {
  /** Of their newest mail; null: it had none. */
  id: string | null;
  /** The ids before it, oldest first. */
  chain: string[];
  subject: string;
}

/** The first and the newest of a thread are what programs sort by (RFC 5322, 3.6.4); the rest may go. */
const LONGEST_CHAIN = 12;

/** What is to be kept of a mail for the answer to it. */
export function threadOf({ messageId, answers, subject }: Head): Thread {
  const [root = [], ...later] = answers;
  const chain = answers.length > LONGEST_CHAIN ? [root, ...later.slice(1 - LONGEST_CHAIN)].flat() : answers;
  return { id: messageId, chain, subject };
}

/** A thread as it was kept; null: there is none. */
export function readThread(route: string | null | undefined): Thread | null {
  return route ? (JSON.parse(route) as Thread) : null;
}

/** The id of a mail of ours: the same for each try, so that a second copy can be known as one. */
export function messageIdOf(outboundId: string, domain: string): string {
  return `<v.${outboundId}@${domain}>`;
}

/** Our own id of the message that a mail's id stands for; null: it is none of ours. */
export function outboundIdIn(id: string, domain: string): string | null {
  const [, outboundId = null, at] = /^<v\.([\w-]{1,80})@([^>]+)>$/.exec(id) ?? [];
  return at?.toLowerCase() === domain ? outboundId : null;
}

/**
 * An id no mail bears, named by every mail about a case: by it programs put them into one thread, and an answer tells
 * which case it is about.
 */
export function caseIdOf(caseNumber: string, domain: string): string {
  return `<case.${caseNumber}@${domain}>`;
}

const NUMBER = '\\d{2,4}(?:-\\d{3}){3}';
const TOKEN = new RegExp(`\\[(${NUMBER})\\]`);
const CASE_ID = new RegExp(`^<case\\.(${NUMBER})@([^>]+)>$`, 'i');

/** The case a mail is about, by the token in its subject or the thread it stands in. */
export function caseIn(
  { answers, subject }: Pick<Head, 'answers' | 'subject'>,
  domain: string,
): string | null {
  const numbers = answers.flatMap(id => {
    const [, number, at] = CASE_ID.exec(id) ?? [];
    return number !== undefined && at?.toLowerCase() === domain ? [number] : [];
  });
  return TOKEN.exec(subject)?.[1] ?? numbers.at(-1) ?? null;
}

const PREFIXES = /^(?:\s*(?:re|rv|fw|fwd|resp|respuesta|enc|tr|aw)\s*(?:\[\d+\])?\s*:)+\s*/i;

/** A subject without "Re:" and our token: what the citizen meant by it. */
export function bareSubject(subject: string): string {
  return subject
    .replace(PREFIXES, '')
    .replace(new RegExp(`\\s*\\[${NUMBER}\\]`, 'g'), '')
    .trim();
}

/** What a mail of ours is sent with to stand in its thread. */
export interface Placing {
  subject: string;
  inReplyTo: string | null;
  references: string[];
}

const SUBJECT_LENGTH = 78;

/**
 * Where a mail of ours stands: an answer in the thread of their newest mail; news of a case in that case's own thread,
 * unless theirs is about that case too. `text`: what to call it when there is nothing to answer.
 */
export function placingOf(
  mail: { caseNumber: string | null; isNews: boolean; text: string },
  thread: Thread | null,
  domain: string,
): Placing {
  const { caseNumber } = mail;
  const anchor = caseNumber === null ? [] : [caseIdOf(caseNumber, domain)];
  const token = caseNumber === null ? '' : ` [${caseNumber}]`;
  const theirs = thread && caseIn({ answers: thread.chain, subject: thread.subject }, domain);
  if (
    thread === null ||
    (theirs !== caseNumber && (mail.isNews || (theirs !== null && caseNumber !== null)))
  ) {
    return { subject: `${shortened(firstLine(mail.text))}${token}`, inReplyTo: null, references: anchor };
  }
  const bare = shortened(bareSubject(thread.subject)) || shortened(firstLine(mail.text));
  const chain = [...thread.chain, ...(thread.id === null ? [] : [thread.id])];
  const kept = token === '' && theirs !== null ? ` [${theirs}]` : token;
  return {
    subject: `Re: ${bare}${kept}`,
    inReplyTo: thread.id,
    references: [...anchor.filter(id => !chain.includes(id)), ...chain],
  };
}

function firstLine(text: string): string {
  return text.split('\n').find(line => line.trim() !== '') ?? '';
}

/** Cut after a word. */
function shortened(text: string): string {
  const plain = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (plain.length <= SUBJECT_LENGTH) return plain;
  return `${plain.slice(0, SUBJECT_LENGTH).replace(/\s+\S*$/, '')}…`;
}
