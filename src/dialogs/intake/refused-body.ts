import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { touched } from './absorb.ts';
import { proceed, showSummary } from './flow.ts';
import { bodyMeant } from './named-body.ts';
import { refusedIn, withoutBodies } from './refusal.ts';

/** Who does not want a body to receive a report is heard at any question. Null: no such wish. */
export function refusedBody(scene: Scene, draft: Draft): Move | null {
  const { burst } = scene;
  const bodies = refusedIn(scene, draft, burst.text);
  if (bodies.length === 0) return null;
  const before = draft.refused ?? [];
  if (bodies.every(id => before.includes(id))) return refusedBefore(scene, draft, bodies);
  const told = { ...touched(scene, draft), description: [...draft.description, ...burst.lines] };
  const own = withoutBodies(scene, told, bodies);
  const instead = bodyMeant(scene, burst.text, draft.place);
  const isOther = instead !== null && own.refused?.includes(instead) === false;
  return proceed(scene, isOther ? { ...own, agencyId: instead } : own, say(scene, 'refused_body'));
}

/** Who has to say it twice is told that it is so, and that a person can be had. */
function refusedBefore(scene: Scene, draft: Draft, [id = '']: readonly string[]): Move {
  const agency = scene.catalogue.agencies.get(id)?.name ?? id;
  const lead = say(scene, 'refused_still', { agency });
  const own = touched(scene, draft);
  return draft.summarised ? showSummary(scene, own, lead) : proceed(scene, own, lead);
}
