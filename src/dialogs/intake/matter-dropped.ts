import { SURE_ACT, shareOf } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { contentWords, isNamedIn } from '../likeness.ts';
import { type Move, retold, type Scene, say, withState } from '../scene.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { touched } from './absorb.ts';
import { beginReport, showSummary } from './flow.ts';
import { sureService } from './guess.ts';
import { surePlace } from './place/namesakes.ts';

const LEAD =
  '(?:(?:ay|no+|espere|oiga|oye|mir[ea]|vea|sabe qu[eé]|mejor|perd[oó]n|bueno|que|ya|yo|le|les|dije|digo|es que|pero|but|wait|please|i said)[\\s,.;!]+)*';
const NAMED =
  "(?:de\\s+)?(?:lo\\s+de(?:l|\\s+la|\\s+los|\\s+las)?|la|el|los|las|the)\\s+(?<named>[\\p{L}' ]{2,30}?)";
/** Of the first nothing is left to do: `ya lo reportó mi cuñado`, `ya lo arreglaron`. */
const DONE =
  '(?:ya|already)\\s+(?:(?:lo|la|los|las|se|me|nos|est[aá]n?|qued[oó]|fue)\\s+)*(?:report|denunci|avis|arregl|repar|tap|solucion|resol|resuelt|limpi|recog|podar|mand|puso|pusieron|hizo|fixed)\\p{L}*[^,.;:!]*';
/** `Mejor eso no`, `la basura no`, `olvide lo del hueco`, `lo del hueco ya lo reportaron`, `mejor otra cosa`, `forget the pothole`. */
const ELSE =
  "mejor\\s+(?:(?:le\\s+)?(?:reporto|pongo|es|quiero)\\s+)?otra\\s+cosa|otra\\s+cosa\\s+mejor|(?:ya\\s+)?cambi[eé]\\s+de\\s+(?:idea|opini[oó]n|parecer)|something\\s+else\\s+instead|i(?:['’]ve|\\s+have)?\\s+changed\\s+my\\s+mind";
/** `Mejor no, el hueco es porque hay un tubo roto`: what it comes of is to be mended instead. */
const CAUSE = `(?<=\\bmejor\\s+no[\\s,.;]+)${NAMED.replace('named', 'caused')}\\s+(?:es|fue|est[aá]|is)\\s+(?:porque|pq|xq|por\\s+culpa\\s+de(?:\\s+que)?|because)(?=\\s)`;
const DROPPING = [
  `(?:eso|esa|ese|esto|that|${NAMED})\\s+(?:ya\\s+)?no+(?!\\s+(?:es|era|queda)\\s+(?:en|por|de|del)\\s)`,
  `(?:olv[ií]d\\p{L}*|d[eé]j(?:e|a|en|emos|elo|ela)|forget|never\\s?mind|drop)\\s+(?:de\\s+|about\\s+)?(?:eso|esa|that(?:\\s+one)?|${NAMED.replace('named', 'other')})`,
  `${NAMED.replace('named', 'done')}\\s+(?:(?:is|was|has been)\\s+)?${DONE}`,
  ELSE,
  CAUSE,
  `(?:no|not?|(?:i\\s+)?(?:don['’]?t|do not))\\s+(?:(?:lo\\s+)?quiero(?:\\s+(?:reportar|(?:saber\\s+)?nada))?|want\\s+anything|mande|env[ií]e|reporte|report|(?<is>es|it['’]?s|is))\\s+(?:(?:de|about|with|to do with)\\s+)?${NAMED.replace('named', 'refused')}`,
].join('|');
const DROPPED = new RegExp(
  `^${LEAD}(?:${DROPPING})\\s*(?:[,.;:!]+|(?=\\s(?:lo|mejor|quiero|reporte|mande|sino|es|what|i)\\s)|(?<=\\b(?:porque|pq|xq|culpa\\s+de|culpa\\s+de\\s+que|because)))\\s*`,
  'iu',
);
/** Before what they want instead. */
const INSTEAD =
  /^(?:(?:que|pero|y|mejor|entonces|lo que (?:m[aá]s |me |nos )*(?:urge|importa|preocupa|interesa|quiero|necesito) es(?: que)?|what (?:is|['’]s) urgent is(?: that)?|what i want is(?: to)?|quiero (?:reportar|denunciar|poner)|i want to report|reportar|denunciar|report[ae]|mand[ae]|env[ií][ea]|ponga|sino|es|send|report|but|that)[\s,:]+)*/iu;

/** `No, solo los huecos`, `nada más lo de la luz`: one of several, and none of the others. */
const ONLY =
  /^(?:(?:no+|ay|ya|bueno|mejor|pero|but)[\s,.;!]+)*(?:(?:quiero|es|mande|env[ií]e|reporte|i want|send)\s+)?(?:s[oó]lo|solamente|nada m[aá]s|no ?m[aá]s|[uú]nicamente|only|just)\s+(?:quiero\s+|es\s+|mande\s+)?(?:lo\s+de(?:l)?\s+)?(?:(?:el|la|los|las|the)\s+)?(?<one>[\p{L}]{3,}(?:\s+[\p{L}]+){0,3})[\s.!]*$/iu;

/** Of several matters they want the one they name: the first, or one that waits for it. Null: they name none of them. */
function onlyThat(scene: Scene, draft: Draft): Move | null {
  const one = ONLY.exec(scene.burst.text)?.groups?.['one'];
  const { later } = scene.state;
  if (one === undefined || later.length === 0 || scene.burst.choice !== null) return null;
  const told = toldBefore(scene, one);
  if (told === undefined)
    return isOfDraft(scene, draft, one) && draft.summarised
      ? showSummary(withState(scene, { later: [] }), touched(scene, draft), say(scene, 'dropped_other'))
      : null;
  const free = withState(scene, { draft: null, awaits: null, lost: 0, later: [] });
  const isPlaced = surePlace(scene.facts.read(told).places) !== null;
  const kept = { place: isPlaced ? null : draft.place, privacy: draft.privacy };
  return beginReport(retold(free, [told]), kept, say(scene, 'dropped_other'));
}

const ASKS_WHOSE =
  /^(?:(?:y|pero|oiga|perdon|but|and) )*(?:eso|esto|that|this) no (?:es|va|le toca|lo (?:ve|atiende|hace)|seria|sera|se)\b/;

/** `Mejor eso no, lo que urge es que no hay agua`: the other matter takes the place of the first. Null: nothing of the kind. */
export function matterDropped(scene: Scene, draft: Draft): Move | null {
  // `¿Pero eso no lo ve el juez de paz?` asks whose it is.
  if (scene.burst.text.includes('?') && shareOf(scene, ['asks', 'body']) >= SURE_ACT) return null;
  // `¿Eso no es con la ATTT? El bus es particular` asks whose it is, and tells on.
  const [first = ''] = sentences(scene.burst.text);
  if (first.includes('?') && ASKS_WHOSE.test(plainWords(first))) return null;
  const only = onlyThat(scene, draft);
  if (only) return only;
  const [text, dropped] = droppedIn(scene.burst.text);
  const { named, other, refused, done, caused, is } = dropped?.groups ?? {};
  if (!dropped || !isOfDraft(scene, draft, named ?? other ?? refused ?? done ?? caused)) return null;
  const behind = text.slice(dropped[0].length);
  // `Mejor otra cosa, lo del hueco ya lo reportaron. Quiero …` drops it twice.
  const again = DROPPED.exec(behind)?.[0] ?? '';
  const rest = behind.slice(again.length).replace(INSTEAD, '').trim();
  // `Eso no, no es casa de paz` denies once more, and wants nothing instead.
  if (DENIES_ON.test(rest)) return null;
  const before = toldBefore(scene, rest);
  // `No es el hueco, es el cable` corrects what was understood, where no cable was told apart.
  if (is !== undefined && before === undefined) return null;
  const told = before ?? rest;
  const { services, places } = scene.facts.read(told);
  const service = sureService(scene, services, draft.place);
  if (service === null || service.id === draft.serviceId) return null;
  const { later } = scene.state;
  const others = later.filter(
    line => sureService(scene, scene.facts.read(line).services, null)?.id !== service.id,
  );
  const free = withState(scene, { draft: null, awaits: null, lost: 0, later: others });
  const place = surePlace(places) === null ? draft.place : null;
  return beginReport(retold(free, [told]), { place, privacy: draft.privacy }, say(scene, 'dropped_other'));
}

const DENIES_ON =
  /^(?:(?:y|que|pero|eso|esto|it|that)[\s,]+)*(?:no+|not|isn['’]?t|is not)\s+(?:es|son|era|fue|va|le toca|quiero|con|a|al|del?|para|it|the|an?)(?!\p{L})[^,.;]*[.!]*$/iu;

/** From the sentence on that drops it: `ya llamé. Ya no quiero lo del hueco, mejor …`. */
function droppedIn(text: string): [string, RegExpExecArray | null] {
  const at = [...text.matchAll(/[.!?;\n]+\s*/g)].map(({ index, 0: end }) => index + end.length);
  const parts = [0, ...at].map(start => text.slice(start));
  const found = parts.find(part => DROPPED.test(part)) ?? text;
  return [found, DROPPED.exec(found)];
}

/** Is it what the report tells that they name, where they name anything? */
function isOfDraft({ catalogue }: Scene, draft: Draft, named: string | undefined): boolean {
  if (named === undefined) return true;
  const service = draft.serviceId === null ? undefined : catalogue.services.get(draft.serviceId);
  const own = contentWords([...draft.description, service?.name.es, service?.name.en].join(' '));
  return contentWords(named).some(word => own.includes(word));
}

/** What waits as a further matter, and is only named now: `lo del árbol`. */
function toldBefore({ state }: Scene, rest: string): string | undefined {
  const waiting = state.later.find(line => isNamedIn(rest, line));
  return waiting?.replace(DROPPED, '').replace(INSTEAD, '');
}
