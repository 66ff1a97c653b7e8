import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { channelProblems, roleProblems } from './channels/index.ts';
import type { Command, CommandContext } from './commands/command.ts';
import { PROJECT_ROOT, readSettings, type Settings } from './config.ts';
import { ConfigError, errorFields, NotNowError } from './errors.ts';

const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  start: () => import('./commands/start.ts'),
  chat: () => import('./commands/chat.ts'),
  case: () => import('./commands/case.ts'),
  parked: () => import('./commands/parked.ts'),
  channels: () => import('./commands/channels.ts'),
  key: () => import('./commands/key.ts'),
  keyring: () => import('./commands/keyring.ts'),
  understand: () => import('./commands/understand.ts'),
  train: () => import('./commands/train.ts'),
  evaluate: () => import('./commands/evaluate.ts'),
  verify: () => import('./commands/verify.ts'),
  config: () => import('./commands/config.ts'),
  migrate: () => import('./commands/migrate.ts'),
  copy: () => import('./commands/copy.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
};

const EXIT = { done: 0, failed: 1, usage: 2, crashed: 70, later: 75, refused: 78 };

function createContext(): CommandContext {
  let settings: Settings | null = null;
  return {
    settings: () => {
      settings ??= readSettings({ channelProblems, roleProblems });
      return settings;
    },
    print: line => process.stdout.write(`${line}\n`),
    say: line => process.stderr.write(`${line}\n`),
  };
}

async function listCommands(context: CommandContext): Promise<void> {
  context.print('usage: ./ventanilla <command> [--help]\n');
  for (const [name, load] of Object.entries(COMMANDS)) {
    const { command } = await load();
    context.print(`  ${name.padEnd(12)}${command.summary}`);
  }
}

async function main(argv: string[]): Promise<number> {
  const context = createContext();
  const [name = '--help', ...rest] = argv;
  if (name === '--help' || name === 'help') {
    await listCommands(context);
    return EXIT.done;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    context.say(`There is no command "${name}"; ./ventanilla --help lists them.`);
    return EXIT.usage;
  }
  const { command } = await load();
  if (rest.includes('--help')) {
    context.print(command.usage);
    return EXIT.done;
  }
  return runCommand(command, rest, context);
}

async function runCommand(command: Command, argv: string[], context: CommandContext): Promise<number> {
  try {
    return await command.run(argv, context);
  } catch (error) {
    if (error instanceof ConfigError) {
      for (const { where, reason } of error.problems) context.say(`${where}: ${reason}`);
      return error instanceof NotNowError ? EXIT.later : EXIT.refused;
    }
    if (isUsageError(error)) {
      context.say(error.message);
      context.say(command.usage);
      return EXIT.usage;
    }
    throw error;
  }
}

function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
}

function crash(error: unknown): void {
  process.stderr.write(`crashed: ${JSON.stringify(errorFields(error))}\n`);
  process.exit(EXIT.crashed);
}

// Half of a command's start is reading the sources; where nothing may be written it goes without.
enableCompileCache(path.join(PROJECT_ROOT, '.cache', 'compile'));
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
// A reader that goes away (`| head`) ends the command; it is no crash.
process.stdout.on('error', () => process.exit(EXIT.done));
main(process.argv.slice(2)).then(status => {
  process.exitCode = status;
}, crash);
