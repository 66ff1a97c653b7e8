import { z } from 'zod';
import type { InboundMessage } from '../channels/channel.ts';
import type { FieldProblem } from '../http.ts';

/** Words as they can be kept: no half characters, no NUL, which some programs take for the end of a text. */
function words(most: number): z.ZodString {
  return z
    .string()
    .max(most, `has more than ${most} characters`)
    .refine(text => text.isWellFormed() && !text.includes('\0'), 'holds characters that are no text');
}

/** `POST /chat/messages`: at least one of text (not blank), choice, location and media. */
export const messageBody = z
  .strictObject({
    id: words(128).min(1, 'is empty'),
    text: words(20_000).optional(),
    choice: words(200).min(1, 'is empty').optional(),
    location: z
      .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .optional(),
    media: z.array(words(64).min(1, 'is empty')).max(10, 'has more than 10 files').optional(),
    replyTo: z.number().int().positive().optional(),
  })
  .refine(says, { path: ['text'], message: 'is blank, and there is no choice, location or media' });

/** A message as the page sends it. */
export type MessageBody = z.output<typeof messageBody>;

function says({ text, choice, location, media }: Content): boolean {
  return !isBlank(text) || choice !== undefined || location !== undefined || (media?.length ?? 0) > 0;
}

/** What a message can be made of; at least one part must say something. */
interface Content {
  text?: string | undefined;
  choice?: string | undefined;
  location?: object | undefined;
  media?: string[] | undefined;
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** The fields that are wrong, at most 20, without a word of what was sent. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.slice(0, 20).map(issue => {
    if (issue.code === 'unrecognized_keys') {
      return { field: issue.path.join('.') || 'body', reason: 'has a field that is not known here' };
    }
    const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    return { field: issue.path.join('.') || 'body', reason: missing ? 'is missing' : issue.message };
  });
}

/** The body as a message of the `web` channel. Its id is the session's own: another session may use the same. */
export function toInbound(session: string, body: MessageBody): InboundMessage {
  const { id, text, choice, location, media = [], replyTo } = body;
  return {
    ...{ channel: 'web', account: '', address: session, providerId: `${session}:${id}` },
    ...(text === undefined || isBlank(text) ? {} : { text }),
    ...(choice === undefined ? {} : { choice }),
    ...(location === undefined ? {} : { location }),
    ...(media.length === 0 ? {} : { media: media.map(mediaId => ({ id: mediaId })) }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}
