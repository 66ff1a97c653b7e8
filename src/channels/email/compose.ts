import type { OutboundMessage } from '../channel.ts';
import type { OwnAddress } from './settings.ts';
import { messageIdOf, placingOf, readThread } from './threads.ts';

/** A mail as the library takes it. */
export interface Mail {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo?: string;
  references: string[];
  attachments: { filename: string; content: Buffer; contentType: string }[];
  headers: Record<string, string>;
  envelope: { from: string; to: string };
  dsn: { id: string; return: 'headers'; notify: ('failure' | 'delay')[]; recipient: string };
  disableFileAccess: true;
  disableUrlAccess: true;
}

/** News of the desk's own accord, not the answer to a mail. */
const NEWS = new Set<OutboundMessage['class']>(['notice', 'code']);

/**
 * The mail of a message, in its thread. No machine that keeps to the rules answers it (RFC 3834, section 5), and a
 * report about it names our own id of it (RFC 3461, ENVID). An envelope's sender is given: without one no report comes.
 */
export function composeMail(own: OwnAddress, message: OutboundMessage): Mail {
  const { id, address, part, route, caseNumber = null } = message;
  const domain = domainOf(own);
  const isNews = NEWS.has(message.class);
  const placing = placingOf({ caseNumber, isNews, text: part.text }, readThread(route), domain);
  return {
    from: { name: own.name ?? '', address: own.address },
    to: { name: '', address },
    subject: placing.subject,
    text: part.text.toWellFormed(),
    html: htmlOf(part.text.toWellFormed()),
    messageId: messageIdOf(id, domain),
    ...(placing.inReplyTo === null ? {} : { inReplyTo: placing.inReplyTo }),
    references: placing.references,
    attachments: attachmentsOf(message),
    headers: {
      'Auto-Submitted': isNews ? 'auto-generated' : 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'X-Loop': own.address,
    },
    envelope: { from: own.address, to: address },
    dsn: { id, return: 'headers', notify: ['failure', 'delay'], recipient: address },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

/** Its bytes and no address: the library may open nothing by itself. */
function attachmentsOf({ part, file }: OutboundMessage): Mail['attachments'] {
  if (!file || !part.file) return [];
  return [{ filename: part.file.name, content: file, contentType: part.file.type }];
}

/** What our ids are made with. */
export function domainOf({ address }: OwnAddress): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same words as a page without anything else: paragraphs, lines, links. */
function htmlOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map(paragraph => `<p>${linesOf(paragraph)}</p>`);
  const style = 'font-family:sans-serif;font-size:1rem;line-height:1.5';
  return `<!doctype html><html><body style="${style}">${paragraphs.join('')}</body></html>`;
}

function linesOf(paragraph: string): string {
  const lines = paragraph.split('\n').map(line => {
    // A link ends before what ends the sentence it stands in.
    const parts = line.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/);
    return parts.map((part, at) => (at % 2 === 0 ? escaped(part) : linkTo(part))).join('');
  });
  return lines.join('<br>');
}

function linkTo(address: string): string {
  return `<a href="${escaped(address)}">${escaped(address)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, mark => MARKS[mark] ?? mark);
}
