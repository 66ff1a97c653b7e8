import { afterEach, describe, expect, it } from 'vitest';
import { command } from '../../src/commands/parked.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';

let desk: RunningDesk | null = null;

afterEach(async () => {
  await desk?.stop();
  if (desk) expect(await brokenPromises(desk.settings)).toEqual([]);
  desk = null;
});

/** A store that makes every turn fail while `failing` says so, as a mistake of ours would. */
function tripping(state: { failing: boolean }): (real: WholeStore) => WholeStore {
  return real => ({
    ...real,
    commit: change => {
      if (state.failing && change.conversation?.turn && !change.conversation.parked) {
        return Promise.reject(new TypeError('secret words'));
      }
      return real.commit(change);
    },
  });
}

/** What the command prints and says, and its exit status. */
async function parked(...words: string[]): Promise<{ status: number; out: string; said: string }> {
  const out: string[] = [];
  const said: string[] = [];
  const status = await command.run(words, {
    settings: () => desk?.settings ?? settingsIn(),
    print: line => void out.push(line),
    say: line => void said.push(line),
  });
  return { status, out: out.join('\n'), said: said.join('\n') };
}

describe('./ventanilla parked', () => {
  it('lists, shows and gives back to a running desk what its turns failed on', async () => {
    const state = { failing: true };
    desk = await startDesk(settingsIn(), { store: tripping(state) });
    const visitor = await desk.visit();
    await visitor.send({ text: 'hay un hueco en la calle' });
    const listed = await eventually(async () => {
      const { parked: found } = JSON.parse((await parked('list', '--json')).out);
      return found[0];
    }, 40_000);
    expect(listed).toMatchObject({ channel: 'web', messages: 1, reason: 'TypeError' });
    const { conversationId: id } = listed;
    expect((await parked('list')).out).toMatch(/conversation +channel[\s\S]* web .* 1 +TypeError$/);
    expect((await parked('show', id)).out).toContain('hay un hueco en la calle');
    const figures = await (await fetch(`${desk.url}/metrics`)).text();
    expect(figures).toContain('ventanilla_parked_messages{channel="web"} 1');
    expect(figures).not.toContain(id);
    state.failing = false;
    expect(await parked('retry', id)).toMatchObject({ status: 0, out: '1 message(s) wait for a turn again' });
    await eventually(async () => {
      const talk = await desk?.api('GET', `/conversations/${id}`);
      return talk?.body.messages.some((m: { from: string; asks: string }) => m.asks === 'place');
    });
    expect((await parked('list')).out).toBe('nothing is put aside');
    expect(await parked('retry', id)).toMatchObject({ status: 1, said: expect.stringContaining('Nothing') });
  }, 90_000);

  it('says what is wrong with a call', async () => {
    for (const words of [[], ['look'], ['show'], ['list', 'x'], ['drop', 'x'], ['retry', 'x', 'y']]) {
      expect((await parked(...words)).status).toBe(2);
    }
    desk = await startDesk();
    expect(await parked('show', 'none')).toMatchObject({ status: 1, said: 'There is no such conversation.' });
    expect((await parked('drop', 'none', '--reason', 'why')).said).toContain('reason: ');
  });
});
