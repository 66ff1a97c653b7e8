import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Case } from '../cases/case.ts';
import { findNumbers } from '../cases/number.ts';
import type { PinResult } from '../cases/pin.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { SentFile } from '../channels/sent-file.ts';
import { errorFields } from '../errors.ts';
import { decodeUtf8, problem } from '../http.ts';
import type { Queries } from '../storage/queries.ts';
import type { Texts } from '../texts.ts';
import { type CasePage, formPage, shownPage } from './case-page.ts';
import { citizenCase } from './citizen-case.ts';
import { PAGE_CSP } from './page-routes.ts';

/** What the page of a case is given. */
export interface CasePageDeps {
  store: Pick<Queries, 'history' | 'deliveries' | 'media'>;
  /** `lookByPin` of the cases with its needs: counts wrong tries and tells nothing by its answer. */
  lookByPin: (number: string, pin: string, source: string) => Promise<PinResult>;
  catalogue: Catalogue;
  texts: Texts;
  log: Pick<Logger, 'error'>;
}

/**
 * `GET /caso`, a form for number and PIN; `POST /caso`, that case as a page; `POST /caso/archivo`, a file the office sent
 * about it. None needs a session or a script.
 */
export function caseRoutes(server: FastifyInstance, deps: CasePageDeps): void {
  server.get('/caso', async (request, reply) => {
    return answer(reply, 200, formPage(pageIn(deps, (request.query as Fields).lang), null));
  });
  server.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'buffer', bodyLimit: 4_096 },
      (_request, body, take) => take(null, formFields(body as Buffer)),
    );
    scope.post('/caso', { bodyLimit: 4_096 }, (request, reply) => open(deps, request, reply, showCase));
    scope.post('/caso/archivo', { bodyLimit: 4_096 }, (request, reply) =>
      open(deps, request, reply, giveFile),
    );
    done();
  });
}

interface Fields {
  lang?: unknown;
  number?: unknown;
  pin?: unknown;
  file?: unknown;
}

function formFields(body: Buffer): Fields {
  const form = new URLSearchParams(decodeUtf8(body) ?? '');
  const field = (name: string): string | null => form.get(name);
  return { lang: field('lang'), number: field('number'), pin: field('pin'), file: field('file') };
}

function pageIn({ catalogue, texts }: CasePageDeps, lang: unknown): CasePage {
  return { catalogue, texts, language: lang === 'en' ? 'en' : 'es' };
}

/** A case whose number and PIN were given, and what is asked of it. */
interface Opened {
  page: CasePage;
  case: Case;
  pin: string;
  file: string;
}

type Show = (deps: CasePageDeps, opened: Opened, reply: FastifyReply) => Promise<FastifyReply>;

/** Shows what is asked for to who knows number and PIN; else the form once more. */
async function open(
  deps: CasePageDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  show: Show,
): Promise<FastifyReply> {
  const fields = (request.body ?? {}) as Fields;
  const page = pageIn(deps, fields.lang);
  const say = (key: string, values = {}): string =>
    deps.texts.say(page.language, `case_page.${key}`, values).text;
  const given = words(fields.number, 60);
  const pin = words(fields.pin, 40)
    .replace(/[\s.-]/g, '')
    .slice(0, 20);
  // What is no number at all is looked for too: it costs a try like any other.
  const number = findNumbers(given, deps.catalogue.centre.prefix)[0]?.number ?? '';
  try {
    const result = await deps.lookByPin(number, pin, request.ip);
    if (result === null) return answer(reply, 404, formPage(page, say('not_found'), given));
    if ('waitMs' in result) {
      const seconds = Math.ceil(result.waitMs / 1_000);
      const told = reply.header('retry-after', String(seconds));
      return answer(told, 429, formPage(page, say('wait', { seconds }), given));
    }
    return await show(deps, { page, case: result.case, pin, file: words(fields.file, 64) }, reply);
  } catch (error) {
    deps.log.error(errorFields(error), 'a case could not be shown');
    return answer(reply.header('retry-after', '5'), 503, formPage(page, say('unavailable'), given));
  }
}

function words(field: unknown, most: number): string {
  return typeof field === 'string' ? field.slice(0, most) : '';
}

async function showCase(
  { store, catalogue }: CasePageDeps,
  { page, case: c, pin }: Opened,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const shown = citizenCase(catalogue, c, await store.history(c.id), page.language);
  return answer(reply, 200, shownPage(page, shown, { files: await filesAbout(store, c), pin }));
}

/** Each once, however often it was sent. */
async function filesAbout(store: CasePageDeps['store'], { id }: Case): Promise<SentFile[]> {
  const files = (await store.deliveries(id)).flatMap(({ file }) => file ?? []);
  return [...new Map(files.map(file => [file.id, file])).values()];
}

async function giveFile({ store }: CasePageDeps, opened: Opened, reply: FastifyReply): Promise<FastifyReply> {
  const { case: c, file: id } = opened;
  const file = (await filesAbout(store, c)).find(known => known.id === id);
  const kept = file && c.conversationId ? await store.media(c.conversationId, file.id) : null;
  if (!file || !kept) return problem(reply, 404, 'There is no such file.');
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(kept.type)
    .send(kept.bytes);
}

function answer(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', PAGE_CSP)
    .type('text/html; charset=utf-8')
    .send(page);
}
