import { bodyPhone, whetherToCall } from '../asked/body-phone.ts';
import type { Topic } from '../scene.ts';
import { afterDistress } from './after-distress.ts';
import { animalInstead } from './animal.ts';
import { childAsked } from './child-asked.ts';
import { dangerDenied } from './denied.ts';
import { cannotCall, emergency } from './emergency.ts';
import { falseAlarm } from './false-alarm.ts';
import { helpLate } from './help-late.ts';
import { minorBegins } from './minor.ts';
import { numberUnknown } from './number-unknown.ts';
import { dangerGoesOn, numbersAgain } from './told.ts';
import { watched } from './watched.ts';

/** A life goes before everything, in every state, and whoever has the talk: that is why this is first. */
export const DANGER: readonly Topic[] = [
  watched,
  falseAlarm,
  emergency,
  helpLate,
  childAsked,
  afterDistress,
  animalInstead,
  cannotCall,
  whetherToCall,
  numberUnknown,
  bodyPhone,
  numbersAgain,
  dangerGoesOn,
  dangerDenied,
  minorBegins,
];
