import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type DirectLine, startDirectLine } from '../support/direct-line.ts';
import { BRINGS_PEERS, peerFile } from '../support/peers.ts';
import { brokenPromises, eventually } from '../support/running-desk.ts';
import { type SignedBot, startSignedBot } from '../support/signed-bot.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const script = peerFile('dist', 'webchat.js');
const directLine = peerFile('offline-directline', 'dist', 'bridge.js');

describe.skipIf(!script || !directLine)(
  `the desk in Microsoft’s Web Chat (${BRINGS_PEERS} brings it)`,
  () => {
    let browser: Browser;
    let bot: SignedBot;
    let line: DirectLine;
    let page: Page;
    /** Scripts that failed inside the page. */
    const wrong: string[] = [];

    beforeAll(async () => {
      browser = await openBrowser();
    }, 60_000);
    afterAll(() => browser?.close());

    beforeEach(async () => {
      bot = await startSignedBot();
      line = await startDirectLine(bot.proxy.url, directLine ?? '', script ?? '');
      page = await browser.newPage({ locale: 'es-PA' });
      page.on('pageerror', error => wrong.push(error.message));
      // What is written before it asks for news is lost.
      const asks = page.waitForResponse(answer => answer.url().includes('/activities'), { timeout: 50_000 });
      await page.goto(line.page);
      await asks;
    }, 60_000);

    afterEach(async () => {
      await page.close();
      await line.close();
      await bot.stop();
      expect(await brokenPromises(bot.desk.settings)).toEqual([]);
      expect(wrong.splice(0)).toEqual([]);
      expect(new Set(bot.proxy.answers)).toEqual(new Set([200]));
    });

    const box = () => page.getByRole('textbox');
    const write = async (text: string): Promise<void> => {
      await box().fill(text);
      await box().press('Enter');
    };
    const bubbles = () => page.locator('.webchat__bubble__content').allTextContents();
    const shows = (words: RegExp | string) =>
      eventually(async () => (await bubbles()).find(text => text.match(words)), 30_000);

    /** Files a report as somebody does who sees the page: words, a button. */
    async function file(): Promise<string> {
      await write(LEAK);
      await shows(/Lugar:/);
      await page.locator('button.ac-pushButton', { hasText: 'Sí, enviar' }).click();
      return (await shows(/311(-\d{3}){3}/)).match(/311(-\d{3}){3}/)?.[0] ?? '';
    }

    /** The next bubble after something was done elsewhere. */
    async function next(act: () => Promise<unknown>): Promise<string> {
      const before = (await bubbles()).length;
      await act();
      return eventually(async () => (await bubbles())[before], 30_000);
    }

    it('takes a report down by words and a tapped button, and shows its change by itself', async () => {
      const number = await file();
      // What was tapped stands there as the citizen's own words.
      expect((await bubbles()).map(text => text.trim())).toContain('Sí, enviar');
      const change = { status: 'in_progress' };
      expect(await next(() => bot.desk.api('POST', `/cases/${number}/status`, change))).toContain(number);
      const asked = (await bubbles()).length;
      expect(await next(() => write('mis casos'))).toMatch(/^mis casos\s*$/);
      expect(await eventually(async () => (await bubbles())[asked + 1], 30_000)).toContain(number);
    }, 90_000);

    it('shows what an office wrote as it was written, and never as a page', async () => {
      const number = await file();
      const note = 'Va *hoy* <img src=x onerror="document.title=1"> <a href="https://evil.example">aquí</a>';
      const change = { status: 'in_progress', note };
      expect(await next(() => bot.desk.api('POST', `/cases/${number}/status`, change))).toContain(note);
      expect(await page.title()).toBe('311');
      expect(await page.locator('.webchat__bubble__content img, .webchat__bubble__content a').count()).toBe(
        0,
      );
    }, 90_000);
  },
);
