import type { Privacy } from '../../cases/case.ts';
import { actIn, SURE_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { retold, type Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { absorb } from './absorb.ts';
import { withOwnName, withPrivacy } from './aside.ts';
import { AS_NAME } from './others-name.ts';
import { isPersonal, withContact } from './personal.ts';
import { detailedPlace, mendedPlace } from './place/mend-place.ts';
import { besidePrivacy } from './privacy.ts';
import { letsBeKnown } from './self-shown.ts';

/** Fewer words tell nothing. */
const LEAST_TOLD = 3;

/** The report kept so, with what is told beside it: `mejor con reserva… es el apto 3, venden de noche`. */
export function keptAsSaid(scene: Scene, draft: Draft, privacy: Privacy): Draft {
  const own = withOwnName(withPrivacy(scene, draft, privacy), scene.burst.text);
  const beside = besidePrivacy(scene.burst.text);
  if (beside === '' || scene.burst.choice !== null) return own;
  const isName = AS_NAME.test(beside) && letsBeKnown(scene.burst.text);
  if (isName || isPersonal(beside)) return own.privacy === 'anonymous' ? own : withContact(own, beside);
  const telling = retold(scene, [beside]);
  const act = actIn(telling, SURE_ACT);
  const isMore =
    plainWords(beside).split(' ').length >= LEAST_TOLD && (act === null || !OF_NOTHING.includes(act));
  if (!isMore || beside.includes('?')) return own;
  // `Soy vecina del edificio de enfrente` tells who writes, and not where it is.
  const isSelf = own.place !== null && /^(?:yo )?(?:soy|somos|i am|i m|we are)\b/.test(plainWords(beside));
  const nearer = isSelf ? own : (mendedPlace(telling, own) ?? detailedPlace(telling, own));
  const { place } = nearer ?? absorb(own, telling);
  return { ...own, place, description: [...own.description, beside] };
}

const OF_NOTHING: readonly string[] = ['manner', 'talks', 'send', 'hold', 'asks'];
