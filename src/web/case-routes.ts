import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { findNumbers } from '../cases/number.ts';
import type { PinResult } from '../cases/pin.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { errorFields } from '../errors.ts';
import { decodeUtf8 } from '../http.ts';
import type { Queries } from '../storage/queries.ts';
import type { Texts } from '../texts.ts';
import { type CasePage, formPage, shownPage } from './case-page.ts';
import { citizenCase } from './citizen-case.ts';
import { PAGE_CSP } from './page-routes.ts';

/** What the page of a case is given. */
export interface CasePageDeps {
  store: Pick<Queries, 'history'>;
  /** `lookByPin` of the cases with its needs: counts wrong tries and tells nothing by its answer. */
  lookByPin: (number: string, pin: string, source: string) => Promise<PinResult>;
  catalogue: Catalogue;
  texts: Texts;
  log: Pick<Logger, 'error'>;
}

/** `GET /caso`, a form for number and PIN; `POST /caso`, that case as a page. Neither needs a session or a script. */
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
    scope.post('/caso', { bodyLimit: 4_096 }, (request, reply) => show(deps, request, reply));
    done();
  });
}

interface Fields {
  lang?: unknown;
  number?: unknown;
  pin?: unknown;
}

function formFields(body: Buffer): Fields {
  const form = new URLSearchParams(decodeUtf8(body) ?? '');
  return { lang: form.get('lang'), number: form.get('number'), pin: form.get('pin') };
}

function pageIn({ catalogue, texts }: CasePageDeps, lang: unknown): CasePage {
  return { catalogue, texts, language: lang === 'en' ? 'en' : 'es' };
}

async function show(deps: CasePageDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const fields = (request.body ?? {}) as Fields;
  const page = pageIn(deps, fields.lang);
  const say = (key: string, values = {}): string =>
    deps.texts.say(page.language, `case_page.${key}`, values).text;
  const given = typeof fields.number === 'string' ? fields.number.slice(0, 60) : '';
  const pin = typeof fields.pin === 'string' ? fields.pin.replace(/[\s.-]/g, '').slice(0, 20) : '';
  // What is no number at all is looked for too: it costs a try like any other.
  const number = findNumbers(given, deps.catalogue.centre.prefix)[0]?.number ?? '';
  try {
    const result = await deps.lookByPin(number, pin, request.ip);
    if (result === null) return answer(reply, 404, formPage(page, say('not_found'), given));
    if ('waitMs' in result) {
      const seconds = Math.ceil(result.waitMs / 1_000);
      return answer(
        reply.header('retry-after', String(seconds)),
        429,
        formPage(page, say('wait', { seconds }), given),
      );
    }
    const history = await deps.store.history(result.case.id);
    return answer(
      reply,
      200,
      shownPage(page, citizenCase(deps.catalogue, result.case, history, page.language)),
    );
  } catch (error) {
    deps.log.error(errorFields(error), 'a case could not be shown');
    return answer(reply.header('retry-after', '5'), 503, formPage(page, say('unavailable'), given));
  }
}

function answer(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', PAGE_CSP)
    .type('text/html; charset=utf-8')
    .send(page);
}
