import { openSession, type WebSession } from './client.ts';
import { codeOf } from './codes.ts';
import type { FromSession, Opening, Question, ToSession } from './protocol.ts';

/**
 * The process of one session: the library, its browser and what they throw live and die here, and not in the desk. It
 * says nothing but by messages to its parent, and ends when that does.
 */
function run(): void {
  let session: WebSession | null = null;
  let ending = false;

  const tell = (told: FromSession): void => {
    if (process.connected) process.send?.(told);
  };

  const end = (code?: string): void => {
    if (ending) return;
    ending = true;
    if (code !== undefined) tell({ tell: 'gone', code });
    setTimeout(() => process.exit(0), LONGEST_END_MS);
    void (session?.close() ?? Promise.resolve()).finally(() => process.exit(0));
  };

  const open = async (opening: Opening): Promise<void> => {
    try {
      session = await openSession(opening, {
        qr: text => tell({ tell: 'qr', text }),
        authenticated: () => tell({ tell: 'authenticated' }),
        ready: () => tell({ tell: 'ready' }),
        message: message => tell({ tell: 'message', message }),
        unread: () => tell({ tell: 'unread' }),
        ack: (id, ack) => tell({ tell: 'ack', id, ack }),
        gone: end,
      });
    } catch (error) {
      end(codeOf(error));
    }
  };

  const answer = async (call: number, question: Question): Promise<void> => {
    try {
      if (session === null) throw new Error('no session');
      tell({ tell: 'answer', call, value: await session.answer(question) });
    } catch (error) {
      tell({ tell: 'failure', call, code: codeOf(error) });
    }
  };

  process.on('message', (told: ToSession) => {
    if (told.do === 'open') void open(told.opening);
    else if (told.do === 'answer') void answer(told.call, told.question);
    else end();
  });
  // Whatever the library leaves uncaught ends this session and nothing else.
  process.on('uncaughtException', error => end(codeOf(error)));
  process.on('unhandledRejection', error => end(codeOf(error)));
  process.on('disconnect', () => end());
  // Who stops the desk by a signal to all of its processes waits for what it still has to say.
  process.on('SIGINT', () => {});
}

const LONGEST_END_MS = 12_000;

run();
