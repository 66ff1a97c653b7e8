import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ChannelCheck, ChannelState } from '../api/api-deps.ts';
import type { Pairing } from '../api/pairing.ts';
import { storeFile } from '../storage/store-file.ts';
import { type Command, type CommandContext, table, wrongUsage } from './command.ts';
import { type Desk, openDesk, refusal } from './desk.ts';

/** `channels`: how each channel is, and what its platform answers. */
export const command: Command = {
  summary: 'lists the channels, asks a platform whether all is well, or pairs a telephone',
  usage: `usage: ./ventanilla channels [--json]
       ./ventanilla channels check NAME [--json]
       ./ventanilla channels pair NAME [--json]

The list shows each channel of this build with its state (and why the latest call was not taken), the last message in, the last call a platform took, how many
messages wait to be sent, and for how many hours after a citizen wrote free words may be sent. check makes a call that
changes nothing, says what came of it, and ends with 1 when it did not go well. pair shows the code that the telephone of a
channel has to scan, each new one too, and ends with 0 when it was; with --json it says once how things stand.`,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const [verb, name] = positionals;
    if (verb !== undefined && (!['check', 'pair'].includes(verb) || name === undefined)) {
      return wrongUsage(command, context, 'Say nothing more, or: check NAME, or: pair NAME.');
    }
    const desk = await openDesk(context.settings());
    try {
      const json = values.json ?? false;
      if (name === undefined) return await list(desk, context, json);
      return await (verb === 'pair' ? pair : check)(desk, context, { name, json });
    } finally {
      await desk.close();
    }
  },
};

const OPTIONS = { json: { type: 'boolean' } } as const;

interface Shown extends ChannelState {
  lastIn: string | null;
  lastOut: string | null;
  waiting: number;
  code: string | null;
}

async function list(desk: Desk, context: CommandContext, json: boolean): Promise<number> {
  const answer = await desk.call('GET', '/api/v1/channels');
  if (answer.status >= 400) return failed(context, refusal(answer));
  const { channels } = answer.body as { channels: Shown[] };
  if (json) {
    context.print(JSON.stringify(answer.body));
    return 0;
  }
  if (!desk.served) context.say(storeFile(context.settings().storeUrl) === null ? ASK_EACH : NOT_SERVED);
  const rows = channels.map(shown => rowOf(shown, desk.served));
  for (const line of table([['channel', 'state', 'last in', 'last out', 'waiting', 'window'], ...rows]))
    context.print(line);
  return 0;
}

const NOT_SERVED = 'The service does not run: no channel is connected.';
const ASK_EACH = 'Whether a channel is connected, /readyz of each process says.';

function rowOf(
  { id, state, lastIn, lastOut, waiting, windowHours, settings, code }: Shown,
  served: boolean,
): string[] {
  const now = served || state === 'refused' ? `${state}${code === null ? '' : ` (${code})`}` : 'on';
  const told = state === 'off' ? `off: set ${settings.join(', ')}` : now;
  const window = windowHours === null ? 'always' : `${windowHours} h`;
  return [id, told, lastIn ?? '–', lastOut ?? '–', String(waiting), window];
}

async function check(
  desk: Desk,
  context: CommandContext,
  { name, json }: { name: string; json: boolean },
): Promise<number> {
  const answer = await desk.call('POST', `/api/v1/channels/${encodeURIComponent(name)}/check`, {});
  if (answer.status >= 400) return failed(context, refusal(answer));
  const { ok, code, says } = answer.body as ChannelCheck;
  const lines = json
    ? [JSON.stringify(answer.body)]
    : [...(code === null ? [] : [`${name}: ${code}`]), ...says];
  for (const line of lines) context.print(line);
  return ok ? 0 : 1;
}

const PAIR_MS = 1_000;

/** Shows each code as it comes, until the session is there. A service that does not run has none. */
async function pair(
  desk: Desk,
  context: CommandContext,
  { name, json }: { name: string; json: boolean },
): Promise<number> {
  if (!desk.served && storeFile(context.settings().storeUrl) !== null) return failed(context, NOT_SERVED);
  for (let shown = ''; ; await pause(PAIR_MS)) {
    const answer = await desk.call('GET', `/api/v1/channels/${encodeURIComponent(name)}/pairing`);
    if (answer.status >= 400) return failed(context, refusal(answer));
    const { state, says, qr } = answer.body as Pairing;
    if (json) {
      context.print(JSON.stringify(answer.body));
      return state === 'paired' ? 0 : 1;
    }
    const lines = [...(qr?.lines ?? []), ...says];
    if (lines.join('\n') !== shown) for (const line of lines) context.print(line);
    shown = lines.join('\n');
    if (state === 'paired' || state === 'banned') return state === 'paired' ? 0 : 1;
  }
}

function failed(context: CommandContext, reason: string): number {
  context.say(reason);
  return 1;
}
