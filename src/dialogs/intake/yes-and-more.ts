import { actIn, LIKELY_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { type Move, replyOf, retold, type Scene, say, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksBack, isOfReport, putsQuestion } from '../words/asking.ts';
import { afterYes, besideYes, orderInLastClause } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { isWished } from '../words/wished.ts';
import { touched } from './absorb.ts';
import { notAnonymous, withPrivacy } from './aside.ts';
import { fileDraft } from './file.ts';
import { filedWithQuestion, furtherBeside, UNFORGOTTEN } from './filed-beside.ts';
import { showSummary } from './flow.ts';
import { isPersonal, withContact } from './personal.ts';
import { detailedPlace } from './place/mend-place.ts';
import { liesIn, surePlace } from './place/namesakes.ts';
import { namesSpot, withSpots } from './place/spots.ts';
import { privacyWished } from './privacy.ts';

const NOT_JUST_MORE = anyOf(
  /\b(pero|but|cambi\w+|corrij\w+|correg(?!imiento)\w+|change|espere|wait|equivocad\w+|esta mal|(lugar|asunto|tipo) es otr[oa]|(creo|pienso) que no)\b/,
  /\b(no|not)\b(?! (me |le |les |nos |se |la |lo |las |los ){0,2}(hay|avis(?:aron|an|a)|contest(?:an|aron|a)|respond(?:en|ieron|e)|atend(?:ieron|io)|atienden|dijeron|explic(?:an|aron)|resuelven|resolvieron|arregla(?:n|ron)|dieron|pud(?:o|ieron) (?=\w)|lleg\w+|recog\w+|pasan?|funciona\w*|pag\w+|dan?|vienen?|tenemos|tengo|tienen?|prenden?|cae|sube|baja|aguant\w*|soport\w*|(?:puedo|podemos|doy|damos|resist\w*) mas)\b)/,
);
const HESITATES =
  /\b(pensar|pensarlo|esperar|arrepiento|si digo que no|si no quiero|think about|if i say no)\b/;

/**
 * "Sí, y además gotea de noche": filed with what was added; "sí, y tampoco hay luz": filed, and the other matter is
 * offered. "Se fue" is no such yes.
 */
export function yesAndMore(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const asked = SENT_AND_ASKED.exec(text)?.[1];
  if (asked !== undefined) return filedWithQuestion(scene, touched(scene, draft), asked);
  const said = besideYes(text) ?? afterYes(text);
  if (said === null) return null;
  // `Sí, pero ponga que …. Mándelo`: agreed by the order behind it.
  const beside = said.replace(/^(?:s[ií]|yes|ok|bueno)[\s,]+(?=(?:pero|but)\s)/iu, '');
  const more = besideHeed(scene, beside).replace(ALSO_SAY, '').replace(BUT_ALSO, '');
  const plain = plainWords(more);
  // `Sí, ¿lo puedo pensar?` agrees to nothing yet.
  if (HESITATES.test(plain)) return held(scene, draft);
  const own = touched(scene, draft);
  if (isPersonal(more) && draft.privacy !== 'anonymous') return fileDraft(scene, withContact(own, more));
  // `Sí, y que sea anónima`: it is not sent with their name.
  const wished = privacyWished(plain);
  if (wished !== null && wished !== draft.privacy) {
    const kept = withPrivacy(scene, draft, wished);
    return showSummary(scene, kept, kept.privacy === wished ? say(scene, 'corrected') : notAnonymous(scene));
  }
  const isSaid = (SAYS.test(plainWords(beside)) || isWished(more)) && !more.includes('?');
  if (!isSaid && (putsQuestion(more) || asksBack(more) || onlyAsked(scene, more)))
    return filedWithQuestion(scene, own, more);
  const further = furtherBeside(scene, draft, more);
  if (further) return fileDraft(further, own);
  if (PLACED.test(beside)) return placedBeside(scene, own, beside.replace(PLACED, ''));
  if (NOT_JUST_MORE.test(plain.replace(UNFORGOTTEN, '').replace(NOT_ALONE, ''))) return null;
  const nearer = detailedPlace(retold(scene, [more]), own);
  const place = surePlace(scene.facts.reading.places);
  const isElsewhere = draft.place !== null && place?.code && !liesIn(draft.place.code, [place.code]);
  if (isElsewhere && nearer === null) return null;
  const closer = nearer?.place ?? own.place ?? place;
  return fileDraft(scene, { ...own, place: closer, description: [...draft.description, more] });
}

/** `Sí, mándelo, pero quiero saber cuánto demoran`: an order, and a question that waits for nothing. */
const SENT_AND_ASKED =
  /^\s*(?:(?:s[ií]|ok|dale|bueno|yes)[\s,]+)*(?:m[aá]nd[ea]l[oa]|env[ií][ea]l[oa]|send it)[\s,]+(?:pero|y|but|and)\s+((?:quiero saber|quisiera saber|d[ií]game|me dice|cu[aá]nto|cu[aá]ndo|c[oó]mo|i want to know|how|when)\s.+)$/isu;
/** The place with the words that say where, the report with what is told behind them: `el sector los nogales, y la cisterna cobra`. */
function placedBeside(scene: Scene, draft: Draft, words: string): Move {
  const [first = '', ...parts] = words.split(/\s*[,;]\s*|\s+(?=y\s)/u);
  // `La calle 3, casa 45` is one place.
  const end = parts.findIndex(part => !namesSpot(part));
  const more = end < 0 ? parts : parts.slice(0, end);
  const rest = parts.slice(more.length);
  const at = draft.place
    ? { ...draft.place, text: withSpots(draft.place.text, [first, ...more]) }
    : detailedPlace(retold(scene, [[first, ...more].join(', ')]), draft)?.place;
  const description = rest.length > 0 ? [...draft.description, rest.join(', ')] : draft.description;
  const own = { ...draft, place: at ?? draft.place, description };
  return orderInLastClause(scene.burst.text) !== null
    ? fileDraft(scene, own)
    : showSummary(scene, own, say(scene, 'corrected'));
}

/** `Pero póngale que es por la iglesia`: where, and nothing else. */
const PLACED =
  /^(?:pero |but )?(?:por favor )?(?:ponga|p[oó]ngale|agregue|agr[eé]guele|anote|diga|put)(?: ah[ií])?,? (?:que|q|that) (?:es|queda|est[aá]|it is) (?=(?:por|en|frente|detr[aá]s|cerca|al|el sector|la calle|la barriada|el barrio|la vereda|at|near|behind)(?!\p{L}))/iu;

/** `Ponga que es detrás de la iglesia y que hay un bebé` asks nothing. */
const SAYS = /^(pero |but |por favor )*(ponga|pongale|agregue|agreguele|anote|diga|digale|put|add|say)\b/;

/** `Pero oiga, …`, `pero sepa que …`: bids to be heard, and is set against nothing where only more of it follows. */
const HEED =
  /^(?:pero|but)[\s,]+(?:(?:oiga|oye|mire|mira|ojo|vea|sepa[n]?|f[ií]jese|entienda|tome(?:n)? en cuenta|que conste|d[ií]gales?|look|listen|note|mind you|you should know|tell them)[\s,:]+)*(?:que\s+|that\s+)?/iu;
const OTHERWISE = /\b(?:no (?:es|son|era|fue|queda)|otr[oa]|another|other|not (?:the|in|at))\b/;
/** `No solo la mía`, `son tres, no uno`: more of the same, and no denial. */
const NOT_ALONE = /\b(?:no|not) (?:solo|solamente|only|just|un[oa](?= |$)|dos|tres|one|two)\b/g;

/** What is told behind a bid to be heard; as it is written where more than a detail follows. */
function besideHeed(scene: Scene, beside: string): string {
  const rest = beside.replace(HEED, '');
  if (rest === beside || OTHERWISE.test(plainWords(rest))) return beside;
  const telling = retold(scene, [rest]);
  const isMore = actIn(telling, LIKELY_ACT) === 'more' || plainWords(rest).search(NOT_ALONE) >= 0;
  return isMore && telling.facts.reading.places.length === 0 ? rest : beside;
}

/** `Pero también el recibo vino alto`: set against nothing. */
const BUT_ALSO = /^(?:pero|but)\s+(?=(?:tambi[eé]n|adem[aá]s|also)(?![\p{L}]))/iu;
/** `Pero agregue que …`: before what is only more of the same. */
const ALSO_SAY =
  /^(?:pero |but )?(?:por favor |please )?(?:ponga|p[oó]ngale|agregue|agr[eé]guele|anote|apunte|a[nñ]ada|incluya|diga|d[ií]gales?|add|put|say)(?: tambi[eé]n| also)?,? (?:que|de que|that) (?!es (?:una?|en|de|del|por|frente|detr[aá]s|cerca|al) |era |no )/iu;

/** `Pero ¿primero responde Tigo o ASEP?`: no wish for another report, and no place of this one. */
function onlyAsked({ facts }: Scene, words: string): boolean {
  return words.trim().endsWith('?') && !isOfReport(words) && facts.reading.places.length === 0;
}

/** Nothing is sent yet, and it waits. */
export function held(scene: Scene, draft: Draft): Move {
  const { state } = withState(scene, { draft: touched(scene, draft) });
  return { state, replies: [replyOf(say(scene, 'on_hold'), { asks: 'confirm' })] };
}
