import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../support/running-desk.ts';
import {
  connectWeb,
  missingWhatsAppWeb,
  type OpenWeb,
  pairedWeb,
  webOutbound,
} from '../../support/whatsapp-web-channel.ts';
import {
  ANA,
  startWhatsAppWebStandIn,
  type WhatsAppWebStandIn,
} from '../../support/whatsapp-web-stand-in.ts';

const missing = missingWhatsAppWeb();

vi.setConfig({ testTimeout: 180_000 });

let page: WhatsAppWebStandIn;
let open: OpenWeb;
const marks = new Map<string, string>();
const PLACE = 'whatsapp-web place';

beforeEach(async () => {
  page = await startWhatsAppWebStandIn();
  marks.clear();
  open = await pairedWeb(page, { marks });
});

afterEach(async () => {
  await open.channel.close?.();
  await page.close();
});

/** The same desk, a while after it was left. */
async function again(meanwhile: () => void): Promise<void> {
  await open.channel.close?.();
  meanwhile();
  open = await connectWeb(page, { marks, dataDir: open.dataDir });
}

const texts = () => open.messages.map(({ text }) => text);
const heard = (text: string) => eventually(async () => texts().includes(text));

describe.skipIf(missing)(`what came while nobody was here (${missing ?? 'here'})`, () => {
  it('reads a chat on to where it was left, however much was written', async () => {
    const written = Array.from({ length: 320 }, (_, i) => `n.º ${i}`);
    await again(() => {
      const t = Math.floor(Date.now() / 1_000);
      for (const [i, text] of written.entries()) page.says(text, { t: t + i });
    });
    await heard('n.º 319');
    expect(texts()).toEqual(written);
  });

  it('reads the other chats when one cannot be read, and that one when it can', async () => {
    const before = Number(marks.get(PLACE));
    await again(() => {
      page.past.set(ANA, 'broken');
      page.says('de Ana', { t: before + 100 });
      page.says('de Beto', { chat: '50760000002@c.us', t: before + 200 });
    });
    await heard('de Beto');
    page.says('ahora', { chat: '50760000003@c.us', t: before + 300 });
    await heard('ahora');
    expect(texts()).not.toContain('de Ana');
    expect(Number(marks.get(PLACE))).toBe(before);
    expect(open.lines.join('')).toContain('not_read');
    page.past.delete(ANA);
    await heard('de Ana');
    await eventually(async () => Number(marks.get(PLACE)) === before + 300);
    expect(texts()).toEqual(['de Beto', 'ahora', 'de Ana']);
  });

  it('does not wait for a chat whose past never comes', async () => {
    await again(() => {
      page.past.set(ANA, 'hang');
      page.says('de Ana');
      page.says('de Beto', { chat: '50760000002@c.us' });
    });
    await heard('de Beto');
    expect(texts()).toEqual(['de Beto']);
  });

  it('asks again for a message that the library tells without saying which it is', async () => {
    await eventually(async () => marks.has(PLACE));
    page.says('sin seña', { isNameless: true });
    await heard('sin seña');
    expect(open.lines.join('')).toContain('"code":"unreadable"');
    expect(open.lines.join('')).not.toContain('seña');
  });

  it('hears of ticks that came while nobody was there', async () => {
    const sent = await open.channel.send?.(webOutbound());
    await again(() => page.ticks(sent?.providerId ?? '', 3));
    await eventually(async () => open.receipts.length > 0);
    expect(open.receipts[0]).toMatchObject({ providerId: sent?.providerId, state: 'read' });
  });
});
