import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const PHONE = ['tigo me cobro dos veces el internet de mi casa en Bethania', 'sí'];
const DOG = ['tienen una perra amarrada sin comida en La Chorrera, calle del estadio', 'con reserva', 'sí'];
const WATER = ['no hay agua en Las Mañanitas desde hace 5 dias', 'sí'];
const DAY_MS = 86_400_000;

function holds(talk: Talk, words: string): void {
  expect(talk.cases).toHaveLength(1);
  expect(talk.cases[0]?.description.join('\n')).toContain(words);
  expect(talk.conversation.state.draft).toBeNull();
}

describe('what has happened since a case was filed', () => {
  it.each([
    [PHONE, 'me llamaron hoy de tigo que vienen el martes'],
    [PHONE, 'me mandaron un correo diciendo que ya lo vieron'],
    [WATER, 'hoy llego un inspector'],
    [WATER, 'me dijeron que era por el medidor'],
    [WATER, 'me llamo el ingeniero del idaan'],
    [WATER, 'they called me today and said tuesday'],
    [WATER, 'a man from idaan came this morning'],
    [DOG, 'hoy la perra ya no se levanta'],
    [DOG, 'ya no come la perra'],
    [DOG, 'hoy no le han dado comida'],
    [DOG, 'la dueña la golpeo hoy'],
    [DOG, 'el dueño me grito hoy'],
    [DOG, 'ahora la soltaron'],
    [DOG, 'today she could not stand up'],
  ])('is added to it without being bid: %s %s', (base, words) => {
    holds(told(...base, words), words);
  });

  it('is added to the only open case a day later too', () => {
    const talk = told(...PHONE);
    talk.wait(DAY_MS);
    talk.say('me llamaron hoy de tigo que vienen el martes');
    holds(talk, 'vienen el martes');
  });

  it.each([
    [WATER, 'vinieron y arreglaron el tubo', '¿Quedó solucionado'],
    [WATER, 'ya volvio el agua', '¿Quedó solucionado'],
    [DOG, 'quiero retirar lo de la perra', '¿Lo retiro?'],
    [WATER, 'ojala vengan hoy', 'Le entiendo'],
    [WATER, 'me llamo Pedro Gomez', 'Agregué sus datos'],
    [PHONE, 'me llamaron hoy de tigo, cuando vienen?', 'debe responder a más tardar'],
  ])('is not read into %s %s', (base, words, reply) => {
    const talk = told(...base, words);
    expect(talk.last()?.text).toContain(reply);
    expect(talk.cases[0]?.description.join('\n')).not.toContain(words);
  });

  it('a matter of its own is not put there', () => {
    const hole = told(...WATER, 'hay un hueco en la calle 5 de Las Mañanitas');
    expect(hole.conversation.state.draft?.serviceId).toBe('pothole');
    const talk = told(...WATER, 'nos mandaron un recibo de luz altisimo en bethania');
    expect(talk.conversation.state.draft?.serviceId).toBe('power-bill');
  });
});

describe('who has fallen ill of what was filed', () => {
  it.each([
    'sigue sin llegar, y ya hay niños con vomito',
    'mi bebe tiene diarrea por el agua',
    'now my kids are throwing up',
    'mi mama se enfermo del estomago',
    'ya hay varios vecinos enfermos, con fiebre',
  ])('is sent to the health centre, and it is added: %s', words => {
    const talk = told(...WATER, words);
    expect(talk.last()?.text).toMatch(/centro de salud|health centre/);
    expect(talk.last()?.text).toContain('911');
    expect(JSON.stringify(talk.turns.at(-1))).toContain(talk.cases[0]?.number);
    if (talk.conversation.state.awaits) talk.tap(`case:${talk.cases[0]?.number}`);
    talk.say('todavia tienen fiebre los niños');
    expect(talk.last()?.text).not.toMatch(/centro de salud|health centre/);
  });

  it.each(['vive una señora enferma en la casa', 'sigue sin llegar, y hay niños en la casa'])(
    'is nobody told of in %s',
    words => {
      expect(told(...WATER, words).last()?.text).not.toContain('centro de salud');
    },
  );
});
