import type { InboundMessage, MediaSource, Receipt } from '../channel.ts';
import { signalIn } from '../opt-out-words.ts';
import { authenticityOf } from './authenticity.ts';
import { type Reader as BounceReader, receiptsIn } from './bounces.ts';
import { type Head, readHead } from './header.ts';
import { isReport, machineIn } from './machines.ts';
import type { Listed, Mailbox } from './mailbox.ts';
import { withoutQuotes } from './quotes.ts';
import { anatomyOf, type Part } from './structure.ts';
import { bareSubject, caseIn, outboundIdIn, threadOf } from './threads.ts';
import { bounded, wordsOf } from './words.ts';

/** Whose mailbox is read. */
export interface Reader extends BounceReader {
  /** The name our own mail server writes into `Authentication-Results`; null: not known, none is believed. */
  server: string | null;
  hash: (bytes: Buffer) => string;
}

/** What one mail amounts to: a letter to us, word of letters of ours, or a machine's, and why it counts as one. */
export type Read = { message: InboundMessage } | { receipts: Receipt[] } | { machine: string };

/** Reads a mail: its head, its words, and where its files are. Rejects only when the mailbox is gone. */
export async function readMail(
  reader: Reader,
  box: Pick<Mailbox, 'text' | 'source' | 'validity'>,
  mail: Listed,
): Promise<Read> {
  const head = await readHead(mail.head);
  if (isReport(head.lines)) {
    const receipts = receiptsIn(reader, await box.source(mail.uid));
    return receipts.length > 0 ? { receipts } : { machine: 'report' };
  }
  const machine = machineIn(head, reader.account);
  if (machine !== null) return { machine };
  const { texts, files } = anatomyOf(mail.structure);
  const parts: string[] = [];
  for (const part of texts.slice(0, MOST_TEXTS))
    parts.push(await wordsOf(part, await box.text(mail.uid, part)));
  return {
    message: toMessage(reader, head, {
      text: parts.join('\n'),
      media: sourcesOf(box, mail.uid, files),
      mail,
    }),
  };
}

const MOST_TEXTS = 10;
/** More files than these are not taken; that there were more is told. */
const MOST_FILES = 10;
/** The source of files beyond those. */
export const TOO_MANY = 'too_many';

interface Body {
  text: string;
  media: MediaSource[];
  mail: Listed;
}

function toMessage(reader: Reader, head: Head, { text, media, mail }: Body): InboundMessage {
  const { channel, account, domain } = reader;
  const { from, name, answers, sentAt, lines } = head;
  const ours = answers.findLast(id => outboundIdIn(id, domain) !== null);
  const about = caseIn(head, domain);
  const said = wordsIn(head, text, ours !== undefined || about !== null);
  const signal = signalIn(said);
  const authenticity = authenticityOf(lines, reader.server);
  return {
    ...{ channel, account, address: from ?? '', route: JSON.stringify(threadOf(head)) },
    providerId: idOf(reader, head, mail),
    text: said,
    ...(name === null ? {} : { name }),
    ...(sentAt === null ? {} : { sentAt }),
    ...(media.length > 0 ? { media } : {}),
    ...(ours === undefined ? {} : { replyTo: ours }),
    ...(about === null ? {} : { about }),
    ...(signal === null ? {} : { signal, signalAnswered: false }),
    ...(authenticity === null ? {} : { authenticity }),
  };
}

/**
 * A letter without an id is known by its bytes, which stay the same when the mailbox is numbered anew; so is one that
 * bears an id as ours are, or who writes in another's name could quote it as something we wrote.
 */
function idOf({ domain, hash }: Reader, { messageId }: Head, mail: Listed): string {
  const isOurs = messageId !== null && outboundIdIn(messageId, domain) !== null;
  return messageId === null || isOurs ? `<${hash(mail.head)}>` : messageId;
}

/** The subject of a new letter says as much as its first line; that of an answer was ours. */
function wordsIn({ subject }: Head, text: string, isAnswer: boolean): string {
  const said = bounded(withoutQuotes(text, { whole: !isAnswer }));
  const title = bareSubject(subject);
  const isSaid = title === '' || flat(said).startsWith(flat(title));
  return isAnswer || isSaid ? said : `${title}\n${said}`.trim();
}

function flat(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sourcesOf({ validity }: Pick<Mailbox, 'validity'>, uid: number, files: Part[]): MediaSource[] {
  const sources = files
    .slice(0, MOST_FILES)
    .map(({ part = '1' }) => ({ id: `mail.${validity}.${uid}.${part}` }));
  return files.length > MOST_FILES ? [...sources, { id: TOO_MANY }] : sources;
}

/** Where a file is, as its source says. */
export interface FilePlace {
  validity: string;
  uid: number;
  part: string;
}

/** Reads a source of ours; null: it is none. */
export function filePlaceOf(source: MediaSource): FilePlace | null {
  if (!('id' in source)) return null;
  const [, validity = '', uid = '', part = ''] = /^mail\.(\d+)\.(\d+)\.([\w.]+)$/.exec(source.id) ?? [];
  return validity === '' ? null : { validity, uid: Number(uid), part };
}
