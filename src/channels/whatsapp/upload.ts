import { SendError } from '../../errors.ts';
import type { OutboundMessage } from '../channel.ts';
import { textIn } from '../json.ts';
import type { CallGraph } from '../meta/graph.ts';

/** Together shorter than the patience of `deliver`: first the file goes up, then the message that names it. */
const UPLOAD_MS = 9_000;
/** The patience left for the message when a file went up before it. */
export const AFTER_UPLOAD_MS = 5_000;

/**
 * Hands the platform the file of a message, and gives its id there: `{"id":"1037543291543636"}`. Nothing has been sent when
 * it fails, so it never fails as unknown (…/whatsapp/business-phone-numbers/media).
 */
export async function uploadFile(
  call: CallGraph,
  account: string,
  { part, file }: Pick<OutboundMessage, 'part' | 'file'>,
): Promise<string> {
  const { type = '', name = '' } = part.file ?? {};
  const form = new FormData();
  form.append('messaging_product', 'whatsapp');
  form.append('type', type);
  form.append('file', new Blob([new Uint8Array(file ?? [])], { type }), name);
  const answer = await call(`${account}/media`, form, UPLOAD_MS).catch(error => {
    throw error instanceof SendError ? new SendError(known(error)) : error;
  });
  const id = textIn(answer['id']);
  if (id === null) throw new SendError({ code: 'unreadable_answer', retryable: true });
  return id;
}

function known({ failure }: SendError): SendError['failure'] {
  const { unknown, ...rest } = failure;
  return unknown ? { ...rest, retryable: true } : rest;
}
