import { plainWords } from '../../catalogue/words.ts';
import type { Draft } from '../conversation.ts';
import { awaiting } from '../questions.ts';
import { type Move, type Scene, say } from '../scene.ts';
import { touched } from './absorb.ts';
import { saying } from './flow.ts';

const WHAT = '(nombre|apellido|apellidos|cedula|telefono|numero|celular|correo|datos|name|phone|number)';
const TAKE_OUT = new RegExp(
  [
    `\\b(borr|quit|elimin|sac|tach|retir|remov|delet|eras|tak)\\w* (out |de (ahi|alli|arriba) )?(mi|mis|el|ese|my|the) ${WHAT}\\b`,
    `\\b(escribi|puse|di|dije|mencione|wrote|put|gave) (mi|mis|my) ${WHAT}\\b.*\\b(no (quiero|deseo|debe|puede)|don t want|do not want|quit|borr|sin)\\w*`,
    `\\bno (quiero|deseo) que (salga|aparezca|vaya|quede|vean) (mi|mis) ${WHAT} (que|ahi|arriba|alli)\\b`,
  ].join('|'),
);

/**
 * `Escribí mi nombre arriba, bórrelo`: nobody can take a name out of a story surely but who told it. All that was told
 * goes, and they tell it again without. Null: that is not wished.
 */
export function retoldWithoutName(scene: Scene, draft: Draft): Move | null {
  if (scene.burst.choice !== null || !TAKE_OUT.test(plainWords(scene.burst.text))) return null;
  const bare = { ...touched(scene, draft), description: [], contact: null };
  return saying(scene, { draft: bare, awaits: awaiting('description', []) }, say(scene, 'told_again'));
}
