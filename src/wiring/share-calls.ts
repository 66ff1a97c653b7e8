import type { CallShare } from '../channels/call-share.ts';
import type { Lease, Leases } from '../storage/store.ts';

/** What sharing needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface ShareDeps {
  store: Leases;
  /** This process, by a name nobody else has. */
  holder: string;
  /** Rises by one each ms, whatever the clock does, and also while the process is stopped. */
  elapsedMs: () => number;
  timer: (ms: number, run: () => void) => () => void;
}

/** A part that grows and shrinks with the number of processes that send. */
export interface SharedCalls extends CallShare {
  start(): void;
  /** Gives the part back, when no call of the last span is counted in it any more; else others take it for dead some seconds later. */
  close(): Promise<void>;
}

/** One process that sends, as it last said. A part is so many of `WHOLE`. */
interface Member {
  id: string;
  part: number;
  beat: number;
}

/** All that say they send, in the holder's place of one lease: whoever changes it saw what all the others have. */
const NAME = 'calls';
const WHOLE = 5_040;
/** The rest waits for who comes next: they need not wait until one who was killed counts as dead. */
const HANDED_OUT = (WHOLE * 7) / 8;

const BEAT_MS = 1_000;
/** For so long after its last word a process is sure of its part; others count it as dead only some seconds later. */
const SURE_MS = 6_000;
const STILL_MS = 8_000;
/** Of two who speak at once one is refused, and tries again. */
const TRIES = 4;

/**
 * Divides what accounts may be called among all processes that send from them. The parts that stand in the store never come to
 * more than the whole: a part grows once it is written down, and is written down smaller once the calls of the process fit in it. Each
 * measures time on its own, and no clock is compared with another's.
 */
export function shareCalls({ store, holder, elapsedMs, timer }: ShareDeps): SharedCalls {
  const own = { said: 0, used: 0, beat: 0, sureUntil: Number.NEGATIVE_INFINITY };
  const hearing = createHearing(elapsedMs);
  let fits = (_part: number): boolean => true;
  let cancel = (): void => {};
  let saying: Promise<void> = Promise.resolve();
  let closed = false;

  async function say(tries = TRIES): Promise<void> {
    const before = elapsedMs();
    const seen = await store.lease(NAME);
    const members = membersOf(seen);
    if (!members.some(({ id }) => id === holder)) own.said = own.used = 0;
    const others = members.filter(one => one.id !== holder && hearing.isAlive(one));
    const mine = partBeside(others);
    // What is given away is used no more from now on, and is others' when the calls that used it are over.
    own.used = Math.min(own.used, mine);
    const isOver = mine >= own.said || fits(mine / WHOLE);
    const said = isOver ? mine : own.said;
    const beat = own.beat + 1;
    const now = [...others, { id: holder, part: said, beat }];
    const taken = await store.takeLease(NAME, seen, JSON.stringify(now));
    if (taken === null) return tries > 1 ? say(tries - 1) : undefined;
    Object.assign(own, { said, beat, used: mine, sureUntil: before + SURE_MS });
    hearing.keepOnly(others);
  }

  function tick(): void {
    // A store that does not answer is asked again; meanwhile time decides.
    saying = say().catch(() => {});
    void saying.then(() => {
      if (!closed) cancel = timer(BEAT_MS, tick);
    });
  }

  return {
    start: tick,
    part: () => (elapsedMs() < own.sureUntil ? own.used / WHOLE : 0),
    measuredBy: measure => {
      fits = measure;
    },
    close: async () => {
      closed = true;
      cancel();
      await saying;
      own.used = 0;
      if (fits(0)) await giveBack(store, holder).catch(() => {});
    },
  };
}

/** Listens to processes that send: who has said nothing new for a while counts as dead. */
function createHearing(elapsedMs: () => number): {
  isAlive(member: Member): boolean;
  /** Forgets all who are not among these. */
  keepOnly(members: readonly Member[]): void;
} {
  const heard = new Map<string, { beat: number; since: number }>();
  return {
    isAlive: ({ id, beat }) => {
      const now = elapsedMs();
      const before = heard.get(id);
      if (before?.beat === beat) return now - before.since < STILL_MS;
      heard.set(id, { beat, since: now });
      return true;
    },
    keepOnly: members => {
      for (const id of heard.keys()) if (!members.some(one => one.id === id)) heard.delete(id);
    },
  };
}

/** What one more process may use beside these: a fair part, or what they have left of it. */
function partBeside(others: readonly Member[]): number {
  const taken = others.reduce((sum, { part }) => sum + part, 0);
  const fair = Math.floor(HANDED_OUT / (others.length + 1));
  return Math.max(0, Math.min(fair, WHOLE - taken));
}

async function giveBack(store: Leases, holder: string): Promise<void> {
  const seen = await store.lease(NAME);
  const others = membersOf(seen).filter(({ id }) => id !== holder);
  await store.takeLease(NAME, seen, JSON.stringify(others));
}

function membersOf(lease: Lease | null): Member[] {
  return lease?.holder ? (JSON.parse(lease.holder) as Member[]) : [];
}
