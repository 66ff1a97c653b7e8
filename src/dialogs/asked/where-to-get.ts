import type { Case } from '../../cases/case.ts';
import type { Sentence } from '../../texts.ts';
import { sharesRoot } from '../likeness.ts';
import { lines, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { waysTo } from './agency-words.ts';
import { bodiesNamed } from './body-asked.ts';
import { tellsOther } from './told-beside.ts';

/** `Y la insulina, ¿dónde la consigo mientras, la venden en el Santo Tomás?` */
export const WHERE_TO_GET =
  /\b(?:donde|where)(?: (?:mas|otro lado|la|lo|las|los|puedo|podria|se|me|can i|could i|do i|else))* (?:consigo|consegu\w+|compro|comprar\w*|encuentro|encontrar\w*|venden|get|buy|find)\b/;
const NAMES_IT =
  /\b(?:l[oa]s?|donde mas|otro lado) (?:(?:puedo|podria|se|me) )*(?:cons|compr|encontr|encuentr)|(?:get|buy|find) (?:it|them)\b/;
const MEANWHILE =
  /\b(?:mientras|entretanto|hoy|ahora|ahorita|otro lado|donde mas|urgente|meanwhile|now|today|else)\b/;

/**
 * Who has today what is lacking nobody here knows: how the bodies they name are reached, or the one that has the case. Null: they ask
 * for something else.
 */
export function whereToGet(scene: Scene, c: Case | null): Sentence | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  if (c === null || tellsOther(text) || !MEANWHILE.test(plain)) return null;
  // `¿Dónde consigo trabajo mientras?` is of no hole in the street.
  if (!NAMES_IT.test(plain) && !sharesRoot(scene, c)) return null;
  const holder = scene.catalogue.agencies.get(c.holder?.agencyId ?? '');
  const named = bodiesNamed(scene, text);
  const bodies = named.length > 0 ? named : holder ? [holder] : [];
  const ways = bodies.map(body =>
    lines(say(scene, 'info.contact', { agency: body.acronym }), waysTo(scene, body)),
  );
  return lines(say(scene, 'asked.where_to_get'), ...ways);
}
