import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { InboundMessage } from '../../../src/channels/channel.ts';
import { smsChannel, smsOutbound } from '../../support/sms-channel.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in.ts';

const open: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close?.();
});

async function catchingUp(prepare: (twilio: TwilioStandIn) => Promise<void>, now = () => new Date()) {
  const twilio = await startTwilioStandIn();
  const timers: { ms: number; run: () => void }[] = [];
  const lines: string[] = [];
  const channel = smsChannel(twilio, {
    now,
    timer: (ms, run) => {
      timers.push({ ms, run });
      return () => void timers.splice(0);
    },
    random: () => Buffer.from([0x80, 0, 0, 0]),
    log: pino({}, { write: (line: string) => lines.push(line) }),
  });
  open.push(channel, twilio);
  await prepare(twilio);
  const received: InboundMessage[] = [];
  await channel.connect?.(async messages => {
    received.push(...messages);
  });
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 200 && timers.length === 0; i += 1) await pause(5);
  };
  await settled();
  return { twilio, channel, received, timers, lines, settled };
}

it('hands over what the dead server never got, oldest first, as the webhook would have', async () => {
  const { received, twilio } = await catchingUp(async twilio => {
    await twilio.inbound({ from: '+50760000001', body: 'uno', call: false });
    await twilio.inbound({ from: '+50760000001', body: 'ALTO', call: false });
  });
  expect(received).toMatchObject([
    {
      channel: 'sms',
      account: '+5076000000',
      address: '+50760000001',
      providerId: twilio.messages[0]?.sid,
      text: 'uno',
      sentAt: expect.any(Date),
    },
    { text: 'ALTO', signal: 'optOut' },
  ]);
});

it('reads every page', async () => {
  const { received } = await catchingUp(async twilio => {
    for (let i = 0; i < 1_050; i += 1) {
      await twilio.inbound({ from: '+50760000001', body: String(i), call: false });
    }
  });
  expect(received.map(({ text }) => text)).toEqual(Array.from({ length: 1_050 }, (_, i) => String(i)));
});

it('leaves out what we sent and what is older than a day', async () => {
  const { received } = await catchingUp(async twilio => {
    await smsChannel(twilio).send?.(smsOutbound({ address: '+5076000000' }, 'a nosotros'));
    await twilio.inbound({ from: '+50760000001', body: 'vieja', call: false });
    for (const message of twilio.messages) {
      if (message.body === 'vieja') message.createdAt = new Date(Date.now() - 25 * 3_600_000);
    }
  });
  expect(received).toEqual([]);
});

it('reads the whole day again when the clock was a day ahead and is set right', async () => {
  const clock = { aheadMs: 24 * 3_600_000 };
  const { twilio, received, timers, settled } = await catchingUp(
    async () => {},
    () => new Date(Date.now() + clock.aheadMs),
  );
  await twilio.inbound({ from: '+50760000001', body: 'meanwhile', call: false });
  for (const message of twilio.messages) message.createdAt = new Date(Date.now() - 2 * 3_600_000);
  clock.aheadMs = 0;
  timers.shift()?.run();
  await settled();
  expect(received.map(({ text }) => text)).toEqual(['meanwhile']);
});

it('brings the files of a message it finds, and can fetch them', async () => {
  const bytes = Buffer.from('not really a picture');
  const { received, channel } = await catchingUp(async twilio => {
    await twilio.inbound({
      from: '+50760000001',
      body: '',
      call: false,
      media: [{ type: 'image/png', bytes }],
    });
  });
  const [source] = received[0]?.media ?? [];
  expect(source).toMatchObject({ type: 'image/png' });
  expect(source && (await channel.fetch?.(source))?.equals(bytes)).toBe(true);
});

it('looks again after an hour, and takes what came meanwhile', async () => {
  const { received, timers, twilio, settled } = await catchingUp(async () => {});
  const [timer] = timers.splice(0);
  expect(timer?.ms).toBe(3_600_000);
  await twilio.inbound({ from: '+50760000001', body: 'tarde', call: false });
  timer?.run();
  await settled();
  expect(received).toMatchObject([{ text: 'tarde' }]);
});

it('reads a whole day again after a look that could not be stored, and less after one that could', async () => {
  const twilio = await startTwilioStandIn();
  const timers: (() => void)[] = [];
  const channel = smsChannel(twilio, {
    timer: (_ms, run) => {
      timers.push(run);
      return () => {};
    },
  });
  open.push(channel, twilio);
  await twilio.inbound({ from: '+50760000001', body: 'de anoche', call: false });
  for (const message of twilio.messages) message.createdAt = new Date(Date.now() - 8 * 3_600_000);
  let storeIsFull = true;
  const looks: number[] = [];
  await channel.connect?.(async messages => {
    looks.push(messages.length);
    if (storeIsFull) throw new Error('full');
  });
  const looked = async (): Promise<void> => {
    for (let i = 0; i < 200 && timers.length === 0; i += 1) await pause(5);
  };
  for (const full of [true, true, false, false]) {
    storeIsFull = full;
    await looked();
    timers.shift()?.();
  }
  await looked();
  expect(looks).toEqual([1, 1, 1]);
});

it('notes a failure by its code and tries again after a minute', async () => {
  const { received, timers, lines, twilio, settled } = await catchingUp(async twilio => {
    twilio.options.authToken = 'rotated';
    await twilio.inbound({ from: '+50760000001', body: 'uno', call: false });
  });
  expect(timers[0]?.ms).toBe(60_000);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ channel: 'sms', code: '20003' });
  twilio.options.authToken = 'stand-in-token-of-twilio-00000001';
  timers.splice(0)[0]?.run();
  await settled();
  expect(received).toMatchObject([{ text: 'uno' }]);
});

it('looks no more once it is closed', async () => {
  const { channel, timers } = await catchingUp(async () => {});
  await channel.close?.();
  expect(timers).toEqual([]);
});
