import type { Catalogue, Route } from '../../src/catalogue/catalogue.ts';
import { createRules, type Rules } from '../../src/nlu/rules.ts';

const built = new Map<string, Rules>();

/** The rules of a catalogue, built once for all desks of a test file whose offices say the same: they keep nothing of a text. */
export function sharedRules(catalogue: Catalogue, route: Route): Rules {
  // What notices and templates say is no part of the rules.
  const { centre: _, notices: __, templates: ___, ...read } = catalogue;
  const key = JSON.stringify(read, (_name, value) => (value instanceof Map ? [...value] : value));
  const rules = built.get(key) ?? createRules(catalogue, route);
  built.set(key, rules);
  return rules;
}
