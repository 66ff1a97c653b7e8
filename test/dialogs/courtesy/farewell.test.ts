import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const ASKED = 'que necesito para sacar la cedula juvenil de mi hija';

describe('who says where they go next', () => {
  for (const words of [
    'ok ire al tribunal entonces. gracias',
    'voy al municipio y pregunto, gracias',
    'dale, mañana paso por la caja. muchas gracias',
    'ok entonces voy al mop',
    'olvidelo, mejor busco en google. gracias',
    "ok thanks, I'll call the police",
  ])
    it(`takes leave, and reports nothing: «${words}»`, () => {
      const talk = told(ASKED, words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).toMatch(/^(Con gusto|You are welcome)/);
    });

  it('asks for nothing to be undone where they want nothing', () => {
    expect(told(ASKED, 'solo no quiero nada, gracias').last()?.text).toMatch(/^De acuerdo/);
  });

  for (const words of [
    'ok voy al hospital y nunca hay doctor',
    'voy a la caja y me dijeron que no hay cita, gracias',
    'gracias. voy a poner una queja de la luz que se va',
  ])
    it(`tells a matter where something is wrong there: «${words}»`, () => {
      expect(told(words).conversation.state.draft).not.toBeNull();
    });
});
