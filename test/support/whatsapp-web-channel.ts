import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Channel, InboundMessage, OutboundMessage, Receipt } from '../../src/channels/channel.ts';
import type { Standing } from '../../src/channels/standing.ts';
import { openWhatsAppWeb, type WhatsAppWebDeps } from '../../src/channels/whatsapp-web/whatsapp-web.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { browserProgram } from './browser.ts';
import { eventually } from './running-desk.ts';
import type { WhatsAppWebStandIn } from './whatsapp-web-stand-in.ts';

/** The optional package these tests need and how a machine gets it; null: it is here. */
export function missingWhatsAppWeb(): string | null {
  const isHere = existsSync(path.join(PROJECT_ROOT, 'node_modules', 'whatsapp-web.js', 'package.json'));
  return isHere ? null : 'whatsapp-web.js: npm ci --include=optional';
}

/** The settings that switch the channel on against a stand-in. */
export async function whatsappWebSettings({ url }: Pick<WhatsAppWebStandIn, 'url'>) {
  return {
    ...{ WHATSAPP_WEB: 'on', WHATSAPP_WEB_BROWSER: await browserProgram(), WHATSAPP_WEB_API_URL: url },
    // One process less to start; without a sandbox only, which an ordinary user's browser would have.
    WHATSAPP_WEB_BROWSER_ARGS: '--no-sandbox --no-zygote',
  };
}

/** A channel in a browser of its own, and what it brought. */
export interface OpenWeb {
  channel: Channel;
  messages: InboundMessage[];
  receipts: Receipt[];
  lines: string[];
  dataDir: string;
  standing(): Promise<Standing | null>;
  /** Waits until the session stands so. */
  until(state: Standing['state']): Promise<Standing>;
}

/** What a channel in a test is opened with; a session that was left is taken up by `dataDir` and `marks`. */
export interface WebOptions extends Partial<WhatsAppWebDeps> {
  marks?: Map<string, string>;
  receive?: (messages: InboundMessage[]) => Promise<void>;
  isOurs?: () => boolean;
}

/** Opens and connects it. */
export async function connectWeb(standIn: WhatsAppWebStandIn, options: WebOptions = {}): Promise<OpenWeb> {
  const { marks = new Map<string, string>(), receive, isOurs, ...more } = options;
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'whatsapp-web-'));
  const lines: string[] = [];
  const channel = openWhatsAppWeb(await whatsappWebSettings(standIn), {
    ...{ dataDir, now: () => new Date(), timer: later },
    bookmarks: {
      read: async name => marks.get(name) ?? null,
      write: async (name, value) => void marks.set(name, value),
    },
    log: pino({}, { write: (line: string) => lines.push(line) }),
    ...more,
  });
  const [messages, receipts]: [InboundMessage[], Receipt[]] = [[], []];
  await channel.connect?.(async (came, told) => {
    await receive?.(came);
    messages.push(...came);
    receipts.push(...told);
  }, isOurs);
  const standing = async () => (await channel.standing?.()) ?? null;
  const until: OpenWeb['until'] = state =>
    eventually(async () => {
      const found = await standing();
      return found?.state === state && found;
    }, 90_000);
  return { channel, messages, receipts, lines, dataDir, standing, until };
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Opens it and pairs it with the telephone. */
export async function pairedWeb(standIn: WhatsAppWebStandIn, options: WebOptions = {}): Promise<OpenWeb> {
  const open = await connectWeb(standIn, options);
  await open.until('pairing');
  standIn.scan();
  await open.until('paired');
  return open;
}

/** Something to send. */
export function webOutbound(more: Partial<OutboundMessage> = {}, text = 'hola'): OutboundMessage {
  return {
    ...{ id: 'out-1', account: '', address: '+50760000001', asks: 'none' as const, form: 'free' as const },
    ...{ part: { text, choices: [] }, class: 'reply' as const },
    ...more,
  };
}
