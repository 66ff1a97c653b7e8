import { parseArgs } from 'node:util';
import { systemTime } from '../app.ts';
import type { Settings } from '../config.ts';
import { type BackedUp, type BackupFiles, backup } from '../storage/backup.ts';
import { storeFile } from '../storage/store-file.ts';
import { type Command, wrongUsage } from './command.ts';

/** `backup`: a consistent copy of the store. */
export const command: Command = {
  summary: 'writes a consistent copy of the store, also while the service runs',
  usage: `usage: ./ventanilla backup FILE [--keys FILE] [--json]

Writes the copy to FILE and its wrapped data keys to a file of their own, by default FILE.keys. The copy may be
kept for long; replace the file of keys with each backup and keep no older one, so that nobody who was erased
comes back. Neither opens anything without the keyring: keep a copy of that apart.`,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const [copy, ...more] = positionals;
    if (copy === undefined || more.length > 0) return wrongUsage(command, context, 'Name one file to write.');
    const keys = values.keys ?? `${copy}.keys`;
    const made = await backUp(context.settings(), { copy, keys });
    context.print(
      values.json
        ? JSON.stringify({ copy, keysFile: keys, ...made })
        : `${copy}: ${made.bytes} bytes; ${keys}: ${made.keys} data keys`,
    );
    context.say('Keep a copy of the keyring file apart: without it nobody can read this.');
    return 0;
  },
};

async function backUp(settings: Settings, files: BackupFiles): Promise<BackedUp> {
  const file = storeFile(settings.storeUrl);
  if (file !== null) return backup(file, files, systemTime());
  const { backupMongo } = await import('../storage/backup-mongo.ts');
  return backupMongo(settings.storeUrl, files, systemTime());
}

const OPTIONS = { keys: { type: 'string' }, json: { type: 'boolean' } } as const;
