import { ConfigError, type Problem } from '../errors.ts';
import type { Channel, ChannelId } from './channel.ts';
import type { SmsDeps, SmsSettings } from './sms/sms.ts';
import { openWeb } from './web.ts';

/** What channels are given from outside; each takes what it needs. */
export interface ChannelDeps extends Omit<SmsDeps, 'timer'> {
  /** Runs something once after a delay and gives back its cancelling; by default the process's own timers. */
  timer?: SmsDeps['timer'];
}

/** A channel of this build: on when all its required settings are present, off when none is. */
export interface ChannelEntry {
  id: ChannelId;
  settings: { required: readonly string[]; optional: readonly string[] };
  open(settings: Record<string, string>, deps: SmsDeps): Promise<Channel>;
}

/** Every channel that settings can switch on. Heavy libraries are loaded when their channel opens. */
export const CHANNELS: readonly ChannelEntry[] = [
  {
    id: 'web',
    settings: { required: [], optional: [] },
    open: async () => openWeb(),
  },
  {
    id: 'sms',
    settings: {
      required: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_SMS_FROM'],
      optional: ['TWILIO_AUTH_TOKEN_SECONDARY', 'TWILIO_API_URL'],
    },
    open: async (settings, deps) => {
      const { openSms } = await import('./sms/sms.ts');
      return openSms(settings as unknown as SmsSettings, deps);
    },
  },
];

/** Opens the channels whose settings are present. Throws `ConfigError` with the problems of all of them. */
export async function openChannels(
  settings: ReadonlyMap<string, string>,
  deps: ChannelDeps,
): Promise<Map<ChannelId, Channel>> {
  const problems: Problem[] = [];
  const channels = new Map<ChannelId, Channel>();
  for (const entry of CHANNELS.filter(entry => isOn(entry, settings, problems))) {
    try {
      const own = pick(settings, entry);
      channels.set(entry.id, await entry.open(own, { timer: runLater, ...deps }));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return channels;
}

function isOn(entry: ChannelEntry, settings: ReadonlyMap<string, string>, problems: Problem[]): boolean {
  const { required, optional } = entry.settings;
  const missing = required.filter(name => !settings.has(name));
  if (missing.length === 0) return true;
  if ([...required, ...optional].some(name => settings.has(name))) {
    const reason = `the ${entry.id} channel needs it too; set it, or none of ${required.join(', ')}`;
    problems.push(...missing.map(where => ({ where, reason })));
  }
  return false;
}

function pick(settings: ReadonlyMap<string, string>, entry: ChannelEntry): Record<string, string> {
  const names = [...entry.settings.required, ...entry.settings.optional];
  return Object.fromEntries(
    names.flatMap(name => {
      const value = settings.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function runLater(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
