import type { Case } from '../../cases/case.ts';
import { actIn, LIKELY_ACT } from '../acts.ts';
import { isPersonal } from '../intake/personal.ts';
import { sharesRoot } from '../likeness.ts';
import type { Scene, Topic } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { consentIn } from '../words/consent.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { putRight } from './case-steps.ts';
import { caseMeant } from './just-filed-case.ts';
import { putsOtherRight } from './moved.ts';
import { isOfField } from './order-to-add.ts';

/** `Me equivoqué, el depósito era de 650`, `corrija el monto`. */
const CORRECTS =
  /\b(?:me equivoque|corrij[ao]\w*|correccion|rectific\w+|una precision|quise decir|puse mal|escribi mal|i was wrong|i (?:wrote|typed|put) it wrong|my mistake|i meant|please correct|correction)\b/;
/** `650 no 600`, `son 3 y no 2`, `it was Monday, not Sunday`: what it is, and what was told. */
const INSTEAD = /\b(\w+),? (?:y )?(?:no|not) (?:era |es |son |was |de |el |la |the )*(\w+)$/;

/**
 * What they had told of a case is otherwise: their correction is kept with it, and said so; no other matter is begun with it.
 * Where it is, how it is kept and whose it is get put right elsewhere.
 */
export const putRightAfter: Topic = scene => {
  const { burst, state } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const c = isFree && burst.text !== '' ? caseMeant(scene) : null;
  if (c === null || /[?¿]/.test(burst.text) || beginsAsQuestion(burst.text)) return null;
  return corrects(scene, c) ? putRight(scene, c) : null;
};

function corrects(scene: Scene, c: Case): boolean {
  const { text } = scene.burst;
  const plain = plainWords(text);
  if (plain.split(' ').length > MOST_WORDS || isDropped(scene) || isPersonal(text)) return false;
  if (isOfField(scene, c) || !putsOtherRight(scene)) return false;
  const [, now, before] = INSTEAD.exec(plain) ?? [];
  const isInstead =
    before !== undefined &&
    /\d/.test(now ?? '') === /\d/.test(before) &&
    now !== before &&
    told(c).includes(before);
  const isSaid = CORRECTS.test(plain) && (sharesRoot(scene, c) || /\d/.test(plain));
  return isInstead || isSaid;
}

/** Taken back, whatever they say was wrong. */
function isDropped(scene: Scene): boolean {
  const { text } = scene.burst;
  const isMeant = meaningOf(text) === 'withdraw' || consentIn(text) === 'drop';
  return isMeant || actIn(scene, LIKELY_ACT) === 'drop';
}

function told(c: Case): string[] {
  return plainWords(c.description.join(' ')).split(' ');
}

/** More words tell more than a correction. */
const MOST_WORDS = 24;
