import type { Case } from '../../cases/case.ts';
import { isOpen, isProposal } from '../../cases/lifecycle.ts';
import type { Sentence } from '../../texts.ts';
import { bodyOfAppeal } from '../intake/appeal.ts';
import { lines, type Scene, say } from '../scene.ts';
import { plainClauses } from '../words/clauses.ts';
import { dayText } from '../words/day-text.ts';
import { plainWords } from '../words/plain-words.ts';
import { bodyOf, capital } from './case-steps.ts';

/** `¿Y cuándo tienen que contestarme?`, `when will they fix it?` */
export const BY_WHEN =
  /^(y |e |and |so |but |then |thanks |thank you |pero |ok |okay |bueno |hola |oiga |muchas |gracias |eso |entonces |mas o menos |please |(?:(?:can|could) you )?tell me |me (?:dice|puede decir) |digame |puede decirme )*(en |para |como en )?(cuanto (tiempo )?((puede|podria|va a|suele|debe|se|me|nos) )*(demor|tard|dur|falt)\w*|cuanto tiempo(?! (tengo|tenemos|hay) )|cuantos dias(?! (tengo|tenemos|hay) )|cuando (me |nos |lo |la |los |las |le |se |tienen que |van a |vienen a |va a |debe |deben )*(contest|respond|llam|arregl|vien|ven|resuelv|resolv|mand|envi|atiend|atend|avis|repar|pas|lleg)\w*|(how long(?! have)|how many (days|weeks)|when (will|do|are|can|should) (they|you|it|somebody|someone))|(cual|que|which|what) (es |seria |era |queda )?(el |la |mi )?(dia|fecha|plazo|limite|day|date)( (limite|es|seria|era|queda|tienen|is|will|do|they|de|para|la|el|mi|dar|que|me|nos|van|a|dijo|dijeron|the|i|get))* (respuesta|contest\w*|respond\w*|plazo|answer|reply)|cuando es (la|mi) respuesta|(hasta|para) (cuando|que (dia|fecha)) (tienen|hay|es|esta|estan|me|nos|lo|la|van)|when is the (answer|reply))\b/;

/** `Is December 30 the date it gets fixed or just when they answer?` */
const OF_DATE =
  /\b(?:es|is|sera|seria)\b.*\b(?:fecha|dia|plazo|date|day|deadline)\b.*\b(?:arregl|repar|contest|respond|vien|fix|repair|answer|reply)\w*/;

/** Is it asked, in a clause of its own, when something comes of it? */
export function asksWhen(text: string): boolean {
  return (
    (text.includes('?') && OF_DATE.test(plainWords(text))) ||
    plainClauses(text).some(part => BY_WHEN.test(part))
  );
}

const OF_REPAIR =
  /\b(arregl|repar|vien|veng|venir|ven(?= |$)|resuelv|resolv|soluci|lleg|pas(?:a|an|ar|en)(?= |$)|recog|limpi|tap(?:a|an|ar|en)(?= |$)|mand(?:a|an|ar|en)(?= |$)|instal|conect|fix|repair|come|coming|solve|pick)/;

/** Is it asked when it is repaired, or somebody comes, which only the body knows? */
export function asksRepair(text: string): boolean {
  return OF_REPAIR.test(plainWords(text));
}

/** That the day is for the answer, to who asks when it is repaired; null: that is not asked, or no day was named. */
export function untilAnswered(scene: Scene, c: Case): Sentence | null {
  const isDated = isOpen(c) && c.holder !== null && !isProposal(c.kind);
  const { text } = scene.burst;
  return isDated && asksWhen(text) && asksRepair(text) ? say(scene, 'follow.when_done') : null;
}

/** By when the body must answer, and what follows where it does not: who decides after it, where somebody does. */
export function dueWords(scene: Scene, c: Case): Sentence {
  const day = dayText(c.dueAt, scene.state.language);
  const names = { number: c.number, agency: capital(bodyOf(scene, c)), day };
  const next = bodyOfAppeal(scene, c.holder?.agencyId ?? '');
  const late = next
    ? say(scene, 'follow.late_appeal', { ...names, appeal: next.acronym })
    : say(scene, 'follow.late', names);
  return lines(late, untilAnswered(scene, c));
}
