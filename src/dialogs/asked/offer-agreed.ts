import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import { stepOf } from '../questions.ts';
import type { Scene } from '../scene.ts';
import { afterYes, answerAmong } from '../words/consent.ts';

/** `Sí, pero anónimo, el marido anda con pistola`, to the offer of a report: it is made, whatever danger is told with the yes. */
export function agreesToOffer({ state: { awaits }, burst: { text } }: Scene): boolean {
  const isYes = afterYes(text) !== null || answerAmong(text)?.meant === 'yes';
  return awaits !== null && stepOf(awaits) === 'offer' && isYes;
}

/** The danger that the report was offered for: whoever else is armed there, it is of the same. */
export function toldBefore({ state: { awaits }, facts, catalogue }: Scene): EmergencyCategory | undefined {
  const [told] = (awaits?.held?.lines ?? []).flatMap(line => facts.read(line).emergency ?? []);
  return catalogue.emergencies.get(told?.category ?? '');
}
