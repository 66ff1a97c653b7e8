import { parseArgs } from 'node:util';
import { type Command, table, wrongUsage } from './command.ts';
import { type Answer, asking, type Desk } from './desk.ts';

/** `key`: the named keys of the API. */
export const command: Command = {
  summary: 'adds, lists and revokes keys to the API',
  usage: `usage: ./ventanilla key add NAME [--role operator|agency|reader] [--agency ID] [--district CODE]
       ./ventanilla key list [--json]
       ./ventanilla key revoke ID

The key is printed once, on standard output, and kept as a hash. A key of role agency sees the cases its
agency holds, in its district where the agency is one body per district.`,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const [verb, word] = positionals;
    if (verb !== 'list' && (word === undefined || !['add', 'revoke'].includes(verb ?? ''))) {
      return wrongUsage(command, context, 'Say what to do: add NAME, list, or revoke ID.');
    }
    const asked = async (desk: Desk): Promise<Answer> => {
      const answer = await ask(desk, verb ?? '', word ?? '', values);
      if (verb === 'add' && answer.status < 400) context.say('Keep this key now; it is not shown again.');
      return answer;
    };
    return asking(context, asked, { show: lines, json: values.json });
  },
};

const OPTIONS = {
  role: { type: 'string', default: 'operator' },
  agency: { type: 'string' },
  district: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function ask(
  desk: Desk,
  verb: string,
  word: string,
  {
    role,
    agency,
    district,
  }: { role?: string | undefined; agency?: string | undefined; district?: string | undefined },
): Promise<Answer> {
  if (verb === 'list') return desk.call('GET', '/api/v1/keys');
  if (verb === 'revoke') return desk.call('DELETE', `/api/v1/keys/${encodeURIComponent(word)}`);
  return desk.call('POST', '/api/v1/keys', { name: word, role, agency, district });
}

interface ShownKey {
  id: string;
  name: string;
  role: string;
  agency: string | null;
  district: string | null;
  createdAt: string;
  revokedAt: string | null;
}

function lines(body: unknown): string[] {
  const { key, keys } = (body ?? {}) as { key?: string; keys?: ShownKey[] };
  if (key) return [key];
  if (!keys) return [];
  const rows = keys.map(k => [
    k.id,
    k.name,
    k.role,
    k.agency ?? '–',
    k.district ?? '–',
    k.revokedAt ? 'revoked' : 'valid',
  ]);
  return table([['id', 'name', 'role', 'agency', 'district', 'state'], ...rows]);
}
