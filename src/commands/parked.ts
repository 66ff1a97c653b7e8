import { parseArgs } from 'node:util';
import { type Command, table, wrongUsage } from './command.ts';
import { asking, type Verb } from './desk.ts';

const USAGE = `usage: ./ventanilla parked list [--json]
       ./ventanilla parked show CONVERSATION [--json]
       ./ventanilla parked retry CONVERSATION [--json]
       ./ventanilla parked drop CONVERSATION --reason CODE [--json]

Messages a turn failed on five times are put aside for a person. retry has a turn take them again, and gives the
talk back to the bot unless a person has it: for after what made it fail is mended. drop notes that a person has seen
to them; they stay in the talk. Codes: answered (a person answered the citizen), nothing (nothing was asked or told),
repeat (said again and handled then), abuse (written to do harm), test (a trial of ours).`;

const OPTIONS = { reason: { type: 'string' }, json: { type: 'boolean' } } as const;

interface Values {
  reason?: string | undefined;
}

/** `parked`: the messages a turn failed on, and what is to become of them. */
export const command: Command = {
  summary: 'lists messages no turn could handle, has them tried again or marks them seen',
  usage: USAGE,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const [name = '', ...words] = positionals;
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (!verb) return wrongUsage(command, context, 'Say what to do: list, show, retry or drop.');
    if (words.length !== verb.words || words.includes('')) {
      const needs = verb.words > 0 ? 'one conversation, as parked list names it' : 'no more words';
      return wrongUsage(command, context, `parked ${name} takes ${needs}.`);
    }
    if (name === 'drop' && values.reason === undefined) {
      return wrongUsage(command, context, 'parked drop needs --reason CODE.');
    }
    const shown = { show: verb.show, json: values.json };
    return asking(context, desk => verb.ask(desk, words, values), shown);
  },
};

const at = (talk = '', rest = ''): string => `/api/v1/parked/${encodeURIComponent(talk)}${rest}`;

const VERBS: Record<string, Verb<Values>> = {
  list: {
    words: 0,
    ask: desk => desk.call('GET', '/api/v1/parked'),
    show: body => {
      const { parked } = body as { parked: Listed[] };
      const rows = parked.map(p => [p.conversationId, p.channel, p.since, String(p.messages), p.reason]);
      return rows.length === 0
        ? ['nothing is put aside']
        : table([['conversation', 'channel', 'since', 'messages', 'reason'], ...rows]);
    },
  },
  show: {
    words: 1,
    ask: (desk, [talk]) => desk.call('GET', at(talk)),
    show: body => {
      const { messages } = body as { messages: Shown[] };
      return table(
        messages.map(m => [m.at, m.reason, m.text ?? '–', m.files === 0 ? '' : `${m.files} file(s)`]),
      );
    },
  },
  retry: {
    words: 1,
    ask: (desk, [talk]) => desk.call('POST', at(talk, '/retry')),
    show: body => [`${(body as Decided).messages} message(s) wait for a turn again`],
  },
  drop: {
    words: 1,
    ask: (desk, [talk], { reason }) => desk.call('POST', at(talk, '/drop'), { reason }),
    show: body => [`${(body as Decided).messages} message(s) marked as seen`],
  },
};

/** The parts of the API's answers that are shown. */
interface Listed {
  conversationId: string;
  channel: string;
  since: string;
  messages: number;
  reason: string;
}

interface Shown {
  at: string;
  reason: string;
  text: string | null;
  files: number;
}

interface Decided {
  messages: number;
}
