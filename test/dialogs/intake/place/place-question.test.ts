import { beforeAll, describe, expect, it } from 'vitest';
import { besidesIn, withSpots } from '../../../../src/dialogs/intake/place/spots.ts';
import { unknownPlace } from '../../../../src/dialogs/intake/place/unknown-place.ts';
import type { Scene } from '../../../../src/dialogs/scene.ts';
import { startTalk, type Talk } from '../../../support/play.ts';
import { openStage, type Stage } from '../../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

function told(...said: string[]): Talk {
  const talk = startTalk(stage);
  for (const words of said) talk.say(words);
  return talk;
}

const scene = (): Pick<Scene, 'facts' | 'catalogue'> => ({
  facts: {
    where: stage.classifier.where,
    read: (text: string) => stage.classifier.understand(text),
  } as Scene['facts'],
  catalogue: stage.catalogue,
});

const reply = (talk: Talk): string => talk.last()?.text ?? '';
const labels = (talk: Talk): string[] => (talk.last()?.choices ?? []).map(({ label }) => label);
const place = (talk: Talk) => talk.conversation.state.draft?.place;

describe('the place question', () => {
  it.each([
    ['la alcaldía de Colón me cobra la placa dos veces', 'alcaldía de Colón'],
    ['el hospital de Chitré no tiene insulina', 'hospital de Chitré'],
  ])('is not asked where the district’s own body is the place: %s', (text, words) => {
    const talk = told(text);
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.text).toBe(words);
  });

  it.each([
    ['me cobran la placa dos veces en Colón', 'municipal-tax'],
    ['en el municipio de Arraiján me atendieron mal', 'municipal-service'],
    ['me cobraron mal la luz en David', 'power-bill'],
  ])('is not asked where the district alone tells who is competent: %s', (text, service) => {
    const talk = told(text);
    expect(talk.conversation.state.draft?.serviceId).toBe(service);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('asks for the district alone where no more is needed', () => {
    const talk = told('me cobran la placa dos veces');
    expect(reply(talk)).toContain('¿En qué distrito es?');
    talk.say('Colón');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.code).toBe('0301');
  });

  it('is asked where a crew must find the spot', () => {
    expect(reply(told('en David no pasa la basura'))).toContain('¿En qué parte de David?');
  });

  it('is not asked again for the town a district is called after', () => {
    const talk = told('no hay agua en Chame centro');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.text).toBe('Chame centro');
  });

  it('is answered beside another question too', () => {
    const talk = told('quiero denunciar a un policía que pide plata', 'en Betania');
    expect(talk.last()?.asks).toBe('privacy');
    expect(reply(talk)).toMatch(/^Anoté el lugar\./);
    expect(place(talk)?.text).toBe('Betania');
  });

  it.each(['no gracias', 'no, muchas gracias'])('is let be: %s', words => {
    expect(told('no hay agua', words).last()?.asks).toBe('confirm');
  });

  it('takes two places of one district for one', () => {
    const talk = told('no hay agua en Chilibre, sector Alcalde Díaz');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)).toMatchObject({ code: '080415', text: 'Chilibre, sector Alcalde Díaz' });
  });

  it('asks which of two places is meant, when both are named as surely', () => {
    const talk = told('no pasa la basura en Arraiján y en La Chorrera');
    expect(reply(talk)).toContain('Menciona más de un lugar');
    expect(labels(talk)).toEqual(['Arraiján, Panamá Oeste', 'La Chorrera, Panamá Oeste', 'Otro lugar']);
  });
});

describe('places of one name', () => {
  it('are offered with the most likely first, told by district and province', () => {
    expect(labels(told('no hay agua en Pedregal'))).toEqual([
      'Pedregal, Panamá',
      'Pedregal, David, Chiriquí',
      'Pedregal, Boquerón, Chiriquí',
      'Otro lugar',
    ]);
    expect(labels(told('no hay agua en la casa de al lado, San Francisco calle 74'))).toContain(
      'San Francisco, La Chorrera, Panamá Oeste',
    );
    expect(labels(told('no hay agua en Vista Hermosa'))[0]).toBe('Vista Hermosa, Panamá');
    expect(labels(told('no hay agua en San Francisco'))[0]).toBe('San Francisco, Panamá');
  });

  it('are not asked about where one has nearly all the people', () => {
    expect(place(told('no pasa la basura en Bella Vista, calle 50'))?.code).toBe('080407');
    expect(place(told('no hay agua en Juan Díaz'))?.code).toBe('080412');
  });

  it('are asked about in words when there are too many to list', () => {
    const talk = told('no hay agua en San José');
    expect(reply(talk)).toContain('Hay varios lugares que se llaman «San José»');
    expect(labels(talk)).toEqual([]);
    talk.say('en David');
    expect(place(talk)).toMatchObject({ code: '040611', text: 'San José, David' });
  });

  it('are told apart by the district in the answer', () => {
    expect(place(told('no hay agua en Pedregal', 'el de David'))?.code).toBe('040607');
    expect(place(told('no hay agua en Santa Rosa', 'en Bugaba'))?.code).toBe('040508');
  });

  it.each([
    'no hay agua en Pedregal de David',
    'no hay agua en Pedregal, David',
    'no hay agua en Pedregal en Chiriquí, por David',
  ])('are told apart at once: %s', text => {
    expect(place(told(text))?.code).toBe('040607');
  });

  it('of one district are known by the district alone', () => {
    // Two neighbourhoods of San Miguelito are called so.
    const talk = told('se fue la luz en Don Bosco, San Miguelito');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)).toMatchObject({ code: '0805', corregimiento: null });
  });
});

describe('what is no place', () => {
  it.each(['desde el lunes', 'hace dos semanas', 'ayer', 'desde ayer en la mañana', 'todavía no hay'])(
    'is kept as words of the matter: %s',
    words => {
      const talk = told('no hay luz', words);
      expect(place(talk)).toBeNull();
      expect(talk.last()?.asks).toBe('place');
      expect(reply(talk)).toMatch(/^Lo agregué a su reporte\.\n¿En qué lugar es\?/);
      expect(talk.conversation.state.draft?.description).toEqual(['no hay luz', words]);
    },
  );

  it.each(['qué lástima', 'uff', 'ay dios mío', 'ok', 'aquí mismo'])('is not looked up: %s', words => {
    const talk = told('no pasa la basura', words);
    expect(place(talk)).toBeNull();
    expect(reply(talk)).toContain('¿En qué lugar es?');
  });

  it('is not what somebody says who is safe again', () => {
    const talk = told('no hay luz', 'ya estamos afuera', 'Arraiján, Vista Alegre');
    expect(place(talk)?.text).toBe('Arraiján, Vista Alegre');
  });

  it('is not asked about without end', () => {
    expect(told('no hay luz', 'desde el lunes', 'hace dos semanas').last()?.asks).toBe('confirm');
  });

  it.each([
    ['hace tres días en Calidonia', 'Calidonia'],
    ['Calidonia, desde el lunes', 'Calidonia'],
    ['ayer en Río Abajo', 'Río Abajo'],
    ['en 24 de Diciembre', '24 de Diciembre'],
    ['en la 9 de Enero', 'la 9 de Enero'],
    ['mi mamá vive en Soná', 'Soná'],
  ])('is taken off the words of a place: %s', (words, text) => {
    expect(place(told('no hay luz', words))?.text).toBe(text);
  });
});

describe('a place nobody knows', () => {
  it.each([
    ['no hay agua en Villa Lechuza', 'No encuentro «Villa Lechuza» en mi lista de lugares'],
    ['no hay luz en villa lechuza', 'No encuentro «villa lechuza» en mi lista de lugares'],
    ['no hay agua en la barriada los mangos', 'No encuentro «barriada los mangos» en mi lista de lugares'],
    ['el maestro no va a clases, escuela República de Haití', 'Anoté «escuela República de Haití»'],
    ['no hay agua en la Transístmica', 'Anoté «Transístmica». ¿En qué distrito'],
  ])('is named in the question: %s', (text, words) => {
    expect(reply(told(text))).toContain(words);
  });

  it('is kept with the area told after it', () => {
    const talk = told('no hay luz en villa lechuza', 'en pacora');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)).toMatchObject({ code: '080417', text: 'villa lechuza, pacora' });
  });

  it.each(['en mi calle', 'frente a mi casa', 'es en mi barriada'])(
    'is noted, where it is their own: %s',
    words => {
      expect(reply(told('hay un hueco', words))).toMatch(
        /^Anoté «.+»\. ¿En qué distrito o corregimiento queda\?$/,
      );
    },
  );

  it('is asked about no third time, and its words stay', () => {
    const talk = told('no pasa la basura', 'por el puente viejo', 'frente a la tienda');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)).toMatchObject({ code: null, text: 'por el puente viejo, frente a la tienda' });
    talk.tap('yes');
    expect(talk.cases[0]?.place?.text).toBe('por el puente viejo, frente a la tienda');
  });

  it.each([
    'no hay agua en la escuela',
    'no hay luz en el IDAAN',
    'no hay agua en Diciembre',
    'la oficina de ENSA en David',
    'no hay agua en mi casa',
    'NO HAY AGUA EN TODO EL BARRIO',
  ])('is not made of other words: %s', text => {
    expect(unknownPlace(scene(), [text])).toBeNull();
  });
});

describe('the exact spot', () => {
  it.each([
    [
      'basura en Pedregal al lado de la iglesia, frente al chino',
      ['al lado de la iglesia', 'frente al chino'],
    ],
    ['hay un hueco a dos cuadras del parque', ['a dos cuadras del parque']],
    ['tubo roto detrás de la iglesia católica, nadie viene', ['detrás de la iglesia católica']],
    ['frente a mi casa hay un hueco', []],
    ['entre el lunes y el martes no hubo luz', []],
    ['la calle está llena de huecos', []],
    ['frente a la escuela hay basura', ['frente a la escuela']],
  ])('is read from %s', (text, spots) => {
    expect(besidesIn(text)).toEqual(spots);
  });

  it('is said once', () => {
    expect(withSpots('Pedregal, frente al chino', ['frente al chino', 'casa 3'])).toBe(
      'Pedregal, frente al chino, casa 3',
    );
  });

  it('stands in the summary and in the case, also when the place was asked', () => {
    const talk = told('basura en Pedregal al lado de la iglesia, frente al chino', 'el de David');
    expect(reply(talk)).toContain('Lugar: Pedregal al lado de la iglesia, frente al chino (David)');
    talk.tap('yes');
    expect(talk.cases[0]?.place?.text).toBe('Pedregal al lado de la iglesia, frente al chino');
  });

  it('does not follow a place that is corrected', () => {
    const talk = told('basura en Bugaba frente al chino', 'en la calle 2');
    expect(place(talk)?.text).toContain('frente al chino');
    talk.say('no, es en Betania');
    expect(place(talk)?.text).toBe('Betania');
  });
});

describe('a district that was denied', () => {
  it('is not taken, nor offered again', () => {
    const talk = told('hay una fuga de agua en La Chorrera', 'no es en La Chorrera');
    expect(place(talk)).toBeNull();
    expect(reply(talk)).not.toContain('Chorrera');
    talk.say('no sé');
    expect(reply(talk)).toContain('Lugar: falta');
  });

  it('does not stand in the place told instead', () => {
    const talk = told(
      'hay una fuga de agua en La Chorrera',
      'no es en La Chorrera, es en Capira, frente a la escuela',
    );
    expect(place(talk)).toMatchObject({ code: '1302', text: 'Capira, frente a la escuela' });
  });

  it('is left out of the places of one name', () => {
    expect(labels(told('no hay luz en Pedregal', 'no es en David'))).toEqual([
      'Pedregal, Panamá',
      'Pedregal, Boquerón, Chiriquí',
      'Otro lugar',
    ]);
    const talk = told('no hay luz en Pedregal', 'no es en David', 'no es en Boquerón');
    expect(place(talk)?.code).toBe('080413');
  });

  it('leaves the summary without it', () => {
    const talk = told('no hay agua en Pacora');
    expect(talk.last()?.asks).toBe('confirm');
    talk.say('no es en Pacora');
    expect(talk.last()?.asks).toBe('place');
    expect(place(talk)).toBeNull();
  });
});

describe('a pin', () => {
  it('is told by the nearest place with its distance, and keeps its own point', () => {
    const talk = startTalk(stage);
    talk.send({ pin: { lat: 9.056, lon: -79.461 } });
    expect(reply(talk)).toContain('a unos 100 m de Cerro Viento');
    talk.say('no hay agua');
    expect(reply(talk)).toContain('Lugar: ubicación enviada, a unos 100 m de Cerro Viento');
    expect(place(talk)).toMatchObject({ lat: 9.056, lon: -79.461, code: '080509' });
  });

  it('where places of several districts share the point asks for the district', () => {
    const talk = startTalk(stage);
    // Sources give Pedregal of David and Pedregal of Boquerón one point.
    talk.send({ pin: { lat: 8.377, lon: -82.4295 } });
    talk.say('no pasa la basura');
    expect(talk.last()?.asks).toBe('place');
    expect(reply(talk)).toContain('¿En qué distrito o corregimiento queda?');
    talk.say('David');
    expect(place(talk)).toMatchObject({ lat: 8.377, lon: -82.4295 });
    expect(place(talk)?.code).toBe('0406');
  });

  it('far outside the country is told kindly, and the place asked in words', () => {
    const talk = startTalk(stage);
    talk.send({ pin: { lat: 9.93, lon: -84.08 } });
    expect(reply(talk)).toContain('Esa ubicación no la encuentro en Panamá');
  });
});

describe('the place a photo tells', () => {
  const photo = { files: [{ id: 'f', type: 'image/jpeg', bytes: 9 }], takenAt: { lat: 9.056, lon: -79.461 } };
  const sent = (texts: string[]): Talk => {
    const talk = startTalk(stage);
    talk.send({ texts, ...photo });
    return talk;
  };
  const saved = (talk: Talk): string => JSON.stringify(talk.conversation.state);

  it('is asked about, and its own point is kept when they say yes', () => {
    const talk = sent(['no recogen la basura']);
    expect(reply(talk)).toContain('donde se tomó la foto, a unos 100 m de Cerro Viento?');
    talk.say('sip');
    expect(place(talk)).toMatchObject({ lat: 9.056, lon: -79.461, code: '080509' });
  });

  it.each(['no', 'en otro lado', 'Otro lugar'])('is forgotten when they say %s', text => {
    const talk = sent(['no recogen la basura']);
    expect(saved(talk)).toContain('9.056');
    talk.say(text);
    expect(talk.last()?.asks).toBe('place');
    expect(saved(talk)).not.toContain('9.056');
  });

  it('is forgotten when they tell the place in words', () => {
    const talk = sent(['no recogen la basura']);
    talk.say('en Ciudad Radial, casa 14');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.code).toBe('080412');
    expect(saved(talk)).not.toContain('9.056');
  });

  it('is not asked, nor kept beyond the summary, when they had told it', () => {
    const talk = sent(['no recogen la basura en Ciudad Radial, casa 14']);
    expect(talk.last()?.asks).toBe('confirm');
    expect(saved(talk)).not.toContain('9.056');
  });

  it('is offered within the district they told, and not outside it', () => {
    expect(reply(sent(['no recogen la basura en San Miguelito']))).toContain('donde se tomó la foto');
    const elsewhere = sent(['no recogen la basura en el distrito de Arraiján']);
    expect(reply(elsewhere)).not.toContain('foto');
  });

  it('says nothing when it lies outside the country', () => {
    const talk = startTalk(stage);
    talk.send({ texts: ['no recogen la basura'], ...photo, takenAt: { lat: 40.4, lon: -3.7 } });
    expect(talk.last()?.choices ?? []).toEqual([]);
    expect(talk.last()?.asks).toBe('place');
  });

  it('is offered after the matter, when the photo came alone', () => {
    const talk = sent([]);
    expect(talk.last()?.asks).toBe('description');
    talk.say('no recogen la basura');
    expect(reply(talk)).toContain('donde se tomó la foto');
  });
});

it('never shows a code: a province alone is told by its name', () => {
  const talk = told('no hay luz en Darién');
  talk.say('por el aeropuerto viejo');
  expect(reply(talk)).not.toMatch(/\b05\b/);
  talk.say('no sé');
  expect(reply(talk)).not.toMatch(/\b05\b/);
});

describe('an area told after a name', () => {
  it('keeps the name that was told before it', () => {
    const talk = told('no hay agua', 'en la loma', 'de san miguelito');
    expect(place(talk)).toMatchObject({ code: '0805', text: 'la loma, san miguelito' });
  });

  it('told to the summary moves the name there', () => {
    const talk = told('no hay agua en San Juan, Colón');
    talk.say('Colón');
    expect(place(talk)?.code).toBe('030113');
    const other = told('no pasa la basura', 'barriada el progreso', 'la chorrera');
    expect(place(other)).toMatchObject({ code: '1304', text: 'barriada el progreso, la chorrera' });
  });

  it('takes the place of it when they correct themselves', () => {
    expect(place(told('no hay agua en Brisas del Golf', 'no, es en Betania'))?.text).toBe('Betania');
  });

  it('is asked for the spot, when so many live there that nobody would find it', () => {
    const talk = told('no hay agua', 'panama');
    expect(reply(talk)).toContain('¿En qué parte de Panamá?');
    talk.say('por el mercado de abastos');
    expect(place(talk)?.code).toBe('080414');
    expect(told('no hay agua', 'en Chepo').last()?.asks).toBe('confirm');
  });

  it('is no number', () => {
    const talk = told('no hay agua', '8-888-8888');
    expect(reply(talk)).toContain('Agregué sus datos al reporte.');
    expect(talk.last()?.asks).toBe('place');
  });
});

describe('what is told behind the place', () => {
  it('is no part of it, where a sentence begins as a place does', () => {
    const talk = told(
      'en mi calle hay un hueco enorme',
      'Es en Las Mañanitas, calle principal frente a la abarroteria El Chinito. En la alcaldia me dijeron que eso era del MOP',
    );
    expect(talk.conversation.state.draft?.place?.text).toBe(
      'Las Mañanitas, calle principal frente a la abarroteria El Chinito',
    );
  });

  it.each([
    'en la escuela Republica de Venezuela el baño de los varones no sirve hace meses',
    'en la escuela Republica de Venezuela los baños están tapados desde marzo',
  ])('is none of it either, where it is what the building has: %s', words => {
    expect(told(words, 'en calidonia').conversation.state.draft?.place?.text).not.toMatch(/baño/);
  });
});

describe('another matter, told while it is asked where the first is', () => {
  it.each([
    ['no hay agua en Pedregal', 'y el hueco de la esquina sigue ahí', 'el de David', 'MOP'],
    ['hay un hueco grande en la calle', 'y tampoco hay agua', 'en Monagrillo de Chitré', 'IDAAN'],
  ])('waits its turn, and is offered with its place: %s, %s', (first, other, where, body) => {
    const talk = told(first, other);
    expect(talk.last()?.asks).toBe('place');
    expect(talk.conversation.state.draft?.description).toEqual([first]);
    talk.say(where);
    talk.say('sí');
    expect(talk.last()?.text).toContain(other);
    talk.say('sí');
    expect(talk.last()?.text).toContain(`Lo atiende: ${body}`);
    talk.say('sí');
    expect(talk.cases).toHaveLength(2);
    expect(talk.cases[0]?.place?.code).toBe(talk.cases[1]?.place?.code);
  });

  it.each(['y es frente a la escuela', 'y queda al lado del pozo'])(
    'is none where it says where: %s',
    where => {
      const talk = told('hay un hueco en Chitré', where);
      expect(talk.conversation.state.later).toEqual([]);
      expect(talk.last()?.asks).toBe('confirm');
    },
  );
});
