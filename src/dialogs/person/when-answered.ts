import { isDeskOpen } from '../../catalogue/working-time.ts';
import type { Sentence } from '../../texts.ts';
import { type Scene, say } from '../scene.ts';
import { dayText, hourText } from '../words/day-text.ts';

/** When a person answers, honestly. */
export function whenAnswered(scene: Scene): Sentence {
  return scene.facts.deskOpen
    ? say(scene, 'person.open')
    : say(scene, 'person.closed', nextOpening(scene, scene.facts.now));
}

const HALF_HOUR_MS = 1_800_000;
const FORTNIGHT = 2 * 24 * 14;

/** When people answer again after a time: the day and the hour, in Panama. */
function nextOpening(scene: Scene, after: Date): { day: string; time: string } {
  const at = nextTime(scene, after, true);
  const { language } = scene.state;
  return at ? { day: dayText(at, language), time: hourText(at, language) } : { day: '–', time: '–' };
}

/** Until when people answer today, where they do now, and when they do again after that. */
export function officeHours(scene: Scene): { until: string; day: string; time: string } | null {
  const { facts, state } = scene;
  const closes = facts.deskOpen ? nextTime(scene, facts.now, false) : null;
  return closes && { until: hourText(closes, state.language), ...nextOpening(scene, closes) };
}

/** The next half hour at which people answer, or do not. */
function nextTime({ catalogue: { centre } }: Scene, after: Date, isOpen: boolean): Date | null {
  const start = Math.ceil(after.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS;
  for (let step = 0; step < FORTNIGHT; step += 1) {
    const at = new Date(start + step * HALF_HOUR_MS);
    if (isDeskOpen(centre, at) === isOpen) return at;
  }
  return null;
}
