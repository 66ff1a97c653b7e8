import { partsOf, saysFurther } from '../intake/matter.ts';
import type { Scene } from '../scene.ts';

type Reads = Pick<Scene, 'facts' | 'catalogue'>;

/** What somebody suffers is for no body that sees to another matter to read: `he hit me`, behind a power bill. */
export function isSuffered({ facts, catalogue }: Reads, text: string, serviceId: string | null): boolean {
  const { emergency } = facts.read(text);
  const category = catalogue.emergencies.get(emergency?.category ?? '');
  return category?.personal === true && category.report !== serviceId;
}

/** A message in what is told for a body, and what its writer suffers; null: only one of them, or one story. */
export function sufferedApart(scene: Scene): { told: string; suffered: string[] } | null {
  const { burst, facts } = scene;
  // What no `also` puts beside it is of one story: `mi sobrina se queda sola, los vecinos nos turnamos`.
  if (!saysFurther(burst.text)) return null;
  const parts = burst.lines.flatMap(partsOf);
  const suffered = parts.filter(part => isSuffered(scene, part, null));
  const told = parts.filter(part => !suffered.includes(part)).join('. ');
  const isApart = suffered.length > 0 && told !== '' && facts.read(told).emergency === null;
  return isApart ? { told, suffered } : null;
}
