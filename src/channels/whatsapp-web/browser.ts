import { existsSync, lstatSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

const USUAL = [
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable'],
  ...['/usr/bin/google-chrome', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a browser at one of its usual places; null: there is none. */
export function findBrowser(): string | null {
  return USUAL.find(place => existsSync(place)) ?? null;
}

const ARGS = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** How the browser is started: `words` of the office's own, `url` a server in the place of WhatsApp's. */
export function argsOf({
  words = '',
  url,
}: {
  words?: string | undefined;
  url?: string | undefined;
}): string[] {
  const { host } = new URL(url ?? 'https://web.whatsapp.com');
  return [
    ...ARGS,
    // The system's administrator has no sandbox of their own to give away.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(url === undefined ? [] : [`--host-resolver-rules=MAP web.whatsapp.com ${host}`]),
    ...words.split(/\s+/).filter(word => word !== ''),
  ];
}

const LOCKS = ['SingletonLock', 'SingletonSocket', 'SingletonCookie'];

/**
 * Takes the mark of a browser that is gone off a profile: one that was killed leaves it, and so does one that ran in a
 * container of another name, and the next browser would refuse the profile. A browser that lives keeps it.
 */
export function unlockProfile(folder: string): void {
  const lock = path.join(folder, 'SingletonLock');
  if (!lstatSync(lock, { throwIfNoEntry: false })) return;
  // `host-4711`
  const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(lock)) ?? [];
  if (host === hostname() && isAlive(Number(pid))) return;
  for (const name of LOCKS) rmSync(path.join(folder, name), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
