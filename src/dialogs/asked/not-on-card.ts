import type { Procedure } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say } from '../scene.ts';
import { waysTo } from './agency-words.ts';

/** Asked on of the procedure that was told just now, which may be meant as well as others: its body knows. Null: it is not so. */
export function notOnCard(scene: Scene, procedures: readonly Procedure[]): Sentence | null {
  const before = procedures.find(({ id }) => id === scene.procedure);
  const agency = before && scene.catalogue.agencies.get(before.agency);
  if (!agency || procedures.length === 1) return null;
  return lines(say(scene, 'info.agency', { agency: agency.acronym }), waysTo(scene, agency));
}
