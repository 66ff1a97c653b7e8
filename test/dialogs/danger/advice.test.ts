import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said, draftOf } = await openTalks();
const BROWN = 'el agua me sale amarilla en vacamonte';
const NOT_TO_DRINK = 'no la use para tomar';

describe('what to do until somebody comes', () => {
  it('is told to who asks whether something is safe, while it is reported and after', () => {
    const asked = 'y es malo bañarse con eso?';
    expect(said(BROWN, asked)).toContain(NOT_TO_DRINK);
    expect(said(BROWN, asked)).toContain('Agregué su pregunta');
    expect(said(BROWN, 'sí', 'que hago mientras tanto?')).toContain(NOT_TO_DRINK);
  });

  it('is told to who asks without a sign', () => {
    expect(said(BROWN, 'se puede bañar un bebe con eso')).toContain(NOT_TO_DRINK);
  });

  it('is not told to who asks something else', () => {
    expect(said(BROWN, 'y cuanto se demoran?')).not.toContain(NOT_TO_DRINK);
    expect(said('no hay agua en vacamonte', 'y es malo bañarse con eso?')).not.toContain(NOT_TO_DRINK);
  });

  it('stands before the numbers of a danger, and the numbers stay', () => {
    const words = said('huele mucho a gas en mi edificio en el cangrejo', 'y que hago mientras llegan?');
    expect(words).toMatch(/no encienda ni apague luces[\s\S]*103/);
  });
});

describe('a question beside what is told', () => {
  const BABY = 'el agua sale chocolate en vacamonte y tengo un bebé, se la puedo dar?';

  it('that no procedure answers begins the report, and is answered or kept', () => {
    expect(draftOf(BABY)?.serviceId).toBe('dirty-water');
    expect(said(BABY)).toContain(NOT_TO_DRINK);
    const grant = 'no me han pagado la beca, a donde llamo?';
    expect(draftOf(grant)?.description).toEqual(['no me han pagado la beca', 'a donde llamo?']);
  });

  it('that a procedure answers is answered, and a report offered of what went wrong', () => {
    const PENSION = 'cuando pagan el 120 a los 65, a mi mamá no le llegó este mes, vive en Aguadulce';
    expect(said(PENSION)).toMatch(/Lo sabe esta entidad: MIDES[\s\S]*¿Quiere que además envíe un reporte/);
    expect(draftOf(PENSION, 'sí')?.serviceId).toBe('120-65');
    expect(said('como saco el carnet de salud, tengo que ir en ayunas?')).not.toContain('un reporte con');
  });
});

describe('how a bite that was told is cared for', () => {
  const BITE = 'un perro mordio al niño de mi vecina en Bethania';
  const WASHED = 'por 15 minutos';

  it.each([
    'y al niño adonde lo llevan? la mamá no sabe si hay q ponerle la vacuna',
    'que le hago a la herida',
    'hay que vacunarlo contra la rabia?',
    'y donde le ponen la vacuna?',
  ])('is answered before and after it is filed, and sent to nobody: %s', asked => {
    expect(said(BITE, asked)).toContain(WASHED);
    expect(said(BITE, 'sí', asked)).toContain(WASHED);
    expect(draftOf(BITE, 'que le hago a la herida')?.description).toEqual([BITE]);
  });

  it.each(['y cuanto se demoran?', '¿quién lo atiende?'])(
    'is not told to who asks something else: %s',
    asked => {
      expect(said(BITE, asked).split(WASHED)).toHaveLength(1);
      expect(said('hay un perro muerto en la calle 5 de Bethania', 'adonde lo llevan?')).not.toContain(
        WASHED,
      );
    },
  );
});

describe('foul water', () => {
  const DRY = 'llevamos 4 dias sin agua en villa lucre';
  const RIVER = 'el rio mata ahogado en san carlos esta negro y huele horrible, hay peces muertos';

  it('is used by nobody, whatever the case it came back in is about', () => {
    const brown = 'mire ya llego el agua pero sale color chocolate';
    expect(said(DRY, 'si', brown, 'se puede tomar asi o la hiervo?')).toContain(NOT_TO_DRINK);
    expect(said(DRY, 'si', brown, 'puedo tomar el agua de lluvia?')).not.toContain(NOT_TO_DRINK);
    expect(said(DRY, 'si', 'se puede bañar uno en el trabajo?')).not.toContain(NOT_TO_DRINK);
  });

  it.each(['y mientras tanto uno se puede bañar o dar d esa agua a las vacas', 'can we bathe in it?'])(
    'of a river neither: %s',
    words => expect(said(RIVER, 'si', words)).toMatch(/no se bañe en esa agua|do not bathe in that water/),
  );
});

describe('who is without their medicine', () => {
  const LOSARTAN = 'no hay losartan en la policlinica de Aguadulce desde septiembre';
  const TO_DOCTOR = /pregunte hoy mismo a un médico o a la farmacia.*911/;

  it.each([
    'mi papa lleva 3 semanas sin tomarla, que hago mientras tanto?',
    'y mientras tanto qué le doy?',
    'le puedo dar la mitad de otra pastilla?',
    'es peligroso que pase un mes sin tomarla?',
  ])('is told whom to ask meanwhile, and no body is asked: %s', words => {
    expect(said(LOSARTAN, 'si', words)).toMatch(TO_DOCTOR);
    expect(said(LOSARTAN, 'si', words)).not.toContain('Eso lo tiene que contestar');
    expect(said(LOSARTAN, words)).toMatch(TO_DOCTOR);
  });

  it('is told so in English', () => {
    const base = 'there is no insulin at the health centre in Chepo';
    expect(said(base, 'yes', 'what can I do meanwhile?')).toMatch(/ask a doctor or the pharmacy today.*911/);
  });

  it('is told the day when they ask for that, and nobody else is told of doctors', () => {
    expect(said(LOSARTAN, 'si', 'y cuando llega?')).not.toMatch(TO_DOCTOR);
    expect(said('no hay luz en villa lucre', 'si', 'que hago mientras tanto?')).not.toMatch(TO_DOCTOR);
  });
});

it.each([
  'hay un olor fuerte a gas en mi edificio, q hago',
  'huele a gas en la cocina de mi casa',
  'there is a gas leak in my building',
])('where it smells of gas it is told with the numbers at once: %s', words =>
  expect(said(words)).toMatch(/no encienda ni apague luces|do not (?:switch|turn|light)/i),
);
