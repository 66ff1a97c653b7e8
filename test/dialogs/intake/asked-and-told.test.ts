import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOLE = 'hay un hueco en la calle 5 de chitre';
const BRIBE = 'el jefe de compras de la alcaldia de la chorrera pide coimas por los contratos';
const draft = (...words: string[]) => told(...words).conversation.state.draft;

describe('one message that asks and tells', () => {
  it('is answered, and what it puts right is', () => {
    const talk = told(HOLE, 'era en la calle 6. cuanto se demoran?');
    expect(talk.last()?.text).toContain('20 días hábiles');
    expect(talk.conversation.state.draft?.place?.text).toBe('calle 6 de chitre');
    expect(talk.conversation.state.draft?.description).toEqual([HOLE]);
  });

  it('is heard on both sides of a comma', () => {
    const talk = told(
      'no hay agua en pedregal panama',
      'la calle de la escuela, pero oiga a uds les toca eso o al idaan?',
    );
    expect(talk.conversation.state.draft?.place?.text).toContain('la calle de la escuela');
    expect(talk.last()?.text).toContain('IDAAN');
  });

  it('keeps the question that it says is kept', () => {
    const { description } =
      draft('no hay agua en pedregal panama', 'la calle de la escuela, y van a descontar algo del recibo?') ??
      {};
    expect(description?.join()).toContain('van a descontar');
  });

  it('is kept in reserve where that was asked', () => {
    const talk = told(BRIBE, 'con reserva por favor. y hay alguna ley q me proteja?');
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('sends nothing to the body that is feared, whichever is named in the question', () => {
    const after = draft(BRIBE, 'con reserva', 'es la alcaldia o es antai? no quiero q le llegue al alcalde');
    expect(after?.agencyId).not.toBe('mun_chorrera');
    expect(
      told(BRIBE, 'con reserva', 'es la alcaldia o es antai? no quiero q le llegue al alcalde').last()?.text,
    ).toContain('Lo atiende: ANTAI');
  });

  it('is of what was told before, whatever the rest of it sounds like by itself', () => {
    expect(draft('es en penonome', 'la basura', 'calle 3, cuanto se demoran?')?.serviceId).not.toBe(
      'metro-service',
    );
  });

  it('waits where it says so, and is answered', () => {
    const talk = told(HOLE, 'no lo mande todavia. quien lo va a leer?');
    expect(talk.cases).toEqual([]);
    expect(talk.last()?.text).toContain('no lo envío todavía');
  });

  it('is one thing where nothing is changed beside the question', () => {
    expect(draft(HOLE, 'ya se cayo una moto. cuanto se demoran?')?.description).toEqual([
      HOLE,
      'ya se cayo una moto.',
    ]);
  });
});

describe('words to a summary that sound like leaving it', () => {
  it('keep it without a name', () => {
    const talk = told(
      'la maestra falta todos los dias en la escuela de kankintu',
      'mejor dejelo anonimo entonces',
    );
    expect(talk.conversation.state.draft?.privacy).toBe('anonymous');
  });

  it('want no other case, and are not asked again', () => {
    const talk = told('no recogen la basura en villa lucre calle 3', 'no abras otro, mejor dejalo asi');
    expect(talk.conversation.state.draft).toBeNull();
  });
});

describe('the title of what is proposed or praised', () => {
  it('is not what was told closer', () => {
    const talk = told(
      'para q pongan una ciclovia en las tablas',
      'la idea es q sea desde el parque hasta la entrada, para los niños',
    );
    expect(talk.conversation.state.draft?.description[0]).toContain('ciclovia');
    expect(talk.last()?.text).toContain('para q pongan una ciclovia');
  });

  it('keeps the name of who is praised when the place is put right', () => {
    const talk = told(
      'solo queria felicitar a la señora Marta del seguro social de David, me consiguio la cita',
      'no, el lugar es el hospital Rafael Hernandez en David',
    );
    expect(talk.last()?.text).toContain('la señora Marta');
  });

  it.each([
    ['anonima pues, pero antes una pregunta, cuanto es lo maximo que me pueden cobrar', 'anonymous'],
    ['con reserva, pero antes una consulta, cuánto es lo máximo que me pueden cobrar', 'confidential'],
    ['anonymous, but first a question, what is the most they can charge me', 'anonymous'],
  ])('answers a question that is announced, and keeps it as they wish: %s', (words, privacy) => {
    const talk = told(
      'quisiera denunciar a un taxista que me cobro 20 dolares de albrook a via argentina, placa 8T1234',
      words,
    );
    expect(talk.conversation.state.draft?.privacy).toBe(privacy);
    expect(talk.last()?.text).toContain('ATTT');
    expect(talk.last()?.text).toMatch(/no lo tengo confirmado|no confirmed information/u);
  });
});
