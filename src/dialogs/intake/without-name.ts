import type { Draft } from '../conversation.ts';
import { contentWords } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import { type Move, type Scene, say, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { isYes } from '../words/yes-no.ts';
import { touched } from './absorb.ts';
import { cutOf, isTooMuch } from './cut-words.ts';
import { placeWithout, toldAs } from './edited-words.ts';
import { fileDraft } from './file.ts';
import { proceed, saying, showSummary } from './flow.ts';
import { bidsItGo, namesSelf, speaksOfOwnName, withoutSelf } from './names-self.ts';
import { wishesHidden } from './privacy.ts';

const WHAT = '(?:nombre|apellido|apellidos|cedula|telefono|numero|celular|correo|datos|name|phone|number)';
const BEFORE = '(?:por favor|porfa|oiga|pero|y|no|ay|entonces|puede|pueden|podria|please|can you|could you)';
/** It is ordered here and now; what others did to their name or number is a matter. */
const TAKE_OUT = new RegExp(
  [
    `^(?:${BEFORE} )*(?:borr|quit|elimin)(?:e|a|en|ar|eme|ame)(?: de (?:ahi|alli|arriba))? (?:mi|mis) ${WHAT}\\b.{0,30}$`,
    `^(?:${BEFORE} )*(?:remove|delete|erase|take out) my ${WHAT}\\b.{0,30}$`,
    `\\b(?:escribi|puse|di|dije|mencione|wrote|put|gave) (?:mi|mis|my) ${WHAT} (?:arriba|ahi|alli|aqui|antes|sin querer|above|there|before)\\b.*\\b(?:no quiero|no deseo|quit\\w+|borr\\w+|don t want|do not want|remove|delete)`,
    '\\b(?:borr|quit|elimin)\\w+ (?:lo|eso|la parte) (?:de )?(?:que|q) (?:le |les )?(?:dije|puse|escribi|conte)\\b',
    `\\bno (?:quiero|deseo) que (?:salga|aparezca|vaya|quede|vean) (?:mi|mis) ${WHAT} (?:que|ahi|arriba|alli)\\b`,
  ].join('|'),
);

/**
 * `Escribí mi nombre arriba, bórrelo`: where it stands in words of its own, they go; else nobody can take a name out of a story surely but who told it. All that was told
 * goes, and they tell it again without. Null: that is not wished.
 */
export function retoldWithoutName(scene: Scene, draft: Draft): Move | null {
  const cut = scene.burst.choice === null ? withoutOwnName(scene, draft) : null;
  if (cut) return cut;
  if (scene.burst.choice !== null || !TAKE_OUT.test(plainWords(scene.burst.text))) return null;
  const bare = { ...touched(scene, draft), description: [], contact: null };
  return saying(scene, { draft: bare, awaits: awaiting('description', []) }, say(scene, 'told_again'));
}

/** Told to a report that was read back; asked before that, the words go just so. */
function withoutOwnName(scene: Scene, draft: Draft): Move | null {
  const self = namesSelf(draft.description);
  const isShown = draft.summarised && (draft.privacy === 'confidential' || draft.privacy === 'anonymous');
  const isMeant =
    self !== null &&
    (speaksOfOwnName(scene.burst.text, self.name) || (isShown && bidsItGo(scene.burst.text)));
  if (!isMeant) return null;
  const left = withoutSelf(draft.description);
  if (left === null) return null;
  const own = { ...toldAs(touched(scene, draft), left), contact: null };
  return proceed(scene, own, say(scene, 'record.edited', { words: readable(left) }));
}

/** `Que no digan mi edad`, `borre mi edad`. */
const AGE_OUT = anyOf(
  /\b(?:borr|quit|elimin|sac)\w+ (?:de (?:ahi|alli) )?(?:lo de )?(?:mi|la) edad\b/,
  /\b(?:no|sin|nadie) (?:\w+ ){0,2}?(?:decir|poner|mencionar|digan?|pongan?|mencionen?|escriban?|salga|aparezca) (?:\w+ )?(?:mi|la) edad\b/,
  /\b(?:remove|delete|leave out|don t (?:say|put)) my age\b/,
);
const AGE =
  /(?:[,;]?\s*(?:\by\s+)?)(?<!\p{L})(?:yo\s+)?tengo\s+(?:\d{1,2}|\p{L}+)\s+a[ñn](?:it)?os(?!\s+(?:de|sin|\p{L}+ndo)(?!\p{L}))[,;]?/giu;

/** Their age stands in words of its own, and is taken out of what they told. Null: that is not wished. */
export function withoutAge(scene: Scene, draft: Draft): Move | null {
  if (scene.burst.choice !== null || !AGE_OUT.test(plainWords(scene.burst.text))) return null;
  const description = draft.description.map(line => line.replace(AGE, '').trim()).filter(Boolean);
  return proceed(scene, { ...touched(scene, draft), description }, say(scene, 'left_unsaid'));
}

/** `Solo que quiten el nombre de mi papá del caso`: somebody else's. */
const OTHERS_OUT =
  /\b(?:(?:quit|borr|elimin|remove|delete)\w*|saquen?) (?:de (?:ahi|alli) )?(?:ese|esos|esa|el|la|los|su|sus|that|the|his|her) (?:nombre|nombres|apellidos?|cedula|ficha|numero de (?:ficha|cedula)|name|names)\b/;

/** Do words want something taken out again that they had told of themselves? */
export function wantsTakenOut(text: string): boolean {
  const plain = plainWords(text);
  return TAKE_OUT.test(plain) || AGE_OUT.test(plain) || OTHERS_OUT.test(plain);
}

/** `Que no digan que fue del lado de mi finca`, and no more than a yes beside it. */
const UNSAID =
  /^(?:(?:si|yes|ok|bueno|por favor|porfa|pero|y|que|but|and|please) )*(?:no|don t|do not) (?:digan?|pongan?|mencionen?|cuenten?|escriban?|say|mention|write) (?:que|lo de|lo del|nada de|donde|that|where|anything about)\b(.*)$/;

/**
 * What is not to be told is not put in; where it was told already, it goes alone, or, where it cannot, all goes and is told again.
 * Null: that is not wished.
 */
export function leftUnsaid(scene: Scene, draft: Draft): Move | null {
  const plain = plainWords(scene.burst.text);
  // `No pongan que son tres días, son cinco` puts something right.
  const clauses = plainClauses(scene.burst.text).filter(clause => !isYes(clause));
  const unsaid = clauses.length === 1 ? UNSAID.exec(clauses[0] ?? '')?.[1] : undefined;
  if (scene.burst.choice !== null || unsaid === undefined || wishesHidden(plain)) return null;
  const words = contentWords(unsaid);
  const known = contentWords(draft.description.join(' '));
  const isTold = words.filter(word => known.includes(word)).length * 2 > words.length;
  if (!isTold) return leftAside(scene, draft, words);
  const cut = draft.summarised ? cutOf(draft.description, unsaid) : null;
  const left = cut?.left.filter(line => contentWords(line).length > 0) ?? [];
  if (cut && left.length > 0 && !isTooMuch(cut, unsaid)) {
    const place = placeWithout(scene, draft.place, unsaid);
    const own = { ...toldAs(touched(scene, draft), left), place };
    return showSummary(scene, own, say(scene, 'record.edited', { words: readable(left) }));
  }
  const bare = { ...touched(scene, draft), description: [], contact: null };
  return saying(scene, { draft: bare, awaits: awaiting('description', []) }, say(scene, 'told_again'));
}

/** It stands in what waits for a report of its own, or nowhere: it is dropped there, and a yes beside it sends the report. */
function leftAside(scene: Scene, draft: Draft, words: readonly string[]): Move {
  const later = scene.state.later.filter(line => !contentWords(line).some(word => words.includes(word)));
  const own = withState(scene, { later });
  const agreed = plainClauses(scene.burst.text).some(isYes) && draft.summarised;
  return agreed
    ? fileDraft(own, touched(own, draft))
    : showSummary(own, touched(own, draft), say(own, 'left_unsaid'));
}
