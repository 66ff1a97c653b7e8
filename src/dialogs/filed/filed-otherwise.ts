import type { Case, Place } from '../../cases/case.ts';
import { addContact, addToCase, correctHolder, correctPrivacy } from '../../cases/steps.ts';
import { actIn, SURE_ACT } from '../acts.ts';
import { bareKind } from '../intake/absorb.ts';
import { appealOf, tellsRefusal } from '../intake/appeal.ts';
import { notAnonymous } from '../intake/aside.ts';
import { sureService } from '../intake/guess.ts';
import { bodyMeant } from '../intake/named-body.ts';
import { isPersonal } from '../intake/personal.ts';
import { says } from '../intake/place/finer.ts';
import { asserted, deniedIn } from '../intake/place/place-words.ts';
import { possiblePrivacy, privacySaid, wishesHidden, wishesShown } from '../intake/privacy.ts';
import { supplierClaimed } from '../intake/supplier.ts';
import { contentWords, isAnotherMatter } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksBack, beginsAsQuestion } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { changed, wordsOf } from './case-change.ts';
import { bodyOf, toldPlace } from './case-steps.ts';
import { caseMeant } from './just-filed-case.ts';
import { ruledHolder } from './moved.ts';

/** More words tell something else too. */
const MOST_WORDS = 14;

/** How a case is kept, whose it is or what kind it is, said otherwise once it was filed. */
export const filedOtherwise: Topic = scene => {
  const { burst, state, facts } = scene;
  if (state.draft !== null || burst.choice !== null || burst.files.length > 0) return null;
  // How it is kept they say of what is offered just now.
  if (isOfOffered(scene)) return null;
  const c = caseMeant(scene);
  if (c === null || plainWords(burst.text).split(' ').length > MOST_WORDS) return null;
  if (saysOtherMatter(burst.text)) return lookedAt(scene, c);
  if (c.place !== null && standsSo(burst.text, c.place)) return toldPlace(scene, c);
  // `Cámbiela a la ASEP` is of this case, whatever matter that body's name sounds like.
  const isOrdered =
    CHANGES_BODY.test(plainWords(burst.text)) && bodyMeant(scene, burst.text, c.place) !== null;
  const isOther = sureService(scene, facts.reading.services, null) !== null && isAnotherMatter(scene, c);
  if (isOther && !isOrdered) return null;
  // `Lo quiero retirar, tengo miedo que se enteren` is answered by the taking back.
  const isDropped = meaningOf(burst.text) === 'withdraw' || actIn(scene, SURE_ACT) === 'drop';
  const kept = isDropped ? null : (namelessAfter(scene, c) ?? keptOtherwise(scene, c));
  if (kept) return kept;
  const asks = burst.text.includes('?') || beginsAsQuestion(burst.text) || asksBack(burst.text);
  return asks ? null : (overCompany(scene, c) ?? heldOtherwise(scene, c) ?? kindOtherwise(scene, c));
};

const CHANGES_BODY =
  /\b(?:cambi|pas|mand|envi)(?:el[oa]s?|enl[oa]s?|arl[oa]s?)\b|\b(?:change|move|send) (?:it|this) to\b/;

/** `No quiero que sepan que fui yo, pero sí haga el reporte`, asked whether one is to be made: it means that one. */
function isOfOffered({ state: { awaits }, burst: { text } }: Scene): boolean {
  const isOffer = awaits !== null && ['offer', 'also', 'split'].includes(stepOf(awaits));
  const plain = plainWords(text);
  return isOffer && (wishesHidden(plain) || privacySaid(text) !== null) && !OF_CASE.test(plain);
}

const OF_CASE =
  /\b(?:(?:el|mi|ese|del|primer|otro|the|my) (?:caso|reporte|case) (?:de|del|anterior|que|\d)|(?:la|mi|esa) (?:queja|denuncia) (?:de|del|anterior|que)|311)\b/;

/** `Solo la de Los Andes, Albrook no`, where the place has the one name and not the other. */
function standsSo(text: string, place: Place): boolean {
  const denied = deniedIn(text);
  if (denied.length === 0 || denied.some(name => says(place.text, name))) return false;
  return contentWords(asserted(text)).some(word => says(place.text, word));
}

/** `No puse queja de taxi, puse de los piratas`, `quedó mal puesto`, `corrija el asunto`: what it was taken for is wrong. */
const OTHER_MATTER = anyOf(
  /\bno (?:puse|hice|mande|reporte|denuncie|era|es) (?:(?:un[oa]?|la|el|mi) )?(?:queja|denuncia|reporte|caso) (?:de(?:l| la| los| las)?|por|contra|sobre) .*\b(?:es|era|fue|puse|hice|reporte|sino|corrij\w+|cambi\w+|correg(?!imiento)\w+)\b/,
  /\b(?:quedo|esta|salio|fue|lo pusieron|lo puso|pusieron|puso) mal (?:puest[oa]|el (?:asunto|tema|titulo|motivo)|clasificad[oa])\b/,
  /\b(?:corrij|cambi|correg|arregl|change|correct|fix)\w* (?:el|ese|mi|the|my) (?:asunto|tema|titulo|motivo|categoria|matter|subject|title|category)\b/,
  /\b(?:el|ese|the) (?:asunto|tema|titulo|motivo|matter|subject|title) (?:esta mal|es otro|no es|quedo mal|salio mal|is wrong|is not)\b/,
);
function saysOtherMatter(text: string): boolean {
  const plain = plainWords(text);
  return OTHER_MATTER.test(plain) && !text.includes('?');
}

const NAMELESS_AFTER =
  /\b(?:puedo|puede|pueden|podria|se puede|cambi\w+|pas\w+|pong\w+|pon\w+|quede|hag\w+|hacer\w*|dej\w+|quiero|can|could|make|change)\b.*\b(?:anonim\w+|anonymous)\b/;

/** `¿Puedo cambiarlo a anónimo?`: what was filed from here stays joined to it, and can be kept in reserve. */
function namelessAfter(scene: Scene, c: Case): Move | null {
  const asks = scene.burst.text.includes('?') || beginsAsQuestion(scene.burst.text);
  const isHidden = c.privacy !== 'normal';
  if (!NAMELESS_AFTER.test(plainWords(scene.burst.text)) || !(asks || isHidden)) return null;
  const names = { number: c.number, agency: bodyOf(scene, c) };
  const kept = say(scene, isHidden ? 'follow.hidden_already' : 'follow.may_hide', names);
  const isNowhere = possiblePrivacy(scene, 'anonymous') !== 'anonymous';
  const words = lines(isNowhere ? notAnonymous(scene) : say(scene, 'follow.not_anonymous'), kept);
  return { state: scene.state, replies: [replyOf(words, { caseNumber: c.number })] };
}

/** `Mejor con reserva`, `que no sepan que fui yo`: hidden from now on, as far as it was not seen. */
export function keptOtherwise(scene: Scene, c: Case): Move | null {
  const { burst, facts } = scene;
  const wished = wishesHidden(plainWords(burst.text)) ? 'confidential' : privacySaid(burst.text);
  // Who is hidden is shown only where they say so and nothing else.
  if (wished === null || (wished === 'normal' && !wishesShown(burst.text))) return null;
  const names = { number: c.number, agency: bodyOf(scene, c) };
  const isHidden = wished !== 'normal';
  if (isHidden === (c.privacy !== 'normal'))
    return toldOf(scene, c, isHidden ? 'follow.hidden_already' : 'follow.seen_already', names);
  const change = correctPrivacy(c, { privacy: isHidden ? 'confidential' : 'normal', at: facts.now });
  const words = say(scene, isHidden ? 'follow.hidden' : 'follow.seen', names);
  // `6712-3345. No quiero que el chofer sepa que fui yo`: how to reach them is kept too.
  const told = sentences(burst.text).filter(part => isPersonal(part) && !wishesHidden(plainWords(part)));
  if (told.length === 0 || !isHidden) return changed(scene, change, words);
  const reached = addContact(change.case, { text: told.join(', '), at: facts.now });
  const events = [...change.events, ...reached.events];
  const both = { ...reached, expectedVersion: c.version, events };
  return changed(scene, both, lines(words, say(scene, 'contact_hidden')));
}

/** `ENSA ya me dijo que no`: for who decides over the company, which is to read that too. */
function overCompany(scene: Scene, c: Case): Move | null {
  const appeal = tellsRefusal(scene.burst.text, false) ? appealOf(scene, c.serviceId) : null;
  const routing = appeal && scene.route(appeal, c.place);
  if (!routing || !('holder' in routing) || routing.holder.agencyId === c.holder?.agencyId) return null;
  const { holder } = routing;
  const told = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  const given = correctHolder(told.case, { holder, at: scene.facts.now });
  const change = { ...given, expectedVersion: c.version, events: [...told.events, ...given.events] };
  const because = routing.because?.[scene.state.language] ?? null;
  const why = because === null ? null : { text: `${because.charAt(0).toUpperCase()}${because.slice(1)}.` };
  return changed(
    scene,
    change,
    lines(
      say(scene, 'corrected'),
      why,
      say(scene, 'follow.moved_agency', { agency: bodyOf(scene, change.case) }),
    ),
  );
}

/** `Eso le toca al municipio`: it goes there where the citizen knows best, or the rule says so too; else a person looks at it. */
function heldOtherwise(scene: Scene, c: Case): Move | null {
  const { burst, facts, added } = scene;
  // Of what was added just before it says that it is another matter.
  if (added !== null) return null;
  const supplier = supplierClaimed(scene, c, burst.text);
  const meant = supplier ?? bodyMeant(scene, burst.text, c.place);
  if (meant === null) return null;
  const names = { number: c.number, agency: bodyOf(scene, c) };
  // What they say with it is kept: `no, línea 1` names the Metro, and more.
  if (meant === c.holder?.agencyId)
    return changed(
      scene,
      addToCase(c, { ...wordsOf(scene), by: 'citizen' }),
      say(scene, 'follow.held_already', names),
    );
  const ruled = ruledHolder(scene, c, c.place);
  const holder =
    supplier !== null ? { agencyId: supplier, districtCode: null } : ruled?.agencyId === meant ? ruled : null;
  if (holder === null) return lookedAt(scene, c);
  const change = correctHolder(c, { holder, at: facts.now });
  return changed(
    scene,
    change,
    lines(say(scene, 'corrected'), say(scene, 'follow.moved_agency', { agency: bodyOf(scene, change.case) })),
  );
}

/** `No es queja, es denuncia`. */
function kindOtherwise(scene: Scene, c: Case): Move | null {
  const kind = bareKind(scene.burst.text);
  return kind === null || kind === c.kind ? null : lookedAt(scene, c);
}

/** Kept with the case, and a person looks at it. */
export function lookedAt(scene: Scene, c: Case): Move {
  const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  const words = say(scene, 'follow.looked_at', { number: c.number, agency: bodyOf(scene, c) });
  const set = { review: true, reason: 'undecided', since: scene.facts.now } as const;
  return { ...changed(scene, change, words), set };
}

function toldOf(
  scene: Scene,
  { number }: Case,
  key: 'follow.hidden_already' | 'follow.seen_already',
  names: { number: string; agency: string },
): Move {
  return {
    state: { ...scene.state, lost: 0 },
    replies: [replyOf(say(scene, key, names), { caseNumber: number })],
  };
}
