import { type Command, wrongUsage } from './command.ts';
import { asking } from './desk.ts';

/** Every key of the store is wrapped anew. */
const ROTATING_MS = 15 * 60_000;

/** `keyring`: the installation's own keys. */
export const command: Command = {
  summary: 'makes a new installation key and wraps every data key again (keyring rotate)',
  usage: `usage: ./ventanilla keyring rotate

Copy the keyring file before and after: a store without its keyring cannot be read by anybody.`,
  run: async (argv, context) => {
    if (argv[0] !== 'rotate') return wrongUsage(command, context, 'Say what to do: keyring rotate.');
    return asking(context, desk => desk.call('POST', '/api/v1/keyring/rotate', {}, ROTATING_MS), {
      show: rotated,
    });
  },
};

function rotated(body: unknown): string[] {
  const { rewrapped } = body as { rewrapped: number };
  return [`${rewrapped} data keys wrapped again; copy the keyring file now`];
}
