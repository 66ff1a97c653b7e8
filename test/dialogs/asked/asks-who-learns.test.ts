import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('who would see their name, asked first', () => {
  it.each([
    'si yo denuncio a mi jefe porque no paga el decimo, quien ve mi nombre?',
    'si denuncio a mi vecino por el ruido, él se entera de que fui yo?',
  ])('is answered before the report goes on: %s', asked => {
    const talk = told(asked);
    expect(talk.last()?.text).toMatch(/Si un caso va con reserva.*¿/s);
    expect(talk.conversation.state.draft).not.toBeNull();
    expect(talk.cases).toEqual([]);
  });

  it.each([
    'quien va a ver mi nombre si pongo una denuncia',
    'quién ve mis datos si hago una queja?',
    'who sees my name if I file a complaint?',
  ])('begins no report of no matter: %s', asked => {
    const talk = told(asked);
    expect(talk.last()?.text).toMatch(/Si un caso va con reserva|If a case is confidential/);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is not asked by who only wishes to be hidden', () => {
    const talk = told('mi jefe no paga el decimo en una obra de Chitré, que no sepan que fui yo');
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
    expect(talk.last()?.text).not.toContain('Si un caso va');
  });
});

describe('whether somebody may see who wrote, without the sign of a question', () => {
  it.each(['una consulta, mi vecino puede ver que fui yo', 'puede ver mi vecino que fui yo'])(
    'is answered while the place is asked, and no word of the report: %s',
    asked => {
      const talk = told('no recogen la basura', asked);
      expect(talk.last()?.text).toContain('El 311 no le avisa a su vecino');
      expect(talk.conversation.state.draft?.description).toEqual(['no recogen la basura']);
    },
  );
});

it.each([
  'can i remain anonymous',
  'puedo quedar anonima',
  '¿se puede denunciar de forma anónima?',
  'can I report anonymously?',
])('whether one may stay nameless, asked first, is answered: %s', asked => {
  expect(told(asked).last()?.text).toMatch(/no queda unido|not tied/);
});

it.each(['le mandan copia a alguien?', '¿a mi jefe le llega copia?', 'do you send a copy to anyone?'])(
  'whether somebody gets a copy is answered, of a report and of a case: %s',
  asked => {
    const hole = 'hay un hueco en la calle 4 de Monagrillo';
    for (const before of [[hole], [hole, 'sí']]) {
      const talk = told(...before, asked);
      expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(
        /^(Esto solo lo leen MOP y el 311|Only MOP and 311 read)/,
      );
      expect(talk.cases[0]?.description ?? [hole]).toEqual([hole]);
    }
  },
);

describe('who fears it before anything is told', () => {
  it('is told what stays unknown, and what is not known of their work', () => {
    const talk = told(
      'buenas esto es anonimo verdad? si digo algo d un funcionario me pueden botar a mi sobrina q trabaja en esa misma oficina',
    );
    expect(talk.last()?.text).toMatch(/Si es anónimo, no queda unido.*no se lo puedo asegurar/s);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'pregunto si se puede denunciar sin dar nombre',
    'no nadie la boto todavia. pregunto si se puede denunciar sin dar nombre',
    'buenas, esto es anonimo verdad?',
  ])('is told how it can be kept: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toContain('Si es anónimo, no queda unido a esta conversación');
    expect(talk.conversation.state.draft).toBeNull();
  });
});

describe('whether it is anonymous, asked with the matter', () => {
  const SELLS = 'quiero denunciar q mi vecino vende droga en Curundú, es anonimo?';

  it('does not lose the matter', () => {
    expect(told(SELLS).conversation.state.draft?.description.join(' ')).toContain('vende droga');
  });

  it('is answered when it is asked again', () => {
    const talk = told(SELLS, 'pero respondame, es anonimo o no? no quiero dar mi nombre');
    expect(talk.last()?.text).not.toContain('no agregué ninguno');
    expect(talk.conversation.state.draft?.privacy).toMatch(/anonymous|confidential/);
  });
});
