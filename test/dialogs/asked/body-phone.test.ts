import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const CABLE = 'hay un cable caido echando chispas en la calle 5 de chitre';
const NOISE = 'la musica del vecino no deja dormir en la calle 5 de chitre';
const HOLE = 'hay un hueco en la calle 5 de chitre';

describe('the telephone of a body that is asked for', () => {
  it.each([
    [[CABLE, 'si', 'si llamo a la policia esta noche q numero es?'], '104 – Policía Nacional'],
    [[NOISE, 'si', 'si llamo a la policia esta noche q numero es?'], '104 – Policía Nacional'],
    [[NOISE, 'cual es el numero de la policia'], '104 – Policía Nacional'],
    [['deme el numero de los bomberos'], '103 – Bomberos'],
    [[HOLE, 'si', 'y el telefono de la caja?'], '199'],
    [['what is the phone number of the police?'], '104 – National Police'],
  ])('%j is that of the body: %s', (words, number) => {
    const reply = said(...words);
    expect(reply).toContain(number);
    expect(reply).not.toMatch(/no envía ayuda|no lo tengo confirmado/);
  });

  it.each([
    [[CABLE, 'si', 'a la compañia de luz tambien hay q llamarla? cual es el numero'], 'Naturgy'],
    [[CABLE, 'si', 'si', 'cual es el telefono de la luz?'], 'Naturgy'],
    [[CABLE, 'el numero de naturgy sera?'], 'Naturgy'],
    [[CABLE, 'si', 'el numero de naturgy sera?'], 'Naturgy'],
    [[HOLE, 'si', 'cual es el telefono de ensa'], 'ENSA'],
    [[HOLE, 'si', 'si', 'deme el telefono de la escuela'], 'MEDUCA'],
    [[HOLE, 'si', 'y a los del agua a que numero los llamo?'], 'IDAAN'],
  ])('%j is not known, and the body is: %s', (words, body) => {
    const reply = said(...words);
    expect(reply).toContain(`Lo sabe esta entidad: ${body}`);
    expect(reply).not.toMatch(/103|Llame a los números/);
  });

  it('is no line for a danger of another kind', () => {
    const pension = 'mi papa no ha recibido la plata de 120 a los 65 en santiago';
    expect(said('cual es el telefono del mides')).not.toMatch(/\b147\b|6534-2546/);
    expect(said(pension, 'si', 'cuando es el proximo pago?')).not.toMatch(/\b147\b|6534-2546/);
    expect(said(pension, 'a que numero llamo para saber del pago?')).not.toMatch(/\b147\b|6534-2546/);
    expect(said('cual es el telefono de salud mental del mides')).toContain('147 – Salud mental');
  });

  it('is told, and the danger that stands with it too', () => {
    expect(said('cual es el numero de los bomberos, se quema mi casa')).toContain('103 – Bomberos');
  });
});

describe('whether to call', () => {
  it.each([
    [[CABLE, 'llamo al 911?'], '911'],
    [[CABLE, 'si', 'y entonces llamo al 103?'], '103'],
    [[CABLE, 'si', 'should i call 911?'], '911'],
    [['debo llamar a los bomberos?'], '103'],
  ])('%j is answered with yes, and what to tell there', (words, number) => {
    const reply = said(...words);
    expect(reply).toMatch(/^(Sí|Yes): /m);
    expect(reply).toContain(number);
    expect(told(...words).conversation.state.draft?.serviceId).not.toBe('ambulance-late');
  });
});
