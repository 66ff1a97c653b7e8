import { parseArgs } from 'node:util';
import { allowedSteps } from '../cases/lifecycle.ts';
import type { Settings } from '../config.ts';
import { loadKeyring } from '../keyring.ts';
import { storeFile } from '../storage/store-file.ts';
import { type Finding, type Measures, verify } from '../storage/verify.ts';
import { createVault } from '../vault.ts';
import { type Command, table } from './command.ts';

/** `verify`: holds a store against everything the desk promises. */
export const command: Command = {
  summary: 'checks every promise over the store, also while the service runs',
  usage: `usage: ./ventanilla verify [--json]

Reads the store of STORE_URL without writing and prints one line for each invariant: how many things were
looked at, how many are broken, and the ids of some of those. Exit status 1 if one is broken.`,
  run: async (argv, context) => {
    const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean' } } });
    const settings = context.settings();
    const vault = createVault(loadKeyring(settings.keyringFile, { create: false }));
    const findings = await findingsOf(settings, { vault, allowedSteps });
    const broken = findings.filter(finding => finding.broken > 0);
    const lines = values.json ? [JSON.stringify({ ok: broken.length === 0, findings })] : toLines(findings);
    for (const line of lines) context.print(line);
    if (!values.json) context.say(broken.length === 0 ? 'Every promise holds.' : `${broken.length} broken.`);
    return broken.length === 0 ? 0 : 1;
  },
};

async function findingsOf(settings: Settings, measures: Measures): Promise<Finding[]> {
  const file = storeFile(settings.storeUrl);
  if (file !== null) return verify({ file, ...measures });
  const { verifyMongo } = await import('../storage/verify-mongo.ts');
  return verifyMongo({ url: settings.storeUrl, ...measures });
}

function toLines(findings: Finding[]): string[] {
  return table(
    findings.map(({ invariant, checked, broken, examples }) => [
      broken === 0 ? 'ok' : 'BROKEN',
      invariant,
      `${checked} checked`,
      broken === 0 ? '' : `${broken} broken: ${examples.join(', ')}`,
    ]),
  );
}
