import { afterEach, describe, expect, it } from 'vitest';
import { mailFixtures } from '../support/email-channel.ts';
import { brokenPromises, eventually } from '../support/running-desk.ts';
import { ANA_MAIL, ANA_PHONE, numberIn, startThreeRoads, type ThreeRoads } from '../support/three-roads.ts';

const LIGHT = 'El poste de luz no prende en Betania, calle 5.';

let roads: ThreeRoads;

afterEach(async () => {
  await roads.stop();
  expect(await brokenPromises(roads.desk.settings)).toEqual([]);
});

/** A citizen known by chat, mail and telephone, with a case that was opened by mail. */
async function begin(): Promise<string> {
  roads = await startThreeRoads();
  await roads.proves(ANA_MAIL);
  await roads.proves(ANA_PHONE);
  const summary = await roads.letter({ text: LIGHT });
  return numberIn((await roads.letter({ text: 'sí', answers: summary })).text);
}

const reach = (number: string, status: string, note?: string) =>
  roads.desk.api('POST', `/cases/${number}/status`, { status, ...(note ? { note } : {}) });

async function ledger(number: string) {
  const { body } = await roads.desk.api('GET', `/cases/${number}/deliveries`);
  return body.ledger as {
    what: string;
    road: string;
    reason: string;
    outcome: string;
    code: string | null;
  }[];
}

const lines = async (number: string) =>
  (await ledger(number)).map(({ what, road, reason, outcome, code }) =>
    [what, road, reason, outcome, code].join(' '),
  );

/** The mail server reports that our last mail came back. */
function bounce(): void {
  const id = roads.mail.sent.at(-1)?.envelopeId ?? '';
  const report = mailFixtures()['dsn-failed']?.toString() ?? '';
  roads.mail.imap.deliver(Buffer.from(report.replaceAll('a1b2c3', id)));
}

describe('news of a case', () => {
  it('reaches who it is for by the next road, when their mail came back, and can be answered there', async () => {
    const number = await begin();
    await roads.mailed(() => reach(number, 'in_progress'));
    expect(await lines(number)).toEqual(['status email first accepted ']);
    bounce();
    const text = await roads.texted(() => {});
    expect(text).toMatchObject({ to: ANA_PHONE, body: expect.stringContaining(number) });
    await eventually(async () => (await lines(number)).at(-1)?.includes('delivered'));
    expect(await lines(number)).toEqual(['status email first failed 5.1.1', 'status sms 5.1.1 delivered ']);
    const asked = await roads.mailed(() => reach(number, 'resolved'));
    bounce();
    expect((await roads.texted(() => {})).body).toContain(number);
    await roads.text('sí');
    expect((await roads.desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      status: 'closed',
      confirmed: true,
    });
    expect(asked.to).toBe(ANA_MAIL);
  });

  it('takes no second road while nobody knows that the first one failed', async () => {
    const number = await begin();
    const texts = roads.twilio.accepted().length;
    roads.mail.trouble({ data: 'cut' });
    await roads.mailed(() => reach(number, 'in_progress'));
    await eventually(async () => (await lines(number))[0]?.includes('accepted'));
    await new Promise(resolve => setTimeout(resolve, 800));
    expect(roads.twilio.accepted()).toHaveLength(texts);
    expect(await ledger(number)).toHaveLength(1);
  });

  it('takes the other road of who wants no mails, and none of who wants nothing at all', async () => {
    const number = await begin();
    await roads.letter({ text: 'BAJA' });
    const text = await roads.texted(() => reach(number, 'in_progress'));
    expect(text.to).toBe(ANA_PHONE);
    expect((await lines(number)).slice(0, 1)).toEqual(['status email first skipped opted_out']);
    await roads.text('BAJA');
    const [mails, texts] = [roads.mail.sent.length, roads.twilio.accepted().length];
    await reach(number, 'resolved');
    expect((await lines(number)).slice(2)).toEqual([
      'solved email first skipped opted_out',
      'solved sms opted_out skipped opted_out',
    ]);
    await new Promise(resolve => setTimeout(resolve, 500));
    expect([roads.mail.sent.length, roads.twilio.accepted().length]).toEqual([mails, texts]);
  });
});

describe('at night', () => {
  const evening = new Date('2026-10-27T03:30:00Z').getTime();

  it('a text message with news waits, an answer and the numbers for an emergency do not', async () => {
    let ahead = 0;
    const began = performance.now();
    const now = () => new Date(evening + ahead + (performance.now() - began));
    roads = await startThreeRoads({}, { now });
    await roads.text('hay un tubo roto en Cerro Viento, el agua se bota desde ayer');
    const number = numberIn((await roads.text('si')).body);
    ahead = 3_600_000;
    await reach(number, 'in_progress', 'Va la cuadrilla.');
    expect(await lines(number)).toEqual(['status sms first postponed quiet_hours']);
    const danger = await roads.text('se está quemando la casa del vecino');
    expect(danger.body).toContain('103');
    const before = roads.twilio.accepted().length;
    ahead = 9 * 3_600_000;
    // What else was said of the danger may still be under way.
    const later = () => roads.twilio.accepted().slice(before);
    await eventually(async () => later().find(({ body }) => body.includes(number)));
    await eventually(async () => (await lines(number)).at(-1)?.includes('delivered'));
    expect((await lines(number)).at(-1)).toBe('status sms quiet_hours delivered ');
  });
});
