import type { Draft } from '../conversation.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { touched } from './absorb.ts';
import { proceed } from './flow.ts';
import { refusesHolder, withoutHolder } from './refusal.ts';

/** Who does not want the body of a report to receive it is heard at any question. Null: no such wish. */
export function refusedBody(scene: Scene, draft: Draft): Move | null {
  const { burst } = scene;
  if (!refusesHolder(scene, draft, burst.text)) return null;
  const told = { ...touched(scene, draft), description: [...draft.description, ...burst.lines] };
  return proceed(scene, withoutHolder(scene, told), say(scene, 'refused_body'));
}
