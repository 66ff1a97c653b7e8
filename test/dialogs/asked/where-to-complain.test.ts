import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();

describe('where to complain', () => {
  it.each([
    'no la envíe. mejor dígame dónde puede ir a poner la queja contra ella, en mitradel?',
    'no la mandes. a quién me quejo mejor?',
  ])('is here, and what they will not have sent is not: %s', words => {
    const talk = told('mi jefe no me paga el decimo en una tienda en Bella Vista', words);
    expect(talk.last()?.text).toMatch(/no lo envié\.\nLa queja se pone aquí mismo/);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toEqual([]);
  });

  it.each([
    'a dónde va uno a reclamar eso de la licencia, al mitradel o al seguro?',
    'y a quién le reclamo?',
  ])('is here behind an answer too: %s', words => {
    expect(said('me toca licencia por embarazo si trabajo en una casa?', words)).toContain('aquí mismo');
  });

  it('names who decides after the body that was told of', () => {
    const words = said(
      'cuanto tiempo tiene idaan para arreglar una fuga',
      'y si no arreglan a quien me quejo?',
    );
    expect(words).toMatch(/IDAAN no le resuelve, quien decide después es ASEP.*aquí mismo/s);
  });

  it('is told in English, and the report stays where it is not refused', () => {
    expect(
      said('how many weeks of maternity leave do I get?', 'where do I complain about my boss?'),
    ).toContain('right here');
    expect(
      told('no hay agua en Tocumen', 'donde puedo poner la queja?').conversation.state.draft,
    ).not.toBeNull();
    expect(said('no hay agua en Tocumen', 'donde puedo poner la queja?')).toContain(
      'Eso se reporta aquí mismo',
    );
  });

  it('begins the report of who tells it with the question', () => {
    const words = 'a dónde puedo poner una queja contra mi patrona que no me paga?';
    expect(told(words).conversation.state.draft?.serviceId).toBe('unpaid-wages');
  });
});

describe('how one complains, asked first', () => {
  it.each([
    'una pregunta la denuncia por un perro del vecino eso va donde? a la policia o que',
    'donde se pone la queja por mal servicio de una clinica?',
    'cual es el telefono para denunciar una coima?',
  ])('is answered: here, and no report begun of the question: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toContain('La queja se pone aquí mismo.');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('takes down what already fails', () => {
    const asked = 'cual es el numero pa quejarse de los buses de la ruta david boquete que no paran???';
    const talk = told(asked);
    expect(talk.last()?.text).toContain('Eso se reporta aquí mismo.');
    expect(talk.conversation.state.draft).toMatchObject({ kind: 'queja', description: [asked] });
  });
});
