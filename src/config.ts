import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { ConfigError, type Problem } from './errors.ts';

/** The folder the project lies in; relative settings start here, never at the caller's folder. */
export const PROJECT_ROOT = path.resolve(import.meta.dirname, '..');

/** Everything that can be set from outside, parsed. Secrets stay out of logs: never print this whole. */
export interface Settings {
  port: number;
  host: string;
  /** What providers and citizens see, without a slash at the end; null: made of host and port once bound. */
  publicUrl: string | null;
  dataDir: string;
  configDir: string;
  storeUrl: string;
  queueUrl: string;
  role: string;
  keyringFile: string;
  apiKey: string | null;
  /** Overrides the quiet gap of every chat channel. */
  quietGapMs: number | null;
  logLevel: string;
  /** How many proxies of one's own stand in front; 0: none. */
  trustProxy: number;
  /** Settings of channels by name, those that are present. */
  channels: ReadonlyMap<string, string>;
}

/** Where settings come from: the process's environment, and the file that fills what it leaves open. */
export interface Sources {
  env?: Record<string, string | undefined>;
  /** Path of the `.env` file, or null for none. */
  file?: string | null;
  /** What channels find wrong in their settings, named together with the rest. */
  channelProblems?: (channels: ReadonlyMap<string, string>) => Problem[];
  /** What channels find wrong in the role: the name of one that holds a session is a role. */
  roleProblems?: (role: string, channels: ReadonlyMap<string, string>) => Problem[];
}

/** Reads settings from the environment and the project's `.env`. Throws `ConfigError` naming every problem. */
export function readSettings({
  env = process.env,
  file = path.join(PROJECT_ROOT, '.env'),
  channelProblems = () => [],
  roleProblems = () => [],
}: Sources = {}): Settings {
  const problems: Problem[] = [];
  const values = collect(env, file, problems);
  const read = reader(values, problems);
  const dataDir = read('DATA_DIR', fromRoot) ?? path.join(PROJECT_ROOT, 'data');
  const settings: Settings = {
    port: read('PORT', wholeNumber(0, 65_535)) ?? 3110,
    host: read('HOST', nonEmpty) ?? '127.0.0.1',
    publicUrl: read('PUBLIC_URL', webAddress) ?? null,
    dataDir,
    configDir: read('CONFIG_DIR', fromRoot) ?? path.join(PROJECT_ROOT, 'config'),
    storeUrl: read('STORE_URL', storeUrl) ?? `sqlite:${path.join(dataDir, 'ventanilla.db')}`,
    queueUrl: read('QUEUE_URL', queueUrl) ?? 'memory:',
    role: read('ROLE', nonEmpty) ?? 'all',
    keyringFile: read('KEYRING_FILE', fromRoot) ?? path.join(dataDir, 'keyring'),
    apiKey: read('API_KEY', atLeast(32)) ?? null,
    quietGapMs: read('QUIET_GAP_MS', wholeNumber(0, 60_000)) ?? null,
    logLevel:
      read('LOG_LEVEL', oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent')) ?? 'info',
    trustProxy: read('TRUST_PROXY', proxies) ?? 0,
    channels: new Map(CHANNEL_SETTINGS.flatMap(name => pair(name, read(name, nonEmpty)))),
  };
  checkRole(settings, problems);
  problems.push(...channelProblems(settings.channels), ...roleProblems(settings.role, settings.channels));
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

const CORE_SETTINGS = [
  ...[
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'DATA_DIR',
    'CONFIG_DIR',
    'STORE_URL',
    'QUEUE_URL',
    'ROLE',
    'KEYRING_FILE',
  ],
  ...['API_KEY', 'QUIET_GAP_MS', 'LOG_LEVEL', 'TRUST_PROXY'],
];

/** Every setting a channel of this build reads; each channel declares which of them it needs. */
export const CHANNEL_SETTINGS = [
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_AUTH_TOKEN_SECONDARY',
  'TWILIO_SMS_FROM',
  'TWILIO_WHATSAPP_FROM',
  'TWILIO_API_URL',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'TELEGRAM_WEBHOOK_SECRET_SECONDARY',
  'TELEGRAM_API_URL',
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_APP_SECRET_SECONDARY',
  'WHATSAPP_VERIFY_TOKEN',
  'WHATSAPP_API_URL',
  'WHATSAPP_WEB',
  'WHATSAPP_WEB_BROWSER',
  'WHATSAPP_WEB_BROWSER_ARGS',
  'WHATSAPP_WEB_API_URL',
  'MESSENGER_PAGE_ID',
  'MESSENGER_ACCESS_TOKEN',
  'MESSENGER_APP_SECRET',
  'MESSENGER_APP_SECRET_SECONDARY',
  'MESSENGER_VERIFY_TOKEN',
  'MESSENGER_API_URL',
  'EMAIL_ADDRESS',
  'IMAP_URL',
  'SMTP_URL',
  'EMAIL_AUTHSERV_ID',
  'X_ACCOUNT_ID',
  'X_CONSUMER_KEY',
  'X_CONSUMER_SECRET',
  'X_CONSUMER_SECRET_SECONDARY',
  'X_ACCESS_TOKEN',
  'X_ACCESS_SECRET',
  'X_API_URL',
  'BOT_FRAMEWORK_APP_ID',
  'BOT_FRAMEWORK_APP_PASSWORD',
  'BOT_FRAMEWORK_APP_PASSWORD_SECONDARY',
  'BOT_FRAMEWORK_TENANT_ID',
  'BOT_FRAMEWORK_API_URL',
];

/** Names every setting known, for the check of `.env.example`. */
export const SETTING_NAMES = [...CORE_SETTINGS, ...CHANNEL_SETTINGS];

function collect(
  env: Record<string, string | undefined>,
  file: string | null,
  problems: Problem[],
): Map<string, string> {
  const fromFile = file === null ? {} : readEnvFile(file, problems);
  for (const name of Object.keys(fromFile)) checkName(name, problems);
  for (const name of Object.keys(env).filter(name => name.startsWith('VENTANILLA_')))
    checkName(name, problems);
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries({ ...fromFile, ...env })) {
    if (value !== undefined && value !== '') values.set(name, value);
  }
  for (const name of SETTING_NAMES) readSecretFile(name, values, problems);
  return values;
}

function readEnvFile(file: string, problems: Problem[]): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      problems.push({ where: file, reason: 'cannot be read; check its permissions' });
    }
    return {};
  }
}

function checkName(name: string, problems: Problem[]): void {
  const plain = name.replace(/_FILE$/, '');
  if (SETTING_NAMES.includes(name) || SETTING_NAMES.includes(plain)) return;
  const near = SETTING_NAMES.find(known => distance(known, name) <= 2 || known.startsWith(`${name}_`));
  if (near) problems.push({ where: name, reason: `unknown setting; did you mean ${near}?` });
  else if (name.startsWith('VENTANILLA_')) {
    problems.push({ where: name, reason: 'unknown setting; .env.example lists the known ones' });
  }
}

function readSecretFile(name: string, values: Map<string, string>, problems: Problem[]): void {
  if (name === 'KEYRING') return;
  const file = values.get(`${name}_FILE`);
  if (file === undefined || SETTING_NAMES.includes(`${name}_FILE`)) return;
  if (values.has(name)) {
    problems.push({ where: `${name}_FILE`, reason: `set either ${name} or ${name}_FILE, not both` });
    return;
  }
  try {
    values.set(name, readFileSync(fromRoot(file), 'utf8').trim());
  } catch {
    problems.push({ where: `${name}_FILE`, reason: 'names a file that cannot be read' });
  }
}

type Parser<T> = (value: string) => T | Refused;

class Refused {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

function reader(values: Map<string, string>, problems: Problem[]) {
  return <T>(name: string, parse: Parser<T>): T | null => {
    const value = values.get(name);
    if (value === undefined) return null;
    const parsed = parse(value);
    if (!(parsed instanceof Refused)) return parsed;
    problems.push({ where: name, reason: parsed.reason });
    return null;
  };
}

const nonEmpty: Parser<string> = value => value.trim() || new Refused('is blank');

const fromRoot = (value: string): string => path.resolve(PROJECT_ROOT, value);

const proxies: Parser<number> = value => {
  if (['on', 'true', 'yes'].includes(value)) return 1;
  if (/^[1-9]$/.test(value)) return Number(value);
  const isOff = ['off', 'false', '0', 'no'].includes(value);
  return isOff ? 0 : new Refused('must be on, off, or how many proxies of yours stand in a row');
};

function wholeNumber(least: number, most: number): Parser<number> {
  return value => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= least && number <= most
      ? number
      : new Refused(`must be a whole number from ${least} to ${most}`);
  };
}

function atLeast(characters: number): Parser<string> {
  return value =>
    value.length >= characters ? value : new Refused(`must have at least ${characters} characters`);
}

function oneOf(...choices: string[]): Parser<string> {
  return value => (choices.includes(value) ? value : new Refused(`must be one of ${choices.join(', ')}`));
}

function oneScheme(...schemes: string[]): Parser<string> {
  return value =>
    schemes.some(scheme => value.startsWith(`${scheme}:`))
      ? value
      : new Refused(`must begin with ${schemes.map(scheme => `${scheme}:`).join(' or ')}`);
}

const storeUrl: Parser<string> = value => {
  if (!value.startsWith('sqlite:')) {
    if (!/^mongodb(\+srv)?:\/\//.test(value)) return oneScheme('sqlite', 'mongodb', 'mongodb+srv')(value);
    const isWhole = /^[^/]+\/\/[^/]+\/[^/?]+(\?.*)?$/.test(value);
    return isWhole
      ? value
      : new Refused('names no database; write one after the host: mongodb://host/ventanilla');
  }
  const file = value.slice('sqlite:'.length);
  return file ? `sqlite:${fromRoot(file)}` : new Refused('names no file after sqlite:');
};

const queueUrl: Parser<string> = value => {
  if (value === 'memory:' || !/^rediss?:/.test(value)) return oneScheme('memory', 'redis', 'rediss')(value);
  const url = URL.parse(value);
  const whole = url !== null && url.hostname !== '' && /^\/?\d*$/.test(url.pathname) && !url.hash;
  return whole
    ? value
    : new Refused('must be a Redis address such as redis://:PASSWORD@redis.example.org:6379');
};

const webAddress: Parser<string> = value => {
  const url = URL.parse(value);
  const web = url !== null && ['http:', 'https:'].includes(url.protocol) && !url.search && !url.hash;
  return web
    ? value.replace(/\/+$/, '')
    : new Refused('must be a web address such as https://311.example.org');
};

function checkRole({ role, storeUrl, queueUrl }: Settings, problems: Problem[]): void {
  if (role === 'all') return;
  if (storeUrl.startsWith('sqlite:')) {
    problems.push({
      where: 'ROLE',
      reason: 'an embedded store (sqlite:) belongs to one process; use ROLE=all or STORE_URL=mongodb://…',
    });
  }
  if (queueUrl === 'memory:') {
    problems.push({
      where: 'ROLE',
      reason: 'a queue in memory wakes only its own process; set QUEUE_URL=redis://…',
    });
  }
}

function pair(name: string, value: string | null): [string, string][] {
  return value === null ? [] : [[name, value]];
}
