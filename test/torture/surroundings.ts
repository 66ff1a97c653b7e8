import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';
import { createLedger } from './ledger.ts';
import { startPlatforms, TEMPLATES } from './platforms.ts';
import type { World } from './world.ts';

/** What a world is opened around. */
export interface Surroundings {
  seed: number;
  /** Where citizens, operators and platforms call the service. */
  url: string;
  /** The run ends. */
  ending: AbortSignal;
  /** The platforms'; theirs stands as far ahead as the service's. */
  clock?: { aheadMs: number };
  /** Waits are being measured from the beginning. */
  measured?: boolean;
}

/** The world around a service, whose platforms are open until `platforms.close()`. */
export async function openWorld({
  seed,
  url,
  ending,
  clock = { aheadMs: 0 },
  measured = false,
}: Surroundings): Promise<World> {
  const telephones: World['telephones'] = new Map();
  const now = (): Date => new Date(Date.now() + clock.aheadMs);
  const platforms = await startPlatforms(url, now, shown => telephones.get(shown.to)?.(shown));
  return {
    ...{ seed, url, platforms, telephones, ending, measured, repeats: new Map(), ledger: createLedger() },
    ...{ key: 'an-operator-key-for-torture-0123456789', released: new Set(), filed: [] },
  };
}

/** What a service in this world is started with; `more` comes last. */
export function environmentOf(
  folder: string,
  { key, platforms }: World,
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    ...{ PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: path.join(tmpdir(), 'torture-compiled') },
    ...{ DATA_DIR: folder, CONFIG_DIR: configIn(folder), API_KEY: key, QUIET_GAP_MS: '150' },
    ...{ LOG_LEVEL: 'warn', ...platforms.settings, ...more },
  };
}

/** The shipped configuration, and a template, in a data folder; news goes out at night too, or a run at night would miss it. */
export function configIn(folder: string): string {
  const config = path.join(folder, 'config');
  cpSync(path.join(PROJECT_ROOT, 'config'), config, { recursive: true });
  writeFileSync(path.join(config, 'templates.yaml'), TEMPLATES);
  const notices = path.join(config, 'notices.yaml');
  const awake = readFileSync(notices, 'utf8').replace(/^quietHours:.*$/m, 'quietHours: null');
  writeFileSync(notices, awake);
  return config;
}
