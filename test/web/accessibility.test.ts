import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type PageServer, startPages } from '../support/page-server.ts';
import { newCase } from '../support/store.ts';
import { say } from '../support/web-desk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHECK = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
  result => ({ passes: result.passes.length, violations: result.violations.map(({ id, nodes }) =>
    id + ': ' + nodes.map(node => node.target).join(' | ') + ' ' + nodes[0].failureSummary) }))`;

let browser: Browser;
let pages: PageServer;

beforeAll(async () => {
  browser = await openBrowser();
  const choices = [{ label: 'Sí', value: 'yes' }];
  const c = newCase({ question: '¿De qué color es la casa?' });
  pages = await startPages({
    script: () => [say('¿Está bien?', choices)],
    lookByPin: async () => ({ case: c }),
  });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await pages.stop();
});

/** The page with everything on it: both sides, live and dead choices, a waiting line, a file, both notes. */
async function fill(page: Page): Promise<void> {
  for (const text of ['hola', 'sí']) {
    await page.fill('#text', text);
    await page.press('#text', 'Enter');
    await page.locator('.choices button:enabled').waitFor();
  }
  await page.route('**/chat/messages', route => route.abort());
  const file = { name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no') };
  await page.locator('#choose').setInputFiles(file);
  await page.locator('#note').waitFor();
  await page.route('**/chat/media', () => {});
  await page.locator('#choose').setInputFiles(file);
  await page.locator('#file').waitFor();
  await page.evaluate("document.getElementById('note').hidden = false");
  await page.evaluate("document.getElementById('state').hidden = false");
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const result = (await page.evaluate(CHECK)) as { passes: number; violations: string[] };
  expect(result.passes).toBeGreaterThan(10);
  return result.violations;
}

it.each([
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 1280, height: 800 }],
  ['light', { width: 320, height: 640 }],
  ['dark', { width: 320, height: 640 }],
] as const)('breaks no rule of WCAG 2.2 A and AA in %s on %o', async (colorScheme, viewport) => {
  const context = await browser.newContext({ colorScheme, viewport });
  const page = await context.newPage();
  await page.goto(pages.url);
  expect(await violations(page)).toEqual([]);
  await fill(page);
  expect(await violations(page)).toEqual([]);
  await page.locator('#language').click();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${pages.url}/caso`);
  expect(await violations(page)).toEqual([]);
  await page.fill('#number', '311-000-000-000');
  await page.fill('#pin', '1234');
  await page.locator('.sheet button').click();
  await page.getByText('¿De qué color es la casa?').waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
});
