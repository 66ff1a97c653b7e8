import { parseArgs } from 'node:util';
import { type Command, table, wrongUsage } from './command.ts';
import { type Answer, asking, type Desk, type Verb } from './desk.ts';

const USAGE = `usage: ./ventanilla case list [--status S] [--kind K] [--agency A] [--service S] [--district CODE] [--since DATE] [--json]
       ./ventanilla case show NUMBER [--json]
       ./ventanilla case status NUMBER STATUS [--note TEXT] [--reason CODE] [--incident]
       ./ventanilla case assign NUMBER AGENCY [--district CODE]
       ./ventanilla case question NUMBER TEXT
       ./ventanilla case note NUMBER TEXT

The note of a status is read by the citizen; a note of its own is internal. --incident takes the same
step for every open case that tells of the same breakdown, and tells each of their citizens. Works through the running
service, or on the store itself when none runs; what is to be sent then leaves when the service starts.`;

const OPTIONS = {
  status: { type: 'string' },
  kind: { type: 'string' },
  agency: { type: 'string' },
  service: { type: 'string' },
  district: { type: 'string' },
  since: { type: 'string' },
  note: { type: 'string' },
  reason: { type: 'string' },
  incident: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Values = { [name in keyof typeof OPTIONS]?: string | boolean | undefined };

/** `case`: what an operator does, by the same functions as the HTTP API. */
export const command: Command = {
  summary: 'lists, shows and changes cases',
  usage: USAGE,
  run: async (argv, context) => {
    const { positionals, values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    const [name = '', ...words] = positionals;
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (!verb)
      return wrongUsage(command, context, 'Say what to do: list, show, status, assign, question or note.');
    if (words.length < verb.words)
      return wrongUsage(command, context, `case ${name} needs ${verb.words} more.`);
    const shown = { show: verb.show, json: values.json };
    return asking(context, desk => verb.ask(desk, words, values), shown);
  },
};

const at = (number: string, rest = ''): string => `/api/v1/cases/${encodeURIComponent(number)}${rest}`;

const VERBS: Record<string, Verb<Values>> = {
  list: {
    words: 0,
    ask: (desk, _words, values) => desk.call('GET', `/api/v1/cases?${query(values)}`),
    show: body => {
      const { cases, next } = body as { cases: ShownCase[]; next: string | null };
      const rows = cases.map(c => [
        c.number,
        c.status,
        c.kind,
        c.agency ?? '–',
        c.place?.district ?? '–',
        c.openedAt,
      ]);
      const lines = table([['number', 'status', 'kind', 'agency', 'district', 'opened'], ...rows]);
      return next ? [...lines, '… and more: narrow the list'] : lines;
    },
  },
  show: { words: 1, ask: showCase, show: showLines },
  status: {
    words: 2,
    ask: (desk, [number = '', status], { note, reason, incident }) =>
      desk.call('POST', at(number, '/status'), { status, ...only({ note, reason, incident }) }),
    show: shortLine,
  },
  assign: {
    words: 2,
    ask: (desk, [number = '', agency], { district }) =>
      desk.call('POST', at(number, '/assign'), { agency, ...only({ district }) }),
    show: shortLine,
  },
  question: {
    words: 2,
    ask: (desk, [number = '', ...text]) =>
      desk.call('POST', at(number, '/question'), { text: text.join(' ') }),
    show: shortLine,
  },
  note: {
    words: 2,
    ask: (desk, [number = '', ...text]) => desk.call('POST', at(number, '/notes'), { text: text.join(' ') }),
    show: shortLine,
  },
};

/** The part of the API's case that is shown. */
interface ShownCase {
  number: string;
  kind: string;
  status: string;
  agency: string | null;
  service: string | null;
  place: { district: string | null; corregimiento: string | null; text: string } | null;
  description: string;
  privacy: string;
  openedAt: string;
  dueAt: string;
  overdue: boolean;
  history: {
    at: string;
    what: string;
    from: string | null;
    to: string | null;
    by: string;
    note: string | null;
  }[];
  deliveries?: {
    at: string;
    channel: string;
    state: string;
    receipt: string | null;
    code: string | null;
    file: { name: string } | null;
  }[];
  ledger?: {
    at: string;
    what: string;
    road: string;
    reason: string;
    outcome: string;
    code: string | null;
  }[];
}

async function showCase(desk: Desk, [number = '']: string[]): Promise<Answer> {
  const shown = await desk.call('GET', at(number));
  if (shown.status !== 200) return shown;
  const { body } = await desk.call('GET', at(number, '/deliveries'));
  return { status: 200, body: { ...(shown.body as object), ...(body as object) } };
}

function showLines(body: unknown): string[] {
  const c = body as ShownCase;
  const facts = table([
    ['number', c.number],
    ['status', c.overdue ? `${c.status} (overdue)` : c.status],
    ['kind', `${c.kind}, ${c.privacy}`],
    ['agency', c.agency ?? '–'],
    ['service', c.service ?? '–'],
    ['place', [c.place?.text, c.place?.corregimiento, c.place?.district].filter(Boolean).join(', ') || '–'],
    ['opened', c.openedAt],
    ['due', c.dueAt],
  ]);
  const steps = c.history.map(e => [
    e.at,
    e.what,
    [e.from, e.to].filter(Boolean).join(' → '),
    e.by,
    e.note ?? '',
  ]);
  const roads = (c.ledger ?? []).map(l => [l.at, l.what, l.road, l.reason, l.outcome, l.code ?? '']);
  const told = (c.deliveries ?? []).map(d => [
    ...[d.at, d.channel, d.receipt ?? d.state, d.code ?? ''],
    ...(d.file ? [d.file.name] : []),
  ]);
  return [
    ...facts,
    '',
    c.description,
    '',
    ...table(steps),
    ...(told.length ? ['', 'told:', ...table(told)] : []),
    ...(roads.length ? ['', 'roads of its news:', ...table(roads)] : []),
  ];
}

function shortLine(body: unknown): string[] {
  const c = body as Partial<ShownCase>;
  return [[c.number, c.status, c.agency].filter(Boolean).join('  ')];
}

function query({ status, kind, agency, service, district, since }: Values): string {
  return new URLSearchParams(only({ status, kind, agency, service, district, since })).toString();
}

function only(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}
