import { describe, expect, it } from 'vitest';
import { askAboutCase } from '../../src/cases/ask-citizen.ts';
import { assign } from '../../src/cases/assign.ts';
import type { Status } from '../../src/cases/case.ts';
import { changeStatus } from '../../src/cases/change-status.ts';
import { addNote } from '../../src/cases/note.ts';
import type { Awaits } from '../../src/dialogs/conversation.ts';
import { newDraft } from '../../src/dialogs/state.ts';
import { openCasesDesk, talkNow } from '../support/cases-desk.ts';

const ana = { name: 'Ana', sees: () => true };
const to = (status: Status, note: string | null = null) => ({ status, note, reason: null });

async function filed(channel = 'sms') {
  const desk = await openCasesDesk();
  const talk = await desk.talk(undefined, channel);
  const c = await desk.file({ conversationId: talk.id });
  return { ...desk, talk, c, number: c.number };
}

describe('changeStatus', () => {
  it('commits the case, its event and the notice together, then wakes deliver', async () => {
    const { deps, number, c, talk, jobs, told, store } = await filed();
    const result = await changeStatus(deps, ana, number, to('in_progress', 'Cuadrilla asignada'));
    expect(result).toMatchObject({
      outcome: 'done',
      changed: true,
      case: { status: 'in_progress', version: 2 },
    });
    expect(await store.history(c.id)).toContainEqual(
      expect.objectContaining({ what: 'status', to: 'in_progress', by: 'Ana', note: 'Cuadrilla asignada' }),
    );
    expect(await told(talk.id)).toEqual(['status in_progress Cuadrilla asignada']);
    expect(await store.deliveries(c.id)).toMatchObject([{ state: 'pending', class: 'notice' }]);
    expect(jobs).toEqual([{ name: 'deliver', conversationId: talk.id }]);
  });

  it('is accepted at once where the citizen reads by themselves', async () => {
    const { deps, number, c, jobs, store } = await filed('web');
    await changeStatus(deps, ana, number, to('in_progress'));
    expect(await store.deliveries(c.id)).toMatchObject([{ state: 'accepted' }]);
    expect(jobs).toEqual([]);
  });

  it('tells nobody when the status is the same', async () => {
    const { deps, number, c, talk, told, store } = await filed();
    const result = await changeStatus(deps, ana, number, to('assigned', 'otra vez'));
    expect(result).toMatchObject({ outcome: 'done', changed: false });
    expect(await told(talk.id)).toEqual([]);
    expect((await store.caseById(c.id))?.version).toBe(1);
  });

  it('names the allowed steps instead of a forbidden one', async () => {
    const { deps, number } = await filed();
    expect(await changeStatus(deps, ana, number, to('closed'))).toEqual({
      outcome: 'forbidden',
      allowed: ['in_progress', 'awaiting_citizen', 'resolved', 'rejected', 'withdrawn'],
    });
  });

  it('does the same request once, however often it comes', async () => {
    const { deps, number, talk, told } = await filed();
    const request = { ...to('in_progress', 'una vez'), idempotencyKey: 'k1' };
    await Promise.all([1, 2, 3].map(() => changeStatus(deps, ana, number, request)));
    await changeStatus(deps, ana, number, to('resolved'));
    expect(await changeStatus(deps, ana, number, request)).toMatchObject({ changed: false });
    expect(await told(talk.id)).toEqual(['status in_progress una vez', expect.stringContaining('resolved')]);
  });

  it('knows no case for an actor who does not see it', async () => {
    const { deps, number } = await filed();
    const stranger = { name: 'Otro', sees: () => false };
    expect(await changeStatus(deps, stranger, number, to('in_progress'))).toEqual({ outcome: 'unknown' });
    expect(await changeStatus(deps, ana, '311-999-999-999', to('in_progress'))).toEqual({
      outcome: 'unknown',
    });
  });

  it('settles a race: every step applied is in the history, in an order the table allows', async () => {
    const { deps, number, c, store } = await filed();
    const wanted: Status[] = ['in_progress', 'resolved', 'awaiting_citizen', 'rejected'];
    const results = await Promise.all(wanted.map(status => changeStatus(deps, ana, number, to(status))));
    const applied = results.filter(result => result.outcome === 'done' && result.changed);
    const steps = (await store.history(c.id)).filter(({ what }) => what === 'status').slice(1);
    expect(steps).toHaveLength(applied.length);
    for (const [i, { from }] of steps.entries()) expect(from).toBe(i === 0 ? 'assigned' : steps[i - 1]?.to);
    expect((await store.caseById(c.id))?.status).toBe(steps.at(-1)?.to);
  });

  it('stores nothing when it is killed before the commit, everything when after', async () => {
    for (const [point, status, words] of [
      ['status:before-commit', 'assigned', 0],
      ['status:after-commit', 'in_progress', 1],
    ] as const) {
      const { deps, number, talk, told, caseNow } = await filed();
      const failPoint = (name: string): void => {
        if (name === point) throw new TypeError('killed');
      };
      await expect(changeStatus({ ...deps, failPoint }, ana, number, to('in_progress'))).rejects.toThrow();
      expect((await caseNow(number)).status).toBe(status);
      expect(await told(talk.id)).toHaveLength(words);
    }
  });

  it('tells nobody about an anonymous case', async () => {
    const { deps, file, jobs, notices } = await openCasesDesk();
    const c = await file({ privacy: 'anonymous' });
    await changeStatus(deps, ana, c.number, to('in_progress'));
    expect([jobs, notices]).toEqual([[], []]);
  });

  it('changes the case of a citizen who wants no messages, and sends none', async () => {
    const { deps, number, talk, store, told } = await filed();
    const quiet = { id: talk.id, expectedVersion: talk.version, consumed: [], turn: false };
    await store.commit({ at: deps.now(), conversation: { ...quiet, set: { optedOut: true } } });
    await changeStatus(deps, ana, number, to('in_progress'));
    expect(await told(talk.id)).toEqual([]);
  });
});

const ERASE: Awaits = { ask: 'confirm', step: 'erase', choices: [], misses: 0 };

describe('what a notice asks', () => {
  it('is what the conversation awaits from the same commit on', async () => {
    const { deps, number, talk, store } = await filed();
    await changeStatus(deps, ana, number, to('resolved'));
    const { state } = await talkNow(store, talk.id);
    expect(state.awaits).toMatchObject({ ask: 'solved', caseNumber: number });
  });

  it('asks nothing while a report is being taken down', async () => {
    const { deps, number, talk, store, notices } = await filed('web');
    const awaits: Awaits = { ask: 'confirm', choices: [], misses: 0 };
    const state = { ...talk.state, draft: newDraft(deps.now()), awaits };
    const change = { id: talk.id, expectedVersion: talk.version, consumed: [], turn: false, set: { state } };
    await store.commit({ at: deps.now(), conversation: change });
    await changeStatus(deps, ana, number, to('resolved'));
    expect(notices[0]?.busy).toBe(true);
    expect((await talkNow(store, talk.id)).state.awaits).toEqual(awaits);
    expect(await store.transcript(talk.id, 0, 10)).toMatchObject([{ asks: 'none', choices: [] }]);
  });

  it.each([
    ['are asked about', (held: Awaits): Awaits => held],
    ['wait behind another question', (held: Awaits): Awaits => ({ ...ERASE, before: held })],
  ])('leaves the words alone that %s', async (_, around) => {
    const { deps, number, talk, store, notices } = await filed('web');
    const held = { lines: ['hay otro hueco en la esquina'], files: [] };
    const awaits = around({ ask: 'case', step: 'duplicate', choices: [], misses: 0, held });
    const set = { state: { ...talk.state, awaits } };
    const change = { id: talk.id, expectedVersion: talk.version, consumed: [], turn: false, set };
    await store.commit({ at: deps.now(), conversation: change });
    await changeStatus(deps, ana, number, to('resolved'));
    expect(notices[0]?.busy).toBe(true);
    expect((await talkNow(store, talk.id)).state.awaits).toEqual(awaits);
    expect(await store.transcript(talk.id, 0, 10)).toMatchObject([{ asks: 'none', choices: [] }]);
  });

  it('is over when the agency goes on without an answer', async () => {
    const { deps, number, talk, store } = await filed();
    await askAboutCase(deps, ana, number, { text: '¿Cuál casa?' });
    expect((await talkNow(store, talk.id)).state.awaits).toMatchObject({ ask: 'answer' });
    await changeStatus(deps, ana, number, to('in_progress'));
    expect((await talkNow(store, talk.id)).state.awaits).toBeNull();
  });

  it('leaves alone what another case is asked', async () => {
    const { deps, number, talk, store, file } = await filed();
    const other = await file({ conversationId: talk.id });
    await askAboutCase(deps, ana, number, { text: '¿Cuál casa?' });
    await changeStatus(deps, ana, other.number, to('in_progress'));
    expect((await talkNow(store, talk.id)).state.awaits).toMatchObject({ caseNumber: number });
  });

  it('survives a turn that commits at the same time', async () => {
    const { deps, number, talk, store } = await filed();
    let raced = false;
    const failPoint = async (name: string): Promise<void> => {
      if (name !== 'question:before-commit' || raced) return;
      raced = true;
      const { version } = await talkNow(store, talk.id);
      const set = { state: { ...talk.state, greeted: true } };
      const change = { id: talk.id, expectedVersion: version, consumed: [], turn: true, set };
      await store.commit({ at: deps.now(), conversation: change });
    };
    await askAboutCase({ ...deps, failPoint }, ana, number, { text: '¿Cuál casa?' });
    const { state } = await talkNow(store, talk.id);
    expect(state).toMatchObject({ greeted: true, awaits: { ask: 'answer' } });
  });
});

describe('assign and addNote', () => {
  const chitre = { holder: { agencyId: 'mun_otros', districtCode: '0601' }, note: null };

  it('hand the case over and say to whom, once', async () => {
    const { deps, number, talk, told } = await filed();
    expect(await assign(deps, ana, number, chitre)).toMatchObject({ changed: true });
    expect(await assign(deps, ana, number, chitre)).toMatchObject({ changed: false });
    expect(await told(talk.id)).toEqual(['assigned assigned']);
  });

  it('assign no case that has ended', async () => {
    const { deps, number } = await filed();
    await changeStatus(deps, ana, number, to('rejected', 'no'));
    expect(await assign(deps, ana, number, chitre)).toEqual({ outcome: 'forbidden', allowed: ['reopened'] });
  });

  it('write notes the citizen never reads', async () => {
    const { deps, number, c, talk, told, store } = await filed();
    await addNote(deps, ana, number, { text: 'llamar al capataz' });
    expect(await store.history(c.id)).toContainEqual(
      expect.objectContaining({ what: 'internal_note', note: 'llamar al capataz' }),
    );
    expect(await told(talk.id)).toEqual([]);
  });
});
