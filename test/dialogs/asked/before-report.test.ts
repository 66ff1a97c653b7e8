import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('what a newcomer asks before anything is told', () => {
  it.each([
    ['quiero saber si puedo quejarme', 'no cuesta nada'],
    ['soy extranjero puedo quejarme?', 'también si es de otro país'],
    ['como hago una denuncia', 'Aquí mismo'],
    ['¿cómo pongo una queja?', 'Aquí mismo'],
    ['cuanto tardan en responder', '30 días como máximo'],
    ['how long does it take', '30 days at most'],
    ['¿ustedes resuelven?', 'Resolverlo le toca a la entidad'],
    ['que pasa despues que pongo la queja', 'le avisa lo que conteste'],
    ['donde queda el 311', 'No tiene que ir a ninguna oficina'],
    ['tienen whatsapp', 'llamar al 311'],
    ['puedo ir en persona', 'No tiene que ir a ninguna oficina'],
  ])('is answered, and what happens is asked: %s', (words, answer) => {
    const talk = told(words);
    expect(talk.last()?.text).toContain(answer);
    expect(talk.last()?.asks).toBe('description');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each(['necesito un número de emergencia', 'a que numero llamo si hay una emergencia'])(
    'for a number for emergencies gets them: %s',
    words => expect(told(words).last()?.text).toMatch(/911[\s\S]*104/),
  );

  it.each([
    'como hago una denuncia de robo',
    'donde queda el hospital santo tomas',
    'cuanto tardan en dar la cedula',
    'puedo poner una queja del ruido de mi vecino en Burunga',
  ])('is none where more is said: %s', words => {
    expect(told(words).last()?.text).not.toMatch(
      /Aquí mismo\. Cuénteme con|ninguna oficina|como máximo|no cuesta nada/,
    );
  });

  it('a case of theirs is not resolved: that is asked after', () => {
    expect(told('mi queja no ha sido resuelta').last()?.text).toContain('Por aquí no tiene casos');
  });
});
