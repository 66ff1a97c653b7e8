import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import { openCase } from '../../src/cases/steps.ts';
import { addressOf } from '../../src/web/news.ts';
import { openWebDesk, type Visit, WEB_NOW, type WebDesk } from '../support/web-desk.ts';

let desk: WebDesk;
let visit: Visit;

beforeEach(async () => {
  desk = await openWebDesk();
  visit = await desk.visit();
});

afterEach(async () => {
  await desk.server.close();
  await desk.store.close();
});

/** A case of a session, as its turn would have opened it, with a word between officials. */
async function file({ session }: Visit, number: string): Promise<Case> {
  const conversationId = await desk.store.open(addressOf(session), null, WEB_NOW);
  const change = openCase(
    {
      ...{ id: `case-${number}`, number, kind: 'queja', serviceId: null, reasons: [], place: null },
      ...{ holder: { agencyId: 'idaan', districtCode: null }, description: ['hay un tubo roto'] },
      ...{ privacy: 'normal', conversationId, attachments: [], pinHash: null, days: 3, at: WEB_NOW },
      reporter: { channel: 'web', account: '', address: session, name: 'Persona Inventada' },
      opening: { conversationId, turn: 1, index: 0 },
      by: 'citizen',
    },
    desk.deps.catalogue.centre,
  );
  const note = { ...{ at: WEB_NOW, from: null, to: null, by: 'Mesa' }, what: 'internal_note' as const };
  const events = [...change.events, { ...note, note: 'solo entre nosotros' }];
  await desk.store.commit({ at: WEB_NOW, cases: [{ ...change, events }] });
  return change.case;
}

describe('the export', () => {
  it('holds the whole talk and the cases, in words, without what officials say to each other', async () => {
    await visit.post('/chat/messages', { id: 'a', text: 'hay un tubo roto' });
    await visit.get('/chat/messages?after=1&wait=5');
    for (let i = 0; i < 230; i += 1) await desk.tell(visit.session, `aviso ${i}`);
    await file(visit, '311-000-000-000');
    const answer = await visit.get('/chat/export');
    expect(answer.headers['content-disposition']).toContain('attachment');
    const mine = answer.json();
    expect(mine.messages).toHaveLength(232);
    expect(mine.messages[0]).toMatchObject({ seq: 1, from: 'citizen', text: 'hay un tubo roto', media: [] });
    expect(mine.cases).toMatchObject([
      { number: '311-000-000-000', status: 'assigned', agency: 'IDAAN', description: ['hay un tubo roto'] },
    ]);
    expect(answer.body).not.toContain('solo entre nosotros');
    expect(answer.body).not.toContain('Mesa');
  });

  it('of a session that has said nothing is empty', async () => {
    expect((await visit.get('/chat/export')).json()).toMatchObject({ messages: [], cases: [] });
  });

  it('holds nothing of anybody else', async () => {
    await file(visit, '311-000-000-000');
    const other = await desk.visit();
    await other.post('/chat/messages', { id: 'a', text: 'hola' });
    expect((await other.get('/chat/export')).body).not.toContain('311-000-000-000');
  });
});

describe('the erasure', () => {
  it('takes the talk and the person, says what stays, and takes the cookie back', async () => {
    await visit.post('/chat/messages', { id: 'a', text: 'hay un tubo roto' });
    await visit.get('/chat/messages?after=1&wait=5');
    await file(visit, '311-000-000-000');
    const answer = await visit.post('/chat/erase', undefined);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      gone: { messages: 2, reporterOf: ['311-000-000-000'] },
      stays: [
        { number: '311-000-000-000', status: 'assigned', keeps: expect.arrayContaining(['description']) },
      ],
    });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^ventanilla=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/,
    );
    expect((await visit.get('/chat/messages')).json()).toEqual({ messages: [] });
    expect((await visit.get('/chat/export')).json()).toMatchObject({ messages: [], cases: [] });
  });

  it('leaves the case with its matter, without its reporter, and with the step in its history', async () => {
    await file(visit, '311-000-000-000');
    await visit.post('/chat/erase', undefined);
    const c = await desk.store.caseByNumber('311-000-000-000');
    expect(c).toMatchObject({ reporter: null, conversationId: null, description: ['hay un tubo roto'] });
    expect((await desk.store.history(c?.id ?? '')).at(-1)).toMatchObject({ what: 'erased', by: 'citizen' });
  });

  it('of nothing is no mistake, and a second one finds nothing', async () => {
    const nothing = { gone: { messages: 0, reporterOf: [] }, stays: [] };
    expect((await visit.post('/chat/erase', undefined)).json()).toEqual(nothing);
    await visit.post('/chat/messages', { id: 'a', text: 'hola' });
    await visit.post('/chat/erase', undefined);
    expect((await visit.post('/chat/erase', undefined)).json()).toEqual(nothing);
  });

  it('tries again when a turn came between, and then takes the case it opened', async () => {
    await visit.post('/chat/messages', { id: 'a', text: 'hola' });
    await visit.get('/chat/messages?after=1&wait=5');
    const read = desk.store.casesOf;
    let first = true;
    desk.deps.store = {
      ...desk.store,
      casesOf: async id => {
        const cases = await read(id);
        if (first) {
          first = false;
          await visit.post('/chat/messages', { id: 'b', text: 'sí' });
          await visit.get('/chat/messages?after=3&wait=5');
          await file(visit, '311-000-000-018');
        }
        return cases;
      },
    };
    expect((await visit.post('/chat/erase', undefined)).json().gone.reporterOf).toEqual(['311-000-000-018']);
  });

  it('lets the session begin anew', async () => {
    await visit.post('/chat/messages', { id: 'a', text: 'uno' });
    await visit.post('/chat/erase', undefined);
    expect((await visit.post('/chat/messages', { id: 'b', text: 'dos' })).statusCode).toBe(202);
    expect((await visit.get('/chat/messages')).json().messages[0].text).toBe('dos');
  });
});
