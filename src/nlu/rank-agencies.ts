import type { Service } from '../catalogue/catalogue.ts';
import type { Ranked } from './classifier.ts';
import type { Holders } from './holders.ts';
import type { NamedAgency } from './named-agencies.ts';
import { rank } from './softmax.ts';

/** Where the matter may be, with probabilities that sum to at most 1; the rest is anywhere. */
export type Whereabouts = Ranked[];

const AT_MOST = 8;
const LEAST = 0.01;
/** From here on a matter is taken for the one that is told. */
const SURE = 0.5;
/** How many times more probable a name makes one of several possible holders. */
const PREFERENCE = 15;
/** The most a body's name weighs against what the matter says. */
const TRUST_IN_NAMES = 0.4;

/** Competent bodies by probability: the services' rules at the place, and the body the text names. */
export function rankAgencies(
  services: { service: Service; p: number }[],
  whereabouts: Whereabouts,
  holders: Holders,
  named: NamedAgency[],
): Ranked[] {
  const [best] = services;
  const accused = best && best.p >= SURE ? best.service.against : undefined;
  const called = named.filter(({ id }) => id !== accused);
  const shares = new Map<string, number>();
  const add = (id: string, p: number): void => void shares.set(id, (shares.get(id) ?? 0) + p);
  let unknown = 1;
  for (const { service, p } of services) {
    unknown -= p;
    for (const [id, share] of holdersAt(service, whereabouts, holders, called)) add(id, share * p);
  }
  mixNames(shares, called, Math.max(0, unknown));
  const ranked = rank([...shares].map(([id, p]) => ({ id, p: Math.min(1, p) })));
  return ranked.filter(({ p }) => p >= LEAST).slice(0, AT_MOST);
}

function holdersAt(
  service: Service,
  whereabouts: Whereabouts,
  holders: Holders,
  named: NamedAgency[],
): Map<string, number> {
  const shares = new Map<string, number>();
  let anywhere = 1;
  const add = (code: string, p: number): void => {
    for (const [id, share] of preferNamed(holders(service, code), named))
      shares.set(id, (shares.get(id) ?? 0) + share * p);
  };
  for (const { id: code, p } of whereabouts) {
    anywhere -= p;
    add(code, p);
  }
  if (anywhere > 1e-9) add('', anywhere);
  return shares;
}

/** Of several bodies that may be competent the one the text names is probably meant. */
function preferNamed(shares: ReadonlyMap<string, number>, named: NamedAgency[]): ReadonlyMap<string, number> {
  if (shares.size < 2 || !named.some(({ id }) => shares.has(id))) return shares;
  const factor = (id: string): number => {
    return 1 + PREFERENCE * (named.find(body => body.id === id)?.strength ?? 0) ** 2;
  };
  const rows = [...shares].map(([id, share]) => [id, share * factor(id)] as const);
  const total = rows.reduce((sum, [, share]) => sum + share, 0);
  return new Map(rows.map(([id, share]) => [id, share / total]));
}

/** A body called by name takes most of what no service explains, and a share of the rest. */
function mixNames(shares: Map<string, number>, named: NamedAgency[], unknown: number): void {
  const called = named.filter(({ strength }) => strength >= 0.3).slice(0, 3);
  const total = called.reduce((sum, { strength }) => sum + strength, 0);
  if (total === 0) return;
  const strongest = called[0]?.strength ?? 0;
  const trust = TRUST_IN_NAMES * strongest * (called[0]?.byName ? 1 : 0.5);
  for (const [id, p] of shares) shares.set(id, p * (1 - trust));
  const mass = unknown * 0.85 * strongest * (1 - trust) + trust;
  for (const { id, strength } of called) {
    shares.set(id, (shares.get(id) ?? 0) + (mass * strength) / total);
  }
}

/** However faintly a sure danger is heard, who comes is meant before anybody else. */
const LEAST_OF_RESCUER = 0.6;
/** What is left to those who come after the first, each time. */
const NEXT = 0.5;

/** Bodies by probability where somebody is in danger: who comes or protects, and behind them those that the matter names. */
export function withRescuers(
  agencies: readonly Ranked[],
  rescuers: readonly string[],
  danger: number,
): Ranked[] {
  let left = 1;
  const first = rescuers.map((id, i) => {
    const p = left * (i === 0 ? Math.max(danger, LEAST_OF_RESCUER) : NEXT);
    left -= p;
    return { id, p };
  });
  const others = agencies
    .filter(({ id }) => !rescuers.includes(id))
    .map(({ id, p }) => ({ id, p: p * left }));
  return [...first, ...others].filter(({ p }) => p >= LEAST).slice(0, AT_MOST);
}
