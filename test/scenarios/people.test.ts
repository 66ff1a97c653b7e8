import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenPromises, eventually, type RunningDesk, startDesk } from '../support/running-desk.ts';
import { fileReport, type Visitor } from '../support/visitor.ts';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(async () => {
  await desk.stop();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

/** A citizen who asked for a person, and the talk as people see it. */
async function waiting(): Promise<{ visitor: Visitor; id: string }> {
  const visitor = await desk.visit();
  await visitor.ask('quiero hablar con una persona');
  const { conversations } = (await desk.api('GET', '/conversations?state=waiting')).body;
  const talk = conversations.find(({ address }: { address: string }) => address === visitor.session);
  expect(talk).toMatchObject({ channel: 'web', reason: 'asked', bot: 'silent' });
  return { visitor, id: talk.id };
}

/** Keys by the machine's own token, as the command line makes them. */
async function key(body: object): Promise<string> {
  const made = await desk.api('POST', '/keys', body, desk.app.localToken);
  expect(made.status).toBe(201);
  return made.body.key;
}

describe('a person at the desk', () => {
  it('takes a talk, writes in it and gives it back; the bot is silent between', async () => {
    const { visitor, id } = await waiting();
    expect((await desk.api('POST', `/conversations/${id}/take`)).status).toBe(200);
    const { seq } = await visitor.send({ text: LEAK });
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(await visitor.read(seq)).toEqual([]);
    const heard = visitor.next();
    await desk.api('POST', `/conversations/${id}/reply`, { text: 'Buenas, soy Marta.' });
    expect(await heard).toMatchObject({ from: 'person', text: 'Buenas, soy Marta.' });
    expect(
      (await desk.api('GET', `/conversations/${id}`)).body.messages.map(({ text }: { text: string }) => text),
    ).toContain(LEAK);
    const back = visitor.next();
    await desk.api('POST', `/conversations/${id}/release`);
    expect((await back).from).toBe('bot');
    expect((await visitor.last(LEAK)).asks).toBe('confirm');
  });

  it('is the only one of two who take it at the same moment', async () => {
    const { id } = await waiting();
    const keys = [
      await key({ name: `Marta ${id}`, role: 'operator' }),
      await key({ name: `Luis ${id}`, role: 'operator' }),
    ];
    const takes = await Promise.all(
      keys.map(one => desk.api('POST', `/conversations/${id}/take`, undefined, one)),
    );
    expect(takes.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = keys[takes.findIndex(({ status }) => status === 409)] ?? '';
    expect((await desk.api('POST', `/conversations/${id}/reply`, { text: 'Buenas' }, loser)).status).toBe(
      409,
    );
  });

  it('takes a talk while its turn runs: after the takeover the bot says nothing', async () => {
    for (let i = 0; i < 8; i += 1) {
      const { visitor, id } = await waiting();
      const [, taken] = await Promise.all([
        visitor.send({ text: LEAK }).then(() => new Promise(resolve => setTimeout(resolve, i * 10))),
        new Promise(resolve => setTimeout(resolve, 40)).then(() =>
          desk.api('POST', `/conversations/${id}/take`),
        ),
      ]);
      expect(taken.status).toBe(200);
      const after = (await visitor.read(0)).at(-1)?.seq ?? 0;
      await new Promise(resolve => setTimeout(resolve, 120));
      expect(await visitor.read(after)).toEqual([]);
    }
  });
});

describe('an agency', () => {
  it('sees its own cases, moves them and asks; the citizen’s answer goes into the case', async () => {
    const idaan = await key({ name: 'Turno IDAAN', role: 'agency', agency: 'idaan' });
    const mop = await key({ name: 'Turno MOP', role: 'agency', agency: 'mop' });
    const visitor = await desk.visit();
    const { case: number = '' } = await fileReport(visitor, LEAK);
    expect((await desk.api('GET', `/cases/${number}`, undefined, mop)).status).toBe(404);
    const news = visitor.next();
    const asked = await desk.api('POST', `/cases/${number}/question`, { text: '¿Frente a qué casa?' }, idaan);
    expect(asked.body).toMatchObject({ status: 'awaiting_citizen', question: '¿Frente a qué casa?' });
    expect(await news).toMatchObject({ asks: 'answer', case: number });
    await visitor.last('frente a la casa 12');
    const answered = (await desk.api('GET', `/cases/${number}`, undefined, idaan)).body;
    expect(answered).toMatchObject({ status: 'in_progress', question: null });
    expect(answered.description).toContain('casa 12');
    const forbidden = await desk.api('POST', `/cases/${number}/status`, { status: 'closed' }, idaan);
    expect([forbidden.status, forbidden.body.detail]).toEqual([409, expect.stringContaining('resolved')]);
    await desk.api('POST', `/cases/${number}/assign`, { agency: 'mop' }, idaan);
    expect((await desk.api('GET', `/cases/${number}`, undefined, idaan)).status).toBe(404);
    expect((await desk.api('GET', `/cases/${number}`, undefined, mop)).status).toBe(200);
  });

  it('is a stranger once its key is revoked', async () => {
    const made = await desk.api('POST', '/keys', { name: 'Se va', role: 'reader' }, desk.app.localToken);
    expect((await desk.api('GET', '/cases', undefined, made.body.key)).status).toBe(200);
    expect((await desk.api('DELETE', `/keys/${made.body.id}`, undefined, desk.app.localToken)).status).toBe(
      204,
    );
    expect((await desk.api('GET', '/cases', undefined, made.body.key)).status).toBe(401);
  });
});

describe('an operator', () => {
  it('opens a case for a session, which is that citizen’s own', async () => {
    const visitor = await desk.visit();
    await visitor.ask('hola');
    const news = visitor.next();
    const made = await desk.api('POST', '/cases', {
      ...{ kind: 'queja', description: LEAK, idempotencyKey: 'call-1' },
      reporter: { channel: 'web', address: visitor.session },
    });
    expect([made.status, made.body.agency]).toEqual([201, 'idaan']);
    expect(await news).toMatchObject({ case: made.body.number });
    const again = await desk.api('POST', '/cases', {
      kind: 'queja',
      description: LEAK,
      idempotencyKey: 'call-1',
    });
    expect([again.status, again.body.number]).toEqual([200, made.body.number]);
  });

  it('makes a new installation key while the desk goes on', async () => {
    const visitor = await desk.visit();
    const { case: number = '' } = await fileReport(visitor, LEAK);
    const rotated = await desk.api('POST', '/keyring/rotate', {}, desk.app.localToken);
    expect(rotated.body.rewrapped).toBeGreaterThan(1);
    expect((await desk.api('GET', `/cases/${number}`)).body.description).toBe(LEAK);
    await visitor.ask('mis casos');
  });

  it('reads the figures with a key, and never a word of anybody in them', async () => {
    const visitor = await desk.visit();
    await visitor.ask('secreto-1234');
    const text = await eventually(async () => (await fetch(`${desk.url}/metrics`)).text());
    expect(text).toMatch(/ventanilla_turn_seconds_count\{channel="web",result="done"\} [1-9]/);
    expect(text).toMatch(/ventanilla_messages_total\{channel="web",repeated="no"\} [1-9]/);
    expect(text).toMatch(/ventanilla_ack_seconds_count\{channel="web"\} [1-9]/);
    for (const operation of ['addInbound', 'load', 'commit']) {
      expect(text).toMatch(
        new RegExp(`ventanilla_store_seconds_count\\{operation="${operation}",result="ok"\\} [1-9]`),
      );
    }
    expect(text).toMatch(
      /ventanilla_channel_up\{channel="web"\} 1\n[\s\S]*ventanilla_store_up 1\n[\s\S]*ventanilla_queue_up 1\n/,
    );
    expect(text).not.toContain('secreto');
    expect(text).not.toContain(visitor.session);
  });

  it('finds no more figures however many write', async () => {
    const names = async (): Promise<string[]> => {
      const text = await (await fetch(`${desk.url}/metrics`)).text();
      return text.split('\n').flatMap(line => /^ventanilla_\S+(?:\{[^}]*\})?/.exec(line)?.[0] ?? []);
    };
    const before = await names();
    for (const word of ['tubo', 'hueco', 'basura']) await (await desk.visit()).ask(`${word} número 1234`);
    const fresh = (await names()).filter(name => !before.includes(name) && !/_(nodejs|process)_/.test(name));
    // An operation or a result may have been met for the first time; nothing of who wrote.
    expect(
      fresh.filter(
        name => !/\{(le="[^"]+",)?(operation="\w+",result="\w+"|channel="web"[^}]*)\}$/.test(name),
      ),
    ).toEqual([]);
    expect(fresh.filter(name => /1234|tubo|hueco|basura/.test(name))).toEqual([]);
  });
});
