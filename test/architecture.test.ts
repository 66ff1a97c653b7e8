import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';

const SRC = path.join(PROJECT_ROOT, 'src');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => name.replaceAll(path.sep, '/'));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const IMPORTS: Import[] = FILES.flatMap(from => importsOf(from));

function importsOf(from: string): Import[] {
  const text = readFileSync(path.join(SRC, from), 'utf8');
  const pattern =
    /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm;
  return [...text.matchAll(pattern)].map(match => {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    const to = target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target;
    return { from, to, typeOnly: match[1] !== undefined };
  });
}

/** The room a file is in: its folder under `src`, or its own name for files at the top. */
function room(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file;
}

const isOurs = (file: string): boolean => FILES.includes(file);
const PORTS = [
  'channels/channel.ts',
  'storage/store.ts',
  'storage/queries.ts',
  'queue/queue.ts',
  'nlu/classifier.ts',
];

/** Which rooms a room may take values from; types and the ports are open to all. */
const ALLOWED: Record<string, string[]> = {
  'main.ts': ['commands', 'channels', 'config.ts', 'errors.ts'],
  commands: [
    'app.ts',
    'config.ts',
    'errors.ts',
    'running.ts',
    'commands',
    'keyring.ts',
    'vault.ts',
    'storage',
    'cases',
    'wiring',
  ],
  api: ['api', 'http.ts', 'dialogs', 'cases', 'catalogue', 'channels', 'errors.ts'],
  web: ['web', 'http.ts', 'dialogs', 'cases', 'catalogue', 'channels', 'errors.ts'],
  dialogs: ['dialogs', 'cases', 'nlu', 'catalogue', 'errors.ts'],
  cases: ['cases', 'catalogue', 'errors.ts'],
  nlu: ['nlu', 'catalogue', 'errors.ts'],
  catalogue: ['catalogue', 'errors.ts'],
  channels: ['channels', 'errors.ts', 'http.ts'],
  queue: ['queue', 'errors.ts'],
  storage: ['storage', 'errors.ts', 'vault.ts'],
  'texts.ts': ['errors.ts', 'channels', 'catalogue'],
  wiring: [
    ...['wiring', 'api', 'web', 'cases', 'catalogue', 'channels', 'dialogs', 'nlu', 'queue', 'storage'],
    ...['errors.ts', 'operations.ts', 'running.ts', 'texts.ts'],
  ],
  'running.ts': [],
  'vault.ts': ['errors.ts', 'keyring.ts'],
  'keyring.ts': ['errors.ts'],
  'config.ts': ['errors.ts'],
  'operations.ts': ['http.ts'],
  'http.ts': ['errors.ts'],
  'log.ts': ['errors.ts'],
  'errors.ts': [],
};

/** The one home of each SDK. */
const HOMES: Record<string, RegExp> = {
  twilio: /^channels\/sms\//,
  botbuilder: /^channels\/bot-framework\/client\.ts$/,
  imapflow: /^channels\/email\/mailbox\.ts$/,
  nodemailer: /^channels\/email\/transport\.ts$/,
  mailparser: /^channels\/email\/(header|words)\.ts$/,
  'twitter-api-v2': /^channels\/x\/client\.ts$/,
  'whatsapp-web.js': /^channels\/whatsapp-web\/client\.ts$/,
  uqr: /^api\/pairing\.ts$/,
  telegraf: /^channels\/telegram\/client\.ts$/,
  bullmq: /^queue\/bullmq/,
  ioredis: /^queue\/bullmq\//,
  fastify: /^(http|app)\.ts$|^api\/|^web\/|^channels\/webhook-routes\.ts$/,
  'node:sqlite': /^storage\//,
  mongoose: /^storage\/mongo\/(connection|schemas)\.ts$/,
  yaml: /^(catalogue\/|texts\.ts)/,
  'prom-client': /^metrics\.ts$/,
  pino: /^app\.ts$|^log\.ts$/,
};

describe('the arrows of the house', () => {
  const rooms = [...new Set(FILES.map(room))].filter(name => name !== 'app.ts');

  it.each(rooms)('%s takes values only from the rooms it may know', name => {
    const allowed = ALLOWED[name] ?? [];
    const strangers = IMPORTS.filter(({ from, to, typeOnly }) => {
      if (room(from) !== name || typeOnly || !isOurs(to) || PORTS.includes(to)) return false;
      return !allowed.includes(room(to));
    });
    expect(strangers).toEqual([]);
  });

  it('keeps a channel to its contract, its errors and its SDK', () => {
    const channels = IMPORTS.filter(({ from }) => /^channels\/[^/]+\//.test(from) && isOurs(from));
    const allowed =
      /^(channels\/(api-address|bookmarks|channel|gsm7|connection|fetch-file|json|opt-out-words|pause|same-secret|spend|split|standing|templates|timeout)\.ts|errors\.ts|channels\/meta\/.+)$/;
    const strangers = channels.filter(({ from, to }) => {
      // Two roads of Twilio share its API and its signature.
      if (from.startsWith('channels/whatsapp-twilio/') && to.startsWith('channels/sms/')) return false;
      return isOurs(to) && !allowed.test(to) && path.posix.dirname(from) !== path.posix.dirname(to);
    });
    expect(strangers).toEqual([]);
  });

  it.each(Object.entries(HOMES))('gives %s one home', (sdk, home) => {
    const users = IMPORTS.filter(({ from, to, typeOnly }) => to === sdk && !typeOnly && !home.test(from));
    expect(users).toEqual([]);
  });

  it('reads words without knowing what the talk does with them', () => {
    const strangers = IMPORTS.filter(({ from, to, typeOnly }) => {
      if (!from.startsWith('dialogs/words/') || typeOnly || !isOurs(to)) return false;
      return to.startsWith('dialogs/') && !to.startsWith('dialogs/words/');
    });
    expect(strangers).toEqual([]);
  });

  it('has no cycle of values', () => {
    expect(findCycle(IMPORTS.filter(({ to, typeOnly }) => !typeOnly && isOurs(to)))).toBeNull();
  });

  it('keeps ports free of values', () => {
    for (const port of PORTS) {
      const text = readFileSync(path.join(SRC, port), 'utf8');
      expect(text, port).not.toMatch(/^export (const|function|class|let)/m);
    }
  });

  it('reads the environment, the clock and chance in one place each', () => {
    const at = (pattern: RegExp): string[] => FILES.filter(file => pattern.test(code(file)));
    expect(at(/process\.env/)).toEqual(['config.ts']);
    expect(at(/Date\.now\(|new Date\(\)/).filter(file => file !== 'app.ts')).toEqual([]);
    expect(at(/Math\.random\(|randomUUID\(/).filter(file => file !== 'app.ts')).toEqual([]);
  });

  it('has no room for odds and ends', () => {
    expect(
      FILES.filter(file => /(^|\/)(utils?|helpers?|common|shared|core|lib|types)(\/|\.ts)/.test(file)),
    ).toEqual([]);
  });

  it('keeps every file below 300 lines', () => {
    const long = FILES.filter(file => readFileSync(path.join(SRC, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('has no any, no console and no mutable state in modules', () => {
    expect(
      FILES.filter(file => /(: any\b|<any>|as any\b)|console\.|^(export )?let /m.test(code(file))),
    ).toEqual([]);
  });
});

it('has no expression that minds the case in a part of it only', () => {
  // V8 then reads the words before that part by their case too, once a process has compiled so many expressions
  // that it optimises no more of them.
  expect(FILES.filter(file => /\(\?[ims]*-?[ims]+:/.test(code(file)))).toEqual([]);
});

/** A file's text without comments. */
function code(file: string): string {
  return readFileSync(path.join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

function findCycle(imports: Import[]): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { to } of imports.filter(({ from }) => from === file)) {
      const cycle = visit(to, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of FILES) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}
