import type { Receipt, ReceiptState } from '../channel.ts';
import { outboundIdIn } from './threads.ts';

/** Whose mails came back, and when that was read. */
export interface Reader {
  channel: string;
  account: string;
  /** The domain our ids are made with. */
  domain: string;
  now: () => Date;
}

/** The fields of one recipient in a report, by their names in small letters. */
type Fields = Map<string, string>;

const STATES: Record<string, ReceiptState> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'sent',
  expanded: 'sent',
};

/**
 * What a report about deliveries says of a mail of ours (RFC 3464): failed, delayed, delivered. It is told by the id
 * that travelled in the envelope, or by that of the mail that came back. None for anything else.
 */
export function receiptsIn(reader: Reader, body: Buffer): Receipt[] {
  const text = body.toString('latin1');
  const outboundId = mailIn(text, reader.domain);
  if (outboundId === null) return [];
  const reports = blocksOf(text).filter(fields => fields.has('action'));
  return reports.slice(0, MOST_REPORTS).flatMap(fields => {
    const action = (fields.get('action') ?? '').toLowerCase();
    const state = Object.hasOwn(STATES, action) ? STATES[action] : undefined;
    if (state === undefined) return [];
    const { channel, account, now } = reader;
    return [{ channel, account, outboundId, state, at: now(), ...codeOf(fields, state) }];
  });
}

const MOST_REPORTS = 10;

/** The first id of ours: the envelope's, or the head's of what came back. */
function mailIn(text: string, domain: string): string | null {
  const envelope = /^original-envelope-id:\s*([\w-]{1,80})\s*$/im.exec(text)?.[1];
  if (envelope !== undefined) return envelope;
  for (const [id] of text.matchAll(/<v\.[\w-]{1,80}@[^<>\s]{1,253}>/g)) {
    const outboundId = outboundIdIn(id, domain);
    if (outboundId !== null) return outboundId;
  }
  return null;
}

/** Groups of fields between blank lines. */
function blocksOf(text: string): Fields[] {
  return text.split(/\r?\n[ \t]*\r?\n/).map(block => {
    const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
    return new Map(
      lines.flatMap(line => {
        const [, name = '', value = ''] = /^([\w-]{1,60})\s*:\s*(.*)$/.exec(line) ?? [];
        return name === '' ? [] : [[name.toLowerCase(), value.trim()] as const];
      }),
    );
  });
}

/** `5.1.1`: the server's enhanced status (RFC 3463). The server has tried for days: we do not try again. */
function codeOf(fields: Fields, state: ReceiptState): { code?: string; retryable?: boolean } {
  const status = /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1];
  const tried = state === 'failed' ? { retryable: false } : {};
  return status === undefined ? tried : { code: status, ...tried };
}
