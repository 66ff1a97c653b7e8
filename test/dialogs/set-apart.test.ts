import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told, said, draftOf } = await openTalks();
const DARK = 'no hay luz en villa lucre, calle 4';

describe('who leaves a report, and says more', () => {
  it('has nothing sent, and an answer', () => {
    const words = [
      'hay un hueco en chepo centro',
      'NO. no lo mandes. ya puse uno hace un mes',
      'sí, déjelo. quiero averiguar el número',
    ];
    const talk = told(...words);
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.draft).toBeNull();
    expect(said(...words)).toContain('Por aquí no tiene casos');
  });
});

describe('a body that is said to be the wrong one', () => {
  const WATER = 'mi vecina compro agua embotellada vencida en la chorrera';

  it('gives way to the right one', () => {
    const draft = draftOf(WATER, 'ACODECO no. es el agua del IDAAN que no llega');
    expect(draft?.serviceId).toBe('no-water');
  });

  it.each(['que no es ACODECO! cambialo', 'ahí dice ACODECO, eso está mal'])(
    'is not taken for the one they want: %s',
    words => {
      const talk = told(WATER, 'ACODECO no. es el agua del IDAAN que no llega', words);
      expect(talk.conversation.state.draft?.agencyId).not.toBe('acodeco');
    },
  );
});

describe('a danger that was only sounded like', () => {
  it('is not held against what is said next', () => {
    const talk = told(
      'tengo una idea de poner un parque en las tablas',
      'El asunto está raro, pero sí, que lo envíen',
    );
    expect(talk.conversation.reason).not.toBe('danger');
  });

  it.each(['nadie esta en peligro', 'no hay peligro'])('is taken back by %s', words => {
    expect(told('auxilio me quieren matar', words).conversation.reason).toBeNull();
  });

  it('leaves what was told before it in the report', () => {
    const first =
      'mi vecina la señora Chela tiene 82 años y vive sola en La Chorrera, le cortaron el agua hace 5 dias y ella no sabe usar el celular, yo escribo por ella';
    const draft = draftOf(
      first,
      'no es peligro ahora, ella tiene agua embotellada. pero si, quiero q le pongan el agua',
    );
    expect(draft?.description[0]).toBe(first);
    expect(draft?.serviceId).not.toBe('consumer');
  });
});

describe('what the body got of a case', () => {
  it.each([
    'que texto mandaron exactamente?',
    'que le llego a ensa exactamente',
    'les llego lo de la calle 4?',
    'muéstrame el texto del caso 311-985-047-500',
    'what did they get exactly?',
  ])('is shown, and nothing is added to it: %s', words => {
    expect(said(DARK, 'sí', words)).toContain(DARK);
    expect(told(DARK, 'sí', words).cases[0]?.description).toEqual([DARK]);
  });

  it.each(['puedo retirarlo?', 'can I still cancel it?'])('can be taken back by who asks: %s', words => {
    expect(told(DARK, 'sí', words).conversation.state.awaits?.step ?? '').toBe('withdraw');
  });
});

describe('data they want gone', () => {
  it.each(['please erase everything about me', 'I want my data deleted'])(
    'are asked about at once: %s',
    words => {
      expect(told('no light in villa lucre, calle 4', 'yes', words).last()?.asks).toBe('confirm');
      expect(told('no light in villa lucre, calle 4', 'yes', words).conversation.state.awaits?.step).toBe(
        'erase',
      );
    },
  );
});

describe('a second matter, named in a few words', () => {
  it('has what was told of it in the story', () => {
    const story =
      'en la policlinica de chitre no hay citas para el ginecologo. en la arena tienen la quebrada llena de desechos de una porqueriza y huele horrible';
    const talk = told(story, 'con reserva', 'sí');
    const all = [
      ...talk.cases.flatMap(c => c.description),
      ...(talk.conversation.state.awaits?.held?.lines ?? []),
    ];
    expect(all.join(' ')).toContain('desechos de una porqueriza');
  });

  it.each([
    ['con reserva', 'confidential'],
    ['anónima', 'anonymous'],
  ])('is kept as the first was: %s', (words, privacy) => {
    const two = ['no recogen la basura en villa zaita y la luminaria esta quemada', words, 'sí', 'sí'];
    expect(draftOf(...two)).toMatchObject({ serviceId: 'street-light', privacy });
  });

  it('is not taken for the first one where it lies elsewhere', () => {
    const talk = told(
      'hay un hueco en la calle 5 de rio abajo',
      'y otra queja, hay un hueco en la calle 7',
      'sí',
    );
    const all = [
      ...talk.cases.flatMap(c => c.description),
      ...(talk.conversation.state.awaits?.held?.lines ?? []),
    ];
    expect(all.join(' ')).toContain('calle 7');
  });

  it('is let be by who has none', () => {
    const two = [
      'no recogen la basura en villa zaita y la luminaria esta quemada',
      'si',
      'no, ningun otro asunto',
    ];
    expect(told(...two).conversation.state).toMatchObject({ awaits: null, later: [] });
  });
});

describe('a town of which there are two', () => {
  it('is shown with its province', () => {
    expect(said('el almuerzo de la escuela de santa fe esta malo', 'Santa Fe, Darién')).toContain(
      'santa fe (Darién)',
    );
  });
});

describe('help that is on its way', () => {
  it.each(['ya llamé a los bomberos, ya vienen', 'ya llegaron los bomberos'])(
    'leaves the report that was offered: %s',
    words => {
      const talk = told('tengo una fuga de gas en mi cocina', words);
      expect(talk.turns.at(-1)?.replies[0]?.text).toContain('ya le atienden');
      talk.say('si haga el reporte');
      expect(talk.conversation.state.draft?.description).toContain('tengo una fuga de gas en mi cocina');
    },
  );
});

describe('small things', () => {
  it('`bien y usted` is a greeting', () => {
    expect(said('hola', 'bien, y usted?')).toContain('¿En qué le puedo ayudar?');
  });

  it('what was taken away is no longer to be reported', () => {
    const talk = told(
      'hay un caballo muerto en la carretera de penonome hacia la pintada',
      'ya lo quitaron gracias',
    );
    expect(talk.last()?.text).toMatch(/¿Dejo de hacerlo\?|no lo envié/);
  });

  it('a town called after a port has no boats', () => {
    const draft = draftOf(
      'en la escuela de Puerto Armuelles no hay agua hace 4 dias',
      'sí en puerto armuelles',
    );
    expect(draft?.serviceId).not.toBe('boats');
  });

  it('how long it takes is answered of the report, and with no card', () => {
    expect(said('the street light in coronado, calle 5 is out', 'how long will it take?')).toMatch(
      /working days/,
    );
  });

  it('a place is shown without what leads to it', () => {
    expect(
      said('no me han pagado la beca del ifarhu a mi hija', 'ella esta en septimo, en santiago'),
    ).toContain('Lugar: santiago');
  });
});

describe('asked where it is', () => {
  const HEALTH = 'no hay medicina para la presion en el centro de salud';

  it('an illness of somebody is no place', () => {
    const talk = told(HEALTH, 'mi mama es diabetica tambien');
    expect(talk.last()?.text).not.toContain('diabetica');
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('diabetica');
  });

  it('the street of one of several towns is kept', () => {
    const car = ['mi vecino dejo un carro abandonado en la acera en pueblo nuevo', 'calle 76'];
    expect(said(...car)).toContain('Anotado.');
    const talk = told(...car);
    talk.tap('Pueblo Nuevo, Panamá');
    expect(talk.conversation.state.draft?.place).toMatchObject({ code: '080408' });
    expect(talk.conversation.state.draft?.place?.text).toContain('calle 76');
  });
});

it('a number in what they told is put otherwise', () => {
  expect(
    draftOf('propongo que el metro abra a las 4 y cierre a las 24', 'que diga 4:30 en lugar de 4')
      ?.description,
  ).toEqual(['propongo que el metro abra a las 4:30 y cierre a las 24']);
});
