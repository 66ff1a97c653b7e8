import { withoutPiles } from '../catalogue/words.ts';
import { frameOf } from './frame.ts';
import { COMMON_WORDS, isAmount, LIGHT_WORDS, NEGATIONS, stemOf } from './stem.ts';
import { type ReadTokens, readTokens, type Token } from './tokens.ts';

/** A word that carries matter. */
export interface Unit {
  sound: string;
  stem: string;
  /** `no pasa`, `sin luz`: the word stands under a negation. */
  negated: boolean;
  /** It is part of a place's name or tells where (`frente a la escuela`), so that it says little of the matter. */
  inPlace: boolean;
  /** So common a word that alone it says nothing. */
  common: boolean;
  /** Index of its token. */
  at: number;
  sentence: number;
}

/** A text prepared once for everything that reads it. Offsets are those of `text`. */
export interface Reading {
  /** The text in composed form. */
  text: string;
  /** All of them, however long the text. */
  tokens: readonly Token[];
  /** The words that matter among the first tokens; `READ_AT_MOST` bounds the work. */
  units: Unit[];
  /** How many of the tokens at the beginning only greet and announce. */
  frame: number;
  /** The sounds of the first tokens with single spaces, ` . ` or ` ? ` between sentences, a space at both ends. */
  line: string;
}

/** How many tokens the ranking of matters looks at; danger is sought in all. */
export const READ_AT_MOST = 400;

/** The same reading with the words of places' names marked as such; `names` are cut from its text. */
export function markPlaces(reading: Reading, names: string[]): Reading {
  const spans = names.flatMap(name => {
    const start = name === '' ? -1 : reading.text.indexOf(name);
    return start === -1 ? [] : [{ start, end: start + name.length }];
  });
  if (spans.length === 0) return reading;
  const units = reading.units.map(unit => {
    const token = reading.tokens[unit.at];
    const inPlace =
      token !== undefined && spans.some(({ start, end }) => token.start >= start && token.end <= end);
    return inPlace ? { ...unit, inPlace } : unit;
  });
  return { ...reading, units };
}

/**
 * The same reading with these names marked wherever they stand, however they are written: `Villa Lucre, san migelito`. One that
 * is called after water says nothing of any: there is no river in `botan basura en Río Abajo`.
 */
export function markAreas(reading: Reading, names: readonly string[]): Reading {
  const sounds = reading.tokens.map(({ sound }) => sound);
  const inAreas = new Map<number, boolean>();
  for (const name of new Set(names)) {
    const area = readTokens(name, new Map()).map(({ sound }) => sound);
    const isMute = area.length > 1 && CALLED_AFTER_WATER.test(name);
    for (const at of sounds.keys())
      if (standsAt(sounds, area, at)) for (const i of area.keys()) inAreas.set(at + i, isMute);
  }
  if (inAreas.size === 0) return reading;
  const units = reading.units.map(unit => {
    const isMute = inAreas.get(unit.at);
    return isMute === undefined ? unit : { ...unit, inPlace: true, stem: isMute ? '' : unit.stem };
  });
  return { ...reading, units };
}

const CALLED_AFTER_WATER = /^(?:r[ií]o|quebrada|agua|aguas|playa|laguna|pozo|puerto)s? /iu;

function standsAt(sounds: readonly string[], area: readonly string[], at: number): boolean {
  return area.length > 0 && area.every((sound, i) => sounds[at + i] === sound);
}

/** The same reading without what the words of these names would say of the matter: they are a name and nothing else. */
export function mutePlaces(reading: Reading, names: string[]): Reading {
  const marked = markPlaces(reading, names);
  const units = marked.units.map((unit, i) =>
    unit.inPlace && !reading.units[i]?.inPlace ? { ...unit, stem: '' } : unit,
  );
  return { ...marked, units };
}

/** Prepares any text, also one that is not well-formed Unicode. */
export function read(text: string, abbreviations: ReadonlyMap<string, string>): Reading {
  return readWith(own => readTokens(own, abbreviations), text);
}

/** The same with a reader of words that is used for many texts. */
export function readWith(tokensOf: ReadTokens, text: string): Reading {
  const composed = withoutPiles(text.toWellFormed()).normalize('NFC');
  const tokens = tokensOf(composed);
  const first = firstTokens(tokens);
  const frame = frameOf(first);
  return {
    text: composed,
    tokens,
    // Who writes, and that they want to report, says nothing of the matter.
    units: unitsOf(first).filter(({ at }) => at >= frame),
    frame,
    line: lineOf(first, composed),
  };
}

/** The tokens that are looked at for matter and place. */
export function firstTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.length > READ_AT_MOST ? tokens.slice(0, READ_AT_MOST) : tokens;
}

/** Of these the second means something else alone: a policy, a benefit. */
const EMPTY_PAIRS: ReadonlySet<string> = new Set(
  ['estoy', 'estas', 'es', 'muy', 'tan']
    .flatMap(word => [`${word} seguro`, `${word} segura`])
    .concat('necesito ayuda', 'pido ayuda'),
);

/** The words that matter, each with the negation before it. */
export function unitsOf(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  let negation = -1;
  for (const [at, { word, sound, sentence }] of tokens.entries()) {
    if (NEGATIONS.has(word)) negation = sentence;
    else if (
      !LIGHT_WORDS.has(word) &&
      !isAmount(word) &&
      !EMPTY_PAIRS.has(`${tokens[at - 1]?.word} ${word}`)
    ) {
      const negated = negation === sentence;
      const common = COMMON_WORDS.has(word);
      units.push({
        sound,
        stem: stemOf(sound),
        negated,
        inPlace: tellsWhere(tokens, at),
        common,
        at,
        sentence,
      });
      negation = -1;
    }
  }
  return units;
}

const BESIDE =
  /^(frente|enfrente|detras|atras|lado|cerca|debajo|afuera|fuera|adentro|alrededor|diagonal|esquina|altura|entrada|pasando|saliendo|entrando|llegando|antes|costado|espaldas|front|near|behind|next)$/;
const LINKS = /^(a|al|de|del|la|el|los|las|of|the|to|my|mi)$/;

/** `frente a la escuela`, `al lado de la guardería`. */
function tellsWhere(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= at - 3 && LINKS.test(tokens[before]?.word ?? '')) before -= 1;
  return before < at - 1 && BESIDE.test(tokens[before]?.word ?? '');
}

function lineOf(tokens: readonly Token[], text: string): string {
  let line = ' ';
  let end = 0;
  let sentence = 0;
  for (const token of tokens) {
    if (token.sentence !== sentence) line += text.slice(end, token.start).includes('?') ? '? ' : '. ';
    ({ sentence, end } = token);
    line += `${token.sound} `;
  }
  return text.slice(end, end + 4).includes('?') ? `${line}? ` : line;
}
