import { trainModel } from '../wiring/training.ts';
import type { Command } from './command.ts';

/** `train`: learns the model of the understanding. */
export const command: Command = {
  summary: 'learns the understanding from config/training',
  usage: `usage: ./ventanilla train [--json]

Reads the labelled messages of CONFIG_DIR/training (config/training/README.md says what the labels mean) and writes
CONFIG_DIR/model.bin with its card model.json. Takes about a minute. The same files give the same model, to the byte.
A running service uses the new model after a restart.`,
  run: async (argv, context) => {
    context.say('Learning; this takes about a minute …');
    const card = await trainModel(context.settings().configDir);
    const { messages, authors, features, bytes } = card;
    const talk = `${messages} messages of ${authors} authors, ${features} features, ${(bytes / 2 ** 20).toFixed(1)} MB`;
    context.print(argv.includes('--json') ? JSON.stringify(card) : talk);
    return 0;
  },
};
