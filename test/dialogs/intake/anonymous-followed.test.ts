import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const REPORT = 'quiero denunciar a mi jefe, no paga el seguro social. es un restaurante en chitre';

describe('who chooses to be anonymous and asks how they will hear of it', () => {
  it.each([
    'anonima entonces, pero si es anonima yo como me entero?',
    'anónima. ¿Y cómo me llega la respuesta?',
    'anonima, pero como se q paso?',
    'anonima mejor, me escriben aqui o no',
    'la anonima, y si es asi quien me contesta?',
    'anonymous then, but how do I find out?',
  ])('is so, and is told the number and the PIN: %s', words => {
    const talk = told(REPORT, words);
    expect(talk.conversation.state.draft).toMatchObject({ privacy: 'anonymous', summarised: true });
    expect(talk.last()?.text).toMatch(/^(Va anónima|Como es anónima|It goes anonymously|As it is anonymous)/);
    expect(talk.last()?.text).not.toMatch(/le llegan aquí mismo|escriba su teléfono/);
  });

  it('is told the same where it is only supposed, and has chosen nothing', () => {
    const talk = told(REPORT, 'si pongo anonima como me entero?');
    expect(talk.conversation.state.draft?.privacy).toBeNull();
    expect(talk.last()?.text).toContain('número y el PIN');
  });

  it('hears of one in reserve right here', () => {
    const talk = told(REPORT, 'con reserva. ¿Y cómo me llega la respuesta?');
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
    expect(talk.last()?.text).toMatch(/^La respuesta y cada novedad le llegan aquí mismo/);
  });
});
