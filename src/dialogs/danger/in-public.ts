import type { Reply } from '../../channels/channel.ts';
import { replyOf, type Scene, say } from '../scene.ts';
import { dangerIn } from './emergency.ts';
import { shortName, wordsFor } from './numbers.ts';

/** The numbers of a danger in so few words that it fits where others read, for a danger told there; null: there is none. */
export function dangerInPublic(scene: Scene): Reply | null {
  const category = dangerIn(scene);
  if (!category) return null;
  const { language } = scene.state;
  const { text, short } = say(scene, wordsFor(category));
  const lines = category.lines
    .slice(0, 2)
    .map(({ number, name }) => `${number} ${shortName(name[language])}`);
  return replyOf({ text: `${short ?? text}\n${lines.join(', ')}` }, { class: 'emergency' });
}
