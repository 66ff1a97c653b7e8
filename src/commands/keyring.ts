import { refusal } from './case.ts';
import { type Command, wrongUsage } from './command.ts';
import { openDesk } from './desk.ts';

/** `keyring`: the installation's own keys. */
export const command: Command = {
  summary: 'makes a new installation key and wraps every data key again (keyring rotate)',
  usage: `usage: ./ventanilla keyring rotate

Copy the keyring file before and after: a store without its keyring cannot be read by anybody.`,
  run: async (argv, context) => {
    if (argv[0] !== 'rotate') return wrongUsage(command, context, 'Say what to do: keyring rotate.');
    const desk = await openDesk(context.settings());
    try {
      const answer = await desk.call('POST', '/api/v1/keyring/rotate', {});
      if (answer.status >= 400) {
        context.say(refusal(answer));
        return 1;
      }
      const { rewrapped } = answer.body as { rewrapped: number };
      context.print(`${rewrapped} data keys wrapped again; copy the keyring file now`);
      return 0;
    } finally {
      await desk.close();
    }
  },
};
