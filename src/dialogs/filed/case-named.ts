import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { findNumbers } from '../../cases/number.ts';
import { stemOf } from '../../nlu/stem.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { contentWords } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { caseMatter } from './case-words.ts';
import { nthFiled } from './nth-case.ts';

/** A case that words name, and the words without its name. */
export interface NamedCase {
  c: Case;
  rest: string;
  /** The words as they are, without its number. */
  told: string;
}

const CASE = '(?:caso|reporte|queja|denuncia|case|report|complaint)';
const THE = '(?:al|del|el|la|lo|mi|ese|esa|este|esta|the|my|that)';
const NTH =
  '(?<nth>primer[oa]?|segund[oa]|tercer[oa]?|anterior|otr[oa]|[uú]ltim[oa]|first|second|third|other|last)';
const SENT =
  '(?:que|that) (?:(?:ya|le|les|yo|usted|i|you|already) )*(?:mand[eéoó]|envi[eéoó]|puse|puso|hice|report[eé]|sent|made|filed)(?: ya)?';
/** `El primer caso del tubo`, `el reporte que ya mandó de la basura`, `the case about the pipe`. */
const BY_NAME = new RegExp(
  `(?<![\\p{L}])(?:(?:en|a|of|for|in|to) )?${THE} (?:${NTH} )?(?<noun>${CASE} )?(?:${SENT} )?(?:de la|de los|de las|del|de|about the|of the|about|with the) (?<word>\\p{L}{3,})(?![\\p{L}])`,
  'giu',
);
/** `El primer caso`, `el caso anterior`, `the second report`. */
const BY_ORDER = new RegExp(
  `(?<![\\p{L}])(?:(?:de|en|a|of|in) )?${THE} (?:${NTH} ${CASE}|${CASE} ${NTH.replace('<nth>', '<behind>')})(?: ${SENT})?(?![\\p{L}])`,
  'iu',
);
/** `De ese`, `en ese caso`, `of that one`: the one that was shown. */
const SHOWN = new RegExp(
  `(?<![\\p{L}])(?:(?:(?:de|a|en|of|in|to|for) )?(?:ese|este|that|this) (?:mismo )?${CASE}|(?:de|a|en|of|in|to|for) (?:ese|este|ese mismo|that one|this one|it)(?! \\p{L}+ ))(?![\\p{L}])`,
  'iu',
);

/**
 * The open case that words name by its number, by what it is about, by its order, or as the one that was shown last; with the
 * words beside its name. Null: they name none, or it may be one of several.
 */
export function caseNamed(scene: Scene): NamedCase | null {
  const { text } = scene.burst;
  const [numbered] = findNumbers(text, scene.catalogue.centre.prefix);
  if (numbered) {
    const c = scene.facts.cases.find(({ number }) => number === numbered.number);
    return c
      ? { c, rest: tidy(withoutNames(withoutNumber(text))), told: tidy(text.replace(DIGITS, ' ')) }
      : null;
  }
  return byName(scene) ?? byOrder(scene) ?? byShowing(scene);
}

function withoutNames(text: string): string {
  return text.replace(BY_NAME, ' ').replace(SHOWN, ' ');
}

const DIGITS = /\d[\d\s.·‐-―−-]{7,}\d/u;

function withoutNumber(text: string): string {
  const words = new RegExp(
    `(?:(?:del?|en|al?|of|in|to|for) )?(?:(?:el|la|mi|the|my) )?(?:${CASE} )?(?:n[uú]mero |number )?\\d[\\d\\s.·‐-―−-]{7,}\\d`,
    'iu',
  );
  return text.replace(words, ' ');
}

function byName(scene: Scene): NamedCase | null {
  for (const match of scene.burst.text.matchAll(BY_NAME)) {
    const c = ofMatter(scene, match.groups?.['word'] ?? '');
    if (c) return { c, rest: tidy(scene.burst.text.replace(match[0], ' ')), told: scene.burst.text };
  }
  return null;
}

/** The one case that a word is of, and no other, nor the report that is being taken down. */
function ofMatter(scene: Scene, word: string): Case | null {
  const said = contentWords(word).map(stemOf);
  const isIn = (told: string): boolean => {
    const stems = contentWords(told).map(stemOf);
    return said.some(stem => stems.includes(stem));
  };
  if (said.length === 0 || surePlace(scene.facts.read(`en ${word}`).places) !== null) return null;
  const { draft } = scene.state;
  const service = draft?.serviceId ? scene.catalogue.services.get(draft.serviceId) : undefined;
  if (draft && isIn([...draft.description.slice(0, 1), service?.name[scene.state.language]].join(' ')))
    return null;
  const [c, other] = scene.facts.cases.filter(
    one => isOpen(one) && isIn(`${caseMatter(scene, one)} ${one.description[0] ?? ''}`),
  );
  return c !== undefined && other === undefined ? c : null;
}

function byOrder({ burst: { text }, facts, state }: Scene): NamedCase | null {
  const match = BY_ORDER.exec(text);
  const nth = plainWords(match?.groups?.['nth'] ?? match?.groups?.['behind'] ?? '');
  if (match === null || nth === '') return null;
  const inOrder = facts.cases.filter(isOpen).toReversed();
  const c = nthFiled(inOrder, nth, state.draft !== null);
  return c ? { c, rest: tidy(text.replace(match[0], ' ')), told: text } : null;
}

function byShowing({ burst: { text }, facts, shown, state }: Scene): NamedCase | null {
  const c = facts.cases.find(({ number }) => number === shown);
  if (!c || state.draft !== null || !SHOWN.test(text)) return null;
  return { c, rest: tidy(text.replace(SHOWN, ' ')), told: text };
}

function tidy(text: string): string {
  return text
    .replace(/\s+(?=[,.;:!?])/g, '')
    .replace(/([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '');
}
