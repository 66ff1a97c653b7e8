import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemTime } from '../app.ts';
import { restore } from '../storage/backup.ts';
import { type Command, wrongUsage } from './command.ts';
import { storeFile } from './store-file.ts';

/** `restore`: a store made of a backup. */
export const command: Command = {
  summary: 'makes a store of a backup',
  usage: `usage: ./ventanilla restore FILE [--keys FILE] [--json]

Makes the store of STORE_URL, which must not exist yet, of the copy in FILE and the data keys in FILE.keys.
The keys may be newer than the copy: whoever was erased between stays erased. Bring the keyring back too.`,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const [copy, ...more] = positionals;
    if (copy === undefined || more.length > 0) return wrongUsage(command, context, 'Name one file to read.');
    const settings = context.settings();
    const made = restore({ copy, keys: values.keys ?? `${copy}.keys` }, storeFile(settings), systemTime());
    context.print(
      values.json
        ? JSON.stringify(made)
        : `${made.conversations} conversations restored, ${made.erased} erased since`,
    );
    if (!existsSync(settings.keyringFile)) {
      context.say(`Bring the copy of the keyring back to ${settings.keyringFile} before the next start.`);
    }
    return 0;
  },
};

const OPTIONS = { keys: { type: 'string' }, json: { type: 'boolean' } } as const;
