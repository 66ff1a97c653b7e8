import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Reply } from '../../channels/channel.ts';
import { lines, type Scene, say } from '../scene.ts';
import { isHelpLate } from '../words/help-late.ts';
import { keepAway } from './beside.ts';
import { minorWords } from './minor.ts';
import { numbersReply, wordsFor } from './numbers.ts';
import { veiledWords } from './veiled.ts';

/** The numbers for who called already, and waits: what to say there now, and what is known until somebody comes. */
export function lateReply(scene: Scene, category: EmergencyCategory): Reply {
  const numbers = numbersReply(scene, category, 'emergency.help_late');
  if (!category.advised || keepAway(scene) !== null) return numbers;
  return { ...numbers, ...lines(numbers, say(scene, `advice.${category.id}`)) };
}

/** The words it is told with: a minor, who only hints at it, and who waits for those they called, is spoken to in their own. */
export function firstReply(scene: Scene, category: EmergencyCategory): Reply {
  const own = minorWords(scene, category) ?? veiledWords(scene, category);
  const isLate = own === null && category.distress !== true && isHelpLate(scene.burst.text);
  return isLate ? lateReply(scene, category) : numbersReply(scene, category, own ?? wordsFor(category));
}
