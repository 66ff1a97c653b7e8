import { setFlagsFromString } from 'node:v8';
import { afterAll, describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

/** V8 optimises no more expressions when it has compiled many of them: so is every process that runs for days. */
setFlagsFromString('--no-regexp-optimization');
afterAll(() => setFlagsFromString('--regexp-optimization'));

const told = await openTold();

describe('a process that has read many messages', () => {
  it.each([
    ['NO HAY AGUA EN CHAME, BARRIO LAS PALMAS, VENGAN YA', 'CHAME, BARRIO LAS PALMAS', '1303'],
    ['SE VA LA LUZ EN PENONOME EN LA BARRIADA El Bambito Dos', 'PENONOME, BARRIADA El Bambito Dos', '0206'],
  ])('still hears a barrio told in capitals: %s', (words, text, code) => {
    const talk = told(words);
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.place).toMatchObject({ text, code });
  });

  it('still hears which place is denied', () => {
    const talk = told('SE FUE LA LUZ EN BETANIA', 'NO, ES EN PUEBLO NUEVO NO EN BETANIA');
    expect(talk.conversation.state.draft?.place).toMatchObject({ text: 'PUEBLO NUEVO', code: '080408' });
  });
});
