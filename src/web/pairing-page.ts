import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Language, Texts } from '../texts.ts';
import { html } from './html.ts';
import { PAGE_CSP } from './page-routes.ts';

/** What the page is made of. */
export interface PairingPageDeps {
  catalogue: Catalogue;
  texts: Texts;
}

const KEYS = [
  ...['title', 'lead', 'key', 'show', 'how', 'code', 'starting', 'waiting', 'paired', 'dropped', 'banned'],
  ...['refused', 'none', 'unavailable'],
];

/** The keys of every sentence on the page. */
export function pairingPageTextKeys(): string[] {
  return KEYS.map(key => `pairing_page.${key}`);
}

/**
 * `GET /staff/pairing`: where staff pair the telephone of WhatsApp Web. The page itself tells nothing: what it shows it
 * asks of the API, with the operator's key that is written into it.
 */
export function pairingRoutes(server: FastifyInstance, deps: PairingPageDeps): void {
  const script = readFileSync(path.join(import.meta.dirname, 'page', 'pairing.js'), 'utf8');
  const headers = {
    ...{ 'content-security-policy': PAGE_CSP, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  };
  server.get('/staff/pairing', async (request, reply) => {
    const language = (request.query as { lang?: unknown }).lang === 'en' ? 'en' : 'es';
    return reply.headers(headers).type('text/html; charset=utf-8').send(render(deps, language));
  });
  server.get('/staff/pairing.js', async (_request, reply) =>
    reply.headers(headers).type('text/javascript; charset=utf-8').send(script),
  );
}

function render({ catalogue, texts }: PairingPageDeps, language: Language): string {
  const say = (key: string): string => texts.say(language, `pairing_page.${key}`).text;
  const told = JSON.stringify(Object.fromEntries(KEYS.map(key => [key, say(key)])));
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${say('title')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/staff/pairing.js"></script>
<script type="application/json" id="texts">${{ html: told.replaceAll('<', '\\u003c') }}</script>
</head>
<body>
<header><h1>${catalogue.centre.name[language]}</h1></header>
<main class="sheet">
<h2>${say('title')}</h2>
<p>${say('lead')}</p>
<form id="ask">
<label for="key">${say('key')}</label>
<input id="key" type="password" required autocomplete="off" maxlength="200">
<button>${say('show')}</button>
</form>
<p id="state" role="status"></p>
<p id="how" hidden>${say('how')}</p>
<img id="code" alt="${say('code')}" width="320" height="320" hidden>
</main>
</body>
</html>
`.html;
}
