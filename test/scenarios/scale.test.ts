import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Fleet, type Member, openFleet } from '../support/fleet.ts';
import { eventually } from '../support/running-desk.ts';
import { ownMissing } from '../support/servers/mongodb.ts';
import { missingRedis } from '../support/servers/redis.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../support/telegram-stand-in.ts';
import { openVisitor, type Visitor } from '../support/visitor.ts';

const missing = missingRedis() ?? ownMissing();
const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

/** Each process takes its second to begin, and a busy machine takes several. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

describe.skipIf(missing)(`processes on MongoDB and Redis (${missing ?? 'here'})`, () => {
  let fleet: Fleet;
  let telegram: TelegramStandIn;

  beforeAll(async () => {
    telegram = await startTelegramStandIn();
    fleet = await openFleet({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.url });
  });

  afterAll(async () => {
    await fleet?.stop();
    await telegram?.close();
  });

  async function broken(): Promise<string[]> {
    return (await fleet.verify()).filter(({ broken }) => broken > 0).map(({ invariant }) => invariant);
  }

  describe('two web, two workers', () => {
    let members: Member[];

    beforeAll(async () => {
      const roles = ['web', 'web', 'worker', 'worker'];
      members = await Promise.all(roles.map(role => fleet.start(role)));
    });

    afterAll(async () => {
      expect(await Promise.all(members.map(member => fleet.drain(member)))).toEqual(members.map(() => 0));
      expect(await broken()).toEqual([]);
    });

    /** Replaces a member by a new one of its role. */
    async function replace(member: Member): Promise<void> {
      members[members.indexOf(member)] = await fleet.start(member.role);
    }

    it('are restarted one after the other under load: nothing is lost or doubled, no 5xx is answered', async () => {
      const load = startLoad(fleet.url);
      for (const member of [...members]) {
        expect(await fleet.drain(member)).toBe(0);
        await replace(member);
      }
      await load.answeredTo(ENOUGH);
      const statuses = await load.end();
      expect(
        [...statuses].filter(status => status >= 300),
        fleet.errors(),
      ).toEqual([]);
      expect(await broken()).toEqual([]);
    }, 240_000);

    it('go on when any of them is killed, or Redis, or the database', async () => {
      const load = startLoad(fleet.url);
      for (const member of [...members]) {
        await pause(500);
        member.signal('SIGKILL');
        await member.ended;
        await replace(member);
      }
      await fleet.redis.kill();
      await pause(1_000);
      await fleet.redis.again();
      await pause(500);
      await fleet.mongo.kill();
      await pause(1_000);
      await fleet.mongo.again();
      await pause(500);
      const statuses = await load.end();
      // A database that is away may be answered 503, never falsely 2xx.
      expect(
        [...statuses].filter(status => status >= 300 && status !== 503),
        fleet.errors(),
      ).toEqual([]);
      expect(await broken()).toEqual([]);
    });
  });

  describe('two that could hold the session of Telegram', () => {
    const heldBy = async ({ url }: Member): Promise<boolean> =>
      ((await (await fetch(`${url}/readyz`)).json()) as { telegram: string }).telegram === 'ok';

    async function holder(members: Member[]): Promise<Member> {
      return eventually(async () => {
        for (const member of members) if (await heldBy(member)) return member;
        return null;
      }, 60_000);
    }

    async function answerTo(text: string): Promise<string> {
      const before = telegram.sent.length;
      await telegram.says(text);
      return (await eventually(async () => telegram.sent[before], 60_000)).text;
    }

    /** How many messages a process has stored, new or known. */
    async function stored({ url }: Member): Promise<number> {
      const text = await (await fetch(`${url}/metrics`)).text();
      const counts = text.matchAll(/^ventanilla_messages_total\{channel="telegram".*\} (\d+)$/gm);
      return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
    }

    it('hold it one at a time, the next within a while of a crash; one that was stopped reads and stores no more', async () => {
      const worker = await fleet.start('worker');
      const members = await Promise.all([fleet.start('telegram'), fleet.start('telegram')]);
      const first = await holder(members);
      expect(await answerTo(LEAK)).toContain('Cerro Viento');
      const second = members.find(member => member !== first) as Member;
      const known = await stored(second);
      // Stopped in the middle of a poll: what the platform hands it lies unread.
      first.signal('SIGSTOP');
      expect(await answerTo('sí')).toMatch(/311(-\d{3}){3}/);
      expect(await stored(second)).toBe(known + 1);
      const { conflicts } = telegram;
      first.signal('SIGCONT');
      await eventually(async () => !(await heldBy(first)));
      const before = await stored(first);
      await pause(5_000);
      // It neither asks again nor stores what it was handed.
      expect(telegram.conflicts).toBe(conflicts);
      expect(await stored(first)).toBe(before);
      second.signal('SIGKILL');
      await second.ended;
      await eventually(() => heldBy(first), 60_000);
      expect(await answerTo('mis casos')).toMatch(/311(-\d{3}){3}/);
      expect(await broken()).toEqual([]);
      expect(await Promise.all([first, worker].map(member => fleet.drain(member)))).toEqual([0, 0]);
    });
  });
});

/** So many answers show that the load went on. */
const ENOUGH = 20;

interface Load {
  /** Waits until so many messages were answered. */
  answeredTo(count: number): Promise<unknown>;
  /** What every call was answered with. */
  end(): Promise<Set<number>>;
}

/** Citizens who write one message after the other, each until it is taken, and wait for what is said to it. */
function startLoad(url: string): Load {
  const statuses = new Set<number>();
  const state = { ending: false, answered: 0 };
  const talks = Array.from({ length: 4 }, async (_, n) => {
    const visitor = await insist(() => openVisitor(url));
    for (let said = 1; !state.ending; said += 1) await say(visitor, `casa ${n} ${said}: ${LEAK}`);
  });

  async function say(visitor: Visitor, text: string): Promise<void> {
    const id = `${text.slice(0, 12)}`;
    const seq = await insist(async () => {
      const response = await visitor.fetch('/chat/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, text }),
      });
      statuses.add(response.status);
      return response.ok ? ((await response.json()) as { seq: number }).seq : null;
    });
    await insist(async () => (await visitor.read(seq, 5)).some(({ from }) => from === 'bot') || null);
    state.answered += 1;
  }

  return {
    answeredTo: count => eventually(async () => state.answered > count || null, 120_000),
    end: async () => {
      state.ending = true;
      await Promise.all(talks);
      return statuses;
    },
  };
}

/** Again and again until there is something: connections may be cut. */
async function insist<T>(act: () => Promise<T | null>): Promise<T> {
  return eventually(() => act().catch(() => null), 120_000) as Promise<T>;
}
