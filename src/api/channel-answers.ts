import { z } from 'zod';
import { PAIRING_STATES } from './pairing.ts';

const time = z.iso.datetime();
const word = z.string().nullable();
const count = z.number().int();

/** Every channel of this build. */
export const channelList = z.strictObject({
  channels: z.array(
    z.strictObject({
      id: z.string(),
      state: z
        .enum(['ok', 'not connected', 'refused', 'off', ...PAIRING_STATES])
        .describe(
          'refused: the platform takes no call, because of our name, password or token; the last five: of a session that people pair',
        ),
      account: word.describe('our side of it'),
      windowHours: z
        .number()
        .nullable()
        .describe('free words may be written so long after a citizen wrote; null: always'),
      settings: z.array(z.string()).describe('what switches it on'),
      lastIn: time.nullable(),
      lastOut: time.nullable().describe('the last call that the platform took'),
      waiting: count.describe('messages that wait to be sent'),
      code: word.describe('why the latest call was not taken; null: it was'),
    }),
  ),
});

/** What a channel's harmless call came to. */
export const channelChecked = z.strictObject({ ok: z.boolean(), code: word, says: z.array(z.string()) });

/** How a session that people pair stands. */
export const channelPairing = z.strictObject({
  state: z.enum(PAIRING_STATES),
  since: time,
  code: word.describe('why, when it is dropped or banned'),
  says: z.array(z.string()),
  qr: z
    .strictObject({
      text: z.string().describe('what stands in the code'),
      svg: z.string().describe('the code as a picture'),
      lines: z.array(z.string()).describe('the code for a terminal, dark on light'),
    })
    .nullable()
    .describe('what is to be scanned now, while the state is waiting for pairing'),
});
