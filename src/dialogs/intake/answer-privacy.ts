import type { Draft } from '../conversation.ts';
import { askLeave } from '../leave.ts';
import { askedAgain, missed } from '../lost.ts';
import { lines, retold, type Scene, say } from '../scene.ts';
import { asksIfTold, beginsAsQuestion } from '../words/asking.ts';
import { chosenWord } from '../words/chosen.ts';
import { plainWords } from '../words/plain-words.ts';
import { wantsNoVisit } from '../words/wants-no-visit.ts';
import { WHO_LEARNS } from '../words/who-learns.ts';
import { declines } from '../words/yes-no.ts';
import { absorb, touched } from './absorb.ts';
import { type Answer, placedAside, unserved } from './answers.ts';
import { notAnonymous, onlyHides, withPrivacy } from './aside.ts';
import { proceed } from './flow.ts';
import { sureService } from './guess.ts';
import { onlyHidesFrom } from './hidden-from.ts';
import { keptAsSaid } from './kept-as-said.ts';
import { tellsMatter } from './matter.ts';
import { contactKey } from './personal.ts';
import { onlyPlace } from './place/only-place.ts';
import {
  asksHowKept,
  fearsRevenge,
  possiblePrivacy,
  privacyIn,
  privacySaid,
  wishesHidden,
  wishesShown,
} from './privacy.ts';
import { letsBeKnown } from './self-shown.ts';
import { askedOfWays, leavesOpen, shownAs } from './ways-asked.ts';
import { asksWhichWay, refusedBehind, spokenOfWays, waysKey } from './which-way.ts';

/** How much of the writer may be seen. */
export const answerPrivacy: Answer = (scene, draft, awaits) => {
  const { burst, facts } = scene;
  const takenBack = burst.choice === null && refusedBehind(burst.text);
  if (takenBack) return askLeave(scene);
  const beside = burst.choice === null ? askedOfWays(scene, draft, awaits) : null;
  if (beside) return beside;
  const isAsked = burst.choice === null && (asksHowKept(burst.text) || asksWhichWay(burst.text));
  const picked = isAsked ? null : (shownAs(awaits, burst) ?? chosenWord(awaits.choices, burst));
  const alone = picked === null ? privacySaid(burst.text) : null;
  const said = isAsked ? null : (alone ?? privacyIn(picked ?? plainWords(burst.text)));
  const isAfraid = AFRAID.test(plainWords(burst.text)) && !fearsRevenge(plainWords(burst.text));
  // `Quiero que nadie sepa quién soy` holds words of both.
  const hides = wishesHidden(plainWords(burst.text)) && !burst.text.includes('?');
  const privacy = hides && (said === 'normal' || (said === null && !isAfraid)) ? 'confidential' : said;
  const isOnlyHidden =
    (said === null && onlyHides(scene)) || (said !== 'anonymous' && onlyHidesFrom(burst.text));
  if (isOnlyHidden && !isAfraid) {
    const own = touched(scene, { ...draft, privacy: 'confidential' });
    const before = retold(scene, draft.description);
    const move = proceed(before, own);
    // The summary says how it is kept; before a question it is said too.
    return move.state.draft?.summarised ? move : proceed(before, own, say(scene, 'info.sees_words'));
  }
  if (privacy !== null && possiblePrivacy(scene, privacy) !== privacy)
    return proceed(scene, withPrivacy(scene, draft, privacy), notAnonymous(scene));
  if (privacy === null && (isAsked || fearsToBeKnown(scene)))
    return askedAgain(
      scene,
      draft,
      say(scene, spokenOfWays(burst.text) ? waysKey(scene) : 'plainer.privacy'),
    );
  const isLong = plainWords(burst.text).split(' ').length > 4;
  const isApart = alone !== null && (draft.serviceId !== null || letsBeKnown(burst.text));
  const tells = isLong && !isApart && !wishesShown(burst.text) && tellsMatter(burst.text, facts.reading);
  // By a tap they chose it as it was put to them.
  const isTapped = picked !== null && !asksIfTold(plainWords(burst.text));
  const followed = privacy === 'anonymous' && !isTapped ? say(scene, 'anonymous_followed') : null;
  const isHome = privacy !== 'normal' && wantsNoVisit(plainWords(burst.text));
  const lead = isHome ? lines(followed, say(scene, 'info.no_visit')) : followed;
  if (privacy && !tells) {
    const own = keptAsSaid(scene, placedAside(scene, draft), privacy);
    return proceed(scene, own, own.contact === draft.contact ? lead : say(scene, contactKey(own)));
  }
  const told = onlyPlace(scene, draft);
  if (told) return askedAgain(scene, { ...touched(scene, draft), place: told }, say(scene, 'noted_place'));
  // They told the matter instead: the safer way, which the summary shows and lets them change.
  if (tells) {
    const kept: Draft = { ...draft, privacy: privacy ?? 'confidential' };
    const isInstead = MEANS.test(plainWords(burst.text)) && sureService(scene, facts.reading.services, null);
    const own = isInstead ? absorb(unserved(kept), scene, facts.reading) : absorb(kept, scene);
    return proceed(scene, own, privacy === null ? say(scene, 'left_confidential') : null);
  }
  if (leavesOpen(burst.text))
    return proceed(
      scene,
      touched(scene, { ...draft, privacy: 'confidential' }),
      say(scene, 'left_confidential'),
    );
  if (declines(burst.text)) return proceed(scene, touched(scene, { ...draft, privacy: 'confidential' }));
  const placed = placedAside(scene, draft);
  if (placed.place !== draft.place) return askedAgain(scene, placed, say(scene, 'noted_place'));
  return tellsMore(scene)
    ? askedAgain(
        scene,
        { ...placed, description: [...placed.description, ...burst.lines] },
        say(scene, 'noted'),
      )
    : missed(scene, placed);
};

/** `Lo que yo quiero es denunciar la amenaza`: that, and not what was understood. */
const MEANS =
  /^(no+ )?(es que )?(yo )?(lo que (yo )?(quiero|necesito)|lo mio|el (asunto|problema|tema)|lo importante|what i want) (es|is)\b/;

/** `Tiene 7 años`, asked how it is to be kept: a word more of the matter. */
function tellsMore({ facts, burst }: Scene): boolean {
  const { intent } = facts.reading;
  const plain = plainWords(burst.text);
  const isTold = intent === 'report' || intent === 'out_of_scope';
  return (
    isTold &&
    plain.split(' ').length >= LEAST_TOLD &&
    !burst.text.includes('?') &&
    !UNDECIDED.test(plain) &&
    !beginsAsQuestion(burst.text)
  );
}

const LEAST_TOLD = 3;
const UNDECIDED =
  /^(no|que|cual|como|cualquier\w*|lo que|la que|da igual|es lo mismo|i don t|what|which|whatever|any)\b/;

/** Fear alone has not chosen yet: it is told what is kept, and asked again. */
const AFRAID = /\b(miedo|temor|asegur\w+|garantiza\w*|afraid|scared)\b/;

/** `¿Van a decir que fui yo?`: told what is confidential, before it is asked again. */
function fearsToBeKnown(scene: Scene): boolean {
  const { burst, facts } = scene;
  const plain = plainWords(burst.text);
  const isBare =
    plain.split(' ').length <= MOST_AFRAID || sureService(scene, facts.reading.services, null) === null;
  return WHO_LEARNS.test(plain) && isBare;
}

/** More words that sound like a service tell it. */
const MOST_AFRAID = 6;
