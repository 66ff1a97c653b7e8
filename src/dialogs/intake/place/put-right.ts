import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { swapped } from '../swapped.ts';
import { says } from './finer.ts';
import { LANDMARKS, QUARTERS, STREETS } from './kinds-of-place.ts';
import { liesIn, surePlace } from './namesakes.ts';
import { asserted, deniedIn } from './place-words.ts';
import { doorsIn, withDoors } from './spots.ts';
import { isToward, toldWhere } from './told-where.ts';
import { timesNamed, withRoad } from './unknown-place.ts';
import { areaIn, correctsPlace } from './where.ts';

const ARTICLE = '(?:(?:en|por|at|on|in) )?(?:(?:el|la|los|las|un|una|the) )?';
/** A street, or what stands in one: there is one of the name in many a town. */
const SPOT = new RegExp(
  `^${ARTICLE}(?:${STREETS}|${LANDMARKS}|entrada|edificio|ph|torre|esquina|frente|al lado|detras|diagonal|cerca|street|school|church|park|building) `,
);
const QUARTER = new RegExp(`^${ARTICLE}(?:barrio|${QUARTERS}) `);
/** They say once more how it has to read. */
const RESTATES =
  /\b(?:corrij\w+|(?:el|la) (?:lugar|direccion|ubicacion) (?:es|seria)|(?:no|nada) mas|nomas|solo eso)\b/;

/** `El lugar es solo Pacora`: that is what it shall say, whatever it said before. */
const STATES =
  /^(?:no |ya |pero |le dije |mire )*(?:el|la) (?:lugar|direccion|ubicacion) (?:correct[oa] )?(?:es|seria|queda) (?!otr|mal|incorrect|equivocad)/;

/**
 * A street or a building told instead of another lies in the district told before, unless they name another area too:
 * `no es la vía principal, es la calle Pablo Arosemena`. What they deny goes. Null: they put no such place right.
 */
export function placePutRight(scene: Scene, { place: before }: Pick<Draft, 'place'>): Place | null {
  const { text } = scene.burst;
  const code = before?.code ?? '';
  if (before === null || code.length < 4) return null;
  const here = deniedHere(text, before);
  const denied = [...deniedIn(text), ...here];
  const { where } = toldWhere(
    scene,
    text.replace(DENIES_HERE, (part, name: string) => (here.includes(name) ? '' : part)),
  );
  const words = where.join(', ').slice(0, 200);
  const renumbered = withOtherNumber(before.text, words);
  if (renumbered !== null) return { ...before, text: renumbered };
  // `En el otro lado, frente al colegio`: the side alone tells nothing.
  const first = where.find(part => !/^(?:en )?(?:el |al |del )?otro lado$/iu.test(part));
  // `Del lado de Arraiján` says more of a place, unless they deny it.
  // Of the same district surely: `la ubicación es Pacora` may lie anywhere, and `el lugar es peligroso` nowhere.
  const stated = STATES.test(plainWords(text)) ? surePlace(scene.facts.read(`en ${words}`).places) : null;
  const isStated = stated !== null && liesIn(stated.code, [code.slice(0, 4)]);
  const isInstead =
    first !== undefined && (isStated || isSpot(scene, first) || (denied.length > 0 && isToward(first)));
  if (!isInstead) return withOtherName(scene, before, where, denied);
  if (namesArea(scene, where, code)) return null;
  if (denied.some(name => isCalled([before.district, before.province], name))) return null;
  const isElsewhere = !liesIn(surePlace(scene.facts.read(`en ${words}`).places)?.code ?? code, [
    code.slice(0, 4),
  ]);
  if (!isElsewhere && !correctsPlace(text) && !RESTATES.test(plainWords(text))) return null;
  return inDistrict(scene, before, { words, denied, isWhole: isStated, said: asserted(text) });
}

/** `No es en Santa Rita, es en Santa Rosa`: one name of the place for another that no map knows surely. Null: more is told. */
function withOtherName(
  { facts }: Scene,
  before: Place,
  [name = '', ...others]: readonly string[],
  denied: readonly string[],
): Place | null {
  const [old, ...more] = denied.filter(part => says(before.text, part));
  const isName = name !== '' && others.length === 0 && plainWords(name).split(' ').length <= MOST_OF_NAME;
  if (!isName || old === undefined || more.length > 0 || says(before.text, name)) return null;
  const code = before.code?.slice(0, 4) ?? '';
  const { places } = facts.read(`en ${name}`);
  if (surePlace(places) !== null || places.some(guess => liesIn(guess.code, [code]))) return null;
  const [text] = swapped([before.text], old, name) ?? [];
  return text === undefined ? null : { ...before, code, corregimiento: null, text, lat: null, lon: null };
}

const MOST_OF_NAME = 4;

/** `La calle es 72`, of `calle 73, casa 5`: nothing but the number is another. Null: they say more, or the same. */
function withOtherNumber(known: string, words: string): string | null {
  const [door, other] = doorsIn(words);
  const isAlone =
    door !== undefined && other === undefined && plainWords(words).split(' ').length <= MOST_OF_DOOR;
  const besides = isAlone ? plainWords(words.replace(door.words, ' ')).replace(SIDE, '').trim() : '';
  // `Colón, calle 13` names another town.
  if (besides !== '' && !says(known, besides)) return null;
  if (!isAlone || !doorsIn(known).some(one => one.of === door.of)) return null;
  const text = withDoors(known, door.words);
  return text === known ? null : text;
}

const SIDE = /\b(?:este|oeste|norte|sur|final|la|el|en|east|west|north|south)\b/g;
/** `Calle 72 oeste`. */
const MOST_OF_DOOR = 3;

function isSpot(scene: Scene, part: string): boolean {
  const plain = `${plainWords(part)} `;
  if (QUARTER.test(plain)) return timesNamed(scene, plain.replace(QUARTER, '').trim()) !== 1;
  return SPOT.test(plain) && !isArea(scene, part);
}

/** Parque Lefevre is no park. */
function isArea({ facts }: Scene, part: string): boolean {
  const place = surePlace(facts.read(`en ${part}`).places);
  return place !== null && isCalled([place.corregimiento, place.district], part);
}

const OF = /\s+(?:de|del|en|in|of)\s+/iu;

/** `Es en Chepo, no pacora`: told as a denial of where it is, where the place's own words are denied in small letters. */
export function withDenials(text: string, place: Place): string {
  const here = deniedHere(text, place);
  return text.replace(DENIES_HERE, (part, name: string) =>
    here.includes(name) ? `, no es en ${name}` : part,
  );
}

/** `Camino a La Palma, no metetí`: what of the place's own words they deny. */
function deniedHere(text: string, { text: known }: Place): string[] {
  const names = [...text.matchAll(DENIES_HERE)].flatMap(([, name]) => name ?? []);
  return names.filter(name => says(known, name));
}

const DENIES_HERE = /(?:^|\s*[,.;]\s*)no (?:en )?([^\s,.;][^,.;]*)/giu;

/** Is an area elsewhere named beside the spot: `calle 5 de Capira`, `el parque, en Chepo`? */
function namesArea({ facts }: Scene, [first = '', ...others]: readonly string[], code: string): boolean {
  if (isToward(first)) return false;
  const tails = [...first.split(OF).slice(1), ...others.flatMap(part => part.split(OF))];
  return tails.some(tail => {
    const area = areaIn(facts.read(`en ${tail.replace(/^(?:en|in)\s+/iu, '')}`).places);
    // `La Juan Demóstenes Arosemena` is a school called so.
    const names = [area?.corregimiento, area?.district, area?.province];
    return (
      area !== null &&
      !liesIn(area.code, [code.slice(0, 4)]) &&
      names.some(name => plainWords(name ?? '') === plainWords(tail))
    );
  });
}

function isCalled(names: readonly (string | null)[], name: string): boolean {
  const plain = plainWords(name).replace(/^(?:en|el|la|los|las|distrito de) /, '');
  return names.some(own => plainWords(own ?? '').replace(/^(?:el|la|los|las) /, '') === plain);
}

/** The new words in the district of before, with what of the old ones names a closer area. */
function inDistrict(
  { facts }: Scene,
  before: Place,
  {
    words,
    denied,
    isWhole,
    said,
  }: { words: string; denied: readonly string[]; isWhole: boolean; said: string },
): Place {
  const district = before.code?.slice(0, 4) ?? '';
  const isDenied = denied.some(name => isCalled([before.corregimiento, before.text], name));
  const known = surePlace(facts.read(`en ${words}, ${before.district ?? ''}`).places);
  const there = known !== null && known.code !== district && liesIn(known.code, [district]) ? known : null;
  const area = isDenied
    ? { ...before, code: district, corregimiento: null, lat: null, lon: null }
    : { ...before, lat: null, lon: null };
  const kept = isDenied || isWhole ? null : (quarterOf(before) ?? areaOf(facts, before));
  const quarter = kept !== null && denied.some(name => says(kept, name)) ? before.corregimiento : kept;
  const text = quarter === null || says(words, quarter) ? words : `${words}, ${quarter}`;
  return withRoad({ ...(there ?? area), text }, said);
}

/** What of a place's words is the area alone that the map knows it by: `Cerro Viento`. */
function areaOf(facts: Scene['facts'], { text, code }: Place): string | null {
  const isArea = (part: string): boolean =>
    !SPOT.test(`${plainWords(part)} `) && surePlace(facts.read(`en ${part}`).places)?.code === code;
  return (code ?? '').length > 4 ? (text.split(/\s*,\s*/).findLast(isArea) ?? null) : null;
}

/** What of a place's words names the closest area it lies in, where that is not the whole district. */
function quarterOf({ text, corregimiento }: Place): string | null {
  const name = corregimiento === null ? '' : plainWords(corregimiento);
  const part = text.split(/\s*,\s*/).findLast(words => ` ${plainWords(words)} `.includes(` ${name} `));
  if (name === '' || part === undefined) return null;
  return part.split(OF).length === 1 || !SPOT.test(`${plainWords(part)} `) ? part : corregimiento;
}
