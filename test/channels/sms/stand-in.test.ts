import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in.ts';

let twilio: TwilioStandIn;
beforeAll(async () => {
  twilio = await startTwilioStandIn();
});
afterAll(() => twilio.close());

const api = () => `${twilio.url}/2010-04-01/Accounts/${twilio.options.accountSid}/Messages.json`;
const login = () => {
  const { accountSid, authToken } = twilio.options;
  return { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` };
};
const create = (fields: Record<string, string>) =>
  fetch(api(), { method: 'POST', headers: login(), body: new URLSearchParams(fields) });

it('refuses a call without login, as Twilio words it', async () => {
  const response = await fetch(api(), { method: 'POST', body: new URLSearchParams() });
  expect([response.status, await response.json()]).toEqual([
    401,
    {
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    },
  ]);
});

it.each([
  [{ To: '+50760000001', From: '+5076000000', Body: 'x', Surprise: '1' }, 20001],
  [{ From: '+5076000000', Body: 'x' }, 21604],
  [{ To: '+50760000001', Body: 'x' }, 21603],
  [{ To: '+50760000001', From: '+5076000000', Body: '' }, 21602],
  [{ To: '+50760000001', From: '+5076000000', Body: 'x'.repeat(1_601) }, 21617],
  [{ To: '+50760000001', From: '+5076000000', Body: 'x', StatusCallback: 'nowhere' }, 21609],
] as [Record<string, string>, number][])('refuses %j with %i', async (fields, code) => {
  const response = await create(fields);
  expect([response.status, ((await response.json()) as { code: number }).code]).toEqual([400, code]);
});
