import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemTime } from '../app.ts';
import type { Settings } from '../config.ts';
import { loadKeyring } from '../keyring.ts';
import { type BackupFiles, type Restored, restore } from '../storage/backup.ts';
import { storeFile } from '../storage/store-file.ts';
import { createVault } from '../vault.ts';
import { type Command, type CommandContext, wrongUsage } from './command.ts';
import { sayProgress } from './copy.ts';

/** `restore`: a store made of a backup. */
export const command: Command = {
  summary: 'makes a store of a backup',
  usage: `usage: ./ventanilla restore FILE [--keys FILE] [--json]

Makes the store of STORE_URL, which must not exist yet or is an empty MongoDB database, of the copy in FILE and the
data keys in FILE.keys. The keys may be newer than the copy: whoever was erased between stays erased. Older ones are
refused. Bring the keyring back too; over MongoDB before.`,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const [copy, ...more] = positionals;
    if (copy === undefined || more.length > 0) return wrongUsage(command, context, 'Name one file to read.');
    const settings = context.settings();
    const made = await restored(settings, { copy, keys: values.keys ?? `${copy}.keys` }, context);
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

async function restored(settings: Settings, files: BackupFiles, context: CommandContext): Promise<Restored> {
  const file = storeFile(settings.storeUrl);
  if (file !== null) return restore(files, file, systemTime());
  const { restoreMongo } = await import('../storage/backup-mongo.ts');
  const vault = createVault(loadKeyring(settings.keyringFile, { create: false }));
  const progress = sayProgress(context);
  return restoreMongo({ ...files, url: settings.storeUrl, vault, at: systemTime(), progress });
}

const OPTIONS = { keys: { type: 'string' }, json: { type: 'boolean' } } as const;
