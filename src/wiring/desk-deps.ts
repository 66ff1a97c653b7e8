import type { ApiDeps } from '../api/api-deps.ts';
import { createAttempts, lookByPin } from '../cases/pin.ts';
import type { ChannelId, InboundMessage, Receipt } from '../channels/channel.ts';
import { receive } from '../channels/receive.ts';
import { render } from '../channels/render.ts';
import { isTerminal, terminalId } from '../channels/terminal.ts';
import { caseNotice } from '../dialogs/notices.ts';
import { resume } from '../dialogs/resume.ts';
import { fileOnPage } from '../dialogs/turn/file-on-page.ts';
import type { FactsDeps } from '../dialogs/turn/gather-facts.ts';
import type { Added } from '../storage/store.ts';
import { channelDeps } from './channel-states.ts';
import type { House } from './house.ts';

/** The way in for messages and receipts: resolves when all of it is durable. */
export type WayIn = (messages: InboundMessage[], receipts: Receipt[]) => Promise<Added[]>;

/** The way in, counting what comes. */
export function wayIn(house: House): WayIn {
  const { store, queue, now, metrics, elapsedMs, failPoint } = house;
  const deps = { store, queue, now, quietGapMs: quietGap(house), count: metrics.messages };
  return async (messages, receipts) => {
    const began = elapsedMs();
    const added = await receive({ ...deps, ...(failPoint ? { failPoint } : {}) }, messages, receipts);
    const [first] = messages;
    if (first) metrics.ack((elapsedMs() - began) / 1_000, first.channel);
    return added;
  };
}

const USUAL_GAP_MS = 1_200;

/** How long each channel waits for the rest of a burst. A terminal that stands in for another is still a terminal. */
export function quietGap({ settings, catalogue }: House): (channel: ChannelId) => number {
  const gaps = catalogue.centre.quietGapMs;
  return channel => {
    const own = gaps[channel] ?? (isTerminal(channel) ? gaps[terminalId()] : undefined);
    return settings.quietGapMs ?? own ?? USUAL_GAP_MS;
  };
}

/** The keyed hash a PIN of a case is kept as. */
export function pinHasher({ vault }: Pick<House, 'vault'>): (number: string, pin: string) => string {
  return (number, pin) => vault.hash('pin', number, pin);
}

/** Looks for cases by number and PIN, with one count of wrong tries. */
export function pinLook(house: Pick<House, 'store' | 'vault' | 'now'>): House['lookByPin'] {
  const { store, now } = house;
  const deps = { store, hashPin: pinHasher(house), attempts: createAttempts(), now };
  return (number, pin, source) => lookByPin(deps, number, pin, source);
}

/** A new PIN of six digits for a case, and what is kept of it. */
export function pinMaker(house: Pick<House, 'vault' | 'random'>): ApiDeps['newPin'] {
  const hashPin = pinHasher(house);
  return number => {
    const pin = String(house.random(6).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
    return { pin, hash: hashPin(number, pin) };
  };
}

/** A new code of six digits that proves an address, and what is kept of it. */
export function codeMaker(house: Pick<House, 'vault' | 'random'>): Pick<FactsDeps, 'newCode' | 'hashCode'> {
  const hashCode = (code: string): string => house.vault.hash('code', code);
  return {
    hashCode,
    newCode: () => {
      const code = String(house.random(6).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
      return { code, hash: hashCode(code) };
    },
  };
}

/** The state of each open channel: `ok`, or what is wrong. */
export type ChannelStates = () => Record<string, string>;

/** What people's routes, cases and their clock are given. */
export function apiDeps(
  house: House,
  { receiveAll, closing, states }: { receiveAll: WayIn; closing: AbortSignal; states: ChannelStates },
): ApiDeps {
  const { store, queue, catalogue, route, classifier, vault, keyring, channels, settings } = house;
  const { now, newId, random, log, failPoint } = house;
  return {
    ...{ store, keys: store, queue, catalogue, route, classifier, render, now, newId, random, log },
    ...{ newPin: pinMaker(house), receive: receiveAll, closing, ...(failPoint ? { failPoint } : {}) },
    ...channelDeps(house, states),
    caseNotice: caseNotice(house),
    resume: resume(house),
    fileOnPage: fileOnPage(house),
    capabilitiesOf: channel => channels.get(channel)?.capabilities ?? null,
    accountOf: channel => (channels.has(channel) ? (channels.get(channel)?.account ?? '') : null),
    accounts: () => [...channels.values()].map(({ id, account = '' }) => ({ channel: id, account })),
    hashKey: key => vault.hash('api-key', key),
    givenKeys: [
      { name: 'console', key: house.localToken, local: true },
      ...(settings.apiKey === null ? [] : [{ name: 'operator', key: settings.apiKey, local: false }]),
    ],
    learning: house.learning,
    rotateKeyring: async () => {
      keyring.addKey();
      return store.rewrapKeys();
    },
  };
}
