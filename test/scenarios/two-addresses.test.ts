import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brokenPromises, eventually, OPERATOR } from '../support/running-desk.ts';
import {
  ANA_MAIL,
  ANA_PHONE,
  codeIn,
  numberIn,
  startThreeRoads,
  type ThreeRoads,
} from '../support/three-roads.ts';
import { PNG } from '../support/web-files.ts';

const LEAK = 'Hay un tubo roto en Cerro Viento, el agua se bota desde ayer.';
const LIGHT = 'El poste de luz no prende en Betania, calle 5.';

let roads: ThreeRoads;

beforeEach(async () => {
  roads = await startThreeRoads();
});

afterEach(async () => {
  await roads.stop();
  expect(await brokenPromises(roads.desk.settings)).toEqual([]);
});

/** Files by the chat; the case's number. */
async function fileHere(): Promise<string> {
  await roads.says(LEAK);
  return numberIn((await roads.says('sí')).text);
}

async function fileByMail(): Promise<string> {
  const summary = await roads.letter({ text: LIGHT });
  return numberIn((await roads.letter({ text: 'sí', answers: summary })).text);
}

describe('a mail in another’s name', () => {
  const REAL = 'mx.provider.example; spf=fail; dkim=none; dmarc=fail';
  const forged = (text: string, name = '127.0.0.1') =>
    roads.letter({
      text,
      headers: {
        'AUTHENTICATION-RESULTS': REAL,
        'Authentication-Results': `${name}; spf=pass; dkim=pass; dmarc=pass`,
      },
    });

  it.each([
    ['without the name of our mail server, under that of its mailbox', ''],
    ['under the name of our mail server, below the line it wrote', 'mx.desk.example.org'],
  ])('gets neither at the cases nor at the data: %s', async (_what, name) => {
    if (name === '') {
      await roads.stop();
      roads = await startThreeRoads({ EMAIL_AUTHSERV_ID: '' });
    }
    const number = await fileByMail();
    const refused = await forged('agregar mi celular 6999-9999', name || undefined);
    expect(refused).toMatchObject({ to: ANA_MAIL, text: expect.stringContaining('Responda a este mismo') });
    await forged('borrar mis datos', name || undefined);
    expect((await forged('sí', name || undefined)).text).toContain('Responda a este mismo correo');
    expect(roads.twilio.accepted()).toEqual([]);
    expect((await roads.letter({ text: 'mis casos' })).text).toContain(number);
  });
});

describe('a citizen with a chat and another address', () => {
  it('sees the cases of both from each, once a code was answered from the mail', async () => {
    const { says, letter, mailed, desk } = roads;
    const [first, second] = [await fileHere(), await fileByMail()];
    expect((await says('mis casos')).text).not.toContain(second);

    const code = await mailed(() => says(`agregar mi correo ${ANA_MAIL}`));
    expect(code).toMatchObject({ to: ANA_MAIL, text: expect.stringContaining('el chat web') });
    // Said where it was asked for, it proves nothing.
    await says(codeIn(code.text));
    expect((await says('mis casos')).text).not.toContain(second);
    const proven = await letter({ text: `${codeIn(code.text)}\n\n-- \nAna`, answers: code });
    expect(proven.text).toContain('el chat web');

    const seen = (await says('mis casos')).text;
    expect([seen.includes(first), seen.includes(second)]).toEqual([true, true]);
    expect((await letter({ text: 'mis casos' })).text).toContain(first);
    await letter({ text: `${first} todavía no ha venido nadie` });
    expect((await desk.api('GET', `/cases/${first}`)).body.description).toContain(
      'todavía no ha venido nadie',
    );
  });

  it('proves a telephone as a mail address', async () => {
    const number = await fileHere();
    await roads.proves(ANA_PHONE);
    expect((await roads.text('mis casos')).body).toContain(number);
    expect((await roads.text('desvincular')).body).not.toContain(number);
    expect((await roads.text('mis casos')).body).not.toContain(number);
  });

  it('adds a photo from one to a case of the other', async () => {
    const number = await fileHere();
    await roads.proves(ANA_MAIL);
    await roads.letter({ text: `${number} mire la foto`, files: [{ type: 'image/png', bytes: PNG }] });
    const { body } = await roads.desk.api('GET', `/cases/${number}`);
    const [photo] = body.attachments;
    const headers = { authorization: `Bearer ${OPERATOR}` };
    const file = await fetch(`${roads.desk.url}/api/v1/cases/${number}/attachments/${photo.id}`, { headers });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('keeps what was told in confidence where it was told, and erases each address for itself', async () => {
    const { says, desk } = roads;
    await roads.proves(ANA_MAIL);
    const reporter = { channel: 'email', address: 'Ana@Correo.example.com' };
    const open = async (privacy: string) => {
      const asked = { kind: 'denuncia', description: LEAK, privacy, reporter };
      return (await desk.api('POST', '/cases', asked)).body.number as string;
    };
    const [secret, plain] = [await open('confidential'), await open('normal')];
    const seen = (await says('mis casos')).text;
    expect([seen.includes(plain), seen.includes(secret)]).toEqual([true, false]);
    await says('borrar mis datos');
    await roads.web.send({ text: 'sí' });
    await eventually(
      async () =>
        (await roads.web.fetch('/chat/messages?after=0')).status !== 200 ||
        (await roads.web.read(0)).length === 1,
    );
    expect((await desk.api('GET', `/cases/${plain}`)).body.reporter.address).toBe(ANA_MAIL);
    expect((await roads.letter({ text: 'mis casos' })).text).toContain(plain);
  });

  it('is told of news at the other address when they have left the chat, and once', async () => {
    await roads.stop();
    let ahead = 0;
    const now = (): Date => new Date(Date.now() + ahead);
    roads = await startThreeRoads({}, { now });
    const number = await fileHere();
    await roads.proves(ANA_MAIL);
    ahead += 11 * 60_000;
    const told = await roads.mailed(() =>
      roads.desk.api('POST', `/cases/${number}/status`, { status: 'in_progress', note: 'Va la cuadrilla' }),
    );
    expect(told).toMatchObject({ to: ANA_MAIL, text: expect.stringContaining('Va la cuadrilla') });
    const { body } = await roads.desk.api('GET', `/cases/${number}/deliveries`);
    expect(
      body.ledger.map(({ road, outcome, code }: Record<string, string>) => [road, outcome, code]),
    ).toEqual([
      ['web', 'skipped', 'not_there'],
      ['email', expect.stringMatching(/accepted|sending/), null],
    ]);
    const here = await roads.web.read(0);
    expect(JSON.stringify(here)).not.toContain('Va la cuadrilla');
  });

  it('is not known by an address that never answered, whoever claims it', async () => {
    const number = await fileByMail();
    await roads.mailed(() => roads.says(`agregar mi correo ${ANA_MAIL}`));
    for (const guess of ['111111', '222222']) await roads.says(guess);
    expect((await roads.says('mis casos')).text).not.toContain(number);
  });

  it('cannot have a stranger written to without end', async () => {
    const codes = () => roads.mail.sent.filter(({ text }) => text.includes('código del 311')).length;
    const others = await Promise.all([roads.desk.visit(), roads.desk.visit(), roads.desk.visit()]);
    for (const visitor of [roads.web, ...others]) {
      await visitor.last(`agregar mi correo ${ANA_MAIL}`);
      await visitor.last(`agregar otro correo ${ANA_MAIL}`);
    }
    await eventually(async () => codes() === 3);
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(codes()).toBe(3);
  });
});
