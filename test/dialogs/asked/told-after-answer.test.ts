import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOW_LONG = 'cuanto se demora el pasaporte';

describe('what is told behind an answer', () => {
  for (const words of ['yo solo kiero saber pq viajo el 20', 'tengo un recibo con numero si ayuda'])
    it(`is of what was asked, and is sent to nobody: «${words}»`, () => {
      const talk = told(HOW_LONG, words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).toMatch(/^Eso lo ve Pasaportes[\s\S]*persona/);
    });

  it('still knows the body for how it is reached', () => {
    const talk = told(HOW_LONG, 'yo solo kiero saber pq viajo el 20', 'y a donde llamo');
    expect(talk.last()?.text).toMatch(/Pasaportes/);
  });

  it('is more of a matter that the question told', () => {
    const asked = '¿qué hago si el registro público no me entrega un certificado?';
    const [filed] = told(asked, 'ya pagué', 'es urgente porque pierdo la venta de la casa', 'sí').cases;
    expect(filed?.description).toEqual([asked, 'ya pagué', 'es urgente porque pierdo la venta de la casa']);
  });

  it('is no question, which has its own answer', () => {
    expect(told(HOW_LONG, 'quien me lo puede explicar?').last()?.text).not.toContain('dígaselo al preguntar');
  });

  it('is no report where they have never had the paper', () => {
    const talk = told('que necesito para sacar la cedula', 'es que nunca he tenido y trabajo lejos');
    expect(talk.conversation.state.draft).toBeNull();
  });

  for (const words of ['llevo 3 semanas esperando y nadie me dice nada', 'fui ayer y me trataron mal'])
    it(`is complained of by who was let down: «${words}»`, () => {
      expect(told(HOW_LONG, words).conversation.state.draft?.serviceId).toBe('passport');
    });

  it('is a matter where something is wrong', () => {
    const talk = told(
      'donde pago el impuesto de inmueble',
      'mi vecino tiene un gallo que canta toda la noche',
    );
    expect(talk.conversation.state.draft).not.toBeNull();
  });
});
