import { createTransport } from 'nodemailer';
import { SendError } from '../../errors.ts';
import type { Mail } from './compose.ts';
import { failureOfSend } from './failures.ts';
import type { ServerSettings } from './settings.ts';

/** The way out: our own mail server. */
export interface Transport {
  /** Hands a mail over. Rejects with `SendError` and nothing else. */
  send(mail: Mail): Promise<void>;
  /** Connects and logs in, and sends nothing. Rejects with `SendError`. */
  verify(): Promise<void>;
  close(): void;
}

/** Shorter than the patience of `deliver`, so that a lost call frees its connection. */
const TIMEOUT_MS = 12_000;
const MOST_CONNECTIONS = 4;

/** Makes the transport. Calls nobody yet. */
export function createMailTransport({ host, port, secure, isLocal, auth }: ServerSettings): Transport {
  const transport = createTransport({
    ...{ host, port, secure, pool: true, maxConnections: MOST_CONNECTIONS, logger: false },
    // Name and password go over an open line on this machine only.
    requireTLS: !secure && !isLocal,
    ...(auth === null ? {} : { auth }),
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
  });
  return {
    send: async mail => {
      try {
        await transport.sendMail(mail);
      } catch (error) {
        throw new SendError(failureOfSend(error));
      }
    },
    verify: async () => {
      try {
        await transport.verify();
      } catch (error) {
        throw new SendError(failureOfSend(error));
      }
    },
    close: () => transport.close(),
  };
}
