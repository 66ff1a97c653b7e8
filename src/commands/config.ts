import { checkConfig } from '../app.ts';
import { type Command, wrongUsage } from './command.ts';

/** `config`: validates what the office edits. */
export const command: Command = {
  summary: 'checks the configuration folder (config check)',
  usage: `usage: ./ventanilla config check

Reads every file of CONFIG_DIR and names each mistake with file, line and reason. Exit status 78 when
there is one.`,
  run: async (argv, context) => {
    if (argv[0] !== 'check') return wrongUsage(command, context, 'Say what to do: config check.');
    const counts = await checkConfig(context.settings().configDir);
    context.print(
      Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', '),
    );
    return 0;
  },
};
