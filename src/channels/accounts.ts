import type { ChannelId } from './channel.ts';
import { createDoor, type Door, type DoorDeps, type Leave } from './door.ts';
import { forgetOldest } from './forget-oldest.ts';
import type { Waiting } from './line.ts';
import { createPaced, type Pace, type Paced, type Paces } from './pace.ts';

/** Whose account a conversation is written from. */
export interface Sender {
  conversationId: string;
  channel: ChannelId;
  account: string;
}

/**
 * One door for each account of a platform, and a pace for each recipient. Who is turned away is woken when there is a place.
 * Memory only: a restart begins anew.
 */
export interface Accounts {
  /** Whose account a conversation is written from, if it was here before. */
  senderOf(conversationId: string): Sender | null;
  /**
   * Takes a place before anything is claimed; null: turned away. Whether there are numbers for danger to send is asked only of
   * who would have to wait. Every place taken is given back.
   */
  enter(
    sender: Sender,
    paces: Paces | undefined,
    isUrgent: (conversationId: string) => Promise<boolean>,
  ): Promise<Leave | null>;
  /** Would the calls to each account, those under way and those of the last span, fit in this part of its pace? */
  fits(part: number): boolean;
}

/** Conversations whose account, and recipients whose last calls, are remembered. */
const REMEMBERED = 100_000;

/** Makes the doors; every account's is open at first. */
export function createAccounts(deps: DoorDeps): Accounts {
  const startedAt = deps.elapsedMs();
  const doors = new Map<string, Door>();
  const senders = new Map<string, Sender>();
  const recipients = new Map<string, Paced>();

  function doorOf({ channel, account }: Sender, pace: Pace | undefined): Door {
    const key = JSON.stringify([channel, account]);
    const found = doors.get(key) ?? createDoor(deps, pace, startedAt);
    doors.set(key, found);
    return found;
  }

  function recipientOf({ conversationId }: Sender, pace: Pace | undefined): Paced | null {
    if (!pace) return null;
    const found = recipients.get(conversationId) ?? createPaced(pace, deps.elapsedMs, startedAt);
    recipients.delete(conversationId);
    recipients.set(conversationId, found);
    forgetOldest(recipients, REMEMBERED);
    return found;
  }

  return {
    fits: part => [...doors.values()].every(door => door.fits(part)),
    senderOf: conversationId => senders.get(conversationId) ?? null,
    enter: async (sender, paces = {}, isUrgent) => {
      const { conversationId } = sender;
      senders.set(conversationId, sender);
      forgetOldest(senders, REMEMBERED);
      const recipient = recipientOf(sender, paces.recipient);
      const door = doorOf(sender, paces.account);
      const mustWait = (): boolean => {
        const waitMs = Math.ceil(Math.min(recipient?.waitMs(0) ?? 0, paces.recipient?.perMs ?? 0));
        if (waitMs > 0) deps.wake(conversationId, waitMs);
        return waitMs > 0;
      };
      if (mustWait()) return null;
      const leave = enterBoth(door, recipient, { conversationId, urgent: false });
      if (leave || !(await isUrgent(conversationId)) || mustWait()) return leave;
      return enterBoth(door, recipient, { conversationId, urgent: true });
    },
  };
}

/** A place at the door that also counts in the recipient's pace, from now until it is given back. */
function enterBoth(door: Door, recipient: Paced | null, waiting: Waiting): Leave | null {
  const leave = door.enter(waiting);
  const end = leave && recipient?.begin();
  if (!end) return leave;
  return tried => {
    end(tried.wasCalled);
    leave(tried);
  };
}
