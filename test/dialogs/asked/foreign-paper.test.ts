import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const EXPIRED = 'hola soy venezolano y se me vencio el pasaporte, donde lo renuevo aca en panama?';

describe('a paper of another country', () => {
  for (const words of [
    EXPIRED,
    'como renuevo mi licencia de Colombia',
    'necesito el certificado de nacimiento de mi hijo que nacio en nicaragua',
    'quiero sacar la visa para estados unidos',
    'donde queda la embajada de estados unidos',
    'where can I renew my american passport?',
  ])
    it(`is its consulate's, and no procedure of Panama is told: «${words}»`, () => {
      const talk = told(words);
      expect(talk.last()?.text).toMatch(/consulado de ese país|consulate of that country/);
      expect(talk.last()?.text).not.toMatch(/Pasaportes|Tribunal Electoral|Necesita/);
      expect(talk.conversation.state.draft).toBeNull();
    });

  it('begins no report, however it is said again', () => {
    const talk = told(
      EXPIRED,
      'pero yo soy venezolano no panameño, el pasaporte es de venezuela',
      'no quiero poner ninguna queja!! solo quiero saber a donde voy, hay embajada de venezuela',
      'y el horario?',
    );
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toMatch(/su horario no los tengo confirmados/);
  });

  it('is answered to who waits for a person, with the body of Panama that they name beside', () => {
    const talk = told(
      EXPIRED,
      'persona',
      'donde queda el consulado de venezuela, y si me sirve el pasaporte vencido para el permiso de migracion',
    );
    expect(talk.last()?.text).toMatch(/consulado de ese país[\s\S]*Migración/);
    expect(talk.last()?.text).not.toMatch(/Pasaportes/);
  });

  for (const [words, answer] of [
    ['que necesito para renovar el pasaporte', /Renovación de pasaporte/],
    ['quiero canjear mi licencia de colombia por la panameña', /ATTT/],
    ['soy venezolano y necesito el permiso de residencia, que papeles llevo', /Migración/],
    ['frente a la embajada de cuba hay un hueco enorme', /distrito/],
    ['perdi mi pasaporte en la avenida peru, que hago', /Pasaporte perdido/],
  ] as const)
    it(`is none where Panama is asked: «${words}»`, () => {
      expect(told(words).last()?.text).toMatch(answer);
    });
});
