import type { Overrides } from '../../src/app.ts';
import type { TalkItem } from '../../src/web/talk.ts';
import { type Letter, type MailStandIn, type SentMail, startMailStandIn } from './mail-stand-in.ts';
import { eventually, type RunningDesk, settingsIn, startDesk } from './running-desk.ts';
import type { HeldMessage } from './twilio-messages.ts';
import { startTwilioStandIn, type TwilioStandIn } from './twilio-stand-in.ts';
import type { Visitor } from './visitor.ts';

/** A desk on the web, with SMS and mail, and a citizen who uses all three. */
export interface ThreeRoads {
  desk: RunningDesk;
  mail: MailStandIn;
  twilio: TwilioStandIn;
  web: Visitor;
  /** Says it in the chat; the last line of the answer. */
  says(text: string): Promise<TalkItem>;
  /** Does it and waits for one more mail, or one more text message. */
  mailed(act: () => unknown): Promise<SentMail>;
  texted(act: () => unknown): Promise<HeldMessage>;
  /** Writes so, and waits for the answer. */
  letter(letter: Letter): Promise<SentMail>;
  text(body: string): Promise<HeldMessage>;
  /** Proves an address from the chat: a mail address or a telephone. */
  proves(address: typeof ANA_MAIL | typeof ANA_PHONE): Promise<void>;
  stop(): Promise<void>;
}

export const ANA_MAIL = 'ana@correo.example.com';
export const ANA_PHONE = '+50760000001';

/** Starts it. */
export async function startThreeRoads(
  more: Record<string, string> = {},
  overrides: Overrides = {},
): Promise<ThreeRoads> {
  const mail = await startMailStandIn();
  const twilio = await startTwilioStandIn({ receipts: ['sent', 'delivered'] });
  const { accountSid, authToken, number } = twilio.options;
  const sms = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: number };
  const desk = await startDesk(
    settingsIn({ ...mail.settings, ...sms, TWILIO_API_URL: twilio.url, ...more }),
    overrides,
  );
  twilio.options.webhookUrl = `${desk.url}/channels/sms/webhook`;
  const web = await desk.visit();

  async function mailed(act: () => unknown): Promise<SentMail> {
    const before = mail.sent.length;
    await act();
    return eventually(async () => mail.sent[before]);
  }
  async function texted(act: () => unknown): Promise<HeldMessage> {
    const before = twilio.accepted().length;
    await act();
    return eventually(async () => twilio.accepted()[before]);
  }
  const letter = (given: Letter) => mailed(() => mail.writes({ subject: '', ...given }));
  const text = (body: string) => texted(() => twilio.inbound({ from: ANA_PHONE, body }));
  const says = (said: string) => web.last(said);

  return {
    ...{ desk, mail, twilio, web, says, mailed, texted, letter, text },
    proves: async address => {
      if (address === ANA_MAIL) {
        const code = await mailed(() => says(`agregar mi correo ${address}`));
        await letter({ text: codeIn(code.text), answers: code });
        return;
      }
      const code = await texted(() => says(`agregar mi celular ${address}`));
      await text(codeIn(code.body));
    },
    stop: async () => {
      await desk.stop();
      await mail.close();
      await twilio.close();
    },
  };
}

/** The first case number in a text. */
export function numberIn(text: string): string {
  return /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
}

/** The code in a text. */
export function codeIn(text: string): string {
  return /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? '';
}
