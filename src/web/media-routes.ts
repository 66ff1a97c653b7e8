import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from '../channels/file-kind.ts';
import { problem, unavailable } from '../http.ts';
import { type ChatDeps, orUnavailable, ownSession } from './chat.ts';
import { addressOf } from './news.ts';

/** Files being taken at a time: each of them is whole in memory. */
const MOST_UPLOADS = 8;

/**
 * `POST /chat/media` keeps a citizen's file, `GET /chat/media/{id}` gives it back to the same session. What a file
 * is, its content says; only the kinds of the configuration are taken.
 */
export function mediaRoutes(server: FastifyInstance, deps: ChatDeps): void {
  const { mediaBytes } = deps.catalogue.centre.limits;
  const uploads = { running: 0 };
  server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.register(multipart, { limits: { fileSize: mediaBytes, files: 1, fields: 5, headerPairs: 20 } });
    scope.post('/chat/media', { bodyLimit: mediaBytes + 64 * 1_024 }, async (request, reply) => {
      if (uploads.running >= MOST_UPLOADS) return unavailable(reply);
      uploads.running += 1;
      try {
        return await takeFile(deps, request, reply);
      } finally {
        uploads.running -= 1;
      }
    });
    done();
  });
  server.get('/chat/media/:id', (request, reply) =>
    orUnavailable(deps, reply, () => giveFile(deps, request, reply)),
  );
}

async function takeFile(deps: ChatDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!request.isMultipart()) return problem(reply, 415, 'A file is sent as multipart/form-data.');
  const bytes = await partOf(request);
  if (bytes === 'broken') return problem(reply, 400, 'The upload broke off or is no multipart form.');
  if (bytes === 'too large') return problem(reply, 413, 'The file is too large.');
  if (bytes === null) {
    const problems = [{ field: 'file', reason: 'is missing or empty: one part of that name is expected' }];
    return problem(reply, 422, 'There is no file in the form.', problems);
  }
  const file = await readFile(bytes, deps.catalogue.centre.limits.mediaTypes);
  if (file === null) {
    return problem(reply, 415, `This kind of file is not taken; these are: ${allowed(deps)}.`);
  }
  return orUnavailable(deps, reply, async () => {
    const conversationId = await deps.store.open(addressOf(ownSession(request)), null, deps.now());
    const id = await deps.store.addMedia(conversationId, { type: file.type, bytes: file.bytes });
    // It is kept nowhere: who sent the photo may send it as a place, or not.
    const takenAt = file.position ? { takenAt: file.position } : {};
    return reply.code(201).send({ id, type: file.type, bytes: file.bytes.length, ...takenAt });
  });
}

function allowed({ catalogue }: ChatDeps): string {
  return catalogue.centre.limits.mediaTypes.join(', ');
}

async function partOf(request: FastifyRequest): Promise<Buffer | 'too large' | 'broken' | null> {
  try {
    const part = await request.file();
    if (part === undefined || part.fieldname !== 'file') return null;
    const bytes = await part.toBuffer();
    return bytes.length > 0 ? bytes : null;
  } catch (error) {
    return (error as { statusCode?: number }).statusCode === 413 ? 'too large' : 'broken';
  }
}

async function giveFile(
  { store }: ChatDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params as { id: string };
  const conversation = await store.conversationOf(addressOf(ownSession(request)));
  const file = conversation && (await store.media(conversation.id, id));
  if (!file) return problem(reply, 404, 'There is no such file.');
  return reply
    .header('content-disposition', 'attachment')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(file.type)
    .send(file.bytes);
}
