import type { Understanding } from '../../../nlu/classifier.ts';
import type { Scene } from '../../scene.ts';
import { sureService } from '../guess.ts';
import { isOpening, joinsMatters, numbers, partsOf, putsBeside, saysFurther, sidesOf } from '../matter.ts';
import { saysNothingBut } from '../place/only-place.ts';

/** A part of a message, with the service it surely means. */
interface Part {
  serviceId: string | null;
  text: string;
}

/** The matters that a message announces as several, or puts beside each other, in its parts; fewer than two: it is one. */
export function mattersAnnounced(scene: Scene): string[] {
  const { facts, burst } = scene;
  const joins = saysFurther(burst.text) || putsBeside(burst.text);
  if (!facts.reading.flags.includes('two_matters') && !joins) return [];
  const isNumbered = numbers(burst.text);
  const matters: Part[] = [];
  const parts = partsOf(burst.text);
  for (const [at, text] of parts.entries()) {
    // `En la calle 3, hay un tubo roto`: where one part alone can mean something, reading it changes nothing.
    if (meant(matters).length + parts.length - at < 2) return [];
    const means = saysNothingBut(scene, facts.reading.places[0], text) ? null : meaning(scene, text, joins);
    const serviceId = means ?? (isNumbered && !isOpening(text) ? `${at}` : null);
    const last = matters.at(-1);
    const goesOn = last && (serviceId === null || matters.some(matter => matter.serviceId === serviceId));
    if (goesOn) last.text = `${last.text}. ${text}`;
    else matters.push({ serviceId, text });
  }
  const told = meant(matters);
  return told.length > 1 && areApart(scene, told) ? withLead(matters) : [];
}

/** `Buenas, soy de Burunga. No pasa la basura`: what means nothing by itself stands with the matter behind it. */
function withLead([first, second, ...others]: Part[]): string[] {
  const told = others.map(({ text }) => text);
  if (first === undefined || second === undefined) return first ? [first.text] : [];
  return first.serviceId === null
    ? [`${first.text}. ${second.text}`, ...told]
    : [first.text, second.text, ...told];
}

function meant(matters: Part[]): Part[] {
  return matters.filter(({ serviceId }) => serviceId !== null);
}

/** The service that a part alone surely means. */
function meaning(scene: Scene, text: string, joins: boolean): string | null {
  const reading = scene.facts.read(text);
  return sureService(scene, reading.services, null)?.id ?? (joins ? likelyService(reading) : null);
}

/** What is announced as a further matter need not be sure to be one: which it is, is asked when it is taken up. */
export function likelyService({ services: [best] }: Understanding): string | null {
  return best !== undefined && best.p >= LIKELY ? best.id : null;
}

const LIKELY = 0.4;

/** What says less than this in the message as a whole is no matter of its own, though one of its sentences sounds so. */
export const HEARD = 0.05;
/** From here on a part that is put beside another is a matter of its own. */
export const CLEAR = 0.8;

/** Words that announce another matter, or one that is heard in the whole message too: one story is not torn in two. */
function areApart({ burst, facts }: Scene, matters: readonly Part[]): boolean {
  const said = ({ serviceId }: Part, text: string): number =>
    facts.read(text).services.find(({ id }) => id === serviceId)?.p ?? 0;
  const isClear = matters.every(part => said(part, part.text) >= CLEAR);
  // `Mi difunta esposa también padecía de lo mismo` announces nothing more for the same body.
  if (saysFurther(burst.text) || burst.lines.length > 1) return isClear || areOfTwo(facts, matters);
  // `Hay un hueco en la calle 50 y no hay agua`: each alone means what the other says nothing of.
  const isForeign = matters.every(part =>
    matters.every(other => part === other || said(part, other.text) < HEARD),
  );
  const isJoined =
    (joinsMatters(burst.text) && isClear) ||
    (putsBeside(burst.text) && isForeign && areOfTwo(facts, matters));
  return isJoined || matters.every(part => said(part, burst.text) >= HEARD);
}

/** The matters on the sides of «y», each surely another body's; fewer than two: it is one. */
export function sidesApart({ facts, burst, ...scene }: Scene, sides = sidesOf(burst.text)): string[] {
  const isSure = (text: string): boolean => sureService(scene, facts.read(text).services, null) !== null;
  const apart = sides.length > 1 && sides.every(isSure);
  return apart &&
    areOfTwo(
      facts,
      sides.map(text => ({ serviceId: null, text })),
    )
    ? sides
    : [];
}

/** Does each fall to a body of its own? */
function areOfTwo(facts: Scene['facts'], matters: readonly Part[]): boolean {
  const bodies = matters.map(({ text }) => facts.read(text).agencies[0]?.id);
  return new Set(bodies).size === matters.length;
}
