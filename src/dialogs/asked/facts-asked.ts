import { goesWrong } from '../intake/matter.ts';
import type { Scene } from '../scene.ts';
import { asksHow } from './asks-how.ts';
import { ofSureProcedure } from './information.ts';
import { asksOutright } from './told-beside.ts';

/** Are facts asked for, and nothing told that went wrong: `mi vecina quiere saber dónde se saca el récord policivo`? */
export function asksFacts(scene: Scene): boolean {
  const { facts, burst } = scene;
  if (goesWrong(burst.text) || !(asksHow(scene) || asksOutright(burst.text))) return false;
  return facts.reading.intent === 'info' || ofSureProcedure(scene) !== null;
}
