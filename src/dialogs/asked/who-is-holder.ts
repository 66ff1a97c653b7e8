import type { Case } from '../../cases/case.ts';
import type { Sentence } from '../../texts.ts';
import { namesBody } from '../intake/body-names.ts';
import { type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const WHO_IS =
  /^(?:(?:y|ok|pero|oiga|disculpe|perdon|and|so) )*(?:(?:quien|quienes|que|what|who) (?:es|son|significa|quiere decir|is|are)|what does)(?: (?:eso|ese|esa|esos|del?|la|el|los|las|lo|the|that))* (?<who>[\wñ]+(?: [\wñ]+){0,4})$/;
/** Why, where and what they do is another question. */
const OTHER = /\b(?:que hace|encarg\w+|telefono|numero|direccion|horario|responsable|caso|plazo|in charge)\b/;

/** `¿Quién es la AAUD?`, asked of the body that has a case: its full name; null: that is not asked. */
export function whoIsHolder(scene: Scene, { holder, number }: Case): Sentence | null {
  const body = holder ? scene.catalogue.agencies.get(holder.agencyId) : undefined;
  const who = WHO_IS.exec(plainWords(scene.burst.text))?.groups?.['who'];
  if (body === undefined || who === undefined || OTHER.test(who) || !namesBody(scene, who, body.id))
    return null;
  // Where the name is all that is known of it, nothing is told.
  if (plainWords(body.name) === plainWords(body.acronym)) return null;
  return say(scene, 'follow.who_is', { agency: body.acronym, name: body.name, number });
}
