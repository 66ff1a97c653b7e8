import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import type { Danger } from '../../nlu/classifier.ts';
import { SURE_DANGER } from '../../nlu/danger.ts';
import type { Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const APPARATUS =
  '(?:oxigeno|concentrador\\w*|respirador\\w*|ventilador mecanico|nebuliza\\w*|cpap|bipap|dialisis|hemodialisis|insulina|aspirador de flemas|maquina (?:para|de) (?:respirar|dormir|dialisis)|oxygen|concentrator|ventilator|nebuli[sz]er|dialysis|insulin|breathing machine|feeding pump)';
/** `Mi papá se hace diálisis`, `está conectada a una máquina`, `she is on a ventilator`. */
const DEPENDS = anyOf(
  new RegExp(
    `\\b(?:us[aeo]|usan|usamos|depend\\w+|conectad[oa]|necesit\\w+|con|se (?:hace|pone|da)|tiene|tengo|vive|hago|uses?|on|needs?|depends?|has|have)(?: [\\wñ]+){0,3} ${APPARATUS}\\b`,
  ),
  /\b(?:conectad[oa]|depend\w+|vive)(?: [\wñ]+){0,2} (?:a|de|por|con) (?:un |una |el |la |su |esa |ese )?(?:aparatos?|maquinas?|equipo medico|tubo)\b|\b(?:hooked up to|connected to|depends on|lives on|kept alive by) (?:a |an |the )?(?:\w+ )?(?:machine|device|equipment)\b/,
);
/** What such an apparatus runs on, said to be missing. */
const MISSING =
  /\b(?:luz|electricidad|corriente|energia|apagon\w*|agua|power|electricity|outage|blackout|water)\b/;
const OF_THE_ILL = 'medica';
/** Beside a report the talk goes on; to what was filed it is added, whatever it sounds like. */
const LIKELY = { draft: 0.25, filed: SURE_DANGER };

/** The danger of who lives by an apparatus, told to a report or a case of what it runs on; null: none, or nothing of the kind. */
export function apparatusTold({ burst, facts, state, catalogue }: Scene): Danger | null {
  const isHeard = burst.choice !== null || facts.reading.emergency !== null;
  if (isHeard || !livesByApparatus(burst.text) || !catalogue.emergencies.has(OF_THE_ILL)) return null;
  if (state.draft !== null)
    return tellsMissing(state.draft) ? { category: OF_THE_ILL, p: LIKELY.draft } : null;
  const isFiled = facts.cases.some(c => isOpen(c) && tellsMissing(c));
  return isFiled ? { category: OF_THE_ILL, p: LIKELY.filed } : null;
}

/** Is it told of who lives by an apparatus to a case of what that runs on? */
export function isOfWhatItNeeds(text: string, c: Case): boolean {
  return isOpen(c) && livesByApparatus(text) && tellsMissing(c);
}

function livesByApparatus(text: string): boolean {
  return DEPENDS.test(plainWords(text));
}

function tellsMissing({ description }: { description: readonly string[] }): boolean {
  return description.some(line => MISSING.test(plainWords(line)));
}
