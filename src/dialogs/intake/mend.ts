import { ACTS } from '../../catalogue/act.ts';
import { actIn, LIKELY_ACT, SURE_ACT, shareOf } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { tellsSufferers } from '../likeness.ts';
import { missed } from '../lost.ts';
import { type Move, retold, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { tellsDetail } from '../words/tells-detail.ts';
import { absorb, refined, touched } from './absorb.ts';
import {
  besideAffirmed,
  isAlreadySo,
  isHeldAlready,
  isPutRight,
  mendedPrivacy,
  namesOnly,
  saidAgain,
  saysNothingNew,
} from './already-so.ts';
import {
  addsToProposal,
  bidsToAdd,
  failsBesides,
  goesWrongToo,
  hasRefused,
  isFarOff,
  isWhere,
  OF_SAME,
  tellsFailing,
} from './another-matter.ts';
import { appealed, appealedBeside } from './appeal.ts';
import { actBehind, askedWithSign } from './by-act.ts';
import {
  deniedBody,
  deniedMatter,
  matterInstead,
  matterStated,
  namedNot,
  statedMatter,
} from './denied-matter.ts';
import { deniedName } from './denied-name.ts';
import { CORRECTS, fieldMeant, fieldTold, type Heard, mendedService, nearerPlace } from './field-told.ts';
import { proceed, showAdded, showSummary } from './flow.ts';
import { sureService } from './guess.ts';
import { behindFurther, saysFurther } from './matter.ts';
import { kindInstead } from './mend-kind.ts';
import { bodyInstead } from './named-body.ts';
import { withoutDenied, withoutDeniedArea } from './place/denied-area.ts';
import { detailedPlace, isCloserTold, movedPlace, whichPlace } from './place/mend-place.ts';
import { isTime } from './place/no-place.ts';
import { numberPutRight } from './place/number-right.ts';
import { placeTakenBack } from './place/of-place.ts';
import { onlyThere } from './place/only-there.ts';
import { placeInstead, placeSetAlone } from './place/place-instead.ts';
import { withoutAccount } from './place/told-where.ts';
import { keptForLater, takenApart } from './several/kept-for-later.ts';
import { tellsOfSame, tellsWhen, withoutSetting } from './several/same-matter.ts';
import { comesOfIt } from './several/symptoms.ts';
import { ofThemselves } from './themselves.ts';

/** What is summed up already is not taken for something else on less than this. */
const CLEAR = 0.5;
/** Nor are words that are less likely than this of another matter. */
const LEAST_MEANT = 0.1;

/** How words to a summary are read; null: not so, the next reading has them. */
type Mend = (scene: Scene, draft: Draft, heard: Heard) => Move | null;

/** What they deny or set right themselves is meant so, and would be read below as one word more of the report. */
const OF_WHAT_IS_SAID: readonly Mend[] = [
  takenApart,
  (scene, draft) => kindInstead(scene, draft, mendInWords),
  placeTakenBack,
  saysThemselves,
  deniedBody,
  matterInstead,
  deniedName,
  namedNot,
  bodyMended,
  heldAlready,
];

/** A place put right or told closer, before the matters below: the name of a place sounds like many of them. */
const OF_PLACE: readonly Mend[] = [matterAndPlace, numberRight, placeMoved, placeNearer];

/** Which matter it is; one put beside the first waits its turn, before any field is taken from words about that. */
const OF_MATTER: readonly Mend[] = [deniedMatter, statedMatter, sameAdded, furtherKept];

/** One field as it should be; what names only what the summary says already changes none. */
const OF_FIELDS: readonly Mend[] = [namedAgain, fieldMended];

/** What corrects nothing is added; only what adds nothing either is said again, or asked about. */
const OF_MORE: readonly Mend[] = [addedTo, saidBefore, whichPlace];

/** Less than surely a further matter, words are more of the first: who means another says so. */
const NO_FURTHER = ACTS.filter(act => act !== 'further');

/** What is surely more, a further matter, or other words, and whatever is surely about a field, is no matter that it sounds like. */
const BY_ACT: readonly Mend[] = [furtherByAct, moreByAct, ofField];

const MENDS: readonly Mend[] = [
  ...[...OF_WHAT_IS_SAID, ...OF_PLACE, refusedBefore, ...BY_ACT, ...OF_MATTER, ...OF_FIELDS],
  (scene, draft) => actBehind(scene, draft, LIKELY_ACT, NO_FURTHER),
  askedWithSign,
  ...OF_MORE,
];

function furtherByAct(scene: Scene, draft: Draft, { another, names }: Heard): Move | null {
  if (comesOfIt(draft.description, scene.burst.text) || addsToProposal(scene, draft)) return null;
  return another !== null || !names
    ? actBehind(scene, draft, SURE_ACT, ['further', 'words', 'wrong', 'send'])
    : null;
}

function moreByAct(scene: Scene, draft: Draft, heard: Heard): Move | null {
  // `Ponle que es calle 3, y además hay ratas` tells a matter besides, whatever they mainly want.
  const isBesides = heard.another !== null && tellsFailing(scene, draft);
  const isMore = actIn(scene, SURE_ACT) === 'more' && !heard.names && !isBesides;
  return isMore ? addedTo(scene, draft, heard) : null;
}

/** Surely about a field: never a further matter. */
function ofField(scene: Scene, draft: Draft, heard: Heard): Move | null {
  if (fieldMeant(scene) === null || failsBesides(scene, draft, heard.another)) return null;
  return (
    firstOf(OF_FIELDS, scene, draft, heard) ??
    actBehind(scene, draft, SURE_ACT) ??
    firstOf(OF_MORE, scene, draft, { ...heard, another: null })
  );
}

function firstOf(mends: readonly Mend[], scene: Scene, draft: Draft, heard: Heard): Move | null {
  for (const mend of mends) {
    const move = mend(scene, draft, heard);
    if (move) return move;
  }
  return null;
}

/** A correction in words changes one field; another matter waits its turn; anything else is added to what they told. */
export function mendInWords(said: Scene, draft: Draft): Move {
  const place = placeInstead(said.burst.text);
  const scene = place === null ? said : retold(said, [`cambie el lugar a ${place}`]);
  const beside = besideAffirmed(scene, draft);
  if (beside !== null)
    return beside === '' ? saidAgain(scene, draft) : mendInWords(retold(scene, [beside]), draft);
  const heard = heardIn(scene, draft);
  return placeSetAlone(said, draft) ?? firstOf(MENDS, scene, draft, heard) ?? missed(scene, draft);
}

function heardIn(scene: Scene, draft: Draft): Heard {
  const { burst, facts } = scene;
  const told = withoutSetting(behindFurther(withoutAccount(burst.text)));
  const { services } = told === burst.text ? facts.reading : facts.read(told);
  const { places } = facts.reading;
  const isClear = (services[0]?.p ?? 0) >= CLEAR;
  const service = isClear ? sureService(scene, services, draft.place) : null;
  // Whoever bids to add something wants it in this one, whatever else it sounds like.
  const isBeside =
    tellsSufferers(burst.text) ||
    tellsWhen(burst.text) ||
    bidsToAdd(burst.text) ||
    comesOfIt(draft.description, burst.text);
  // `Dele ahí, que se me va la señal` tells no other matter, whatever it sounds like.
  const isMeant =
    saysFurther(burst.text) ||
    actIn(scene, LIKELY_ACT) === 'more' ||
    shareOf(scene, ['matter', 'further', 'asks']) >= LEAST_MEANT;
  const isOther = service !== null && service.id !== draft.serviceId && !isBeside;
  return {
    plain: plainWords(burst.text),
    service,
    another: isOther ? service : null,
    isMeant,
    names: places.length > 0,
    isSame: !saysFurther(burst.text) && tellsOfSame(burst.text, draft.description),
  };
}

function corrected(scene: Scene, mended: Draft | null): Move | null {
  return mended && proceedMended(scene, appealedBeside(scene, mended), 'corrected');
}

/** The body they want, and how it is kept, told beside it: `con mis datos, pero al municipio`. */
function bodyMended(scene: Scene, draft: Draft): Move | null {
  const own = bodyInstead(scene, draft);
  return corrected(scene, own && (mendedPrivacy(scene, own) ?? own));
}

function heldAlready(scene: Scene, draft: Draft): Move | null {
  return isHeldAlready(scene, draft) ? saidAgain(scene, draft) : null;
}

function numberRight(scene: Scene, draft: Draft): Move | null {
  const place = draft.place && numberPutRight(scene.burst.text, draft.place);
  return corrected(scene, place && { ...draft, place });
}

/** `Pero la junta soy yo`: who has it is not who tells it. */
function saysThemselves(scene: Scene, draft: Draft): Move | null {
  return corrected(scene, ofThemselves(scene, withLines(scene, draft), scene.burst.lines));
}

/** `No es agua potable, son aguas negras, y es frente al mercado`: what it is and where it is. */
function matterAndPlace(scene: Scene, draft: Draft): Move | null {
  const meant = matterStated(scene, draft);
  const put = meant && (movedPlace(scene, draft) ?? detailedPlace(scene, draft));
  if (meant === null || !put?.place || put.place === draft.place) return null;
  return corrected(scene, { ...mendedService(scene, draft, meant.id), place: put.place });
}

function placeMoved(scene: Scene, draft: Draft): Move | null {
  const place = onlyThere(scene, draft);
  return corrected(scene, place ? { ...draft, place } : movedPlace(scene, draft));
}

function placeNearer(scene: Scene, draft: Draft, { another }: Heard): Move | null {
  if (another !== null && saysFurther(scene.burst.text)) return null;
  return isCloserTold(scene, draft) ? corrected(scene, nearerPlace(scene, draft)) : null;
}

function refusedBefore(scene: Scene, draft: Draft, { another, plain }: Heard): Move | null {
  const over = appealed(scene, draft, scene.burst.text);
  if (over !== null) return corrected(scene, withLines(scene, over));
  if (another === null || !hasRefused(scene, draft, plain)) return null;
  return corrected(scene, mendedService(scene, draft, another.id));
}

function sameAdded(scene: Scene, draft: Draft, { another, isSame }: Heard): Move | null {
  return another && isSame ? showAdded(scene, withLines(scene, draft)) : null;
}

function furtherKept(scene: Scene, draft: Draft, { another, isMeant, isSame, plain }: Heard): Move | null {
  if (
    another === null ||
    !isMeant ||
    isSame ||
    (tellsDetail(plain) && !saysFurther(scene.burst.text)) ||
    isWhere(plain) ||
    bidsToAdd(scene.burst.text) ||
    OF_SAME.test(plain)
  )
    return null;
  const isFurther =
    saysFurther(scene.burst.text) ||
    (!CORRECTS.test(plain) && isFarOff(scene, draft)) ||
    goesWrongToo(scene, draft, another);
  return isFurther ? keptForLater(scene, draft) : null;
}

function namedAgain(scene: Scene, draft: Draft, { names }: Heard): Move | null {
  return !names && namesOnly(scene, draft) ? saidAgain(scene, draft) : null;
}

function fieldMended(scene: Scene, draft: Draft, heard: Heard): Move | null {
  const mended = fieldTold(scene, draft, heard);
  if (!mended) return null;
  // `Es que me trataron mal en el MIDES de La Chorrera` tells more than where.
  const isTold = heard.another !== null && mended.place !== draft.place;
  const placed = isTold ? refined(mended, scene, scene.facts.combined()) : mended;
  // Where somebody works or is paid is more than where it is.
  const isLost =
    withoutSetting(scene.burst.text) !== scene.burst.text &&
    placed.description.length === draft.description.length;
  const own = isLost ? withLines(scene, placed) : placed;
  return proceedMended(scene, own, draft.place === null && mended.place ? 'noted_place' : 'corrected');
}

function addedTo(scene: Scene, draft: Draft, { another, isMeant, plain }: Heard): Move | null {
  if (another === null && saysNothingNew(scene, draft)) return null;
  const isSince = isTime(scene.burst.text);
  const filled = isSince ? withLines(scene, draft) : withoutDenied(absorb(draft, scene), plain);
  if (filled.description.length <= draft.description.length) return null;
  return another === null || !isMeant
    ? showAdded(scene, filled)
    : showAdded(scene, withLines(scene, draft), say(scene, 'added_other'));
}

function saidBefore(scene: Scene, draft: Draft, { another }: Heard): Move | null {
  const isTold = another === null && saysNothingNew(scene, draft);
  return isTold || isAlreadySo(scene, draft) ? saidAgain(scene, draft) : null;
}

/** Since when: no matter by itself, and worth telling all the same. */
function withLines(scene: Scene, draft: Draft): Draft {
  return { ...touched(scene, draft), description: [...draft.description, ...scene.burst.lines] };
}

/** A kind that changed to denuncia brings its question about privacy with it. */
function proceedMended(scene: Scene, mended: Draft, done: 'noted_place' | 'corrected'): Move {
  const own = withoutDeniedArea(touched(scene, mended), scene.burst.text, scene.state.draft?.place);
  const asksPrivacy = own.kind === 'denuncia' && own.privacy === null;
  if (asksPrivacy) return proceed(scene, own);
  const before = scene.state.draft;
  if (before === null || isPutRight(before, own)) return showSummary(scene, own, say(scene, done));
  // Nothing was put right: it is said so.
  return own.description.length > before.description.length
    ? showAdded(scene, own)
    : showSummary(scene, own, say(scene, 'already_so'));
}
