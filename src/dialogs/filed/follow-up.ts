import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { actIn, LIKELY_ACT } from '../acts.ts';
import type { Awaits } from '../conversation.ts';
import { onlyOne } from '../intake/answers.ts';
import { namesBody } from '../intake/body-names.ts';
import { beginReport } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { goesWrong } from '../intake/matter.ts';
import { isPersonal } from '../intake/personal.ts';
import { saysApart } from '../intake/several/further.ts';
import { isAnotherMatter, relation } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import { afterQuestion, choiceOf, type Move, retold, type Scene, type Topic } from '../scene.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { chosen, chosenWord, pointedTo } from '../words/chosen.ts';
import { consentIn } from '../words/consent.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { tellsDetail } from '../words/tells-detail.ts';
import { ofOneLeft } from './but-that-one.ts';
import { ask } from './case-change.ts';
import { aboutOneCase, added, answered, perhapsAdded } from './case-steps.ts';
import { caseMatter } from './case-words.ts';
import { isJustFiled } from './just-filed-case.ts';
import { isLikelyMore, tellsSelfBeside } from './likely-more.ts';
import { movesPlace } from './moved.ts';
import { tellsSomething } from './tells-something.ts';

const MOST_OFFERED = 5;

/** Words, files and pins about a case that was filed: added to it, answered, corrected, taken back. */
export const followUp: Topic = scene => {
  const { facts, burst, state } = scene;
  if (facts.cases.length === 0 || state.draft !== null || burst.choice !== null) return null;
  const quoted = facts.cases.find(({ number }) => number === facts.quoted);
  if (quoted) return aboutOneCase(scene, quoted);
  const asked = askedOf(scene);
  if (asked) return answered(scene, asked);
  const about = burst.text === '' ? ofFiles(scene) : ofWords(scene);
  const filed = facts.cases.filter(c => isJustFiled(scene, c));
  const [only] = about.length > 0 ? about : filed;
  if (about.length === 0) {
    // What somebody suffers is put beside no case unasked.
    if (only === undefined || !isLikelyMore(scene, only)) return null;
    const isNeed = IN_NEED.test(plainWords(burst.text));
    return filed.length === 1 && !isNeed ? perhapsAdded(scene, only) : askWhich(scene, filed);
  }
  if (about.length === 1 && only) return aboutOneCase(scene, only);
  const one = ofOneLeft(scene, about);
  return one ? aboutOneCase(one.own, one.c) : askWhich(scene, about);
};

/** The one case whose question is still open, when the words may well answer it. */
function askedOf(scene: Scene): Case | null {
  const { cases } = scene.facts;
  const [asked, second] = cases.filter(({ status }) => status === 'awaiting_citizen');
  const own = asked && !second && tellsSomething(scene) && meaningOf(scene.burst.text) !== 'withdraw';
  return own && !isAnotherMatter(scene, asked) ? asked : null;
}

function ofFiles({ facts, burst }: Scene): Case[] {
  return burst.files.length > 0 || burst.pinned ? facts.cases.filter(isOpen) : [];
}

/** The cases a text may be about, none when it speaks of no case. */
function ofWords(scene: Scene): Case[] {
  const { cases, reading } = scene.facts;
  // `No importa, gracias`, to what was said of a case, takes nothing back.
  const isDropped =
    consentIn(scene.burst.text) === 'drop' && !/^(ya )?no importa\b/.test(plainWords(scene.burst.text));
  const meaning = meaningOf(scene.burst.text) ?? (isDropped ? 'withdraw' : null);
  const { text } = scene.burst;
  // `Y a qué número llamo`, `¿y si sigue esta noche?`: asked, and no news.
  const isAsked = meaning === 'goes_on' && (beginsAsQuestion(text) || putsQuestion(text));
  const isQuestion = isAsked || (reading.intent === 'info' && text.includes('?'));
  const moved = cases.filter(c => isOpen(c) && movesPlace(scene, c));
  if (meaning === null && moved.length > 0) return moved.slice(0, 1);
  const filed = cases.filter(c => isJustFiled(scene, c)).slice(0, 1);
  if (meaning === 'goes_on' && filed.length > 0 && comesToMind(scene)) return filed;
  if (meaning === null && (isPersonal(scene.burst.text) || (filed.length > 0 && tellsSelfBeside(scene))))
    return ofPersonal(cases);
  if (meaning === null && (tellsDetail(scene.burst.text) || goesOn(scene) || tellsNearby(scene)))
    return filed;
  if (meaning === null || (isQuestion && meaning !== 'withdraw')) return [];
  const ended = cases.filter(c => !isOpen(c) && c.status !== 'withdrawn').slice(0, MOST_OFFERED);
  const open = cases.filter(isOpen);
  if (meaning === 'closed_unsolved') return nearest(scene, [...ended, ...open]);
  if (meaning === 'withdraw' || meaning === 'moved') return nearest(scene, ofNamedBody(scene, open));
  const eligible = meaning === 'goes_on' ? open : [...open, ...ended];
  const related = eligible.filter(c => !isAnotherMatter(scene, c));
  const preferred = related.some(isOpen) && meaning !== 'not_solved' ? related.filter(isOpen) : related;
  return nearest(scene, preferred);
}

/** `Se me olvidó decir que …`: of the case that was just filed, whatever it sounds like. */
const FORGOTTEN =
  /^(ah |ay |y |perdon |disculpe )*(se me olvido|olvide|me falto|i forgot) (decir|contar|mencionar|agregar|poner|to (say|mention|tell))\w*\b/;

const REMEMBERED =
  /^(ah |ay |y |perdon |disculpe |oiga |and |oh )*((ya |ahora |recien )?me (acorde|acabo de acordar)|acabo de (acordarme|recordar)|recorde|i (just )?remembered)\b/;

/** `Me acordé que la placa era 1234`, too, where nothing goes wrong in it. */
function comesToMind(scene: Scene): boolean {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const isOther = goesWrong(text) || actIn(scene, LIKELY_ACT) === 'further';
  return FORGOTTEN.test(plain) || (REMEMBERED.test(plain) && !isOther);
}

/** Who they are belongs to the case that was filed last. */
function ofPersonal(cases: readonly Case[]): Case[] {
  return cases.filter(isOpen).slice(0, 1);
}

const CONTINUES =
  /^(ah |perdon |y |pero |bueno |es que |otra cosa |tambien )*((la|el|mi|su) \S+ (vive|viven|tiene|se llama|trabaja|queda|quedan)|era|fue|es|son|eran|esta|estan|queda|ese|esa|eso|esto|desde|hace|encima|ademas|se llama|apur[ae]\w*|dense prisa|since|it was|it is|it s|its|they are)\b/;

/** Words that go on with what was said before, and tell no matter of their own: "era para el pediatra". */
function goesOn(scene: Scene): boolean {
  const { reading } = scene.facts;
  const { text } = scene.burst;
  const isTold = reading.intent === 'report' || reading.intent === 'out_of_scope';
  const isHaste = HASTE.test(plainWords(text)) && text.split(/\s+/).length <= MOST_HASTE;
  const isOwn = !isHaste && sureService(scene, reading.services, null) !== null;
  return isTold && !isOwn && !text.includes('?') && CONTINUES.test(plainWords(text));
}

const NEARBY =
  /^(?:(?:y|e|ah|ay|oh|perdon|tambien|ademas|also|and|plus|sorry|by the way) )*(?:it s|it is|that s|that is|this is|its|queda|quedan|esta|estan|es|se encuentra) (?:(?:right|just|very|justo|mas|ahi|alli|como|exactamente) )*(?:near|next to|by the|close to|beside|behind|across from|across the|opposite|in front of|between|cerca|al lado|al costado|frente|enfrente|detras|diagonal|junto|entre|por (?:el|la|los|las|donde)|a un costado|antes de|despues de|pasando)\b/;

/** `Also it is near the Mirador hotel`: closer where it is, and no matter, whatever house is named. */
export function tellsNearby({ burst: { text } }: Scene): boolean {
  return NEARBY.test(plainWords(text)) && !/[?¿]/.test(text) && !goesWrong(text);
}

/** `Apúrense que tengo un bebé` tells why it is urgent, and no matter. */
const HASTE = /^(por favor |pero |ya )*(apur[ae]\w*|dense prisa|hurry)\b/;
const MOST_HASTE = 8;

/** Somebody in need is not put beside a pipe unasked. */
const IN_NEED = /\b(mal|enferm\w*|ayuda|ayud[ae]n\w*|auxilio|dolor|desmay\w*|grave|sick|hurt|help)\b/;

/** Those the words come nearest to; all of them when the words tell none from another. */
function nearest(scene: Scene, cases: Case[]): Case[] {
  const best = Math.max(0, ...cases.map(c => relation(scene, c)));
  return best === 0 ? cases : cases.filter(c => relation(scene, c) === best);
}

/** Those that the body they name has, where it has any: `anulen la del MOP`. */
function ofNamedBody(scene: Scene, cases: Case[]): Case[] {
  const named = cases.filter(
    ({ holder }) => holder !== null && namesBody(scene, scene.burst.text, holder.agencyId),
  );
  return named.length > 0 ? named : cases;
}

function askWhich(scene: Scene, cases: Case[]): Move {
  const choices = cases
    .slice(0, MOST_OFFERED)
    .map(c => ({ label: `${caseMatter(scene, c)} (${c.number})`, value: `case:${c.number}` }));
  const { lines, files } = scene.burst;
  const all = [...choices, choiceOf(scene, 'choice.new_case', 'case:new')];
  return ask(scene, awaiting('case', all, { held: { lines, files } }));
}

/** Which of several cases: the words that waited go there. Null: that was no answer. */
export function answerCase(scene: Scene, awaits: Awaits): Move | null {
  const { burst } = scene;
  const pick =
    chosen(awaits.choices, burst)?.value ??
    pointedTo(awaits.choices, burst.text)?.value ??
    onlyOne(awaits, burst.text);
  const held = withHeld(scene, awaits);
  if (pick === 'case:new' || (pick === undefined && saysApart(burst.text))) return beginReport(held);
  const c = scene.facts.cases.find(({ number }) => pick === `case:${number}`);
  return c ? aboutOneCase(held, c) : null;
}

/** The scene as when the words that waited were written. */
function withHeld(scene: Scene, { held }: Awaits): Scene {
  const free = afterQuestion(scene);
  return held ? retold(free, held.lines, held.files) : free;
}

/** The same matter as a case they have open: added to it, or another one? */
export const sameAgain: Topic = scene => {
  const { facts, burst, state } = scene;
  const tells = burst.text !== '' && facts.reading.intent === 'report' && burst.choice === null;
  const service = tells && state.draft === null ? sureService(scene, facts.reading.services, null) : null;
  if (service === null) return null;
  const [place] = facts.reading.places;
  const same = facts.cases.find(c => {
    const elsewhere = place && c.place?.code && !isNear(place.code, c.place.code);
    return isOpen(c) && c.serviceId === service.id && !elsewhere;
  });
  if (!same) return null;
  // `¿Y cuándo pasa el camión?` asks of it.
  if (isJustFiled(scene, same) && !place && beginsAsQuestion(burst.text)) return null;
  // `Ah, y la factura la tengo`, said a moment after: nobody needs to be asked.
  if (isJustFiled(scene, same) && !place && !goesWrong(burst.text)) return perhapsAdded(scene, same);
  const about = `duplicate:${same.number}`;
  const choices = [
    choiceOf(scene, 'choice.add_to_case', `${about}:yes`),
    choiceOf(scene, 'choice.new_case', `${about}:no`),
  ];
  const held = { lines: burst.lines, files: burst.files };
  return ask(scene, awaiting('duplicate', choices, { caseNumber: same.number, held }));
};

function isNear(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Added to the open case, or a new one. Null: that was no answer. */
export function answerDuplicate(scene: Scene, awaits: Awaits): Move | null {
  const pick = chosenWord(awaits.choices, scene.burst);
  const held = withHeld(scene, awaits);
  if (pick === 'no') return beginReport(held);
  const c = scene.facts.cases.find(({ number }) => number === awaits.caseNumber);
  return pick === 'yes' && c ? added(held, c) : null;
}
