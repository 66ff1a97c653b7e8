import type { Place } from '../../../cases/case.ts';
import { isJustFiled } from '../../filed/just-filed-case.ts';
import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { goesWrong, saysFurther } from '../matter.ts';
import { STREETS } from './kinds-of-place.ts';
import { surePlace } from './namesakes.ts';
import { spotsIn, withSpots } from './spots.ts';

const SAME =
  /\b(de (ahi|alli)$|ahi mismo|aqui mismo|alli mismo|(en )?el mismo (lugar|sitio|barrio|sector)|(ahi|alli) mismito|donde mismo|(en )?la misma (calle|barriada|zona|cuadra)|same (place|street|spot)|right there)\b/;
/** `Una cosa más, también queman la basura ahí`. */
const THERE_TOO = /^(?:y |ah )?(?:una cosa mas|algo mas|tambien)\b.* (?:ahi|alli)$/;
/** `Y la luz tampoco hay`, `y el poste está apagado`: put beside what was filed. */
const BESIDE = /^(y|ni|and|nor)\b|\btampoco\b/;

const GOES_ON =
  /^(no |ay |pero |oiga |mire |ahora )*(ya|ahora|sigue|todavia|se) |\b(todo lado|todos lados|todo el barrio|la cuadra entera)\b/;

/** The place of the case filed just before, for a matter that is told beside it or lies where it does; null: none. */
export function samePlace(scene: Scene): Place | null {
  const { facts, burst } = scene;
  const c = facts.cases.find(filed => isJustFiled(scene, filed));
  if (c === undefined || surePlace(facts.reading.places) !== null) return null;
  const plain = plainWords(burst.text);
  const isBeside = BESIDE.test(plain) || saysFurther(burst.text);
  // `No, ya explotó, se fue la luz en todo lado`, of a transformer that was reported a moment ago.
  const isOfSame = facts.reading.agencies[0]?.id === c.holder?.agencyId && GOES_ON.test(plain);
  const isThere = SAME.test(plain) || THERE_TOO.test(plain);
  // What goes wrong for somebody else does so where they live.
  if (!isThere && OF_OTHERS.test(plain)) return null;
  return isThere || isBeside || isOfSame ? thereabouts(scene, c.place) : null;
}

const KIN =
  'mama|papa|madre|padre|abuel[oa]|ti[oa]|herman[oa]|prim[oa]|suegr[oa]|hij[oa]|amig[oa]|compañer[oa]|cuñad[oa]|novi[oa]|comadre|compadre|mother|mom|father|dad|sister|brother|aunt|uncle|cousin|friend|daughter|son';
const OF_OTHERS = new RegExp(
  `^(?:(?:y|ah|oiga|gracias|tambien|ademas|otra cosa|una cosa mas|and|also|another thing) )*(?:(?:a|es|el|la|lo|los|las|recibo|factura|cuenta|casa|de|que|the|of) )*(?:mi|my) (?:${KIN})\\b`,
);

/** In the same area, at the spot that they tell of this one: `también en la calle Aminta Burgos`. */
function thereabouts(scene: Scene, place: Place | null): Place | null {
  const learned = spotsIn(scene, scene.burst.text);
  const named = STREET.exec(scene.burst.text)?.[1];
  const spots = learned.length > 0 || named === undefined ? learned : [named];
  const area = place?.corregimiento ?? place?.district ?? null;
  return place === null || area === null || spots.length === 0 || SAME.test(plainWords(spots.join(' ')))
    ? place
    : { ...place, text: withSpots(area, spots) };
}

/** `En la calle Aminta Burgos el camión …`, as far as its name goes. */
const STREET = new RegExp(
  `(?:^|\\s)(?:en|por)\\s+(?:la\\s+|el\\s+)?((?:${STREETS})\\s+[\\p{L}\\d]+(?:\\s+(?!(?:el|la|los|las|un|una|hay|no|se|que|q|est|y|e|tiene|llev|desde|hace|de|del|nos|me|ya)(?![\\p{L}]))\\p{L}+)?)`,
  'iu',
);

/** Where nobody else's neighbourhood is meant: a hospital, a school, an office. */
const BUILDING =
  /\b(?:hospital|policlinica|clinica|centro de salud|escuela|colegio|universidad|oficinas?|banco|bar|cantina|restaurante|super\w*|metro|terminal|parada|alcaldia|municipio|ministerio|aeropuerto|trabajo|mall|parque|iglesia)\b/;

const AT_OTHERS = new RegExp(`\\b(?:mi|my) (?:${KIN})\\b|\\bcasa del? `);
/** `La luminaria está dañada`. */
const BROKEN = /\b(?:esta|estan|is|are) (?:dañad|apagad|rot[oa]|quemad|tapad|caid|desbordad|broken|out\b)/;

/**
 * The place for a matter told just after a complaint of a neighbourhood was filed, where the words name none: `hay un hueco en la
 * calle`. The summary shows it, and asks.
 */
export function placeNearby(scene: Scene): Place | null {
  const beside = samePlace(scene);
  const { facts, burst } = scene;
  const c = facts.cases.find(filed => isJustFiled(scene, filed));
  if (beside !== null || c?.place?.code == null || c.kind !== 'queja') return beside;
  const plain = plainWords(burst.text);
  const isElsewhere =
    BUILDING.test(plain) || BUILDING.test(plainWords(c.place.text)) || AT_OTHERS.test(plain);
  const isNamed = facts.reading.places.length > 0 || spotsIn(scene, burst.text).length > 0;
  const isTold = goesWrong(burst.text) || BROKEN.test(plain);
  return isTold && !isElsewhere && !isNamed ? c.place : null;
}
