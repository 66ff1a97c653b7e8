import { withoutClosing } from '../../filed/closing-words.ts';
import { retold, type Scene } from '../../scene.ts';
import { sentences } from '../../words/clauses.ts';
import { plainWords } from '../../words/plain-words.ts';
import { LEAST_SIDE, partsOf, sidesOf } from '../matter.ts';
import { isPersonal } from '../personal.ts';
import { lackedApart, lackedToo, listedMatters } from './listed.ts';
import { CLEAR, HEARD, likelyService, mattersAnnounced, sidesApart } from './matters-apart.ts';
import { numberedMatters } from './numbered.ts';
import { withSymptoms } from './symptoms.ts';
import { wishesApart } from './wishes-apart.ts';

/** The matters of a message, each in its own words and with what comes of it; fewer than two: it is one. */
export function mattersIn(whole: Scene): string[] {
  return withSymptoms(withTeller(mattersTold(whole)));
}

/** `Mi cel es 6612-3345, hay una fuga`: who tells it is no matter, and stands with the one told behind it. */
function withTeller([first = '', second, ...others]: string[]): string[] {
  if (second === undefined) return first === '' ? [] : [first];
  return isPersonal(first) ? [`${first}, ${second}`, ...others] : [first, second, ...others];
}

function mattersTold(whole: Scene): string[] {
  const open = withoutClosing(whole.burst.text);
  const scene = open === '' || open === whole.burst.text ? whole : retold(whole, [open]);
  const numbered = numberedMatters(scene);
  if (numbered.length > 1) return numbered;
  const listed = listedMatters(scene.catalogue, scene.burst.text);
  if (listed.length > 1) return listed;
  const lacked = lackedToo(scene.catalogue, scene.burst.text);
  if (lacked.length > 1) return lacked;
  const missing = lackedApart(scene.catalogue, scene.burst.text);
  if (missing.length > 1) return missing;
  const counted = countedMatters(scene);
  if (counted.length > 1) return counted;
  const clear = sidesClear(scene);
  const told = mattersAnnounced(scene);
  if (told.length > 1) return clear.length > told.length ? clear : told;
  const sentencesOfTwo = sentencesApart(scene);
  if (sentencesOfTwo.length > 1) return sentencesOfTwo;
  const wished = wishesApart(scene);
  if (wished.length > 1) return wished;
  const foreign = sidesForeign(scene);
  return foreign.length > 1 ? foreign : clear;
}

/** From here on a sentence surely tells a matter of its own. */
const SURELY = 0.85;

/**
 * Sentences that each surely tell a matter of another body, and nothing of the other's: `no hay citas en la policlínica. En La Arena
 * botan desechos a la quebrada`. What tells none goes with what stands before it.
 */
function sentencesApart({ facts, burst }: Scene): string[] {
  if (STORY.test(plainWords(burst.text))) return [];
  const sides: { id: string; body: string | undefined; text: string }[] = [];
  let lead = '';
  for (const text of sentences(burst.text)) {
    const { services, agencies } = facts.read(text);
    const [best] = services;
    const isSure = best !== undefined && best.p >= SURELY && text.split(' ').length >= LEAST_SIDE;
    const last = sides.at(-1);
    const isOwn = isSure && sides.every(side => side.id !== best.id && side.body !== agencies[0]?.id);
    if (isOwn) sides.push({ id: best.id, body: agencies[0]?.id, text: last ? text : `${lead}${text}` });
    else if (last) last.text = `${last.text} ${text}`;
    else lead = `${lead}${text} `;
  }
  const isForeign = sides.every(side =>
    sides.every(
      other =>
        other === side || (facts.read(other.text).services.find(({ id }) => id === side.id)?.p ?? 0) < HEARD,
    ),
  );
  return isForeign ? sides.map(({ text }) => text) : [];
}

/** So many sides tell no one story, when each is clear by itself and each another body's. */
const SEVERAL_SIDES = 3;

/**
 * `No recogen la basura, la luminaria está quemada y hay un perro muerto`, however they are written: what means nothing
 * by itself goes with what stands before it.
 */
function sidesClear({ facts, burst }: Scene): string[] {
  const sides: { id: string; text: string }[] = [];
  const bodies = new Set<string | undefined>();
  let lead = '';
  const parts = burst.text.split(SIDES);
  const isShort = parts.filter(part => part.split(' ').length >= LEAST_SIDE).length < SEVERAL_SIDES;
  if (isShort || STORY.test(plainWords(burst.text))) return [];
  for (const text of parts) {
    const { services, agencies } = facts.read(text);
    const id = (services[0]?.p ?? 0) >= CLEAR ? services[0]?.id : undefined;
    const last = sides.at(-1);
    if (id === undefined || sides.some(side => side.id === id)) {
      if (last) last.text = `${last.text}, ${text}`;
      else lead = `${lead}${text}, `;
    } else {
      sides.push({ id, text: sides.length === 0 ? `${lead}${text}` : text });
      bodies.add(agencies[0]?.id);
    }
  }
  return sides.length >= SEVERAL_SIDES && bodies.size > 1 ? sides.map(({ text }) => text) : [];
}

/** Who tells what happened to them tells one story. */
const STORY =
  /(?<!\b(?:en|a|de|por) )\bmi\b(?! (?:nombre|telefono|celular|cedula|correo)\b)|\b(me|mis|nos|yo|tengo|su|sus|le|les|my|our)\b/;
const SIDES = /\s*[,;\n]+\s*(?:(?:y|e|and)\s+)?|\.+\s+(?:(?:y|and)\s+)?|\s+(?:y|and)\s+/iu;

const COUNTS =
  /^[^:]*?(?<![\p{L}])(?:dos|tres|cuatro|[2-5]|varias|varios|two|three|four|several)\s+(?:cosas|quejas|problemas|asuntos|reportes|denuncias|reclamos|temas|things|problems|complaints|issues|matters)(?![\p{L}])[^:,.;]*[:,.;]\s*/iu;

/** `Dos cosas en Penonomé: el semáforo no sirve y el parque está sin luces`: as many as they say there are. */
function countedMatters(scene: Scene): string[] {
  const { facts, burst } = scene;
  const lead = COUNTS.exec(burst.text)?.[0];
  if (lead === undefined) return [];
  const rest = burst.text.slice(lead.length);
  const clear = sidesClear(retold(scene, [rest]));
  const parts = partsOf(rest).flatMap(part => {
    const sides = sidesOf(part);
    return sides.length > 1 && areSeveral(facts, sides) ? sides : [part];
  });
  const told = withoutBare(facts, parts);
  if (clear.length > told.length) return clear;
  return areSeveral(facts, told) ? told : [];
}

/** Parts that mean nothing by themselves, as where it is, go with the one before: `y la basura no pasa. Villa Lucre calle 9`. */
function withoutBare(facts: Scene['facts'], parts: readonly string[]): string[] {
  const told: string[] = [];
  for (const part of parts) {
    const last = told.pop();
    const isBare = last !== undefined && likelyService(facts.read(part)) === null;
    told.push(...(isBare ? [`${last}. ${part}`] : last === undefined ? [part] : [last, part]));
  }
  return told;
}

/** Does each mean something, and no two the same? */
function areSeveral(facts: Scene['facts'], parts: readonly string[]): boolean {
  const ids = parts.map(part => likelyService(facts.read(part)));
  return ids.length > 1 && !ids.includes(null) && new Set(ids).size === ids.length;
}

/** A thing by name, and what is wrong with it, `la calle tiene huecos`, or what is being done: `están tumbando árboles`. */
const THING_WRONG =
  /^(?:(?:aca|aqui) )?(?:en .+ )?(?:estan? [a-zñ]+(?:ando|iendo|yendo) |(?:el|la|los|las) .*\b(?:bota|botan|tira|tiran|suelta|sueltan|echa|echan|quema|queman|contamina|contaminan|huele|apesta)\b|hay (?:un|una|unos|unas|muchos|muchas|varios|varias) |(?:no (?:hay|llega|recogen|pasan?|sirven?|funcionan?)|se (?:fue|daño)) |(el|la|los|las|un|una|the|a|there) .*\b(no|tampoco|sin|esta|estan|tiene|tienen|lleva|llevan|llen[oa]s?|dañad[oa]s?|rot[oa]s?|apagad[oa]s?|is|are|has|have)\b)/;
/** Whoever comes in tells one story of it. */
const SOMEBODY = /\b(me|mi|mis|nos|su|sus|le|les|se|my|our|they|he|she|his|her)\b/;
const MOST_SIDES_WORDS = 24;
const CLEAR_ENOUGH = 0.5;

/** The sides of a text that each tell a thing and what is wrong with it; a greeting or a bare name goes with the one it stands by. */
function thingsWrong(text: string): string[] {
  const sides: string[] = [];
  let lead = '';
  for (const part of text.split(LISTED)) {
    const isThing = THING_WRONG.test(plainWords(part)) && part.split(' ').length >= LEAST_SIDE;
    const isBare = part.split(' ').length < LEAST_SIDE;
    const last = sides.pop();
    if (isThing)
      sides.push(...(last === undefined ? [] : [last]), last === undefined ? `${lead}${part}` : part);
    else if (!isBare) return [];
    else if (last === undefined) lead = `${lead}${part}, `;
    else sides.push(`${last}, ${part}`);
  }
  return sides;
}

const LISTED = /\s*,\s*(?:(?:y|and)\s+)?|\s+(?:y|and)\s+/iu;

/** `La cancha no tiene luces y la calle tiene huecos`: each side surely another body's, and foreign to the other. */
function sidesForeign(scene: Scene): string[] {
  const plain = plainWords(scene.burst.text);
  if (plain.split(' ').length > MOST_SIDES_WORDS || SOMEBODY.test(plain)) return [];
  const sides = sidesApart(scene, thingsWrong(scene.burst.text));
  const said = (text: string, id: string | undefined): number =>
    scene.facts.read(text).services.find(ranked => ranked.id === id)?.p ?? 0;
  const isForeign = sides.every(side => {
    const [best] = scene.facts.read(side).services;
    return (
      (best?.p ?? 0) >= CLEAR_ENOUGH && sides.every(other => other === side || said(other, best?.id) < HEARD)
    );
  });
  return isForeign ? sides : [];
}
