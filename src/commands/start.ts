import { createApp } from '../app.ts';
import type { Command } from './command.ts';

/** `start`: runs the service until it is told to stop. */
export const command: Command = {
  summary: 'runs the service',
  usage: `usage: ./ventanilla start

Prints one line with the address when it is ready to take messages. Settings: .env.example.
SIGTERM and SIGINT end it in order: no new messages, running turns and sends finish, exit 0.`,
  run: async (_argv, context) => {
    const app = await createApp(context.settings());
    const stopped = untilSignal();
    const address = await app.start();
    context.print(`Ventanilla is ready: ${address}`);
    await stopped;
    await app.close();
    // A call of a platform that never answers must not keep the process.
    setTimeout(() => process.exit(), 100).unref();
    return 0;
  },
};

/** Resolves at the first signal; a second one ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}
