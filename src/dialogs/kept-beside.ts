import type { Privacy } from '../cases/case.ts';
import type { Act } from '../catalogue/act.ts';
import { LIKELY_ACT } from './acts.ts';
import { saysUnanswered } from './asked/no-report.ts';
import type { Draft } from './conversation.ts';
import { isPutRight } from './intake/already-so.ts';
import { notAnonymous, withPrivacy } from './intake/aside.ts';
import { proceed } from './intake/flow.ts';
import { placeText } from './intake/guess.ts';
import { saysWhoIsAccused } from './intake/named-body.ts';
import { isPersonal, withContact } from './intake/personal.ts';
import { onlyThere } from './intake/place/only-there.ts';
import { privacySaid, wishesHidden } from './intake/privacy.ts';
import { stepOf } from './questions.ts';
import { led, lines, type Move, type Scene, say, withState } from './scene.ts';
import { beginsAsQuestion, putsQuestion, wishesKept } from './words/asking.ts';
import { sentences } from './words/clauses.ts';
import { consentIn } from './words/consent.ts';
import { keepsNameOut } from './words/name-unsaid.ts';
import { plainWords } from './words/plain-words.ts';
import { saysGiven } from './words/scolding.ts';
import { statesPlainly } from './words/states-plainly.ts';
import { besideLastOut, wantedOut } from './words/wants-out.ts';
import { READS_MINE, WHO_LEARNS, WHO_READS } from './words/who-learns.ts';

/** What leads to a fact and is none. */
const LEAD =
  /^(?:(?:s[ií]|no(?=\s*[,.])|ok|bueno|aj[aá]|pero|y|ah|mire|por favor|p[oó]ngale|ponga|agregue|anote|diga|que|q)[\s,]+)+/iu;
const LEAST_FACT = 3;

/** What is told beside a question that was answered goes into the report that is open: `es todo el sector 2. ¿Cuánto se demoran?` */
export function keptBeside(scene: Scene, move: Move): Move {
  const before = scene.state.draft;
  const after = move.state.draft;
  const [first, ...rest] = move.replies;
  const chosen = chosenBeside(scene, move);
  if (chosen) return chosen;
  if (!before?.summarised || !after || !first || scene.burst.choice !== null || move.erase) return move;
  const place = after.place === before.place ? onlyThere(scene, before) : null;
  if (place) {
    const lead = lines(
      say(scene, 'corrected'),
      say(scene, 'summary.place', { place: placeText(scene, place) }),
    );
    return {
      ...move,
      state: { ...move.state, draft: { ...after, place } },
      replies: [led(lead, first), ...rest],
    };
  }
  if (after.description.join() !== before.description.join()) return move;
  // What waits for a report of its own is no word of this one.
  if (move.state.later.length > scene.state.later.length) return move;
  const wished = privacyBeside(scene, before, after);
  if (wished) return keptSo(scene, move, after, wished);
  // What was told beside it has changed a field already.
  if (isPutRight(before, after)) return move;
  // Whom they accuse stays told, whatever is asked beside it.
  const isAccused = scene.burst.text.includes('?') && saysWhoIsAccused(before, scene.burst.text);
  const beside = asksIfSeen(scene) ? [] : firstSome(toldBesideQuestion(scene), toldBesideAny(scene));
  const told = isAccused ? scene.burst.lines : beside;
  if (told.length === 0) return move;
  // A name or a telephone is not for everybody who reads the report.
  const [personal, facts] = [told.filter(isPersonal), told.filter(part => !isPersonal(part))];
  const filled = { ...after, description: [...after.description, ...facts] };
  const isKept = personal.length > 0 && after.privacy !== 'anonymous';
  const draft = isKept ? withContact(filled, personal.join(', ')) : filled;
  return { ...move, state: { ...move.state, draft }, replies: [led(say(scene, 'added'), first), ...rest] };
}

/** How it is to be kept, asked of them and told beside a question that was answered: `anónima mejor, ¿y me escriben aquí?` Null: it is not. */
function chosenBeside(scene: Scene, move: Move): Move | null {
  const { awaits } = scene.state;
  const { draft } = move.state;
  const [first] = move.replies;
  const isAsked = awaits !== null && stepOf(awaits) === 'privacy' && scene.burst.choice === null;
  if (!isAsked || !first || !draft || draft.privacy !== null || move.erase) return null;
  const said = privacySaid(scene.burst.text);
  if (said === null) return null;
  const next = proceed(withState(scene, move.state), withPrivacy(scene, draft, said));
  const [asked, ...rest] = next.replies;
  return asked ? { ...next, replies: [led({ text: first.text }, asked), ...rest] } : null;
}

/** How it is to be kept, said beside what is asked: `mejor anónima. ¿Me llaman a declarar?` Null: it is kept so, or nothing is said. */
function privacyBeside({ burst }: Scene, before: Draft, after: Draft): Privacy | null {
  const told = sentences(burst.text).filter(part => !part.includes('?'));
  const parts = told.flatMap(part => privacySaid(part) ?? []);
  const wished = parts.at(-1) ?? null;
  return wished === before.privacy || after.privacy !== before.privacy ? null : wished;
}

function keptSo(scene: Scene, move: Move, after: Draft, wished: Privacy): Move {
  const draft = withPrivacy(scene, after, wished);
  const [first, ...rest] = move.replies;
  const lead = draft.privacy === wished ? say(scene, 'corrected') : notAnonymous(scene);
  return { ...move, state: { ...move.state, draft }, replies: first ? [led(lead, first), ...rest] : [] };
}

function firstSome(...lists: string[][]): string[] {
  return lists.find(list => list.length > 0) ?? [];
}

/** `Quite lo del banco` is an order, and no word of the report. */
function ordersOut(part: string): boolean {
  return wantedOut(part) !== null || besideLastOut(part) !== null;
}

/** What they wrote in parts, each with its own question apart from what is told before it. */
export function askedApart(text: string): string[] {
  return sentences(text).flatMap(apartFromQuestion);
}

/** Is it asked, in a part of its own, who will see or know it? What stands beside that is the reason for asking, and for no body to read. */
export function asksIfSeen(scene: Scene): boolean {
  const asked = askedApart(scene.burst.text).filter(asks);
  return asked.some(part => {
    const plain = plainWords(part);
    const [best] = scene.facts.acts(part).questions;
    // `Do you know when they come?` asks nothing of the kind.
    const isSeen = best?.id === 'seen' && WHO_LEARNS.test(plain);
    // `¿Van a verlo?` asks whether they come.
    return isSeen || READS_MINE.test(plain) || WHO_READS.test(plain.replace(/\bverl[oa]\b/g, ' '));
  });
}

/** The facts that stand beside a question in what they wrote; none where nothing is asked. */
export function toldBesideQuestion(scene: Scene): string[] {
  const parts = askedApart(scene.burst.text);
  const isTold = (part: string): boolean =>
    !asks(part) && tellsFact(part) && !isRemark(scene, part) && !ordersOut(part);
  return parts.some(asks) ? parts.filter(isTold).map(part => part.replace(LEAD, '')) : [];
}

/** The same beside a laugh, a denial or a protest, where they surely only tell more: `jaja no, así se llama. Bota todo una porqueriza`. */
export function toldBesideAny(scene: Scene): string[] {
  // Who speaks of a PIN tells it of a case they have elsewhere.
  if (/\bpin\b/.test(plainWords(scene.burst.text))) return [];
  const parts = askedApart(scene.burst.text);
  const isTold = (part: string): boolean =>
    !asks(part) &&
    tellsFact(part) &&
    !saysGiven(part) &&
    !ordersOut(part) &&
    !IS_SIGH.test(plainWords(part)) &&
    !PRIVATE.test(plainWords(part)) &&
    (tellsMore(scene, part) || statesPlainly(part));
  const told = parts.filter(isTold);
  return told.length < parts.length ? told.map(part => part.replace(LEAD, '')) : [];
}

/** `Era el esposo de una vecina, que Dios lo ayude`. */
const IS_SIGH = /\b(?:dios|bendi\w+|ojala|lo siento|pesame|god|pray\w*|bless\w*)\b/;

function tellsMore({ facts }: Scene, part: string): boolean {
  const [best] = facts.acts(part).acts;
  return best !== undefined && (best.id === 'more' || best.id === 'place') && best.p >= LIKELY_ACT;
}

function asks(part: string): boolean {
  return part.includes('?') || beginsAsQuestion(part);
}

/** `They come at 5am, can I stay anonymous?`: the fact, and the question behind its last comma. */
function apartFromQuestion(sentence: string): string[] {
  const at = sentence.lastIndexOf(',');
  if (at < 0 || !sentence.includes('?') || beginsAsQuestion(sentence) || SUPPOSES.test(sentence))
    return [sentence];
  const [told, asked] = [sentence.slice(0, at), sentence.slice(at + 1)];
  return putsQuestion(asked) || wishesKept(asked) ? [told, asked.trim()] : [sentence];
}

const SUPPOSES = /^\s*(?:(?:y|pero|and|but)\s+)?(?:si|if|cuando|when)\s/iu;

/** `Disculpe la molestia`, `ya se la di`: no word of the report. */
function isRemark(scene: Scene, part: string): boolean {
  if (saysGiven(part)) return true;
  const [best] = scene.facts.acts(part).acts;
  const isOther = best !== undefined && best.p >= LIKELY_ACT && !TELLING.includes(best.id);
  const plain = plainWords(part);
  // `Tengo testigos` is one, whatever so few words were learned to ask.
  return (isOther && !STATES.test(plain) && !statesPlainly(part)) || PRIVATE.test(plain);
}

/** `Es mi privacidad`: why they would rather not tell it. */
const PRIVATE =
  /^(?:(?:que|y|eso|esto|pero|it|that|this|s) )*(?:(?:es|son|is|are) )?(?:mi |mis |muy |algo |my |un asunto )?(?:privacidad|privad[oa]s?|personal(?:es)?|private|privacy)$/;

/** What plainly tells something, whatever so few words were learned to do: `el dueño es mi vecino`, `es todos los días`. */
const STATES =
  /^(?:(?:el|la|los|las|ese|esa|esos|mi|mis|un|una|the|that|my) (?!(?:reporte|caso|queja|denuncia|asunto|problema|lugar|verdad|report|case|matter|place|problem)\b)[\wñ]+(?: [\wñ]+)? (?:es|son|esta|estan|tiene|tienen|vive|viven|anda|andan|is|are|has|have|lives?) |(?:es|son|pasa|ocurre) (?:todos|todas|cada|desde|de noche|siempre|casi)\b|(?:hay|somos|there (?:is|are)|they (?:are|have|come|do)|we (?:are|have)) )/;

const TELLING: readonly Act[] = ['more', 'place', 'further', 'manner', 'matter', 'body', 'wrong', 'words'];

function tellsFact(part: string): boolean {
  const plain = plainWords(part.replace(LEAD, ''));
  // How much is to be seen is a wish, and for nobody to read.
  if (KNOWS_NOT.test(plain) || keepsNameOut(plain) || wishesHidden(plain)) return false;
  const isEnough = plain.split(' ').length >= LEAST_FACT || statesPlainly(part);
  return isEnough && consentIn(part) === null && !saysUnanswered(part);
}

/** `Yo no sé de eso`, which tells nothing; `no se ve` does. */
const KNOWS_NOT =
  /^(yo |ay |ah |oiga |mire |mij[oa] |joven |señora? |es que |la verdad |i )*(no (le )?se (a|de|usar|nada|mucho|como|que hacer|que es)|no (le |lo )?entiendo|(don t|do not) (know|understand))\b/;
