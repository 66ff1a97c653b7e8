import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const SEWAGE = 'alcantarilla desbordada, aguas negras en la calle en Villa Lucre';
const BILL = 'me están cobrando demasiado en el recibo del agua en Paraíso, San Miguelito';

describe('who asks at the summary why something is asked', () => {
  it.each([
    ['espere, y para qué quieren saber la ubicacion? ya se la di', 'El que me dio ya lo tengo'],
    ['para qué necesitan mi dirección? ya les dije', 'El que me dio ya lo tengo'],
    ['¿es obligatorio decir el lugar?', 'El que me dio ya lo tengo'],
    ['y para que quieren saber eso? es mi privacidad', 'No tiene que dar sus datos'],
    ['¿para qué necesitan mi nombre?', 'No tiene que dar sus datos'],
    ['¿y eso para qué?', 'para que lo lea quien lo atiende'],
  ])('is told by the desk, and it stays open: %s', (words, reason) => {
    const talk = told(SEWAGE, words);
    expect(talk.last()?.text).toContain(reason);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.description).toEqual([SEWAGE]);
    expect(talk.last()?.text).not.toContain('IDAAN.');
  });

  it('is told in English', () => {
    const talk = told('there is a pothole in calle 50', 'why do you need to know that?');
    expect(talk.last()).toMatchObject({ asks: 'confirm' });
    expect(talk.last()?.text).toContain('for whoever deals with it to read');
  });

  it('adds nothing to the report', () => {
    expect(draftOf(BILL, 'y para que quieren saber eso? es mi privacidad')?.description).toEqual([BILL]);
  });
});

describe('who asks why they are asked where it is', () => {
  it.each([
    '¿por qué tengo que dar mi dirección?',
    '¿y eso para qué?',
    'qué importa dónde vivo',
    'para qué quiere saber',
  ])('is told: %s', words => {
    const talk = told('no hay agua', words);
    expect(talk.last()?.text).toContain('para que lo encuentren');
    expect(talk.last()?.asks).toBe('place');
    expect(talk.conversation.state.draft?.description).toEqual(['no hay agua']);
  });

  it('is told in English', () => {
    expect(said('there is no water', 'why does it matter where I live?')).toContain('so that they find it');
    expect(said('there is no water', 'do I have to give my name?')).toContain('do not have to give');
  });

  it('has answered all the same, where it is told beside', () => {
    const talk = told('no hay agua', '¿para qué quiere saber? es en Villa Lucre');
    expect(talk.last()?.text).toContain('para que lo encuentren');
    expect(talk.conversation.state.draft).toMatchObject({ place: { text: 'Villa Lucre' }, summarised: true });
  });
});

it('leaves to a body what the body asks for', () => {
  expect(said(BILL, '¿para qué pide el IDAAN la cédula?')).not.toContain('No tiene que dar');
});
