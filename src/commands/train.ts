import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Settings } from '../config.ts';
import { findRunning } from '../running.ts';
import { rollBack } from '../wiring/learned-model.ts';
import type { LearningState, Outcome } from '../wiring/learning.ts';
import { trainModel } from '../wiring/training.ts';
import { trainActs, trainWhere } from '../wiring/training-small.ts';
import type { Command, CommandContext } from './command.ts';
import { type Answer, type Desk, openDesk, refusal } from './desk.ts';

/** `train`: learns the model of the understanding. */
export const command: Command = {
  summary: 'learns the understanding from config/training, and from corrections',
  usage: `usage: ./ventanilla train [--acts | --where] [--json]
       ./ventanilla train --with-corrections [--json]
       ./ventanilla train --rollback

Reads the labelled messages of CONFIG_DIR/training (config/training/README.md says what the labels mean) and writes
CONFIG_DIR/model.bin with its card model.json. Takes about five minutes. Learns what words to a report or a case do, too,
from CONFIG_DIR/acts, into acts.bin, and which words say where, from CONFIG_DIR/where, into where.bin. The same files
give the same model, to the byte.
A running service uses the new model after a restart.
  --acts              learns only what words to a report or a case do: seconds
  --where             learns only which words say where: half a minute
  --with-corrections  learns with what citizens and the desk corrected, beside the work of a running service, and uses
                      the model at once if it reads CONFIG_DIR/frozen not worse than the one in use; exit status 1 if it
                      does not. It lies in DATA_DIR/model; the office's own model stays as it is
  --rollback          takes such a model back: the one before is used again, or the office's own`,
  run: async (argv, context) => {
    const { values } = parseArgs({ args: argv, options: OPTIONS });
    const json = values.json === true;
    if (values.rollback) return takeBack(context);
    if (values['with-corrections']) return withCorrections(context, json);
    const { configDir } = context.settings();
    const all = !values.acts && !values.where;
    const small = {
      ...(all || values.acts ? { acts: await trainActs(configDir) } : {}),
      ...(all || values.where ? { where: await trainWhere(configDir) } : {}),
    };
    if (!all) {
      context.print(json ? JSON.stringify(small) : smallText(small));
      return 0;
    }
    context.say('Learning; this takes about five minutes …');
    const card = await trainModel(configDir);
    const { messages, authors, features, bytes } = card;
    const talk = `${messages} messages of ${authors} authors, ${features} features, ${megabytes(bytes)}`;
    context.print(json ? JSON.stringify(card) : talk);
    return 0;
  },
};

const OPTIONS = {
  json: { type: 'boolean' },
  acts: { type: 'boolean' },
  where: { type: 'boolean' },
  'with-corrections': { type: 'boolean' },
  rollback: { type: 'boolean' },
} as const;

function smallText({ acts, where }: { acts?: number; where?: number }): string {
  const learned = [
    ...(acts === undefined ? [] : [`${acts} words to a report or a case`]),
    ...(where === undefined ? [] : [`${where} texts with the words that say where`]),
  ];
  return learned.join(', ');
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

/** Between two looks at a lesson that goes on. */
const EVERY_MS = 500;

async function withCorrections(context: CommandContext, json: boolean): Promise<number> {
  const desk = await openDesk(context.settings());
  try {
    const begun = await desk.call('POST', '/api/v1/model/train', {});
    if (begun.status >= 400) return refused(context, begun);
    context.say('Learning with corrections, beside the work; this takes some minutes …');
    const state = await ended(desk);
    if (state.last === null || state.failed) {
      context.say('It broke off; the log of the service says where.');
      return 1;
    }
    for (const line of json ? [JSON.stringify(state.last)] : outcomeLines(state.last)) context.print(line);
    return state.last.promoted ? 0 : 1;
  } finally {
    await desk.close();
  }
}

async function ended(desk: Desk): Promise<LearningState> {
  for (;;) {
    await pause(EVERY_MS);
    const answer = await desk.call('GET', '/api/v1/model');
    if (answer.status >= 400) return { training: false, learned: null, last: null, failed: true };
    const state = answer.body as LearningState;
    if (!state.training) return state;
  }
}

function outcomeLines({
  promoted,
  corrections,
  writers,
  features,
  worse,
  before,
  after,
  shadow,
}: Outcome): string[] {
  const standing = Object.entries(before).map(([question, right]) => {
    return `${question} ${right} → ${after[question as keyof typeof after]}`;
  });
  const why = corrections === 0 ? 'nothing was corrected yet' : `worse in: ${worse.join(', ')}`;
  return [
    `${corrections} corrections of the words of ${writers} people, ${features} features`,
    `frozen suite, right answers: ${standing.join(', ')}`,
    `recent cases: ${shadow.texts} read by both, ${shadow.changed} read otherwise; right ${shadow.before} → ${shadow.after}`,
    promoted ? 'It is in use now; ./ventanilla train --rollback takes it back.' : `Not used: ${why}.`,
  ];
}

/** Through the running service, or on the files: a model that is damaged must not keep its own removal from being done. */
async function takeBack(context: CommandContext): Promise<number> {
  const settings = context.settings();
  const done = (await findRunning(settings.dataDir))
    ? await takeBackServed(settings)
    : rollBack(settings.dataDir);
  if (typeof done !== 'boolean') return refused(context, done);
  context.print(done ? 'The model before is in use again.' : NOTHING);
  return done ? 0 : 1;
}

const NOTHING = 'No model that learned from corrections is in use: the office’s own is.';

async function takeBackServed(settings: Settings): Promise<Answer | true> {
  const desk = await openDesk(settings);
  try {
    const answer = await desk.call('POST', '/api/v1/model/rollback', {});
    return answer.status >= 400 ? answer : true;
  } finally {
    await desk.close();
  }
}

function refused(context: CommandContext, answer: Answer): number {
  context.say(refusal(answer));
  return 1;
}
