import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const CHILD = 'tengo 13 años y mi padrastro me pega con la correa cuando mi mama no ta';
const LOCKED = 'mi marido me quitó el celular y me tiene encerrada, escribo del de mi hijo rapido';
const HEARD = 'también lo va a leer una persona del 311';

describe('who suffers and tells on', () => {
  it.each([
    [CHILD, 'no. el dijo q si digo algo nos va a botar a mi y a mi mama'],
    [LOCKED, 'no puedo salir, cerró con candado'],
  ])('is heard, and nothing is made of it: %s / %s', (danger, words) => {
    const talk = told(danger, words);
    expect(talk.last()?.text).toContain(HEARD);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.conversation).toMatchObject({ review: true, reason: 'danger' });
  });

  it.each([
    'no le digan a mi mamá',
    'pero que no sepan que fui yo',
    'no vayan a llamar a mi casa, no le avisen a mi papá',
  ])('is told whom nothing is said to: %s', words => {
    expect(told(CHILD, words).last()?.text).toContain('no le avisa a su familia');
  });

  it.each([
    ['Quiero denunciarlo, es en Pedregal calle 3', 'women-support'],
    ['Pónganla con reserva', 'women-support'],
    ['Hay un hueco enorme en calle 50', 'pothole'],
  ])('is taken at their word where they want a report: %s', (words, service) => {
    expect(told('Mi marido me pega', words).conversation.state.draft?.serviceId).toBe(service);
  });

  it('agrees to no report by a nod', () => {
    const talk = told(CHILD, 'no. el dijo q si digo algo nos va a botar', 'ta bien');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is told another way where nobody can call, and that a person reads it', () => {
    expect(told(LOCKED, 'no puedo llamar, me oye').last()?.text).toMatch(
      /pida a alguien cerca.*persona del 311/s,
    );
  });

  it('keeps the wish not to be known, told before the report', () => {
    const talk = told(
      CHILD,
      'no. el dijo q si digo algo nos va a botar a mi y a mi mama',
      'y a quien le llega ese reporte? no quiero q el sepa',
      'sí, haga el reporte',
      'barriada nueva libia, san miguelito',
    );
    expect(talk.conversation.state.draft).toMatchObject({ privacy: 'confidential', serviceId: 'child-risk' });
  });
});

describe('who is threatened, or tells of a child', () => {
  it.each([
    ['el dueño del kiosko dijo q si lo denuncio me quema la casa', '104'],
    ['Profesor de mi colegio le anda mandando mensajes raros a mi amiga de 14', '6378-3466'],
  ])('is given the numbers first: %s', (words, number) => {
    const first = told(words).turns.at(-1)?.replies[0];
    expect(first).toMatchObject({ class: 'emergency', text: expect.stringContaining(number) });
  });

  it.each(['si lo digo en la junta nadie me hace caso', 'el profesor manda mensajes por el grupo de padres'])(
    'is not who only complains: %s',
    words => {
      expect(told(words).last()?.class).toBe('reply');
    },
  );
});

describe('a body of the place that is denounced itself', () => {
  it.each([
    'Quiero denunciar a la junta comunal de Arnulfo Arias que no abre nunca y maltrata a la gente',
    'quiero denunciar la mala atención en la alcaldía de La Chorrera',
  ])('does not get the denuncia: %s', words => {
    const [filed] = told(words, 'con reserva', 'sí').cases;
    expect(filed?.holder?.agencyId).toBe('antai');
  });

  it('gets what is only a queja', () => {
    const [filed] = told('quiero poner una queja: mala atención en la alcaldía de La Chorrera', 'sí').cases;
    expect(filed?.holder?.agencyId).toBe('mun_chorrera');
  });
});

describe('who fears what others learn', () => {
  it('is told how the case is kept', () => {
    const talk = told(
      'mi vecino vende droga en Curundú',
      'con reserva',
      'sí',
      'oiga y que pasa si ellos averiguan que fui yo',
    );
    expect(talk.last()?.text).toContain('Va con reserva');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('may keep silent where it was', () => {
    const talk = told('mi vecino vende droga', 'anónima', 'mejor no digo donde, me da miedo');
    expect(talk.conversation.state.draft?.place).toBeNull();
  });
});

describe('a child in danger who went back to the bot', () => {
  const BEATEN = 'ola tengo 11 años mi papa le pega mucho a mi mama';
  const back = [BEATEN, 'quiero hablar con una persona', 'seguir'];

  it.each(['y si mi papa ve esto en el cel? como se borra', 'como borro esto'])(
    'is asked whether the talk is erased: %s',
    words => {
      expect(told(BEATEN, words).last()?.text).toContain('¿Borro todo?');
      expect(told(BEATEN, 'quiero hablar con una persona', words).last()?.text).toContain('¿Borro todo?');
      expect(told(...back, words).last()?.text).toContain('¿Borro todo?');
    },
  );

  it.each([
    'mi papa llego',
    'tengo miedo. kien me puede ayudar',
    'adonde me puedo ir si mi papa le pega otra vez',
  ])('has the numbers again: %s', words => {
    const replies = told(...back, words).turns.at(-1)?.replies ?? [];
    expect(replies.map(({ text }) => text).join('\n')).toContain('6378-3466');
  });

  it('is told where to ask where to go, though no report is wanted', () => {
    expect(told(...back, 'no quiero reporte. adonde puedo ir').last()?.text).toMatch(
      /Llame a los números|6378-3466/,
    );
  });
});

it('who suffers and wishes that nobody knows of it reads so with the numbers', () => {
  const replies = told('mi marido me pega, que no se entere él por favor').turns.at(-1)?.replies ?? [];
  expect(replies.map(({ text }) => text).join('\n')).toContain(
    'no le avisa a su familia ni a quien le hace daño',
  );
});
