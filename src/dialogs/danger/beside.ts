import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

/** A part of the words that says less surely than this what it tells is of the whole. */
const SURE_PART = 0.6;
/** Nobody dials more. */
const MOST_LINES = 4;
const OF_WIRES = 'electrico';

const WIRE = '(?:cables?|alambres?|cablerio|tendido|wires?|power lines?|cable lines?)';
const LIES =
  '(?:(?:en|por|sobre|on|across) (?:el |la |mi |todo el |the |my )?(?:piso|suelo|patio|acera|calle|tierra|charco|agua|ground|floor|yard|street|road)|tirad[oa]s?|caid[oa]s?|suelt[oa]s?|abajo|down|fallen|loose)';
/** `Hay unos cables en el piso`, `se cayeron los cables`. */
const WIRE_LIES = anyOf(
  new RegExp(`\\b${WIRE} (?:(?!internet|fibra|telefono|tigo|claro|television)[\\wñ]+ ){0,4}${LIES}(?= |$)`),
  new RegExp(`\\b(?:cay|tumb|arranc|revent|tir)\\w+ (?:(?:el|los|las|unos|un|todos|varios) )*${WIRE}\\b`),
);

/** The telephone lines of a danger, and of what else is told in the same words: `se cayó el muro y hay cables en el piso`. */
export function linesOf(scene: Scene, category: EmergencyCategory): EmergencyCategory['lines'] {
  const own = category.lines;
  const more = besideIn(scene, category).flatMap(({ lines }) => lines);
  const isNew = ({ number }: { number: string }, at: number): boolean =>
    !own.some(line => line.number === number) && more.findIndex(line => line.number === number) === at;
  return [...own, ...more.filter(isNew)].slice(0, Math.max(own.length, MOST_LINES));
}

/** `Un poste a punto de caerse`, `se cayó el poste`: what hangs on it lies with it. */
const POLE_FALLS =
  /\bpostes?\b(?: \w+){0,6}? (?:ca(?:id[oa]s?|yendo|erse|er|yo|yeron|e|en)|inclinad[oa]s?|ladead[oa]s?|partid[oa]s?|tirad[oa]s?|tumbad[oa]s?)\b|\b(?:cayo|cayeron|caer|tumb\w+|parti\w+|derrib\w+)(?: \w+)? (?:un|el|los|dos|unos) postes?\b|\bpoles?\b(?: \w+){0,5}? (?:fall\w*|fell|down|leaning)\b/;

/** That nobody goes near, where wires are told to lie, or their pole falls; what to do where it smells of gas. Null: neither. */
export function keepAway(scene: Scene): Sentence | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  if (liesWire(text) || POLE_FALLS.test(plain)) return say(scene, `advice.${OF_WIRES}`);
  return SMELLS_OF_GAS.test(plain) && scene.facts.reading.emergency?.category === OF_FIRE
    ? say(scene, `advice.${OF_FIRE}`)
    : null;
}

/** `Huele fuerte a gas`: a spark is enough. */
const SMELLS_OF_GAS =
  /\b(?:olor|huele|hiede|escape|fuga|smells?|leak\w*)(?: \w+){0,3} (?:a |de |of )?gas\b|\bgas (?:leak|smell)\b/;
const OF_FIRE = 'incendio';

/** Other dangers that parts of the words surely tell. Who speaks of dying is given no other line than theirs. */
function besideIn(scene: Scene, { id, distress }: EmergencyCategory): EmergencyCategory[] {
  const { burst, facts, catalogue } = scene;
  if (distress || burst.choice !== null) return [];
  const parts = burst.text.split(PARTS).filter(part => part.trim() !== '');
  const heard = parts.length < 2 ? [] : parts.map(part => facts.read(part).emergency);
  const sure = heard.filter(danger => danger !== null && danger.guessed !== true && danger.p >= SURE_PART);
  const ids = [...sure.map(danger => danger?.category), liesWire(burst.text) ? OF_WIRES : undefined];
  return [...new Set(ids)].flatMap(other => {
    const category = catalogue.emergencies.get(other ?? '');
    return category && other !== id && !category.general ? [category] : [];
  });
}

function liesWire(text: string): boolean {
  return WIRE_LIES.test(plainWords(text));
}

const PARTS = /[.,;:!?¡¿…\n]+|\s(?:y|e|and|adem[aá]s|tambi[eé]n|also)\s/iu;
