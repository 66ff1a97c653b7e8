import type { Understanding } from '../../nlu/classifier.ts';
import { contentWords } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { namedAgency } from './guess.ts';

/** More words are read for what they mean together. */
const MOST_BARE = 4;
/** As many services could be offered for them. */
const MOST_OFFERED = 3;

/**
 * Do so few words tell no matter at all, though they were taken for one: none of them is a word of the services they sound
 * like (`es urgente`, `quiero hablar contigo`), no reason stands in them, and no body is named?
 */
export function tellsNoService({ burst, facts, catalogue }: Scene): boolean {
  const { reading } = facts;
  const isFew = burst.text !== '' && plainWords(burst.text).split(' ').length <= MOST_BARE;
  if (!isFew || burst.files.length > 0 || burst.pin !== null || reading.places.length > 0) return false;
  if (reading.reasons.length > 0 || isNamed(reading)) return false;
  const known = reading.services.slice(0, MOST_OFFERED).flatMap(({ id }) => {
    const service = catalogue.services.get(id);
    return service ? [service.name.es, service.name.en, ...service.words] : [];
  });
  const words = new Set(contentWords(known.join(' ')));
  return reading.services.length > 0 && !contentWords(burst.text).some(word => words.has(word));
}

function isNamed(reading: Understanding): boolean {
  return reading.emergency !== null || namedAgency({ ...reading, reasons: [] }, null) !== null;
}
