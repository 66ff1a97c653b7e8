import type { Settings } from '../config.ts';

/** What a command works with: parsed lazily, so that `--help` answers on a broken installation too. */
export interface CommandContext {
  settings(): Settings;
  /** Data, for programs and pipes: standard output. */
  print(line: string): void;
  /** Talk, for people: standard error. */
  say(line: string): void;
}

/** One verb of the command line. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** Shown by `--help`: every form and option. */
  usage: string;
  /** Returns the exit status: 0 done, 1 failed, 2 wrong usage. Throws `ConfigError` for 78. */
  run(argv: string[], context: CommandContext): Promise<number>;
}

/** Says what is wrong with the words of a call, shows the usage, and gives its exit status. */
export function wrongUsage(command: Command, context: CommandContext, reason: string): number {
  context.say(reason);
  context.say(command.usage);
  return 2;
}

/** Columns padded to their widest cell, two blanks apart. */
export function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
