import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const placeOf = (...words: string[]) => told(...words).conversation.state.draft?.place?.text;
const LEAK = 'hay una fuga en Bella Vista, calle 55';
const LIGHT = 'hay un semaforo dañado en la tumba muerto frente a la u, casi me llevan por delante ayer';

describe('another place, asked for by tap', () => {
  it('is all of what they tell', () => {
    const words = 'Paitilla, corregimiento de San Francisco, PH Torres de Toscana';
    expect(placeOf(LEAK, 'cambiar el lugar', words)).toBe(words);
  });

  it('keeps the street where they only put the area right', () => {
    expect(placeOf(LEAK, 'cambiar el lugar', 'San Francisco')).toBe('calle 55, San Francisco');
  });
});

describe('a road through several districts', () => {
  it.each([
    [[LIGHT], 'la tumba muerto frente a la u'],
    [[LIGHT, 'no frente a la u, en la Tumba Muerto frente a la UTP'], 'la Tumba Muerto frente a la UTP'],
    [['hay un hueco en la Transístmica, Villa Zaita'], 'la Transístmica, Villa Zaita'],
    [['quiten un tumba muerto en Villa Zaita'], 'Villa Zaita'],
  ])('stands before the spot: %j', (words, text) => {
    expect(placeOf(...words)).toBe(text);
  });
});

describe('an area that is denied', () => {
  it('goes where it is only to be taken out', () => {
    expect(placeOf('no hay agua en Vista Alegre', 'arraijan', 'quite arraijan, es en la chorrera')).toBe(
      'la chorrera',
    );
  });
});

describe('a spot that is denied', () => {
  it('goes, however many noes stand before it', () => {
    const words = ['se fue la luz en calle 50, Bella Vista', 'no la luz no era en calle 50, era en Obarrio'];
    expect(placeOf(...words)).toBe('Obarrio');
  });
});

describe('which of the services offered', () => {
  it('is told by what happens', () => {
    const { draft } = told('tengo un problema con mi vecino', 'pone música todas las noches').conversation
      .state;
    expect(draft?.serviceId).toBe('neighbour-noise');
  });
});

describe('a matter that is denied', () => {
  it('is heard while the place is asked, and the place with it', () => {
    const { draft } = told(
      'Que belleza de gobierno, tres semanas sin casa, de verdad los felicito',
      'no es de vivienda. NO HAY AGUA, en Las Mañanitas calle 10',
    ).conversation.state;
    expect(draft).toMatchObject({
      serviceId: 'no-water',
      place: { text: expect.stringContaining('Las Mañanitas') },
    });
  });

  it('is heard behind other words', () => {
    const { draft } = told(
      'no tengo internet de Cable Onda en El Chorrillo',
      'si ya se va a caer!!! no es por el internet, hay un poste inclinado',
    ).conversation.state;
    expect(draft?.serviceId).toBe('pole-cable');
  });
});

describe('a closer spot behind a call to wait', () => {
  it('is taken', () => {
    expect(placeOf('hay un hueco en Bella Vista', 'wait, two streets, calle 43 Bella Vista')).toMatch(
      /calle 43 Bella Vista$/,
    );
  });
});

describe('a yes with more', () => {
  it.each(['sí pero agregue que ya se cayó una moto', 'sí, pero agregue también que llevamos 6 meses así'])(
    'is sent with it: %s',
    words => {
      const [filed] = told('hay un hueco en la calle principal de Villa Lucre, San Miguelito', words).cases;
      expect(filed?.description.at(-1)).toMatch(/moto|6 meses/);
    },
  );

  it.each(['si dale 1', 'sí 1', '1 sí'])('and the number of the choice is a yes: %s', words => {
    expect(told('hay un hueco en calle 50', words).cases).toHaveLength(1);
  });
});

describe('the kind they say', () => {
  it('is so already, and is said to be', () => {
    const talk = told(
      'Excelente servicio el de IDAAN, 20 días sin agua en Cerro Batea, felicidades',
      'no, es una queja',
    );
    expect(talk.last()?.text).toMatch(/^Ya está así/);
  });
});

describe('three matters in one message', () => {
  it('are three', () => {
    const { state } = told(
      'los huecos de la via a Chame no los tapan, y el otro dia mi tia en el seguro de la chorrera la atendieron mal, y tambien quiero felicitar a los bomberos de Capira',
    ).conversation;
    expect(state.draft?.serviceId).toBe('pothole');
    expect(state.later).toHaveLength(2);
  });

  it('keep what stands around a mere list, and the school it names', () => {
    const { draft } = told(
      'en la escuela de mi hija no hay agua ni luz, Escuela República de Venezuela',
      'calidonia',
    ).conversation.state;
    expect(draft?.description[0]).toContain('en la escuela de mi hija');
    expect(draft?.place?.text).toBe('Escuela República de Venezuela, calidonia');
  });

  it('may be put beside each other by shorthand', () => {
    const { state } = told('no hay agua en la 24 de diciembre y tb hay un hueco en la calle').conversation;
    expect(state.later).toEqual(['hay un hueco en la calle']);
  });
});

describe('whether the desk is open', () => {
  it.each(['¿el 311 atiende en feriados? llamé y nadie contestó', 'a que hora atienden ustedes'])(
    'is answered: %s',
    words => {
      expect(told(words).last()?.text).toContain('a cualquier hora');
    },
  );

  it('is no question of a body', () => {
    expect(told('a que hora atienden en la ATTT').last()?.text).not.toContain('a cualquier hora');
  });
});
