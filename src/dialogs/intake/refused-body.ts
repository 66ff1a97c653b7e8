import type { Draft } from '../conversation.ts';
import { type Move, retoldOn, type Scene, say } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
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
  return proceed(
    scene,
    isOther ? { ...own, agencyId: instead } : own,
    say(scene, own.privacy === 'anonymous' ? 'refused_body_anonymous' : 'refused_body'),
  );
}

const OTHER_PLACE =
  /\b(?:otr[oa]|algun[oa]?) (?:lugar|parte|entidad|oficina|sitio|institucion)\b|\ba (?:quien|donde) mas\b|\b(?:fiscalia|defensoria)\b|\b(?:somewhere|anywhere|someone|anyone) else\b|\banother (?:place|office|body)\b/;

/** `A la policía no. ¿No hay otro lugar, como la Defensoría?`: there is, and the body that is refused is not asked. Null: they ask no such thing. */
export function refusedForOther(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  if (!text.includes('?') || !OTHER_PLACE.test(plainWords(text))) return null;
  const told = sentences(text).filter(part => !part.includes('?'));
  return told.length === 0 ? null : refusedBody(retoldOn(scene, told), draft);
}

/** Who has to say it twice is told that it is so, and that a person can be had. */
function refusedBefore(scene: Scene, draft: Draft, [id = '']: readonly string[]): Move {
  const agency = scene.catalogue.agencies.get(id)?.name ?? id;
  const lead = say(scene, 'refused_still', { agency });
  const own = touched(scene, draft);
  return draft.summarised ? showSummary(scene, own, lead) : proceed(scene, own, lead);
}
