import type { NearDuplicates } from '../catalogue/near-duplicates.ts';
import { countCorpus } from '../wiring/corpus.ts';
import { checkConfig, findDuplicates } from '../wiring/understanding.ts';
import { type Command, type CommandContext, table, wrongUsage } from './command.ts';

/** `config`: validates what the office edits. */
export const command: Command = {
  summary: 'checks the configuration folder (config check)',
  usage: `usage: ./ventanilla config check
       ./ventanilla config duplicates [--json]
       ./ventanilla config corpus [--json]

check: reads every file of CONFIG_DIR and names each mistake with file, line and reason. Exit status 78 when there is
one. One in a hundred labelled messages that is almost the same as another is a mistake.
duplicates: lists the pairs of labelled messages that are almost the same (trigrams in common, Jaccard above .6), within and
between authors.
corpus: counts what the labelled messages have of everything they should have enough of, what is short first. Exit status 1
when something is.`,
  run: async (argv, context) => {
    const [verb, ...options] = argv;
    if (verb === 'check') context.print(countsOf(await checkConfig(context.settings().configDir)));
    else if (verb === 'duplicates') {
      const found = await findDuplicates(context.settings().configDir);
      for (const line of options.includes('--json') ? [JSON.stringify(found)] : toLines(found))
        context.print(line);
    } else if (verb === 'corpus') return corpus(context, options.includes('--json'));
    else
      return wrongUsage(command, context, 'Say what to do: config check, config duplicates, config corpus.');
    return 0;
  },
};

async function corpus(context: CommandContext, json: boolean): Promise<number> {
  const quantities = await countCorpus(context.settings().configDir);
  const short = quantities.filter(({ there, wanted }) => there < wanted);
  const enough = quantities.filter(({ there, wanted }) => there >= wanted);
  const rows = [...short, ...enough].map(({ what, there, wanted }) => [
    ...[what, String(there), String(wanted), there < wanted ? 'short' : ''],
  ]);
  const lines = [
    ...table([['', 'there', 'wanted', ''], ...rows]),
    `${short.length} of ${rows.length} are short`,
  ];
  for (const line of json ? [JSON.stringify(quantities)] : lines) context.print(line);
  return short.length === 0 ? 0 : 1;
}

function countsOf(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
}

function toLines(found: NearDuplicates): string[] {
  const { pairs } = found;
  return [
    duplicatesLine(found),
    ...table(pairs.map(({ one, other, likeness }) => [likeness.toFixed(2), one, other])),
  ];
}

/** How many messages are almost the same as another, in a sentence. */
export function duplicatesLine({ messages, like, pairs }: NearDuplicates): string {
  const share = messages === 0 ? 0 : (100 * like) / messages;
  const within = pairs.filter(pair => pair.within).length;
  const where = `${within} pairs within an author, ${pairs.length - within} between two`;
  return `${like} of ${messages} messages (${share.toFixed(2)} %) are almost the same as another: ${where}`;
}
