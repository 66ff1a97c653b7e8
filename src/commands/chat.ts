import { createInterface, type Interface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Command, type CommandContext, wrongUsage } from './command.ts';
import { type Desk, openServed, refusal } from './desk.ts';
import { openTalk, type Shown, type Talk } from './talk.ts';

/** `chat`: a citizen's talk in the terminal, with the same engine as every channel. */
export const command: Command = {
  summary: 'talks to the desk in the terminal',
  usage: `usage: ./ventanilla chat [--channel web|sms|…] [--session NAME]

Talks through the running service, or starts one in this process on a free port. --channel keeps to that
channel's limits; --session goes on with an earlier talk. A number alone taps that choice. Ctrl-D or
/salir ends. In a pipe each line waits for its answer: printf 'hay un hueco\\n' | ./ventanilla chat`,
  run: async (argv, context) => {
    const { values } = parseArgs({ args: argv, options: OPTIONS });
    const { session = ownName() } = values;
    const channel = values.channel === undefined ? 'terminal' : `terminal-${values.channel}`;
    if (!/^[\w-]{1,64}$/.test(session)) {
      return wrongUsage(command, context, 'A session is named with letters, digits, - and _.');
    }
    const settings = context.settings();
    const quiet = { ...settings, host: '127.0.0.1', port: 0, logLevel: 'error' };
    const desk = await openServed(quiet);
    try {
      return await talk(desk, { channel, session }, context);
    } finally {
      await desk.close();
    }
  },
};

const OPTIONS = { channel: { type: 'string' }, session: { type: 'string' } } as const;

/** A name nobody else uses: this process at this start. */
function ownName(): string {
  return `${process.pid}-${Math.round(performance.timeOrigin)}`;
}

async function talk(
  desk: Desk,
  named: { channel: string; session: string },
  context: CommandContext,
): Promise<number> {
  const talk = await openTalk(desk, named);
  if ('refused' in talk) {
    if (talk.refused.status === 404) return wrongUsage(command, context, 'There is no such channel.');
    context.say(refusal(talk.refused));
    return 1;
  }
  if (process.stdin.isTTY) return byHand(talk, named, context);
  return inPipe(talk, context);
}

/** Line by line: each waits until what it says was answered. */
async function inPipe(talk: Talk, context: CommandContext): Promise<number> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (isEnd(line)) break;
    if (line.trim() === '') continue;
    const refused = (await talk.say(line)) ?? (await talk.untilAnswered(shown => show(shown, context)));
    if (refused) {
      context.say(refusal(refused));
      return 1;
    }
  }
  return 0;
}

/** A person types while answers and news come as they come. */
async function byHand(
  talk: Talk,
  { channel, session }: { channel: string; session: string },
  context: CommandContext,
): Promise<number> {
  context.say(`Talking as a citizen (${channel}, session ${session}). Ctrl-D or /salir ends.`);
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  lines.on('SIGINT', () => lines.close());
  const gone = talk.follow(shown => {
    process.stdout.write('\r\x1b[K');
    show(shown, context);
    lines.prompt(true);
  });
  void gone.then(() => lines.close());
  lines.prompt();
  return readLines(lines, talk, context);
}

async function readLines(lines: Interface, talk: Talk, context: CommandContext): Promise<number> {
  let status = 0;
  for await (const line of lines) {
    if (isEnd(line)) break;
    const refused = line.trim() === '' ? null : await talk.say(line);
    if (refused) {
      context.say(refusal(refused));
      status = 1;
    }
    lines.prompt();
  }
  lines.close();
  talk.stop();
  return status;
}

function isEnd(line: string): boolean {
  return line.trim() === '/salir';
}

function show({ from, text, choices }: Shown, context: CommandContext): void {
  context.print(from === 'person' ? `(persona) ${text}` : text);
  for (const [i, { label }] of choices.entries()) context.print(`  ${i + 1}. ${label}`);
  context.print('');
}
