import { isProposal } from '../../cases/lifecycle.ts';
import type { Draft } from '../conversation.ts';
import { askLeave } from '../leave.ts';
import { contentWords } from '../likeness.ts';
import { type Move, retold, type Scene, say } from '../scene.ts';
import { dictatedAnew } from '../words/dictated.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { absorb, touched } from './absorb.ts';
import { cutOf, doorsNamed, isTooMuch, namedWords, speaksOf, withoutPhrase } from './cut-words.ts';
import { proceed, showSummary } from './flow.ts';
import { nameRight } from './name-right.ts';
import { surePlace } from './place/namesakes.ts';
import { linesWithoutName, losesMatter } from './place/out-of-place.ts';
import { swapped } from './swapped.ts';

const LEAD = '(?:(?:no|pero|y|por favor|porfa|mejor|ok|oiga|sí|si|but|please|bueno)[\\s,]+)*';
/** An order to the desk: `quitaron el poste`, `saca la basura` tell what others do. */
const ORDERS =
  '(?:quite|quiten|qu[ií]tele|qu[ií]telo|borre|borren|b[oó]rrele|b[oó]rrelo|elimine|eliminen|saque|saquen|s[aá]quele|remueva|retire|remove|delete|take out|leave out)';
const ASKS_ORDERS = '(?:qu[ií]ta(?:r|le)?|b[oó]rra(?:r|le)?|elimina(?:r)?|s[aá]ca(?:r|le)?|retira(?:r)?)';
const PART = '(?:eso|esa parte|lo|la parte|the part|donde dice|que dice|what says)';
const OUT = new RegExp(
  `^${LEAD}(?:${ORDERS}\\s+(?:${PART}\\s+)?|${ASKS_ORDERS}\\s+${PART}\\s+)(?:(?:de|del|about|that|que|lo)\\s+)*(.{2,80})$`,
  'iu',
);
/** `Todavía dice lo de la tienda en el lugar`, after it was to be taken out. */
const STILL = new RegExp(
  `^${LEAD}(?:todav[ií]a|a[uú]n|sigue|still)\\s+(?:ah[ií]\\s+)?(?:dice|diciendo|sale|saliendo|aparece|apareciendo|est[aá]|says|shows)\\s+(?:${PART}\\s+)?(?:(?:de|del|que)\\s+)*(.{2,60}?)(?:\\s+en (?:el lugar|la direcci[oó]n|el reporte|la denuncia|la queja))?(?:\\s*[,.;].*)?$`,
  'iu',
);
const SWAPPED = new RegExp(
  `^${LEAD}(?:(?:que\\s+)?(?:diga|ponga|pong[ae]le|pon|escriba|use|say|put|write)|cambie|change)\\s+(?:que\\s+)?(.{1,60}?)\\s+(?:en (?:vez|lugar) de|y no|instead of)\\s+(.{1,60})$`,
  'iu',
);
const CHANGED = new RegExp(
  `^${LEAD}(?:cambie|cambia|reemplace|sustituya|change|replace)\\s+(?:lo de\\s+|donde dice\\s+|la palabra\\s+|the word\\s+)?(?!(?:el|la|los|las|mi|mis|un|una|the|my)\\s)(.{1,60}?)\\s+(?:por|with|to|for)\\s+(.{2,60})$`,
  'iu',
);
const IS_NOW =
  /(?:^|[,.;]\s*)(?:no,?\s+)?(?:mi|la|the|my)\s+(?:idea|sugerencia|propuesta|suggestion|proposal)(?:\s+(?:ahora|mejor|corregida|nueva|now))?\s+(?:es|ser[ií]a|is)\s*:?\s+(.{8,300})$/isu;

/**
 * `Quite lo de la tos`, `que diga SMS en vez de WhatsApp`, `la idea es: reductores`: what they told, as they want it told, and
 * shown so. Null: they edit nothing, or what they name stands nowhere in it.
 */
export function editedWords(scene: Scene, draft: Draft): Move | null {
  const text = scene.burst.text.trim().replace(/[.!\s]+$/u, '');
  return toldAnew(scene, draft, text) ?? edited(scene, draft, text);
}

function edited(scene: Scene, draft: Draft, text: string): Move | null {
  const right = nameRight(scene, draft, text);
  const place = placeWithout(scene, right?.place ?? draft.place, outOf(text));
  const edits =
    quotedOut(draft.description, text) ??
    swappedIn(draft.description, text) ??
    right?.lines ??
    withoutPart(draft, text);
  const lines = edits?.length === 0 && place !== draft.place ? draft.description : edits;
  if (lines === null)
    return place === draft.place || !draft.summarised
      ? null
      : showSummary(scene, { ...touched(scene, draft), place }, say(scene, 'corrected'));
  // Nothing would be left to send.
  if (lines.length === 0) return askLeave(scene);
  const lead = say(scene, 'record.edited', { words: readable(lines) });
  if (draft.summarised) return showSummary(scene, { ...toldAs(touched(scene, draft), lines), place }, lead);
  const bare = { ...draft, description: [], reasons: [], place };
  return proceed(scene, absorb(bare, retold(scene, lines), scene.facts.read(lines.join('\n'))), lead);
}

/** The report told in these lines alone: what no longer stands there speaks for no body. */
export function toldAs(draft: Draft, description: string[]): Draft {
  const now = plainWords(description.join(' '));
  return { ...draft, description, reasons: draft.reasons.filter(reason => now.includes(plainWords(reason))) };
}

const TELLS_MORE = /^(?:(?:que|q|k) (?:sean?|est[eé]n?|vayan?|lleguen?|tengan?|empiecen?|quede)|that it) /iu;

/** `La idea es: …`, of a proposal, or `pon solo: …`: it takes the place of all that was told. */
function toldAnew(scene: Scene, draft: Draft, text: string): Move | null {
  const proposed = draft.kind !== null && isProposal(draft.kind) ? IS_NOW.exec(text)?.[1] : undefined;
  const now = proposed?.trim() ?? dictatedAnew(text) ?? undefined;
  // `La idea es que sea desde el parque` tells more of it.
  if (now === undefined || TELLS_MORE.test(now)) return null;
  const bare = { ...draft, title: null, description: [], serviceId: null, agencyId: null, reasons: [] };
  const own = absorb(bare, retold(scene, [now]), scene.facts.read(now));
  return showSummary(
    scene,
    { ...own, kind: draft.kind, place: draft.place, description: [now] },
    say(scene, 'corrected'),
  );
}

/** `Quita el «no entiendo»`: what stands between the signs, to the letter. */
const QUOTED = new RegExp(
  `^${LEAD}(?:${ORDERS}|${ASKS_ORDERS})\\s[^'"«“‘]{0,20}['"«“‘](.{2,120}?)['"»”’]`,
  'iu',
);

/** The lines without the words they quote; null: none are quoted to go, or they stand nowhere. */
function quotedOut(description: readonly string[], text: string): string[] | null {
  const quoted = QUOTED.exec(text)?.[1]?.toLowerCase();
  if (quoted === undefined) return null;
  const left = description.map(line => {
    const at = line.toLowerCase().indexOf(quoted);
    const kept = at < 0 ? line : `${line.slice(0, at)}${line.slice(at + quoted.length)}`;
    return kept.replace(/^[\s,.;]+|[\s,;]+$/gu, '');
  });
  const isCut = left.some((line, at) => line !== description[at]);
  return isCut ? left.filter(line => contentWords(line).length > 0) : null;
}

/** The lines with one word in the place of the other; null: that is not wished, or the other stands nowhere. */
function swappedIn(description: readonly string[], text: string): string[] | null {
  const [, instead, other] = SWAPPED.exec(text) ?? [];
  const [, before, after] = CHANGED.exec(text) ?? [];
  const [from, to] = other && instead ? [other, instead] : [before, after];
  if (from === undefined || to === undefined) return null;
  return swapped(description, from, to);
}

/** The lines without the parts that speak of it, none where nothing else is told; null: that is not wished, or nothing does. */
function withoutPart(draft: Draft, text: string): string[] | null {
  const what = outOf(text);
  const cut = cutOf(draft.description, what);
  if (cut === null) return null;
  const isMuch = isTooMuch(cut, what);
  const unnamed = isMuch || losesMatter(draft, cut) ? linesWithoutName(draft, what) : null;
  const left = unnamed ?? cut.left.filter(line => contentWords(line).length > 0);
  return isMuch && unnamed === null && left.length > 0 ? null : left;
}

/** The place without the part that is taken out; where that was another town, it lies where the rest does. */
export function placeWithout(scene: Scene, place: Draft['place'], words: string): Draft['place'] {
  const named = namedWords(words);
  if (place === null || named.length === 0) return place;
  const before = doorsNamed(place.text, named).reduce(withoutPhrase, place.text);
  const kept = before.split(/\s*,\s*/).filter(part => part !== '' && !speaksOf(part, named));
  // Where all of it speaks of that, no more than the area is left.
  const text = kept.join(', ') || (place.corregimiento ?? place.district ?? '');
  if (text === '' || text === place.text) return place;
  const there = surePlace(scene.facts.read(`en ${text}`).places);
  return { ...(there ?? place), text };
}

/** What an order takes out: `a Penonomé` of `quite a Penonomé pues, deje solo La Chorrera`. */
function outOf(text: string): string {
  const out = OUT.exec(text)?.[1] ?? STILL.exec(text)?.[1] ?? '';
  return out
    .replace(/\s*(?:[,.;]|\s(?:y|and)\s)\s*(?:d[eé]je\p{L}*|solo|only|leave|keep)(?!\p{L}).*$/isu, '')
    .replace(REASON, '')
    .replace(ENDS, '');
}

/** `… del chinito, porque ahí saben quién vive cerca`: why, and no more to be taken out. */
const REASON =
  /[\s,.;]+(?:porq(?:ue)?|xq|pq|ya que|es que|para que|pa que|pa q|because|so that)(?!\p{L}).*$/isu;

const ENDS = /(?:\s+(?:pues|entonces|mejor|ya|por favor|porfa|please))+$/iu;
