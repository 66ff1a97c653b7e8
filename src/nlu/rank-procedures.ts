import type { Procedure } from '../catalogue/catalogue.ts';
import type { Ranked } from './classifier.ts';
import type { NamedAgency } from './named-agencies.ts';
import { type Reading, read } from './reading.ts';
import { softmax } from './softmax.ts';
import { soundOf } from './tokens.ts';
import { createWordEvidence } from './word-evidence.ts';

const TEMPERATURE = 0.8;
/** The score of "none of these": one word that also stands in a phrase stays well below it. */
const NONE = 2.6;
/** The words of a name tell a family of procedures ("pasaporte"); those of phrases alone tell little. */
const ALONE = { loose: 0.3, name: 0.6 };
/** The body that decides on it is named too, beside more than one word of it. */
const NAMED = 0.5;
const MORE_THAN_A_WORD = 1.9;
const AT_MOST = 8;
/** Words that ask, whatever they ask about, by their sounds. */
const ASKING: ReadonlySet<string> = new Set(
  `cuanto cuanta cuantos cuantas cuesta cuestan costo costos precio precios vale valen demora demoran tarda tardan papel
   papeles tramite tramites informacion info saber gustaria much many cost costs price need papers long take takes know`
    .split(/\s+/)
    .map(soundOf),
);

/** What finds the procedures of a catalogue in a text. */
export interface ProcedureRanking {
  /** Those it may ask about, at most 8; what is left to 1 is "none of them". */
  rank(reading: Reading, named: NamedAgency[]): Ranked[];
  /** Is it nothing but the name of one, as it is offered to citizens? */
  isName(reading: Reading): boolean;
}

/** Prepares the ranking from the words and names of procedures, by the evidence that services are ranked by. */
export function createProcedureRanking(procedures: Iterable<Procedure>): ProcedureRanking {
  const all = [...procedures];
  const bodies = new Map(all.map(({ id, agency }) => [id, agency]));
  const names = new Set(all.flatMap(({ name }) => [name.es, name.en]).flatMap(spoken));
  const worded = all.map(({ id, words, name }) => ({ id, words, name, covers: name }));
  const source = createWordEvidence(worded, ALONE);
  return {
    rank: (reading, named) => {
      const rows: [string, number][] = [];
      const units = reading.units.filter(({ sound }) => !ASKING.has(sound));
      for (const [id, score] of source({ ...reading, units }).scores) {
        const body = named.find(agency => agency.id === bodies.get(id));
        const bonus = score < MORE_THAN_A_WORD ? 0 : NAMED * (body?.strength ?? 0);
        if (score > 0) rows.push([id, score + bonus]);
      }
      return softmax(rows, TEMPERATURE, NONE).slice(0, AT_MOST);
    },
    isName: reading => names.has(plainLine(reading)) || names.has(withoutPlace(reading)),
  };
}

const NO_SHORTHAND: ReadonlyMap<string, string> = new Map();

/** `Permiso de construcción en San Miguelito`: the name, and where. */
function withoutPlace({ tokens, units }: Reading): string {
  const at = units.find(({ inPlace }) => inPlace)?.at ?? 0;
  const name = tokens.slice(0, at).map(({ sound }) => sound);
  while (IN.has(name.at(-1) ?? '')) name.pop();
  return name.join(' ');
}

const IN = new Set(['en', 'el', 'la', 'de', 'del', 'distrito', 'in'].map(soundOf));

/** A name as it sounds, with and without what stands in brackets. */
function spoken(name: string): string[] {
  return [name, name.replace(/\s*\([^)]*\)/g, '')].map(text => plainLine(read(text, NO_SHORTHAND)));
}

function plainLine({ line }: Reading): string {
  return line.replace(/ [.?](?= )/g, '').trim();
}
