import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.ts';
import { createServer } from '../../src/http.ts';
import { pageRoutes } from '../../src/web/page-routes.ts';
import { realTexts } from '../support/page-texts.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

let server: FastifyInstance;

beforeAll(async () => {
  server = createServer({ log: { error: () => {} } as never, trustProxy: 0 });
  const whole = smallCatalogue();
  const name = { es: 'Oficina </script><b>& más', en: 'Office' };
  const catalogue = { ...whole, centre: { ...whole.centre, name } };
  pageRoutes(server, { catalogue, texts: await realTexts() });
});

it('is small enough for a cheap telephone', async () => {
  const size = async (url: string) => (await server.inject(url)).rawPayload.length;
  expect((await size('/page.js')) + (await size('/talk.js'))).toBeLessThanOrEqual(12 * 1024);
  expect(await size('/page.css')).toBeLessThanOrEqual(8 * 1024);
  expect(await size('/')).toBeLessThanOrEqual(10 * 1024);
});

it('asks a telephone for no HEIC, so that it hands over a JPEG', async () => {
  const whole = smallCatalogue();
  const limits = {
    ...whole.centre.limits,
    mediaTypes: ['image/jpeg', 'image/heic', 'image/heif', 'video/mp4'],
  };
  const catalogue = { ...whole, centre: { ...whole.centre, limits } };
  const taking = createServer({ log: { error: () => {} } as never, trustProxy: 0 });
  pageRoutes(taking, { catalogue, texts: await realTexts() });
  const { body } = await taking.inject('/');
  expect(/accept="([^"]*)"/.exec(body)?.[1]).toBe('image/jpeg,video/mp4');
});

it('loads nothing from elsewhere and runs no inline script', async () => {
  const { body, headers } = await server.inject('/');
  const policy = String(headers['content-security-policy']);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toContain('unsafe');
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(body).not.toMatch(/ on\w+=| style=/);
});

it('is not asked for twice: the second request is answered 304', async () => {
  for (const url of ['/', '/page.js', '/talk.js', '/page.css']) {
    const { headers } = await server.inject(url);
    const again = await server.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(headers['cache-control']).toBe('no-cache');
  }
});

it('names the office as text, also in its data', async () => {
  const { body } = await server.inject('/');
  expect(body).toContain('Oficina &lt;/script&gt;&lt;b&gt;&amp; más');
  expect(body).not.toContain('</script><b>');
  const data = /<script type="application\/json" id="texts">(.*?)<\/script>/s.exec(body)?.[1] ?? '';
  expect(JSON.parse(data).es.office).toBe('Oficina </script><b>& más');
  expect(body).not.toContain('{{');
});

it('says where to turn without JavaScript, and always where to call in danger', async () => {
  const { body } = await server.inject('/');
  expect(body).toContain('<html lang="es">');
  expect(body).toMatch(/<noscript>.*href="tel:311".*href="\/caso".*<\/noscript>/s);
  expect(body).toContain('href="tel:911"');
});

it('has no type error in its scripts', { timeout: 60_000 }, () => {
  const tsc = path.join(PROJECT_ROOT, 'node_modules', '.bin', 'tsc');
  const { status, stdout } = spawnSync(tsc, ['-p', 'src/web/page'], { cwd: PROJECT_ROOT, encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
});
