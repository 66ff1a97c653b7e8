import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../src/channels/channel.ts';
import { openSms } from '../../src/channels/sms/sms.ts';
import { openWhatsAppTwilio } from '../../src/channels/whatsapp-twilio/whatsapp-twilio.ts';
import { BRINGS_PEERS, peerFile } from '../support/peers.ts';
import { type Prism, startPrism } from '../support/prism.ts';
import { smsOutbound } from '../support/sms-channel.ts';
import {
  CONTENTS,
  memoryBookmarks,
  OUR_NUMBER,
  whatsappTwilioOutbound,
} from '../support/whatsapp-twilio-channel.ts';

const program = peerFile('@stoplight', 'prism-cli', 'dist', 'index.js');
const description = peerFile('twilio-oai', 'spec', 'json', 'twilio_api_v2010.json');
const MESSAGES = /^\/2010-04-01\/Accounts\/\{AccountSid\}\/Messages(\.json|\/\{MessageSid\}\/Media\.json)$/;

describe.skipIf(!program || !description)(
  `what is said to Twilio, against Twilio’s own description of its API in Prism (${BRINGS_PEERS} brings both)`,
  () => {
    let prism: Prism;

    beforeAll(async () => {
      prism = await startPrism(program ?? '', description ?? '', MESSAGES);
    }, 90_000);
    afterAll(() => prism?.close());

    const deps = {
      publicUrl: () => 'https://311.example.org',
      now: () => new Date(),
      random: randomBytes,
      log: pino({ level: 'silent' }),
      timer: () => () => {},
    };
    const account = () => ({
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`,
      TWILIO_AUTH_TOKEN: 'token',
      TWILIO_API_URL: prism.url,
    });
    const sms = () => openSms({ ...account(), TWILIO_SMS_FROM: '+5076000000' }, deps);
    const whatsapp = () =>
      openWhatsAppTwilio(
        { ...account(), TWILIO_WHATSAPP_FROM: OUR_NUMBER },
        { ...deps, templates: CONTENTS, listLabel: 'Ver opciones', bookmarks: memoryBookmarks() },
      );
    const SID = { providerId: expect.stringMatching(/^(SM|MM)[0-9a-f]{32}$/) };

    it('holds: a message, and one as long as it may be', async () => {
      expect(
        await sms().send?.(smsOutbound({}, 'Su caso es 311-483-920-716. ¿Algo más? ñ & + % 🚧')),
      ).toEqual(SID);
      expect(await sms().send?.(smsOutbound({}, 'x'.repeat(1_600)))).toEqual(SID);
    });

    it('holds: words and an approved content on WhatsApp', async () => {
      expect(await whatsapp().send?.(whatsappTwilioOutbound())).toEqual(SID);
      const values = { number: '311-483-920-716', note: 'Va la cuadrilla.' };
      const template = { name: 'status', language: 'es', values } as const;
      const part = { text: 'Va.', choices: [], template };
      expect(await whatsapp().send?.(whatsappTwilioOutbound({ form: 'template', part }))).toEqual(SID);
    });

    it('holds: a look at the list, to read a call back, to catch up, and to see whether all is well', async () => {
      expect(await sms().find?.(smsOutbound({}, 'unsaid'), new Date(), async () => false)).toBeNull();
      expect(await sms().check?.()).toEqual([expect.stringContaining('The account answers')]);
      const lines: string[] = [];
      const log = pino({}, { write: (line: string) => lines.push(line) });
      const channel = openSms({ ...account(), TWILIO_SMS_FROM: '+5076000000' }, { ...deps, log });
      const caught: InboundMessage[] = [];
      await channel.connect?.(async messages => void caught.push(...messages));
      await channel.close?.();
      // Prism has an example of what was sent, and none of what came: the list was read, and nothing was in it for us.
      expect([lines, caught]).toEqual([[], []]);
    });

    it('is refused there when it does not hold', async () => {
      const call = (login: string, form: Record<string, string>) =>
        fetch(`${prism.url}/2010-04-01/Accounts/${account().TWILIO_ACCOUNT_SID}/Messages.json`, {
          method: 'POST',
          headers: login === '' ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` },
          body: new URLSearchParams(form),
        }).then(({ status }) => status);
      expect(await call('AC1:token', { To: '+50760000001', From: '+5076000000', Body: 'hola' })).toBe(201);
      expect(await call('AC1:token', { From: '+5076000000', Body: 'hola' })).toBe(422);
      expect(await call('AC1:token', { To: '+50760000001', StatusCallback: 'no address', Body: 'x' })).toBe(
        422,
      );
      expect(await call('', { To: '+50760000001', From: '+5076000000', Body: 'hola' })).toBe(401);
    });
  },
);
