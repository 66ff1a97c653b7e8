import { onlyPlace } from '../intake/place/only-place.ts';
import { stepOf } from '../questions.ts';
import { retold, type Scene, withState } from '../scene.ts';
import { newDraft } from '../state.ts';

/**
 * The scene in which where it is, told in a part of its own beside a danger, belongs to the report that is open or offered:
 * `estación Iglesia del Carmen, y oiga, al lado se oyen tiros`. The same scene where no such part stands, or where is known.
 */
export function withWhereBeside(scene: Scene): Scene {
  const { state, burst, facts } = scene;
  const { draft, awaits } = state;
  if (awaits === null || burst.choice !== null) return scene;
  const isOffered = awaits.held !== undefined && ['offer', 'also'].includes(stepOf(awaits));
  if (draft === null ? !isOffered : draft.place !== null) return scene;
  for (const part of burst.text.split(PARTS)) {
    if (part.trim() === '' || part === burst.text || facts.read(part).emergency !== null) continue;
    const own = retold(scene, [part.trim()]);
    const place = onlyPlace(own, draft ?? newDraft(facts.now));
    if (place === null) continue;
    if (draft !== null) return withState(scene, { draft: { ...draft, place } });
    const held = { lines: [...(awaits.held?.lines ?? []), part.trim()], files: awaits.held?.files ?? [] };
    return withState(scene, { awaits: { ...awaits, held } });
  }
  return scene;
}

const PARTS =
  /[,.;:!\n]+|\s(?:y|and)\s(?=oiga|aqu[ií]|ah[ií]|ahora|al lado|se |hay |est[aá]n?|there|they|someone)/iu;
