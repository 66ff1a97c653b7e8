import type { NewsKind, NoticePlan } from '../catalogue/catalogue.ts';
import { quietUntil } from '../catalogue/working-time.ts';
import type { Capabilities, ChannelId } from '../channels/channel.ts';
import type { Conversation } from '../storage/store.ts';
import type { Case } from './case.ts';

/** What is known when a road for news is looked for. */
export interface Search {
  plan: NoticePlan;
  kind: NewsKind;
  /** The place in the kind's list to begin at. */
  from: number;
  /** Why the road before was not taken, or failed; null: there was none. */
  after: string | null;
  /** Where the citizen opened the case. */
  own: Conversation;
  /** Their other addresses, the one they wrote from last first. */
  others: readonly Conversation[];
  /** Null when a channel is off. */
  capabilitiesOf: (channel: ChannelId) => Capabilities | null;
  about: Pick<Case, 'openedAt' | 'privacy'>;
  now: Date;
}

/** A road that was looked at: its place in the list, why it came up, and why it cannot be used. */
export interface Skipped {
  step: number;
  road: ChannelId;
  reason: string;
  code: string;
}

/** A road for news, or when to look again; both null: there is none. */
export interface RoadFound {
  skipped: Skipped[];
  take: { step: number; reason: string; conversation: Conversation; capabilities: Capabilities } | null;
  wait: { step: number; reason: string; road: ChannelId; until: Date } | null;
}

/** In a list of roads: where the citizen wrote. */
const OWN = 'conversation';

/** Why the first road comes up. */
const FIRST = 'first';

/**
 * The first road of a kind's list, from a place in it on, that can be used now. Those before it are named with the
 * reason why not. Who reads only where they come back to is told there when they are there, or when no other road is left. Pure.
 */
export function findRoad(search: Search): RoadFound {
  const { roads } = search.plan.news[search.kind];
  const skipped: Skipped[] = [];
  let reason = search.after ?? FIRST;
  for (const [step, name] of [...roads.entries()].slice(search.from)) {
    if (isOwnAgain(search, name)) continue;
    const look = lookAt(search, name);
    if ('until' in look) {
      return { skipped, take: null, wait: { step, reason, road: look.road, until: look.until } };
    }
    if ('conversation' in look && !isAway(search, look)) {
      return { skipped, take: { step, reason, ...look }, wait: null };
    }
    const code = 'code' in look ? look.code : NOT_THERE;
    skipped.push({ step, reason, road: roadOf(look), code });
    reason = code;
  }
  return { skipped, take: lastResort(search, reason), wait: null };
}

/** Nobody seems to look at the page. */
const NOT_THERE = 'not_there';
/** Who wrote a shorter time ago still looks at the page. */
const THERE_MS = 10 * 60_000;

/** Is it a road on which nothing is sent, and nobody there to read? */
function isAway({ about, now }: Search, { conversation, capabilities }: Taken): boolean {
  return capabilities.pull && !isSince([conversation.lastInboundAt, about.openedAt], THERE_MS, now);
}

/** The page, which was passed because nobody was there: news waits on it for whoever comes. It cannot have failed. */
function lastResort(search: Search, reason: string): RoadFound['take'] {
  for (const [step, name] of search.plan.news[search.kind].roads.entries()) {
    const look = isOwnAgain(search, name) ? null : lookAt(search, name);
    if (look && 'conversation' in look && look.capabilities.pull) return { step, reason, ...look };
  }
  return null;
}

/** Where they wrote, named by its own name too. */
function isOwnAgain({ plan, kind, own }: Search, name: string): boolean {
  return name === own.channel && plan.news[kind].roads.includes(OWN);
}

function roadOf(look: Look): ChannelId {
  return 'conversation' in look ? look.conversation.channel : look.road;
}

type Look = { road: ChannelId; code: string } | { road: ChannelId; until: Date } | Taken;
interface Taken {
  conversation: Conversation;
  capabilities: Capabilities;
}

function lookAt(search: Search, name: string): Look {
  const { own, others, plan, kind, about, capabilitiesOf } = search;
  const conversation = name === OWN ? own : others.find(({ channel }) => channel === name);
  const road = conversation?.channel ?? name;
  if (!conversation) return { road, code: 'no_address' };
  // What was told in confidence is spoken of where it was told.
  if (conversation !== own && about.privacy !== 'normal') return { road, code: 'confidential' };
  const capabilities = capabilitiesOf(road);
  if (capabilities === null) return { road, code: 'channel_off' };
  if (conversation.optedOut) return { road, code: 'opted_out' };
  const { cost = 'free', wakes = true } = plan.roads.get(road) ?? {};
  if (cost === 'paid' && plan.news[kind].cost === 'free') return { road, code: 'too_costly' };
  const until = wakes && !capabilities.pull ? sleepsUntil(search, conversation) : null;
  return until ? { road, until } : { conversation, capabilities };
}

/** Who did something so short a time ago is not asleep. */
const AWAKE_MS = 30 * 60_000;

function sleepsUntil(
  { plan, kind, now, about: { openedAt } }: Search,
  { lastInboundAt }: Conversation,
): Date | null {
  if (plan.news[kind].atNight) return null;
  const isAwake = isSince([lastInboundAt, openedAt], AWAKE_MS, now);
  return isAwake ? null : quietUntil(plan.quietHours, now);
}

/** Is one of these times less than so many ms ago? */
function isSince(times: readonly (Date | null)[], ms: number, now: Date): boolean {
  return times.some(at => at !== null && now.getTime() - at.getTime() < ms);
}
