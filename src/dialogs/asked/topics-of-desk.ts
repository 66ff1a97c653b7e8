import { care } from '../danger/advice.ts';
import type { Topic } from '../scene.ts';
import { alwaysOpen, costsNothing, isRecorded, languagesAsked, otherTongue } from './about-desk.ts';
import { whoLearns } from './asks-who-learns.ts';
import { beforeReport } from './before-report.ts';
import { damageAsked } from './damage-asked.ts';
import { fineAsked } from './fine-asked.ts';
import { foreignPaper } from './foreign-paper.ts';
import { ifNoted } from './if-noted.ts';
import { notAnswered } from './no-report.ts';
import { noVisit } from './no-visit.ts';
import { notAtHand } from './not-at-hand.ts';
import { otherWay } from './other-way.ts';
import { whatReserve } from './what-reserve.ts';
import { wayIn, whereToComplain } from './where-to-complain.ts';
import { whichNoted } from './which-noted.ts';

/**
 * Questions about the desk itself, and of what no office here has: answered in a line, and what is open is asked on; so no answer
 * is read into them.
 */
export const OF_THE_DESK: readonly Topic[] = [
  beforeReport,
  foreignPaper,
  care,
  whatReserve,
  noVisit,
  whereToComplain,
  wayIn,
  whichNoted,
  ifNoted,
  damageAsked,
  costsNothing,
  notAtHand,
  alwaysOpen,
  isRecorded,
  languagesAsked,
  otherTongue,
  whoLearns,
  fineAsked,
  otherWay,
  notAnswered,
];
