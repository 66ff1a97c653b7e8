import type { Procedure } from '../../catalogue/catalogue.ts';
import { stemOf } from '../../nlu/stem.ts';
import type { Sentence } from '../../texts.ts';
import { lines, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksForHours, waysTo } from './agency-words.ts';
import { fieldsAsked } from './field-words.ts';
import { fieldWords, sourceWords } from './procedure-words.ts';

/** From here on a body is surely the one asked about. */
const MEANT = 0.5;

/**
 * What it costs, asked of a paper that is got in several ways: each of them with its cost, and what else is asked as far as it is
 * the same for all. Null: no cost is asked for, or the words name no paper of one body.
 */
export function costsOfSeveral(scene: Scene): Sentence | null {
  const plain = plainWords(scene.burst.text);
  const asked = fieldsAsked(plain);
  const procedures = asked.includes('cost') ? ofPaper(scene, plain) : [];
  const priced = procedures.filter(({ cost }) => cost !== null);
  const [first] = priced;
  const agency = first && scene.catalogue.agencies.get(first.agency);
  if (first === undefined || agency === undefined || procedures.length < 2) return null;
  const { language } = scene.state;
  const where = sameForAll(scene, procedures, 'where');
  // Where each is got, if it is asked and not the same.
  const isApart = where === null && asked.includes('where');
  const costs = priced.map(
    told => `- ${told.name[language]}: ${told.cost?.[language]}${isApart ? `. ${told.where[language]}` : ''}`,
  );
  return lines(
    say(scene, 'info.costs', { costs: costs.join('\n') }),
    priced.length < procedures.length ? say(scene, 'info.no_cost_others') : null,
    asksForHours(plain) ? say(scene, 'info.hours_unknown') : null,
    where,
    asked.includes('takes') ? sameForAll(scene, procedures, 'takes') : null,
    sourceWords(scene, first),
    say(scene, 'info.rest', { agency: agency.acronym }),
    waysTo(scene, agency),
  );
}

/** The one of the ways to get the paper asked about that a few words name: `renovar`; null: none or several. */
export function oneOfSeveral(asked: Scene, words: string): Procedure | null {
  const said = new Set(beginningsOf(words));
  const named = ofPaper(asked, plainWords(asked.burst.text)).filter(({ name }) =>
    beginningsOf(`${name.es} ${name.en}`).some(beginning => said.has(beginning)),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** As many letters tell one name from another: `renovar` and `renovación` are equal. */
const BEGINNING = 5;

function beginningsOf(text: string): string[] {
  const words = plainWords(text).split(' ');
  return words
    .filter(word => word.length >= BEGINNING && !PAPER.test(word))
    .map(word => word.slice(0, BEGINNING));
}

/** The procedures of the body asked about whose name has the paper that is asked for. */
function ofPaper({ catalogue, facts }: Scene, plain: string): Procedure[] {
  const [body] = facts.reading.agencies;
  if (body === undefined || body.p < MEANT) return [];
  const said = new Set(plain.split(' ').map(stemOf));
  return [...catalogue.procedures.values()].filter(
    ({ agency, name }) => agency === body.id && papersIn(name.es, name.en).some(paper => said.has(paper)),
  );
}

/** `Cédula`, `pasaporte`, `licencia`, in both languages. */
function papersIn(...names: string[]): string[] {
  return names.flatMap(name =>
    plainWords(name)
      .split(' ')
      .filter(word => PAPER.test(word))
      .map(stemOf),
  );
}

const PAPER =
  /^(cedulas?|pasaportes?|licencias?|carnes?|certificados?|passports?|licen[cs]es?|cards?|certificates?)$/;

function sameForAll(
  scene: Scene,
  [first, ...others]: Procedure[],
  field: 'where' | 'takes',
): Sentence | null {
  const words = first ? fieldWords(scene, first, field) : null;
  const isSame = others.every(other => fieldWords(scene, other, field)?.text === words?.text);
  return isSame ? words : null;
}
