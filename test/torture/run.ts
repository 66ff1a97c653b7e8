import { mkdtempSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding } from '../../src/storage/verify.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../support/twilio-stand-in.ts';
import { checkAll, type Held } from './checks.ts';
import { type Crowd, gather } from './citizen.ts';
import { collect, databaseIn, verifyWith } from './evidence.ts';
import { type Kill, killAll, waitForDrain } from './kills.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { staff } from './operator.ts';
import { planOf } from './plan.ts';
import type { Home } from './process.ts';
import type { Weather } from './storms.ts';
import type { World } from './world.ts';

/** What a run is asked for. */
export interface Order {
  seed: number;
  kills: number;
  crowd: Crowd;
  /** How long each kind of weather lasts, as a share of its usual length; 0: none. */
  weather: number;
  /** Told of every kill. */
  say: (line: string) => void;
}

/** Everything a run came to. */
export interface Outcome {
  order: Order;
  folder: string;
  kills: Kill[];
  /** Kills that struck nothing, and so do not count. */
  idle: number;
  ledger: Ledger;
  weather: Weather[];
  /** From the last kill until everything was taken up and sent, ms; null: it was not within the bound. */
  drainMs: number | null;
  held: Held[];
  verified: Finding[];
  seconds: number;
  cases: number;
  accepted: number;
}

/** Runs the plan of a seed against a fresh data folder and looks at what is left. */
export async function torture(order: Order): Promise<Outcome> {
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'torture-'));
  const clock = { aheadMs: 0 };
  const standIn = await startTwilioStandIn({
    ...{ receipts: ['sent', 'delivered'], now: () => new Date(Date.now() + clock.aheadMs) },
  });
  const port = await freePort();
  const ended = new AbortController();
  const world = worldOf(order, standIn, `http://127.0.0.1:${port}`, ended.signal);
  const home: Home = { folder, env: environment(folder, port, world) };
  try {
    const people = Promise.all([gather(world, order.crowd), staff(world)]);
    const lives = planOf(order.seed, order.kills);
    const killed = await killAll({ world, home, lives, clock, order, database: databaseIn(folder) });
    ended.abort();
    await people;
    const { drainMs } = await waitForDrain(killed.last, databaseIn(folder), world);
    const cutCalls = killed.kills.reduce((sum, { undone }) => sum + undone.sending, 0);
    const evidence = await collect(world, folder, cutCalls);
    await killed.last.stop();
    return {
      ...{ order, folder, drainMs, ...killed, ledger: world.ledger },
      ...{ held: checkAll(evidence), verified: await verifyWith(folder, world.ledger.said) },
      ...{ seconds: (performance.now() - began) / 1_000, cases: evidence.cases.length },
      accepted: evidence.accepted.length,
    };
  } finally {
    ended.abort();
    await standIn.close();
  }
}

function worldOf(order: Order, standIn: TwilioStandIn, url: string, ending: AbortSignal): World {
  standIn.options.webhookUrl = `${url}/channels/sms/webhook`;
  const telephones: World['telephones'] = new Map();
  const { messages } = standIn;
  const push = messages.push.bind(messages);
  messages.push = (...more) => {
    for (const { direction, to, body, outboundId } of more) {
      if (direction === 'outbound-api') telephones.get(to)?.({ text: body, outboundId });
    }
    return push(...more);
  };
  return {
    ...{ seed: order.seed, url, standIn, telephones, ending, key: 'an-operator-key-for-torture-0123456789' },
    ...{ ledger: createLedger(), released: new Set(), filed: [] },
  };
}

function environment(folder: string, port: number, { key, standIn }: World): Record<string, string> {
  const { accountSid, authToken, number } = standIn.options;
  return {
    ...{ PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: path.join(tmpdir(), 'torture-compiled') },
    ...{ PORT: String(port), DATA_DIR: folder, API_KEY: key, QUIET_GAP_MS: '150', LOG_LEVEL: 'warn' },
    ...{ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: number },
    TWILIO_API_URL: standIn.url,
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
