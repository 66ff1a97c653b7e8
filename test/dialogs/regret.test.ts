import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told, said, draftOf } = await openTalks();

const LEAK = 'hay una fuga de agua en la calle principal de Santa Librada, San Miguelito';
const BAR = 'un bar en Santiago de Veraguas, barrio San Martin, pone musica a todo volumen hasta las 4 am';
const LEAVES = 'cancele el caso, ya hablé con el dueño';

describe('asked whether it shall be left', () => {
  it.each([
    'ay no, me arrepentí, sigue igual, no lo cancele',
    'no lo cancele',
    'siga',
    'no, déjelo así',
    'NO, dije que no lo cancele',
    "don't cancel it",
  ])('stays, and is not sent by it: %s', words => {
    const talk = told(LEAK, LEAVES, words);
    expect(talk.conversation.state.draft).not.toBeNull();
    expect(talk.cases).toHaveLength(0);
    expect(talk.say('sí').state.draft).toBeNull();
    expect(talk.cases).toHaveLength(1);
  });

  it.each(['sí', 'sí, déjelo', 'me arrepentí'])('is left all the same: %s', words => {
    expect(draftOf(LEAK, LEAVES, words)).toBeNull();
  });

  it.each(['no, manténgalo', 'siga', 'no lo retire, me arrepentí'])(
    'a case that was filed stays: %s',
    words => expect(told(LEAK, 'sí', 'cancele mi caso', words).cases[0]?.status).toBe('assigned'),
  );
});

describe('who regrets that it was left', () => {
  it.each([
    [[BAR, LEAVES, 'sí'], 'NO, dije que NO lo cancele. el bar sigue con la musica'],
    [[LEAK, LEAVES, 'sí'], 'ay no, sigue botando agua, quiero que siga'],
    [[LEAK, LEAVES, 'sí'], '¿por qué lo canceló?'],
    [[LEAK, 'sí', 'cancele mi caso ya lo arreglaron', 'sí'], 'ay no, me arrepenti, quiero que siga'],
  ])('has the same shown again: %s, %s', (before, words) => {
    const shown = said(...before, words);
    expect(shown).toContain('¿Lo envío así?');
    expect(shown).toMatch(
      /Lugar: (calle principal de Santa Librada|Santiago de Veraguas, barrio San Martin)/,
    );
    expect(shown).not.toContain('#');
  });

  it('tells with it what goes on', () => {
    const draft = draftOf(LEAK, LEAVES, 'sí', 'ay no, sigue botando agua, me arrepenti, quiero que siga');
    expect(draft?.description).toEqual([LEAK, 'sigue botando agua']);
  });
});

describe('who wants back a denuncia that was left, and says how it is to be kept', () => {
  const BRIBE = 'quiero denunciar a un inspector de transito que me pidio coima en David';

  it.each([
    ['anónima', 'mejor sí póngala, pero anónima', 'anonymous'],
    ['con reserva', 'sí mándela pero anónima', 'anonymous'],
    ['anónima', 'bueno si, pero con reserva', 'confidential'],
    ['con reserva', 'mejor anónima', 'anonymous'],
    ['anónima', 'bueno, hágala', 'anonymous'],
  ])('is shown the same, kept so, and agrees to it: first %s, then %s', (first, words, privacy) => {
    const talk = told(BRIBE, first, 'no, mejor no', words);
    expect(talk.conversation.state.draft).toMatchObject({ kind: 'denuncia', privacy, summarised: true });
    expect(talk.cases).toEqual([]);
    talk.say('sí');
    expect(talk.cases).toMatchObject([{ kind: 'denuncia', privacy, description: [BRIBE] }]);
  });
});

it('an order in the last sentence brings it back, whoever advised it', () => {
  const rude = 'me trataron mal en el policentro de Parque Lefevre, la doctora ni me miro';
  const talk = told(rude, 'mejor no mande nada', 'sabe que, mi hija dice q si la ponga. mandela');
  expect(talk.conversation.state.draft).toMatchObject({ summarised: true, description: [rude] });
  expect(talk.cases).toEqual([]);
});
