import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { said, draftOf } = await openTalks();

const TAXI = 'a taxi overcharged me in panama city, plate 8T1234, 40 dollars';
const FIRED = 'me despidieron sin pagarme mi liquidacion en una tienda en david';

describe('a question to a summary that only the body can answer', () => {
  it.each([
    [TAXI, 'how do i know the right price?'],
    [TAXI, 'how much should it have been'],
    [TAXI, 'what is the legal fare from the airport?'],
    ['el taxi me cobro 15 dolares de tocumen a via españa, placa 8T1234', 'cuánto debió cobrarme?'],
    ['el taxi me cobro 15 dolares de tocumen a via españa, placa 8T1234', 'y cuál es la tarifa correcta?'],
    [FIRED, 'cuanto tiempo tengo para reclamar?'],
    [FIRED, 'hasta cuándo tengo para hacer el reclamo?'],
    [FIRED, 'how long do i have to claim?'],
  ])('is passed on to it: %s: %s', (told, asked) => {
    expect(said(told, asked)).toMatch(/ATTT\.|MITRADEL\./);
    expect(said(told, asked)).toMatch(/no lo tengo confirmado|no confirmed information/);
    expect(draftOf(told, asked)).not.toBeNull();
  });
});

describe('a question to a summary that the desk can answer', () => {
  it.each([
    [FIRED, 'cuanto puede durar el tramite?', /días hábiles/],
    [FIRED, 'cuánto va a demorar esto?', /días hábiles/],
    [TAXI, 'how do i check it later?', /number and a PIN/],
    [TAXI, 'how do i follow it?', /number and a PIN/],
    [TAXI, 'how long does it take?', /working days/],
    [TAXI, 'does this cost anything?', /free|no cuesta/],
    [FIRED, 'esto me cuesta algo?', /no cuesta nada/],
    [FIRED, 'cómo me entero después?', /aquí mismo/],
  ])('is: %s: %s', (told, asked, answer) => {
    expect(said(told, asked)).toMatch(answer);
    expect(draftOf(told, asked)).not.toBeNull();
  });
});
