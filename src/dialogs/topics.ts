import { answers } from './answers.ts';
import { askedOfAnswer, narrowed, toldBesideAnswer } from './asked/asked-of-answer.ts';
import { askedOfDesk } from './asked/asked-of-desk.ts';
import { askedFurther } from './asked/asked-on.ts';
import { besideCard } from './asked/beside-card.ts';
import { copyWanted } from './asked/copy-wanted.ts';
import { forceAsked } from './asked/force-asked.ts';
import { whether } from './asked/further-questions.ts';
import { ifPlaceNoted } from './asked/if-place-noted.ts';
import { ifSent } from './asked/if-sent.ts';
import { ifDismissed, ifLosing, ifThreatened } from './asked/if-threatened.ts';
import { information } from './asked/information.ts';
import { lostPaper } from './asked/lost-paper.ts';
import { lostThing } from './asked/lost-thing.ts';
import { nameUnsaid } from './asked/name-unsaid.ts';
import { strayQuestion } from './asked/no-report.ts';
import { ofEveryMatter } from './asked/of-every-matter.ts';
import { ofItself } from './asked/of-itself.ts';
import { ofRecord } from './asked/of-record.ts';
import { ofTold } from './asked/of-told.ts';
import { officeThere } from './asked/office-there.ts';
import { onlyAsks } from './asked/only-asks.ts';
import { putRightAsked } from './asked/put-right-asked.ts';
import { sentOnce } from './asked/sent-once.ts';
import { toldAfterAnswer } from './asked/told-after-answer.ts';
import { OF_THE_DESK } from './asked/topics-of-desk.ts';
import { usualTime } from './asked/usual-time.ts';
import { whoSeesTo } from './asked/who-sees-to.ts';
import { whoseMatter } from './asked/whose-matter.ts';
import { commands } from './commands.ts';
import { callsOut } from './courtesy/calls-out.ts';
import { condolence } from './courtesy/condolence.ts';
import { farewell } from './courtesy/farewell.ts';
import { puzzled } from './courtesy/puzzled.ts';
import { rumour } from './courtesy/rumour.ts';
import { badMood, endedWell, smallTalk, trivia, unsure, wrongNumber } from './courtesy/small-talk.ts';
import { stillHere } from './courtesy/still-here.ts';
import { unfinished } from './courtesy/unfinished.ts';
import { whyAsked } from './courtesy/why-asked.ts';
import { early, unread } from './crossing.ts';
import { afterDanger } from './danger/emergency.ts';
import { helpCame } from './danger/help-came.ts';
import { DANGER } from './danger/topics-of-danger.ts';
import { aboutPin } from './filed/about-pin.ts';
import { afterRefusal } from './filed/after-refusal.ts';
import { anotherOfSame } from './filed/another-of-same.ts';
import { askedIfDone } from './filed/asked-if-done.ts';
import { askedOnward } from './filed/asked-onward.ts';
import { asksForFiles } from './filed/asks-for-files.ts';
import { byPin } from './filed/by-pin.ts';
import { likelyOfCase, surelyOfCase } from './filed/case-by-act.ts';
import { copyOfCase } from './filed/copy-of-case.ts';
import { filedOtherwise } from './filed/filed-otherwise.ts';
import { followUp, sameAgain } from './filed/follow-up.ts';
import { followedLater } from './filed/followed-later.ts';
import { ifUnresolved } from './filed/if-unresolved.ts';
import { aboutJustFiled, addsNothing, numberAgain, ofUnjoined, sameAsFiled } from './filed/just-filed.ts';
import { leftForLater, pressing } from './filed/left-for-later.ts';
import { comesOfFiled, echoedBack, failsBesideIdea, moreOfIdea } from './filed/more-of-same.ts';
import { neverSolved } from './filed/never-solved.ts';
import { newsOfCase } from './filed/news-of-case.ts';
import { nothingNew } from './filed/nothing-new.ts';
import { onlyAsksOfFiled } from './filed/only-asks-of-filed.ts';
import { opensAnother } from './filed/opens-another.ts';
import { orderToAdd } from './filed/order-to-add.ts';
import { pinAsked } from './filed/pin-asked.ts';
import { placeOfCase } from './filed/place-of-case.ts';
import { pointedCase } from './filed/pointed-case.ts';
import { praiseReaches } from './filed/praise-reaches.ts';
import { putRightAfter } from './filed/put-right.ts';
import { ratedLate } from './filed/rated-late.ts';
import { keptAfterAll } from './filed/solution.ts';
import { caseList, namedCase, ownCases } from './filed/status.ts';
import { tooLong } from './filed/too-long.ts';
import { asksToTakeBack, surelyOfUnjoined } from './filed/unjoined-by-act.ts';
import { withdrawsNth } from './filed/withdraw-nth.ts';
import { beforeTelling } from './intake/before-telling.ts';
import { notOurs } from './intake/offers.ts';
import { saidOfPlace } from './intake/place/said-of-place.ts';
import { newReport } from './intake/report.ts';
import { orderedToSend } from './intake/sent-as-ordered.ts';
import { anotherMatter } from './intake/several/further.ts';
import { wantsItDone } from './intake/wants-it-done.ts';
import { broughtBack, leaving } from './leave.ts';
import { wantsPerson } from './person/person.ts';
import { personAtOnce } from './person/person-at-once.ts';
import { promisedOne } from './person/promised.ts';
import { personTakenBack } from './person/taken-back.ts';
import { alreadyBack, withPerson } from './person/with-person.ts';
import { myData } from './rights/my-data.ts';
import { noMoreMessages } from './rights/no-more-messages.ts';
import { otherAddress, proves } from './rights/other-address.ts';
import { takenOut } from './rights/taken-out.ts';
import type { Topic } from './scene.ts';
import { toldPlainly } from './told-plainly.ts';
import { vanished } from './vanished.ts';
import { whyLeft } from './why-left.ts';

/** A person who has the talk, or was promised for it, is not talked over by anything below; only danger is. */
const PERSON: readonly Topic[] = [withPerson];

/**
 * What is said in set words means the same in every state, and must work whatever is asked just then. That help came goes
 * first, as it belongs to a danger; a code goes before whatever else six digits could mean; an order to send is no question,
 * whatever is asked with it.
 */
const COMMANDS: readonly Topic[] = [
  helpCame,
  personTakenBack,
  promisedOne,
  personAtOnce,
  proves,
  byPin,
  pinAsked,
  keptAfterAll,
  placeOfCase,
  sentOnce,
  opensAnother,
  whoseMatter,
  whoSeesTo,
  orderToAdd,
  commands,
  copyWanted,
  orderedToSend,
  nameUnsaid,
  saidOfPlace,
  beforeTelling,
  whyAsked,
  ifSent,
  ifDismissed,
  ifLosing,
  ofItself,
  ifThreatened,
  forceAsked,
  ofEveryMatter,
  usualTime,
  askedOfDesk,
  ifPlaceNoted,
  ofRecord,
  takenOut,
  myData,
  noMoreMessages,
  otherAddress,
  caseList,
];

/** What is asked or said otherwise of what was just filed or left: before a new matter, and after the commands, which may name a case too. */
const OF_FILED: readonly Topic[] = [
  condolence,
  afterRefusal,
  lostThing,
  pointedCase,
  ratedLate,
  anotherOfSame,
  copyOfCase,
  leftForLater,
  pressing,
  tooLong,
  ofUnjoined,
  followedLater,
  askedIfDone,
  ifUnresolved,
  numberAgain,
  toldPlainly,
  addsNothing,
  nothingNew,
  praiseReaches,
  aboutPin,
  sameAsFiled,
  moreOfIdea,
  comesOfFiled,
  echoedBack,
  asksForFiles,
  withdrawsNth,
  filedOtherwise,
  putRightAfter,
  broughtBack,
  whyLeft,
  alreadyBack,
];

/**
 * Who wants another thing than to answer: a person, only to ask, to leave, to vent. Before what is awaited, or `mejor no` and
 * an insult were an answer; who asks for a person while leaving is given one.
 */
const LEAVING: readonly Topic[] = [
  callsOut,
  wantsPerson,
  farewell,
  onlyAsksOfFiled,
  onlyAsks,
  putRightAsked,
  leaving,
  badMood,
];

/**
 * The answer to what is awaited. What was written before it was asked, or names a case, or whose report the catalogue no longer
 * serves, is no answer; who did not understand has none yet.
 */
const AWAITED: readonly Topic[] = [
  ...[unfinished, early, namedCase, vanished, puzzled, stillHere, unread, answers],
];

/** The order of the desk, up to what the talk waits for: the first topic that takes a scene has it. */
export const FIRST: readonly Topic[] = [
  ...DANGER,
  ...PERSON,
  ...COMMANDS,
  ...OF_FILED,
  ...OF_THE_DESK,
  ...LEAVING,
  ...AWAITED,
];

/** Words that belong to what went before, and would be read as a matter of their own by those below. */
const GOING_ON: readonly Topic[] = [
  besideCard,
  endedWell,
  ofTold,
  afterDanger,
  askedOnward,
  anotherMatter,
  rumour,
  whether,
];

/** What means a case they have: a second report of the same would only split it. News of it goes first, whatever it sounds like. */
const OF_A_CASE: readonly Topic[] = [
  newsOfCase,
  ownCases,
  failsBesideIdea,
  surelyOfCase,
  asksToTakeBack,
  surelyOfUnjoined,
  followUp,
  sameAgain,
];

/**
 * What is asked of no office, of what was just filed, or on of what was just answered. After the cases, where it may be meant;
 * before a new report, which a question that sounds like a service is not.
 */
const ASKED: readonly Topic[] = [
  neverSolved,
  wantsItDone,
  officeThere,
  trivia,
  unsure,
  wrongNumber,
  aboutJustFiled,
  toldBesideAnswer,
  lostPaper,
  narrowed,
  askedFurther,
  askedOfAnswer,
  strayQuestion,
  likelyOfCase,
];

/** What is new, but for what only goes with a question. A matter before a question, as a matter is told in questions too; what is nobody's comes last. */
const NEW: readonly Topic[] = [toldAfterAnswer, newReport, information, notOurs, smallTalk];

/** The same for what answers nothing. */
export const THEN: readonly Topic[] = [...GOING_ON, ...OF_A_CASE, ...ASKED, ...NEW];
