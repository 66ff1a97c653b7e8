import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told, said, draftOf } = await openTalks();
const WATER = 'no hay agua en chitre barrio san juan';
const TWO = ['no recogen la basura en villa zaita y la luminaria esta quemada', 'si'];

describe('an order to send, with something beside it', () => {
  it('is sent with the place put right, which is said', () => {
    const talk = told(WATER, 'si pero no es chitre, es la villa de los santos. mandelo');
    expect(talk.cases[0]?.place?.district).toBe('Los Santos');
    expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(/^Corregido\.\nLugar: la villa de los santos/);
  });

  it('is sent with the spot that is told with it, and alarms nobody', () => {
    const words = 'si pero ponga q es detras de la iglesia y q hay un bebe, mandenlo';
    const talk = told(WATER, words);
    expect(talk.cases[0]).toMatchObject({
      place: { text: 'chitre barrio san juan, detras de la iglesia' },
    });
    expect(talk.cases[0]?.description.join(' ')).toContain('hay un bebe');
    expect(said(WATER, words)).not.toMatch(/182|Ese dato no/);
  });

  it('is no order where nothing is agreed to', () => {
    expect(told(WATER, 'no es chitre, mandelo').cases).toEqual([]);
  });
});

describe('the area of a spot that was told before', () => {
  it('is put behind it, and put right without it', () => {
    const road = 'hay un hueco en la via españa';
    expect(draftOf(road, 'en bella vista')?.place?.text).toBe('via españa, bella vista');
    expect(draftOf(road, 'no, es en pedregal de boqueron')?.place?.text).not.toContain('bella vista');
  });
});

describe('a house beside a shop that bears the name of a place', () => {
  it('stays in the town that was told', () => {
    const { place } =
      draftOf('no recogen la basura en soná centro', 'la casa al lado de la tienda El Progreso') ?? {};
    expect(place).toMatchObject({
      district: 'Soná',
      text: 'soná centro, la casa al lado de la tienda El Progreso',
    });
  });
});

describe('a no to what was offered for one word', () => {
  it('asks what happens, and sends nothing to anybody', () => {
    expect(told('agua', 'no').last()?.asks).toBe('description');
  });
});

describe('`deja así`, where nothing waits', () => {
  it('is no wish to cancel', () => {
    expect(said('deja asi')).not.toContain('cancelar');
  });
});

describe('a proposal that was filed', () => {
  it('is answered on no day', () => {
    const idea = ['propongo bebederos de agua en el parque de penonome', 'si', 'mis casos'];
    expect(said(...idea)).toContain('Si deciden algo');
    expect(said(...idea)).not.toContain('a más tardar');
  });
});

describe('a place that is said to be wrong', () => {
  it.each([
    'el lugar esta mal, debe decir Farmacia Arrocha, barrio Colon, La Chorrera',
    'the place is wrong, it should say Farmacia Arrocha, barrio Colon, La Chorrera',
  ])('is put right, and no other matter: %s', words => {
    const talk = told('hay un tremendo hueco en la calle frente a la farmacia en La Chorrera', words);
    expect(talk.conversation.state.draft?.place?.text).toContain('Farmacia Arrocha');
    expect(talk.conversation.state.later).toEqual([]);
  });
});

describe('the other matter that was told', () => {
  it('is taken up with what is told of it', () => {
    const talk = told(...TWO, 'si y es en la calle tercera');
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'street-light' });
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('calle tercera');
  });

  it.each(['q no, ya ese caso existe', 'no ya ese lo abrio'])('is let be: %s', words => {
    const talk = told(...TWO, words);
    expect(talk.conversation.state).toMatchObject({ draft: null, awaits: null, later: [] });
  });

  it('is not offered again once it was filed', () => {
    const talk = told(...TWO, 'si', 'si');
    expect(talk.cases).toHaveLength(2);
    expect(talk.conversation.state).toMatchObject({ awaits: null, later: [] });
  });
});

describe('who asks for a person', () => {
  it.each([
    ['quiero hablar con una persona no con una maquina'],
    ['no recogen la basura en villa zaita', 'person please'],
    ['i made a complaint last month about a sewer', 'I want the person, not a new complaint'],
    [WATER, 'si', 'y la persona me va a escribir o ya no?'],
    [WATER, 'si', 'y la persona??'],
    ['no water in Chitre', 'is the person still going to write to me?'],
  ])('waits for one: %s', (...words) => {
    expect(told(...words).conversation.mode).toBe('waiting');
  });
});

describe('who told of a danger and asks for a person', () => {
  const TOUCHED = 'tengo 13 años y mi padrastro me toca. no le digan a mi mama';

  it('keeps the numbers, whatever is said next', () => {
    for (const words of ['el no esta ahorita pero viene en la noche', 'quiero hablar con alguien', 'ayuda']) {
      expect(said(TOUCHED, words)).toContain('6378-3466');
    }
    expect(said(TOUCHED, 'quiero hablar con alguien', 'no puedo esperar a mañana, el llega a las 9')).toMatch(
      /911[\s\S]*104/,
    );
    expect(told(TOUCHED, 'quiero hablar con alguien').conversation).toMatchObject({
      ...{ mode: 'waiting', reason: 'danger' },
    });
  });

  it('has a word for help that is no menu, after filing too', () => {
    const talk = [TOUCHED, 'sí', 'en Chilibre, calle 3', 'sí', 'ayuda'];
    expect(said(...talk)).toContain('6378-3466');
  });
});

describe('a name of somebody else', () => {
  it('told after filing cannot be taken out, which is said', () => {
    expect(said(WATER, 'si', 'el nombre de mi papa es Jacinto Abrego', 'quite ese nombre mejor')).toContain(
      'no lo puedo borrar por partes',
    );
    expect(said(WATER, 'si', 'y quien ve ese nombre?')).toContain('puede ver sus datos');
  });
});

describe('who wants a case taken back', () => {
  it.each(['si, retirelo porfa', 'si por favor retirelo'])('agrees with %s', words => {
    expect(told(WATER, 'si', 'mejor retirelo', words).cases[0]?.status).toBe('withdrawn');
  });
});
