import { expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

it.each([
  'en Brisas del Golf, san miguelito, calle 12. Pero es seguro que él no se entera q fui yo? es bravo',
  '¿y él se va a enterar que fui yo? en Brisas del Golf, san miguelito, calle 12. me da miedo',
])('keeps where it is, told with a question of who learns of it and why: %s', words => {
  const talk = told('mi vecino pone música a todo volumen hasta las 3 de la mañana', words);
  expect(talk.conversation.state.draft?.place?.text).toContain('Brisas del Golf, san miguelito, calle 12');
  expect(talk.last()?.text).toMatch(/con reserva/);
});
