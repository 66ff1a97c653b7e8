import { type Move, replyOf, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const TONIGHT = '(?:hoy|esta noche|la noche|ahora|ahorita|tonight)';
/** `Ella no tiene donde dormir hoy`, `estamos durmiendo en la calle con los niños`. */
const NO_ROOF = anyOf(
  new RegExp(
    `\\bno (?:tengo|tiene|tenemos|tienen|hay|tengo a) (?:a )?(?:donde|adonde) (?:dormir|pasar|quedar(?:me|se|nos)?|meter(?:me|se|nos)?|ir)(?:(?: (?:con|a|mis?|los|la|el|ni|dos|tres|niñ\\w+|hij\\w+|bebe))* ${TONIGHT})\\b`,
  ),
  new RegExp(
    `\\b(?:donde|adonde) (?:dormimos|duermo|duerme|vamos a dormir|voy a dormir|pasamos|paso) ${TONIGHT}\\b`,
  ),
  /\b(?:estoy|estamos|esta|estan) (?:durmiendo|quedando\w*) (?:en|a) (?:la calle|el parque|la acera|la intemperie|el carro)\b/,
  /\b(?:nowhere|no place|have no where) to (?:sleep|stay|go)(?: \w+){0,4} (?:tonight|today|now)\b|\bwhere (?:do|can|will) (?:i|we) sleep tonight\b/,
);
const BY_WATER = 'desastre';

/** Who has no roof for the night is told whom to call now, whatever else is said: no body answers a report by then. */
export function withRoofTonight(scene: Scene, move: Move): Move {
  const { burst, catalogue } = scene;
  const isTold = move.replies.some(reply => reply.class === 'emergency');
  if (burst.choice !== null || isTold || move.silence || !NO_ROOF.test(plainWords(burst.text))) return move;
  const [rescue] = catalogue.emergencies.get(BY_WATER)?.lines ?? [];
  const general = [...catalogue.emergencies.values()].find(category => category.general)?.lines[0];
  if (rescue === undefined || general === undefined) return move;
  const words = say(scene, 'no_roof', { general: general.number, rescue: rescue.number });
  const set = { review: true, ...move.set };
  return { ...move, replies: [replyOf(words, { class: 'emergency' }), ...move.replies], set };
}
