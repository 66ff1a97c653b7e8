import { afterEach, describe, expect, it } from 'vitest';
import type { CaseChange } from '../../../src/cases/case.ts';
import { capabilitiesOfKnown } from '../../../src/channels/index.ts';
import type { Awaits } from '../../../src/dialogs/conversation.ts';
import { newDraft, newState } from '../../../src/dialogs/state.ts';
import { createTakeTurn } from '../../../src/dialogs/turn/take-turn.ts';
import { ConflictError } from '../../../src/errors.ts';
import { newCase } from '../../support/store.ts';
import { echo, openTurnDesk, reply, type Script, type TurnDesk } from '../../support/turn-desk.ts';

let desk: TurnDesk;

afterEach(async () => {
  await desk.store.close();
});

async function open(...given: Parameters<typeof openTurnDesk>): Promise<TurnDesk> {
  desk = await openTurnDesk(...given);
  return desk;
}

/** The numbers of the messages the turns were given, turn by turn. */
function taken(): number[][] {
  return desk.seen.map(({ stimulus }) =>
    'messages' in stimulus ? stimulus.messages.map(({ seq }) => seq) : [],
  );
}

describe('two workers on one conversation', () => {
  it('take one turn for each message, in two hundred races', async () => {
    await open();
    const rival = createTakeTurn(desk.deps);
    let id = '';
    for (let round = 0; round < 200; round += 1) {
      id = await desk.hears(`m${round}`);
      desk.later(2_000);
      await Promise.all([desk.take(id), rival(id)]);
    }
    expect(await desk.said(id)).toEqual(Array.from({ length: 200 }, (_, round) => `Oigo: m${round}`));
    expect((await desk.talkNow(id)).turns).toBe(200);
    expect(desk.counts.filter(result => result === 'done')).toHaveLength(200);
  });

  it('decide anew on what the other left', async () => {
    const script: Script = (talk, stimulus, facts) => {
      return { ...echo(talk, stimulus, facts), state: { ...talk.state, lost: talk.state.lost + 1 } };
    };
    await open(script);
    const id = await desk.hears('uno');
    desk.later(2_000);
    const first = {
      ...desk.deps,
      failPoint: (name: string) => (name === 'turn:before-commit' ? sneak() : undefined),
    };
    let sneaked = false;
    const sneak = async (): Promise<void> => {
      if (sneaked) return;
      sneaked = true;
      await desk.take(id);
      await desk.hears('dos');
      desk.later(2_000);
    };
    await createTakeTurn(first)(id);
    expect(taken()).toEqual([[1], [1], [3]]);
    expect((await desk.talkNow(id)).state.lost).toBe(2);
  });

  it('are left to the sweep when every race is lost', async () => {
    await open();
    const store = { ...desk.store, commit: () => Promise.reject(new ConflictError('conversation')) };
    const id = await desk.hears('uno');
    desk.later(2_000);
    await createTakeTurn({ ...desk.deps, store })(id);
    expect(desk.counts.filter(result => result === 'conflict')).toHaveLength(8);
    expect(await desk.store.overdue(desk.deps.now(), 9)).toEqual([]);
    desk.later(2_000);
    expect(await desk.store.overdue(desk.deps.now(), 9)).toEqual([{ name: 'turn', conversationId: id }]);
  });
});

describe('a saved state nobody can read', () => {
  it('is said to be lost by the next turn, and replaced', async () => {
    await open();
    const id = await desk.hears('uno');
    const later = { ...newState('es'), v: 99, greeted: true };
    const set = { state: later };
    const change = { id, expectedVersion: 0, consumed: [], turn: false, set };
    await desk.store.commit({ at: desk.deps.now(), conversation: change });
    desk.later(2_000);
    await desk.take(id);
    await desk.hears('dos');
    desk.later(2_000);
    await desk.take(id);
    expect(desk.seen.map(({ facts }) => facts.fresh)).toEqual([true, false]);
    expect((await desk.talkNow(id)).state.v).toBe(1);
  });
});

describe('a burst', () => {
  it('is one turn, once the citizen has been quiet', async () => {
    await open();
    const id = await desk.hears('hay un tubo roto');
    desk.later(800);
    await desk.hears('en Cerro Viento');
    desk.later(700);
    await desk.take(id);
    expect(desk.jobs).toEqual([{ job: { name: 'turn', conversationId: id }, delayMs: 500 }]);
    expect(desk.seen).toEqual([]);
    desk.later(500);
    await desk.take(id);
    await desk.take(id);
    expect(taken()).toEqual([[1, 2]]);
    expect(desk.seen[0]?.facts.reading).toMatchObject({
      services: [{ id: 'water_leak' }],
      places: [{ district: 'San Miguelito' }],
    });
  });

  it('ends at once with a tap or a signal', async () => {
    await open();
    await desk.hears('no');
    const id = await desk.hears('', { choice: 'confirm:yes' });
    await desk.take(id);
    await desk.hears('STOP', { signal: 'optOut' });
    await desk.take(id);
    expect(taken()).toEqual([[1, 2], [4]]);
  });

  it('that never ends is answered after five gaps', async () => {
    await open();
    let id = '';
    for (let i = 0; i < 20 && desk.seen.length === 0; i += 1) {
      id = await desk.hears(`${i}`);
      desk.later(1_000);
      await desk.take(id);
    }
    expect(taken()).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it('is due when the clock was set back, instead of waiting for it', async () => {
    await open();
    const id = await desk.hears('uno');
    desk.later(-3_600_000);
    await desk.take(id);
    expect(taken()).toEqual([[1]]);
  });

  it('of more than a hundred is handled in order in several turns', async () => {
    await open();
    let id = '';
    for (let i = 0; i < 230; i += 1) id = await desk.hears(`m${i}`);
    for (let job = desk.jobs.shift(); desk.seen.length === 0 || job; job = desk.jobs.shift()) {
      desk.later(job?.delayMs ?? 0);
      await desk.take(id);
    }
    expect(taken().map(seqs => seqs.length)).toEqual([100, 100, 30]);
    const texts = desk.seen.flatMap(({ stimulus }) => ('messages' in stimulus ? stimulus.messages : []));
    expect(texts.map(({ text }) => text)).toEqual(Array.from({ length: 230 }, (_, i) => `m${i}`));
  });

  it('is understood without what seems to be a repeat, which is shown all the same', async () => {
    await open();
    await desk.hears('hay un hueco', { providerId: null });
    const id = await desk.hears('hay un hueco', { providerId: null });
    await desk.hears('en Chitré');
    desk.later(2_000);
    const read: string[] = [];
    const { classifier } = desk.deps;
    const understand: typeof classifier.understand = (text, context) => {
      read.push(text);
      return classifier.understand(text, context);
    };
    await createTakeTurn({ ...desk.deps, classifier: { ...classifier, understand } })(id);
    expect(desk.seen[0]?.facts.reading.places).toMatchObject([{ code: '0601' }]);
    expect(read).toEqual(['hay un hueco\nen Chitré']);
    expect(taken()).toEqual([[1, 2, 3]]);
  });
});

describe('the facts of a turn', () => {
  it('hold the burst alone and together with the draft, read where the draft is', async () => {
    const script: Script = ({ state }) => {
      const place = {
        code: '0601',
        province: null,
        district: null,
        corregimiento: null,
        text: 'x',
        lat: null,
        lon: null,
      };
      const draft = { ...newDraft(new Date(0)), description: ['hay un hueco'], place };
      return { state: { ...state, language: 'en' as const, draft } };
    };
    await open(script);
    const id = await desk.hears('hola');
    desk.later(2_000);
    await desk.take(id);
    await desk.hears('en Chitré');
    desk.later(2_000);
    const contexts: unknown[] = [];
    const { classifier } = desk.deps;
    const understand: typeof classifier.understand = (text, context) => {
      contexts.push(context);
      return classifier.understand(text, context);
    };
    await createTakeTurn({ ...desk.deps, classifier: { ...classifier, understand } })(id);
    const facts = desk.seen[1]?.facts;
    // Nobody asked yet.
    expect(contexts).toEqual([]);
    expect(facts?.reading).toMatchObject({ services: [], places: [{ code: '0601' }] });
    expect(facts?.combined()).toMatchObject({ services: [{ id: 'pothole' }], places: [{ code: '0601' }] });
    expect(facts?.reading).toBe(facts?.read('en Chitré'));
    expect(contexts).toEqual(Array(2).fill({ language: 'en', placeCode: '0601' }));
    expect(desk.seen[0]?.facts.combined()).toBe(desk.seen[0]?.facts.reading);
  });

  it('hold the last pin, the citizen’s cases and the one whose message was quoted', async () => {
    const cases: CaseChange[] = [];
    const script: Script = (talk, _stimulus, facts) => {
      if (talk.turns > 0) return {};
      const c = newCase({
        id: facts.newId(),
        number: facts.newNumber(),
        conversationId: talk.id,
        openedAt: facts.now,
      });
      cases.push({ case: c, expectedVersion: 0, events: [] });
      return { cases, replies: [reply('Su caso', { caseNumber: c.number })] };
    };
    const pins: number[][] = [];
    await open(script);
    const { classifier } = desk.deps;
    const locate: typeof classifier.locate = (lat, lon) => {
      pins.push([lat, lon]);
      return null;
    };
    const take = createTakeTurn({ ...desk.deps, classifier: { ...classifier, locate } });
    const id = await desk.hears('uno');
    desk.later(2_000);
    await take(id);
    await desk.hears('', { location: { lat: 1, lon: 2 } });
    await desk.hears('¿y esto?', { location: { lat: 8.9, lon: -79.5 }, replyTo: 2 });
    desk.later(2_000);
    await take(id);
    const { number } = cases[0]?.case ?? { number: '' };
    expect(number).toMatch(/^311(-\d{3}){3}$/);
    expect(desk.seen[1]?.facts).toMatchObject({ quoted: number, cases: [{ number }], deskOpen: true });
    expect(pins).toEqual([[8.9, -79.5]]);
    // In the thread of a case, as a mail is; another's shows nothing.
    for (const about of ['311-000-000-000', number]) {
      await desk.hears('sigue igual', { about });
      desk.later(2_000);
      await take(id);
    }
    expect(desk.seen.slice(2).map(({ facts }) => facts.quoted)).toEqual([null, number]);
    expect((await desk.store.deliveries(cases[0]?.case.id ?? '')).map(({ text }) => text)).toEqual([
      'Su caso',
    ]);
  });

  it('look up number and PIN once more while it is asked whether that case is taken back, and not after', async () => {
    const number = '311-483-920-712';
    const awaits: Awaits = {
      ...{ ask: 'confirm', step: 'withdraw', choices: [], misses: 0, caseNumber: number },
      held: { lines: [`${number} pin 482913 retirar`], files: [] },
    };
    const tries: string[] = [];
    await open(talk => {
      const state = newState('es');
      return { state: talk.turns === 0 ? { ...state, awaits } : state };
    });
    const take = createTakeTurn({
      ...desk.deps,
      lookByPin: async (told, pin) => {
        tries.push(`${told} ${pin}`);
        return null;
      },
    });
    let id = '';
    for (const words of ['hola', 'sí', 'sí']) {
      id = await desk.hears(words);
      desk.later(2_000);
      await take(id);
    }
    expect(tries).toEqual([`${number} 482913`]);
    expect(desk.seen.map(({ facts }) => facts.byPin)).toEqual([undefined, null, undefined]);
  });

  it('wake who sends a code, in the words of the channel it goes to', async () => {
    const to = { channel: 'sms', account: '+5076000000', address: '+50760009999' };
    const capabilities = capabilitiesOfKnown('sms');
    if (!capabilities) throw new Error('no SMS');
    const said = {
      text: 'Su código: 123456 ☎',
      short: 'Su codigo: 123456',
      asks: 'none',
      class: 'code',
    } as const;
    const asked = { to, codeHash: 'h', until: new Date('2100-01-01'), reply: said, capabilities };
    await open(() => ({ proof: { what: 'asked', ...asked } }));
    const id = await desk.hears('agregar mi celular');
    desk.later(2_000);
    await desk.take(id);
    const there = (await desk.store.conversationOf(to))?.id ?? '';
    expect(desk.jobs).toEqual([{ job: { name: 'deliver', conversationId: there }, delayMs: 0 }]);
    expect(await desk.said(there)).toEqual(['Su codigo: 123456']);
    expect(await desk.said(id)).toEqual([]);
  });

  it('wait for files that a platform is slow to give, and go without them when it never does', async () => {
    const answers = [
      { laterMs: 3_000 },
      { files: [{ id: 'f', type: 'image/png', bytes: 9 }], unreadable: 1, takenAt: null },
    ];
    await open(echo, {
      takeMedia: async () => answers.shift() ?? { files: [], unreadable: 0, takenAt: null },
    });
    const id = await desk.hears('foto', { media: [{ url: 'https://x' }, { url: 'https://y' }] });
    desk.later(2_000);
    await desk.take(id);
    expect(desk.jobs).toEqual([{ job: { name: 'turn', conversationId: id }, delayMs: 3_000 }]);
    expect(desk.seen).toEqual([]);
    await desk.take(id);
    expect(desk.seen[0]?.facts.media).toEqual({
      ids: [{ id: 'f', type: 'image/png', bytes: 9 }],
      unreadable: 1,
    });
  });

  it('do not wait for files where there is danger, and count them as not opened', async () => {
    const known = await openTurnDesk();
    await known.store.close();
    const { classifier } = known.deps;
    const understand: typeof classifier.understand = (text, context) => ({
      ...classifier.understand(text, context),
      emergency: text.includes('incendio') ? { category: 'incendio', p: 1 } : null,
    });
    await open(echo, {
      classifier: { ...classifier, understand },
      takeMedia: async () => ({ laterMs: 3_000 }),
    });
    const media = [{ url: 'https://x' }, { url: 'https://y' }];
    const id = await desk.hears('hay un incendio', { media });
    desk.later(2_000);
    await desk.take(id);
    expect(await desk.said(id)).toEqual(['Oigo: hay un incendio']);
    expect(desk.seen[0]?.facts.media).toEqual({ ids: [], unreadable: 2 });
  });

  it('start from a fresh state when the saved one cannot be read', async () => {
    await open();
    const id = await desk.hears('uno');
    const set = { state: { ...newState('en'), v: 99 } };
    await desk.store.commit({
      at: desk.deps.now(),
      conversation: { id, expectedVersion: 0, consumed: [], turn: false, set },
    });
    desk.later(2_000);
    await desk.take(id);
    expect(desk.seen[0]?.talk.state).toEqual(newState('es'));
  });
});

describe('what a turn says', () => {
  it('is rendered within the channel’s limits, one row for each call, and wakes the sending', async () => {
    const long = Array(60).fill('Esta frase tiene exactamente cincuenta y un letras.').join(' ');
    await open(() => ({
      replies: [reply(long, { short: long, asks: 'place', choices: [{ label: 'Aquí', value: 'here' }] })],
    }));
    const id = await desk.hears('uno');
    desk.later(2_000);
    await desk.take(id);
    const lines = (await desk.store.transcript(id, 1, 9)).map(({ text, asks, turn }) => [
      text.length <= 1_600,
      asks,
      turn,
    ]);
    expect(lines).toEqual([
      [true, 'none', 1],
      [true, 'place', 1],
    ]);
    expect(desk.jobs).toEqual([{ job: { name: 'deliver', conversationId: id }, delayMs: 0 }]);
    expect(await desk.store.claim(id, desk.deps.now(), 1_000)).toMatchObject({
      outbound: { turn: 1, state: 'sending' },
    });
  });

  it('is accepted at once where it is read and not sent', async () => {
    await open();
    const id = await desk.hears('uno', { channel: 'web', account: '', address: 's1' });
    desk.later(2_000);
    await desk.take(id);
    expect(desk.jobs).toEqual([]);
    expect(await desk.store.claim(id, desk.deps.now(), 1_000)).toBeNull();
    expect(await desk.said(id)).toEqual(['Oigo: uno']);
  });

  it('is nothing for who wants no more messages, but that we stop and where help is', async () => {
    await open((talk, stimulus) => {
      const stop = 'messages' in stimulus && stimulus.messages.some(({ signal }) => signal === 'optOut');
      const replies = [reply('Hola'), reply('911', { class: 'emergency' as const })];
      if (stop) replies.push(reply('Basta', { class: 'optOut' }));
      return { replies, set: stop ? { optedOut: true } : {}, state: talk.state };
    });
    const id = await desk.hears('ALTO', { signal: 'optOut' });
    await desk.take(id);
    await desk.hears('hola');
    desk.later(2_000);
    await desk.take(id);
    expect(await desk.said(id)).toEqual(['911', 'Basta', '911']);
    expect((await desk.talkNow(id)).turns).toBe(2);
  });

  it('is said in another talk when the turn erased its own, of which nothing is left', async () => {
    await open((talk, stimulus, facts) => {
      const erase = 'messages' in stimulus && stimulus.messages.at(-1)?.text === 'borrar';
      if (!erase) return echo(talk, stimulus, facts);
      return { erase: { conversationId: talk.id, caseIds: [] }, replies: [reply('Borrado')] };
    });
    const id = await desk.hears('secreto');
    desk.later(2_000);
    await desk.take(id);
    await desk.hears('borrar');
    desk.later(2_000);
    await desk.take(id);
    expect(await desk.store.load(id)).toBeNull();
    const address = { channel: 'sms', account: '+5076000000', address: '+50760001111' };
    const next = (await desk.store.conversationOf(address))?.id ?? '';
    expect((await desk.store.transcript(next, 0, 9)).map(({ text }) => text)).toEqual(['Borrado']);
  });
});

describe('an alarm', () => {
  const nudge = (inMs: number): Script => {
    return (_talk, stimulus, facts) =>
      'wake' in stimulus
        ? { replies: [reply('¿Sigue?')] }
        : { set: { wakeAt: new Date(facts.now.getTime() + inMs) } };
  };

  it('rings once, and not before its time', async () => {
    await open(nudge(30_000));
    const id = await desk.hears('uno');
    desk.later(2_000);
    await desk.take(id);
    expect(desk.jobs).toEqual([{ job: { name: 'turn', conversationId: id }, delayMs: 30_000 }]);
    desk.later(29_999);
    await desk.take(id);
    desk.later(1);
    await desk.take(id);
    await desk.take(id);
    expect(await desk.said(id)).toEqual(['¿Sigue?']);
    expect((await desk.talkNow(id)).wakeAt).toBeNull();
  });

  it('that sets itself again for now rings a minute later, not for ever at once', async () => {
    await open((_talk, _stimulus, facts) => ({ set: { wakeAt: facts.now } }));
    const id = await desk.hears('uno');
    desk.later(2_000);
    await desk.take(id);
    await desk.take(id);
    expect((await desk.talkNow(id)).wakeAt).toEqual(new Date(desk.deps.now().getTime() + 60_000));
  });

  it('far away is left to the sweep', async () => {
    await open(nudge(1_800_000));
    const id = await desk.hears('uno');
    desk.later(2_000);
    await desk.take(id);
    expect(desk.jobs).toEqual([]);
    desk.later(1_800_000);
    expect(await desk.store.overdue(desk.deps.now(), 9)).toEqual([{ name: 'turn', conversationId: id }]);
  });
});

describe('a turn that fails', () => {
  const broken: Script = (talk, stimulus, facts) => {
    if ('messages' in stimulus && stimulus.messages.some(({ text }) => text === 'veneno'))
      throw new Error('secret words');
    return echo(talk, stimulus, facts);
  };
  /** Runs what the queue holds until it is empty. */
  const settle = async (id: string): Promise<void> => {
    await desk.take(id);
    for (let job = desk.jobs.shift(); job; job = desk.jobs.shift()) {
      desk.later(job.delayMs);
      if (job.job.name === 'turn') await desk.take(id);
    }
  };

  it('is tried five times, then put aside for a person, and the citizen is told', async () => {
    await open(broken);
    const id = await desk.hears('veneno');
    desk.later(2_000);
    await settle(id);
    expect(desk.counts).toEqual(['failed', 'failed', 'failed', 'failed', 'parked']);
    expect(await desk.talkNow(id)).toMatchObject({
      mode: 'waiting',
      reason: 'failed_turn',
      failures: 0,
      turns: 1,
    });
    expect(await desk.said(id)).toEqual(['es:handoff.failed_turn']);
    expect(await desk.store.conversations('waiting', 9)).toHaveLength(1);
  });

  it('lets later messages flow on, and is not told again', async () => {
    await open(broken);
    const id = await desk.hears('veneno');
    desk.later(2_000);
    await settle(id);
    await desk.hears('hola');
    desk.later(2_000);
    await settle(id);
    await desk.hears('veneno');
    desk.later(2_000);
    await settle(id);
    expect(await desk.said(id)).toEqual(['es:handoff.failed_turn', 'Oigo: hola']);
    expect((await desk.store.load(id))?.messages).toEqual([]);
  });

  it('stays silent where a person has the talk', async () => {
    await open(broken);
    const id = await desk.hears('veneno');
    const set = { mode: 'person' as const, takenBy: 'Mesa' };
    await desk.store.commit({
      at: desk.deps.now(),
      conversation: { id, expectedVersion: 0, consumed: [], turn: false, set },
    });
    desk.later(2_000);
    await settle(id);
    expect(await desk.said(id)).toEqual([]);
    expect(await desk.talkNow(id)).toMatchObject({ mode: 'person', takenBy: 'Mesa' });
  });

  it('forgets its failures once it works', async () => {
    let failing = true;
    await open((...given) => {
      if (failing) throw new TypeError();
      return echo(...given);
    });
    const id = await desk.hears('uno');
    desk.later(2_000);
    await desk.take(id);
    expect((await desk.talkNow(id)).failures).toBe(1);
    failing = false;
    await desk.take(id);
    expect(await desk.talkNow(id)).toMatchObject({ failures: 0, mode: 'bot', turns: 1 });
  });

  it('by what it wants stored, or by a case it opens twice, is its own fault too', async () => {
    await open(talk => {
      const change = (id: string): CaseChange => {
        const opening = { conversationId: talk.id, turn: 1, index: 0 };
        return { case: newCase({ id, number: `311-${id}`, opening }), expectedVersion: 0, events: [] };
      };
      return { cases: [change('a'), change('b')] };
    });
    const id = await desk.hears('uno');
    desk.later(2_000);
    await settle(id);
    expect(desk.counts.at(-1)).toBe('parked');
    expect(await desk.store.caseById('a')).toBeNull();
  });

  it('on its own alarm gives the alarm up and asks for a look', async () => {
    await open((_talk, stimulus, facts) => {
      if ('wake' in stimulus) throw new Error();
      return { set: { wakeAt: facts.now } };
    });
    const id = await desk.hears('uno');
    desk.later(2_000);
    await settle(id);
    expect(await desk.talkNow(id)).toMatchObject({
      mode: 'bot',
      review: true,
      reason: 'failed_turn',
      wakeAt: null,
    });
    expect(await desk.said(id)).toEqual([]);
  });
});

describe('a store that fails', () => {
  it('is no failure of the turn, and the turn is taken when it works again', async () => {
    await open();
    const id = await desk.hears('uno');
    desk.later(2_000);
    const full = { ...desk.store, commit: () => Promise.reject(new Error('disk full')) };
    const take = createTakeTurn({ ...desk.deps, store: full });
    for (let i = 0; i < 6; i += 1) await expect(take(id)).rejects.toThrow('disk full');
    expect((await desk.talkNow(id)).failures).toBe(0);
    await desk.take(id);
    expect(await desk.said(id)).toEqual(['Oigo: uno']);
  });
});

describe('a conversation that is not there', () => {
  it('because it was erased meanwhile, is left alone', async () => {
    await open();
    const id = await desk.hears('uno');
    desk.later(2_000);
    const erase = (): Promise<unknown> =>
      desk.store.commit({
        at: desk.deps.now(),
        conversation: { id, expectedVersion: 0, consumed: [], turn: false, set: {} },
        erase: { conversationId: id, caseIds: [] },
      });
    const failPoint = (name: string) => (name === 'turn:before-commit' ? erase().then(() => {}) : undefined);
    await createTakeTurn({ ...desk.deps, failPoint })(id);
    await desk.take(id);
    await desk.take('unknown');
    expect(await desk.store.load(id)).toBeNull();
    expect(desk.counts).toEqual(['conflict']);
  });

  it('on a channel this build does not know, waits for one that does', async () => {
    await open();
    const id = await desk.hears('uno', { channel: 'pigeon' });
    desk.later(2_000);
    await desk.take(id);
    expect((await desk.store.load(id))?.messages).toHaveLength(1);
  });
});

it('names the places around load and commit, where a test may end the process', async () => {
  const names: string[] = [];
  await open(echo, { failPoint: name => void names.push(name) });
  const id = await desk.hears('uno');
  desk.later(2_000);
  await desk.take(id);
  expect(names).toEqual(['turn:before-load', 'turn:after-load', 'turn:before-commit', 'turn:after-commit']);
});
