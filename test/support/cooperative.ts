import type { Awaits, StepName } from '../../src/dialogs/conversation.ts';
import { stepOf } from '../../src/dialogs/questions.ts';
import type { Sent, Talk } from './play.ts';

/** What somebody answers who wants a number and helps to get it. */
const ANSWERS: Partial<Record<StepName, string>> = {
  kind: 'queja',
  place: 'Pacora, calle 2',
  moved: 'Pacora, calle 2',
  agency: 'agua potable',
  description: 'no llega el agua desde ayer',
  missing: 'falta una parte',
  cause: 'no',
  contact: 'prefiero no',
  privacy: 'con reserva',
  confirm: 'sí',
  fix: 'nada, así está bien',
  erase: 'no',
  withdraw: 'no',
  solved: 'sí',
  rating: '5',
  split: 'sí',
  resume: 'sí',
  insist: 'sí',
  offer: 'ahora no',
  answer: 'sí, como dije',
};

/** What a cooperative citizen (or the person who has the talk) does next, in any state. */
export function helpful(talk: Talk): Sent | 'give back' {
  const { mode, optedOut, state } = talk.conversation;
  if (mode === 'person') return 'give back';
  if (optedOut) return { signal: 'optIn' };
  if (mode === 'waiting') return { texts: ['seguir'] };
  if (state.awaits === null) return { texts: ['no llega el agua en Pacora, calle 2'] };
  return answer(state.awaits);
}

function answer(awaits: Awaits): Sent {
  const step = stepOf(awaits);
  const [first] = awaits.choices;
  const last = awaits.choices.at(-1);
  if ((step === 'case' || step === 'duplicate' || step === 'procedure') && last)
    return { choice: last.value };
  if ((step === 'agency' || step === 'place' || step === 'moved') && first) return { choice: first.value };
  return { texts: [ANSWERS[step] ?? 'sí'] };
}
