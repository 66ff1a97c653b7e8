import { afterEach, describe, expect, it } from 'vitest';
import type { CaseDeps } from '../../src/cases/apply.ts';
import { askAboutCase } from '../../src/cases/ask-citizen.ts';
import type { Case, Status } from '../../src/cases/case.ts';
import { changeStatus } from '../../src/cases/change-status.ts';
import { createClock } from '../../src/cases/run-clock.ts';
import { type Opening, openCase } from '../../src/cases/steps.ts';
import { advance } from '../../src/dialogs/advance.ts';
import { caseNotice } from '../../src/dialogs/notices.ts';
import { openStage } from '../support/play.ts';
import { openTurnDesk, type TurnDesk } from '../support/turn-desk.ts';

const stage = await openStage();
const OPENING: Omit<Opening, 'at'> = {
  ...{
    id: 'case-1',
    number: '311-483-920-712',
    kind: 'queja',
    serviceId: 'pothole',
    holder: null,
    place: null,
  },
  ...{ reasons: [], description: ['hay un hueco grande en la calle 12'], privacy: 'normal', reporter: null },
  ...{ conversationId: null, opening: null, attachments: [], pinHash: null, days: 10, by: 'citizen' },
};
const ana = { name: 'Ana', sees: () => true };
let desk: TurnDesk;

afterEach(async () => {
  await desk.store.close();
});

/** A citizen whose case is being worked on, on a real store with the real dialog. */
async function working() {
  desk = await openTurnDesk(undefined, { ...stage, advance });
  const hears = (text: string): Promise<string> => desk.hears(text, { channel: 'web', account: '' });
  const say = async (text: string): Promise<string> => {
    const id = await hears(text);
    desk.later(2_000);
    await desk.take(id);
    return id;
  };
  const id = await say('hola');
  const holder = { agencyId: 'mop', districtCode: null };
  const opening = { ...OPENING, holder, at: desk.deps.now(), conversationId: id };
  await desk.store.commit({ at: desk.deps.now(), cases: [openCase(opening, stage.catalogue.centre)] });
  const deps: CaseDeps = {
    ...desk.deps,
    ...{ store: desk.store, catalogue: stage.catalogue },
    caseNotice: caseNotice({ ...stage, publicUrl: desk.deps.publicUrl }),
  };
  const mine = (): Promise<Case[]> => desk.store.casesOf(id);
  const { number } = OPENING;
  return {
    ...{ deps, id, number, hears, say, mine },
    reached: (status: Status) => changeStatus(deps, ana, number, { status, note: null, reason: null }),
    asked: (text: string) => askAboutCase(deps, ana, number, { text }),
    /** What is read from now on, without waiting for more. */
    read: async (): Promise<string> => {
      const before = (await desk.said(id)).length;
      desk.later(2_000);
      await desk.take(id);
      return (await desk.said(id)).slice(before).join('\n');
    },
  };
}

describe('words written before a case was called solved, and read after', () => {
  it('that tell another matter are not agreed to by what was written after the notice', async () => {
    const { hears, reached, read, mine, number, id } = await working();
    await hears('no hay agua en mi casa en Cerro Viento, calle 3');
    await reached('resolved');
    await hears('sí');
    expect(await read()).toContain('No llega el agua');
    expect((await desk.talkNow(id)).state.awaits).toMatchObject({
      ask: 'solved',
      before: { ask: 'confirm' },
    });
    await read();
    expect(await mine()).toMatchObject([{ number, status: 'closed' }]);
    expect((await desk.talkNow(id)).state).toMatchObject({ draft: { serviceId: 'no-water' } });
  });

  it('are more of that case, and the question stays open', async () => {
    const { hears, reached, read, mine, number, id, say } = await working();
    await hears('sigue igual, no ha venido nadie');
    await reached('resolved');
    const answer = await read();
    expect(answer).toContain(stage.texts.say('es', 'follow.added', { number }).text);
    expect(answer).toContain(stage.texts.say('es', 'ask.solved', { number }).text);
    expect(await mine()).toMatchObject([{ number, status: 'resolved' }]);
    expect((await desk.talkNow(id)).state).toMatchObject({ draft: null, awaits: { ask: 'solved' } });
    await say('no');
    expect((await mine())[0]?.status).toBe('reopened');
  });

  it.each(['sí', 'es la casa azul, al lado de la tienda', 'ya vinieron y lo taparon'])(
    'answer nothing of it and begin nothing: %s',
    async text => {
      const { hears, reached, read, mine, number, id } = await working();
      await hears(text);
      await reached('resolved');
      await read();
      expect(await mine()).toMatchObject([{ number, status: 'resolved' }]);
      expect((await desk.talkNow(id)).state).toMatchObject({ draft: null, awaits: { ask: 'solved' } });
      const history = await desk.store.history((await mine())[0]?.id ?? '');
      expect(history.at(-1)).toMatchObject({ by: 'citizen', note: text });
    },
  );

  it('are told apart from what was written after it, each in a turn of its own', async () => {
    const { hears, reached, read, mine } = await working();
    await hears('sigue igual, no ha venido nadie');
    await reached('resolved');
    const id = await hears('sí');
    await read();
    expect(desk.jobs.at(-1)).toEqual({ job: { name: 'turn', conversationId: id }, delayMs: 0 });
    expect((await mine())[0]?.status).toBe('resolved');
    await read();
    expect(await mine()).toMatchObject([{ status: 'closed', confirmed: true }]);
  });

  it('are told by the notice’s own place, when they came while it was being written', async () => {
    const { deps, number, hears, read, mine } = await working();
    const failPoint = async (name: string): Promise<void> => {
      if (name === 'status:before-commit') await hears('no, sigue igual');
    };
    const step = { status: 'resolved', note: null, reason: null } as const;
    await changeStatus({ ...deps, failPoint }, ana, number, step);
    await read();
    expect(await mine()).toMatchObject([{ number, status: 'resolved' }]);
  });

  it('that tell another matter begin a report', async () => {
    const { hears, reached, read, id } = await working();
    await hears('no recogen la basura en Betania, calle 5, desde el lunes');
    await reached('resolved');
    await read();
    expect((await desk.talkNow(id)).state.draft?.description).toEqual([
      'no recogen la basura en Betania, calle 5, desde el lunes',
    ]);
  });
});

describe('an answer to a notice', () => {
  it('is one when it was written after it', async () => {
    const { reached, say, mine } = await working();
    await reached('resolved');
    await say('sigue igual, no ha venido nadie');
    expect((await mine())[0]?.status).toBe('reopened');
  });

  it('stays one though the question was put once more before it was read', async () => {
    const { deps, hears, reached, read, mine } = await working();
    await reached('resolved');
    await hears('sí');
    const c = (await mine())[0];
    desk.later(4 * 86_400_000);
    await createClock({ ...deps, store: desk.store })(c?.id ?? '');
    await read();
    expect(await mine()).toMatchObject([{ status: 'closed', confirmed: true }]);
  });

  it('is none of an agency’s question when it was written before that', async () => {
    const { hears, asked, read, mine, say } = await working();
    await hears('los carros se dañan todos los días');
    await asked('¿De qué tamaño es el hueco?');
    expect(await read()).toContain('¿De qué tamaño es el hueco?');
    expect((await mine())[0]?.status).toBe('awaiting_citizen');
    await say('como de un metro');
    expect((await mine())[0]?.status).not.toBe('awaiting_citizen');
  });
});
