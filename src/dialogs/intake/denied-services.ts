import type { Understanding } from '../../nlu/classifier.ts';
import { bodyNamed } from '../asked/agency-words.ts';
import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import { type Scene, withState } from '../scene.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

/** So surely a clause names a service. */
const NAMED = 0.6;
const DENIES = /\b(?:no|ni|ningun\w*|nada|tampoco|not|none|never|neither|nor|isn t|don t)\b/;

/** The draft with services that it is not, and the scene of it: from now on none of them is taken or offered. */
export function withDenied(scene: Scene, draft: Draft, ids: readonly string[]): { own: Scene; open: Draft } {
  const denied = [...new Set([...(draft.denied ?? []), ...ids])];
  const isIt = draft.serviceId !== null && denied.includes(draft.serviceId);
  const bare = isIt ? { ...draft, serviceId: null, agencyId: null, reasons: [] } : draft;
  const open = { ...bare, denied };
  return { own: withState(scene, { draft: open }), open };
}

/**
 * Words as they are read of a report that some services were denied of: as if there were none such, but for one that a clause
 * of theirs now surely names.
 */
export function withoutDeniedServices(scene: Scene): Scene {
  const { draft } = scene.state;
  const before = draft?.denied ?? [];
  if (draft === null || before.length === 0) return scene;
  const { facts, burst } = scene;
  const meant = clauses(burst.text)
    .filter(clause => !DENIES.test(plainWords(clause)) && !isForBody(scene, clause))
    .flatMap(clause => facts.read(clause).services.slice(0, 1))
    .filter(({ p }) => p >= NAMED)
    .map(({ id }) => id);
  const denied = before.filter(id => !meant.includes(id));
  const without = (reading: Understanding): Understanding => {
    const services = reading.services.filter(({ id }) => !denied.includes(id));
    // What speaks for one that was denied speaks for no other.
    const isSame = services[0]?.id === reading.services[0]?.id;
    return { ...reading, services, reasons: isSame ? reading.reasons : [] };
  };
  const read = (text: string): Understanding => without(facts.read(text));
  const heard = { reading: without(facts.reading), combined: () => without(facts.combined()), read };
  return { ...withState(scene, { draft: { ...draft, denied } }), facts: { ...facts, ...heard } };
}

/** `Bueno, mándelo a SINAPROC`: whom it is for, and nothing of what it is. */
function isForBody({ catalogue }: Scene, clause: string): boolean {
  const body = bodyNamed(catalogue, clause);
  const names = contentWords([body?.name, body?.acronym, ...(body?.aliases ?? [])].join(' '));
  return body !== null && contentWords(clause).every(word => names.includes(word) || SENDING.test(word));
}

const SENDING = /^(?:m[ae]nd|envi|pase|ponga|send|bueno|mejor|entonces|favor|please|then)/;
