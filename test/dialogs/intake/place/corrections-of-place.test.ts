import { beforeAll, describe, expect, it } from 'vitest';
import { bareKind } from '../../../../src/dialogs/intake/absorb.ts';
import { offeredPlaces } from '../../../../src/dialogs/intake/choices.ts';
import { startTalk } from '../../../support/play.ts';
import { openStage, type Stage } from '../../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

describe('the answer to where it is', () => {
  it.each([
    ['no hay luz en Chitré', 'mejor dicho es en Los Santos', '07'],
    ['no pasa la basura en Las Tablas', 'sí pero es en Guararé', '07'],
  ])('may take back the place told before: %s, %s', (told, corrected, province) => {
    const talk = startTalk(stage);
    talk.say(told);
    const before = talk.conversation.state.draft?.place?.code;
    talk.say(corrected);
    const place = talk.conversation.state.draft?.place;
    expect(place?.code?.slice(0, 2)).toBe(province);
    expect(place?.code).not.toBe(before);
    expect(place?.text).not.toMatch(/dicho|pero/);
  });

  it('may be that it is another kind, and is no place then', () => {
    const talk = startTalk(stage);
    talk.say('la caja me atendió mal en La Chorrera');
    talk.say('esto es una denuncia, no una queja');
    const { draft } = talk.conversation.state;
    expect(draft?.kind).toBe('denuncia');
    expect(draft?.place?.text).not.toMatch(/denuncia/);
  });
});

describe('a kind named in a few words', () => {
  it.each([
    ['denuncia', 'denuncia'],
    ['no es queja, es denuncia', 'denuncia'],
    ['esto es una denuncia no una queja', 'denuncia'],
    ['es en la calle 4 de Tocumen', null],
  ])('%s', (text, kind) => {
    expect(bareKind(text)).toBe(kind);
  });
});

describe('the number at a door, said to the summary', () => {
  it.each([
    ['calle 12', 'la calle es la calle 13', 'Tocumen, calle 13'],
    ['torre 1', 'torre 3', 'Tocumen, torre 3'],
    ['bloque 2', 'bloque no. 4', 'Tocumen, bloque no 4'],
    ['calle 12, casa 4', 'calle 13, casa 5, piso 2', 'Tocumen, calle 13, casa 5, piso 2'],
    ['calle 12', 'torre 3', 'Tocumen, calle 12, torre 3'],
  ])('%s: %s', (told, corrected, text) => {
    const talk = startTalk(stage);
    talk.say(`no hay luz en Tocumen, ${told}`);
    talk.say(corrected);
    expect(talk.conversation.state.draft?.place?.text).toBe(text);
  });
});

describe('the places a question offers', () => {
  it('are told by their code and their words, whatever stands in those', () => {
    const choices = ['place:080417:casa 3: Pacora', 'place:other', 'place:photo', 'kind:queja'].map(
      value => ({
        label: value,
        value,
      }),
    );
    expect(offeredPlaces(choices)).toEqual([{ choice: choices[0], code: '080417', name: 'casa 3: Pacora' }]);
  });
});
