import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../config.ts';
import { loadKeyring } from '../keyring.ts';
import type { CopyOptions } from '../storage/copy.ts';
import { storeFile } from '../storage/store-file.ts';
import { createVault } from '../vault.ts';
import { type Command, type CommandContext, wrongUsage } from './command.ts';

/** `copy`: the way out of the embedded store. */
export const command: Command = {
  summary: 'moves an installation from the embedded store into a MongoDB database',
  usage: `usage: ./ventanilla copy --from sqlite:FILE --to mongodb://HOST/DATABASE

Stop the service first. Everything is copied, sealed as it is, read back and compared; the database must be empty, and
the embedded store stays as it was. Then set STORE_URL to the database: KEYRING_FILE stays the same.`,
  run: async (argv, context) => {
    const { values } = parseArgs({ args: argv, options: OPTIONS });
    const { from = '', to = '' } = values;
    const file = storeFile(from);
    if (!file || !/^mongodb(\+srv)?:\/\//.test(to)) {
      return wrongUsage(command, context, 'Say from where (sqlite:…) and to where (mongodb://…).');
    }
    const { copy } = await import('../storage/copy.ts');
    const { keyringFile } = context.settings();
    const count = await copy({
      ...{ file: path.resolve(PROJECT_ROOT, file), url: to },
      vault: createVault(loadKeyring(keyringFile, { create: false })),
      progress: sayProgress(context),
    });
    context.print(`${count} documents copied and compared`);
    return 0;
  },
};

/** Documents between two words of how far it is. */
const TOLD_EACH = 10_000;

/** Says now and then how far a copy is. */
export function sayProgress({ say }: Pick<CommandContext, 'say'>): CopyOptions['progress'] {
  let told = 0;
  return (step, documents) => {
    if (documents - told < TOLD_EACH && documents > told) return;
    told = documents;
    say(`${documents} documents ${step}`);
  };
}

const OPTIONS = { from: { type: 'string' }, to: { type: 'string' } } as const;
