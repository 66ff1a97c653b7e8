import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Language, Texts } from '../texts.ts';
import { escapeHtml } from './html.ts';

/** What the page is made of. */
export interface PageDeps {
  catalogue: Catalogue;
  texts: Texts;
}

/** What the pages may load: their own files, and pictures the citizen has just chosen. */
export const PAGE_CSP = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"],
  ...["img-src 'self' blob: data:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ');

/** The sentences of the chat's page, without their prefix `page.`. */
const PAGE_KEYS = [
  ...['language', 'language_label', 'emergency', 'call_911', 'log', 'welcome', 'privacy', 'case_link'],
  ...[
    'no_script',
    'write',
    'send',
    'photo',
    'photo_place',
    'location',
    'remove',
    'uploading',
    'offline',
    'sending',
  ],
  ...['attachment', 'citizen', 'bot', 'person', 'refused', 'too_large', 'wrong_type', 'no_location'],
];

/** The keys of every sentence on the chat's page. */
export function pageTextKeys(): string[] {
  return PAGE_KEYS.map(key => `page.${key}`);
}

/** The page of the web chat and its files, read once and served from memory. */
export function pageRoutes(server: FastifyInstance, deps: PageDeps): void {
  const files: [url: string, type: string, body: string][] = [
    ['/', 'text/html; charset=utf-8', renderPage(deps)],
    ['/page.css', 'text/css; charset=utf-8', slim(source('page.css'))],
    ['/page.js', 'text/javascript; charset=utf-8', slim(source('page.js'))],
    ['/talk.js', 'text/javascript; charset=utf-8', slim(source('talk.js'))],
  ];
  for (const [url, type, body] of files) {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    server.get(url, async (request, reply) => serve(request, reply, { type, body, etag }));
  }
}

function serve(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, etag }: { type: string; body: string; etag: string },
): FastifyReply {
  reply.headers({
    'content-security-policy': PAGE_CSP,
    'cache-control': 'no-cache',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
    etag,
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(type).send(body);
}

function source(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'page', name), 'utf8');
}

/** Without comments on lines of their own and without indentation: a citizen pays for every byte. */
function slim(text: string): string {
  return text.replace(/^ *(\/\/.*|\/\*\*((?!\*\/)[\s\S])*\*\/ *)$/gm, '').replace(/\n\s+/g, '\n');
}

/** The page in Spanish, with its sentences in both languages as data for the page's own language button. */
function renderPage({ catalogue, texts }: PageDeps): string {
  const es = sentences('es', catalogue, texts);
  const en = sentences('en', catalogue, texts);
  const json = JSON.stringify({ es, en }).replaceAll('<', '\\u003c');
  // A telephone that is not asked for HEIC hands over a JPEG, which every office can open.
  const accept = catalogue.centre.limits.mediaTypes.filter(type => !/^image\/hei[cf]$/.test(type)).join(',');
  return source('index.html')
    .replace(/\{\{(\w+)\}\}/g, (hole, name: string) => {
      const values: Record<string, string> = { ...es, accept };
      return values[name] === undefined ? hole : escapeHtml(values[name]);
    })
    .replace('"{{json}}"', () => json);
}

function sentences(language: Language, catalogue: Catalogue, texts: Texts): Record<string, string> {
  const mb = Math.floor(catalogue.centre.limits.mediaBytes / 1024 / 1024);
  const pairs = PAGE_KEYS.map(key => [key, texts.say(language, `page.${key}`, { mb }).text]);
  return { ...Object.fromEntries(pairs), office: catalogue.centre.name[language] };
}
