import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOLE = 'hay un hueco en calle 50';

describe('a case that was filed elsewhere', () => {
  it.each([
    'buenas tengo un caso puesto hace como un mes y nadie me dice na',
    'yo llame al 311 hace meses por un caso de un arbol en Betania y me dijeron 15 dias. me puede decir q paso',
    'Sr, tengo 3 denuncias puestas, cómo veo todas',
    'me cerraron el caso y no hicieron nada',
    'me cerraron el caso del hueco, como lo reabro?',
    'mi caso anterior de la basura no era en Samaria sino en Torrijos Carter',
    'quiero saber de una queja que puse por teléfono la semana pasada',
    'hice una queja por teléfono y me dieron un número pero se me perdió',
  ])('is told how to be seen, and no new one begun: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toContain('Por aquí no tiene casos');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'quiero retirar la queja que puse por whatsapp, ya lo arreglaron',
    'quisiera cancelar un reporte que hice ayer por llamada',
    'como quito una queja que puse',
    'ya no quiero seguir con la denuncia que hice en la oficina',
  ])('is taken back where it was filed, or by a person: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toContain('no lo puedo retirar desde aquí');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is what they want to know of, and no report of it', () => {
    const talk = told(HOLE, 'no no, yo no quiero poner otro, quiero saber q paso con el q puse');
    expect(talk.last()?.text).toContain('Por aquí no tiene casos');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is a matter where they tell what is wrong as well', () => {
    expect(told(`puse una queja hace un mes y nada, ${HOLE}`).conversation.state.draft?.serviceId).toBe(
      'pothole',
    );
  });
});

describe('a case filed elsewhere that was closed unsolved', () => {
  it.each([
    'me cerraron el caso y dice resuelto pero las aguas negras siguen saliendo igualito',
    'mi caso ya lo cerraron y el hueco sigue',
    'me cerraron el caso y el hueco sigue ahi mismo',
    'las aguas negras en colon calle 10 frente a la panaderia, otra vez, me cerraron el otro sin arreglar',
    'they closed my case and there is still no water here',
  ])('is told anew, in their words, and how the earlier one is seen: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toMatch(/no aparece en este chat|not in this chat/);
    expect(talk.conversation.state.draft?.description.join(' ')).toContain(words);
  });

  it('is asked no further for', () => {
    const [first, place] = [
      'me cerraron el caso y dice resuelto pero las aguas negras siguen saliendo igualito',
      'el numero lo bote, eso fue en colon calle 10',
    ];
    const talk = told(first, place);
    expect(talk.last()?.text).not.toContain('no tiene casos');
    expect(talk.conversation.state.draft?.place?.text).toContain('calle 10');
  });
});

describe('a case taken back', () => {
  const taken = [HOLE, 'sí', 'cancelelo mejor, me da miedo', 'sí'];

  it.each(['quedo cancelado? seguro q no le llega a nadie?', 'solo dígame si el caso quedó cancelado'])(
    'is said to be so: %s',
    words => {
      expect(told(...taken, words).last()?.text).toContain('Retirado por usted');
    },
  );
});

describe('what was added to a case', () => {
  it('is taken back there, and the case goes on', () => {
    const added = [
      'ruido de un vecino en Ciudad Radial, Juan Díaz',
      'sí',
      'ah y los perros tambien ladran toda la noche',
    ];
    const talk = told(...added, 'mejor borre lo de los perros, esos no son de el');
    expect(talk.cases.map(({ status }) => status)).toEqual(['assigned']);
    expect(talk.cases[0]?.description.at(-1)).toContain('borre lo de los perros');
  });
});

describe('who was told that a case from elsewhere is closed', () => {
  const LID =
    'puse un caso hace 2 meses por una alcantarilla sin tapa en Villa Lucre y me llego un mensaje q estaba cerrado y nadie vino';
  const PIN =
    'si tengo el numero en el mensaje, pero el pin no se q es eso. fue por una alcantarilla sin tapa';
  const NO_OTHER =
    'no no, yo no quiero hacer otro, YA lo hice, lo q quiero es saber por q lo cerraron sin poner la tapa';

  it('is told where it can be seen, and a new report is only shown', () => {
    expect(told(LID).last()?.text).toContain('Lamento que lo cerraran');
  });

  it('is told what the PIN is, and no word of that stands in a report', () => {
    const talk = told(LID, PIN);
    expect(talk.last()?.text).toMatch(/^El PIN es la clave que le dieron[\s\S]*«persona»/);
    expect(talk.conversation.state.draft?.description).toEqual([LID]);
  });

  it('has what was begun left, where they want no other', () => {
    const talk = told(LID, NO_OTHER);
    expect(talk.last()?.text).toContain('lo buscamos con usted');
    expect(talk.conversation.state.draft).toBeNull();
  });
});

describe('several cases', () => {
  const two = [HOLE, 'sí', 'no hay agua en Pacora', 'sí'];

  it.each([
    ['1', 'No llega el agua'],
    ['el segundo', 'Hueco en la calle'],
  ])('are told one by one by their place in the list: %s', (words, matter) => {
    expect(told(...two, 'mis casos', words).last()?.text).toMatch(new RegExp(`^Caso \\S+: ${matter}`));
  });
});

describe('a question about a case', () => {
  it('is answered, and what else is wrong is taken down', () => {
    const talk = told(HOLE, 'sí', 'cuánto demoran, además hay un bote abandonado');
    expect(talk.last()?.text).toMatch(/^Caso \S+: Hueco en la calle/);
    expect(talk.conversation.state.draft?.description).toEqual(['hay un bote abandonado']);
  });
});
