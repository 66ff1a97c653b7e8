import type { Draft } from '../conversation.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { bareKind } from './absorb.ts';
import { sureService } from './guess.ts';
import { privacySaid } from './privacy.ts';
import { swapped } from './swapped.ts';

const SORRY =
  '(?:(?:no|ay|ah|perd[oó]n|disculpe|disculpa|me equivoqu[eé]|corrijo|pero|y|sorry|my mistake|actually|wait)[\\s,.!]+)*';
const IS = "(?:es|era|fue|son|eran|se llama|se llamaba|it was|it is|it[’']?s|that was)";
const OF = '(?:(?:en|por|con|de|del|al|a|el|la|los|las|un|una|at|in|the|an)\\s+){0,2}';
/** `No era Rey, era el Machetazo`. */
const DENIED_FIRST = new RegExp(
  `^${SORRY}(?:no\\s+${IS}|(?:it|that)\\s+(?:was|is)(?:\\s+not|n[’']?t))\\s+${OF}([^,.;]{2,40}?)[\\s,.;]+(?:sino(?:\\s+que)?\\s+)?${IS}\\s+${OF}([^,.;?]{2,40})$`,
  'iu',
);
/** `No era Rey sino el Machetazo`. */
const BUT = new RegExp(
  `^${SORRY}(?:no\\s+${IS}|(?:it|that)\\s+(?:was|is)(?:\\s+not|n[’']?t))\\s+${OF}([^,.;]{2,40}?)[\\s,.;]+(?:sino|but)\\s+${OF}([^,.;?]{2,40})$`,
  'iu',
);
/** `Era el Machetazo, no el Rey`, `el Machetazo no el Rey`. */
const DENIED_LAST = new RegExp(
  `^${SORRY}(?:${IS}\\s+)?${OF}([^,.;]{2,40}?)(?:\\s*[,.;]\\s*(?:y\\s+|and\\s+)?(?:no|not)\\s+(?:${IS}\\s+)?${OF}|\\s+(?:(?:y|and)\\s+)?(?:no|not)\\s+(?:el|la|en el|en la|the)\\s+)([^,.;?]{2,40})$`,
  'iu',
);

/** What was told and where, with the right name. */
interface NameRight {
  lines: string[];
  place: Draft['place'];
}

/**
 * What was told, with one name in the place of another that they put right: `no era Rey, era el Machetazo`. Null: they put
 * none right that was told, or what they put right is the place, the matter or the kind, which is more than a word.
 */
export function nameRight(scene: Scene, draft: Draft, text: string): NameRight | null {
  if (!draft.summarised || scene.burst.choice !== null || bareKind(text) !== null) return null;
  const [, denied, meant] = DENIED_FIRST.exec(text) ?? BUT.exec(text) ?? [];
  const [, last, first] = denied === undefined ? (DENIED_LAST.exec(text) ?? []) : [];
  const [from, to] = denied === undefined ? [first, last] : [denied, meant];
  if (from === undefined || to === undefined || privacySaid(text) !== null) return null;
  // `Lo que no hay` is no name.
  if ([from, to].some(name => CLAUSE.test(plainWords(name)))) return null;
  const lines = isWhere(scene, draft, from, to) ? null : swapped(draft.description, from.trim(), to.trim());
  if (lines === null) return null;
  // `No es agua, es luz`: told so, it is another matter.
  const means = [to, lines.join('\n')].map(told =>
    sureService(scene, scene.facts.read(told).services, draft.place),
  );
  if (means.some(service => service !== null && service.id !== draft.serviceId)) return null;
  const [where] = draft.place ? (swapped([draft.place.text], from.trim(), to.trim()) ?? []) : [];
  return { lines, place: draft.place && where !== undefined ? { ...draft.place, text: where } : draft.place };
}

const CLAUSE =
  /\b(todavia|aun|ya|siempre|nunca|tampoco|ellos|ahorita|still|yet|they|que|lo|porque|hay|es|era|son|what|that|which|is|was)\b/;

/** Is it where it is that they put right? */
function isWhere({ facts }: Scene, { place }: Draft, from: string, to: string): boolean {
  // A shop that no map knows is a name like any other.
  const known = plainWords(place?.code ? place.text : '').split(' ');
  const isKnown = plainWords(from)
    .split(' ')
    .some(word => (word.length >= LEAST_NAME || /\d/.test(word)) && known.includes(word));
  return isKnown || facts.read(`en ${to}`).places.length > 0;
}

/** Shorter words of a place are a part of its name: `el súper Rey de Vista Alegre`. */
const LEAST_NAME = 4;
