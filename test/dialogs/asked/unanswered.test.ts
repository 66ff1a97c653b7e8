import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;
const NO_WATER = 'no hay agua en Nuevo Chorrillo hace cuatro días';
const KNIFE = 'mi esposo me amenazó con un cuchillo y hoy vuelve a la casa';

describe('a question that nobody here can answer', () => {
  it.each([
    'y me van a cobrar esos días?',
    'tengo que pagar mientras tanto?',
    'pero a quién llamo yo',
    'will they charge me for those days?',
    'eso tiene algo que ver con la planta? qué hacemos',
  ])('at a summary says who knows, and goes along with it: %s', words => {
    const talk = told(NO_WATER, words);
    expect(talk.last()?.text).toMatch(/Lo sabe esta entidad: IDAAN|public body that knows: IDAAN/);
    expect(draft(talk)?.description).toEqual([NO_WATER, words]);
    expect(talk.conversation.state.awaits?.ask).toBe('confirm');
  });

  it.each([
    'van a ser los mismos policías los que investiguen?',
    'y si se tapan entre ellos mismos? no confío',
  ])('tells who does not trust the body what else can be done: %s', words => {
    const talk = told('un policía me pidió cincuenta balboas en un retén en Capira', 'con reserva', words);
    expect(talk.last()?.text).toContain('Si no quiere que lo reciba esa entidad');
  });

  it('tells who fears to be known how that is kept', () => {
    const talk = told('el médico del centro de salud de Pedasí me gritó', 'se va a enterar de que fui yo?');
    expect(talk.last()?.text).toContain('con reserva');
  });

  it.each(['y lo del impuesto de inmueble?', 'y la licencia comercial?'])(
    'goes on with questions, and is no complaint: %s',
    words => {
      const talk = told('cómo saco el paz y salvo de la DGI', words);
      expect(draft(talk)).toBeNull();
    },
  );

  it.each(['puede agregar que ya se cayó una moto?', 'me puede anotar que hay dos casas más sin agua?'])(
    'is none where something is to be added: %s',
    words => {
      const talk = told(NO_WATER, words);
      expect(talk.last()?.text).toContain('Lo agregué');
    },
  );
});

describe('a yes with a question', () => {
  it.each([
    'sí, mándelo. ¿cuándo vienen?',
    'sí y la verdad es que ya me dañó la bomba, quién me la paga?',
    'Yes. But what do I do about the baby?',
  ])('is sent, with the question: %s', words => {
    const [filed] = told(NO_WATER, words).cases;
    expect(filed?.description.at(-1)).toContain('?');
  });

  it.each(['sí. hace tres meses que no le llega', 'sí, hay vecinos que no pagan y sí les llega'])(
    'and a yes with more of the same: %s',
    words => {
      const talk = told('mi abuela no recibe el 120 a los 65 en Soná', words);
      expect(talk.cases).toHaveLength(1);
    },
  );

  it('that has a «but» before the question is answered first', () => {
    const talk = told(NO_WATER, 'está bien pero cuánto tarda');
    expect(talk.cases).toHaveLength(0);
    expect(talk.last()?.text).toContain('días hábiles');
  });

  it('is sent for who is afraid', () => {
    expect(told(NO_WATER, 'sí por favor, tengo miedo por mi bebé').cases).toHaveLength(1);
  });

  it.each([
    'sí, y no estoy seguro',
    'sí, ¿lo puedo pensar?',
    'claro, como siempre no hacen nada',
    'sí, ¿pero van a decir que fui yo?',
    'sí. pero no es en Nuevo Chorrillo',
  ])('is none where they hesitate or contradict: %s', words => {
    expect(told(NO_WATER, words).cases).toHaveLength(0);
  });

  it.each(['y si no me contestan?', 'si se tapan entre ellos?', 'y si el alcalde se entera'])(
    'is none where it is an if: %s',
    words => {
      expect(told(NO_WATER, words).cases).toHaveLength(0);
    },
  );
});

describe('after a danger', () => {
  it.each([
    'ahora no, mi niña está aquí. puedo ir a algún sitio?',
    'todavía no, a dónde puedo ir?',
    'no, ahora no. qué hago si viene?',
  ])('who declines the report and asks is told whom to ask, and a person looks: %s', words => {
    const talk = told(KNIFE, words);
    expect(talk.last()?.text).toContain('Llame a los números que le di');
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.conversation).toMatchObject({ review: true, mode: 'bot' });
  });

  it('and who only asks', () => {
    expect(told(KNIFE, 'puedo ir a algún sitio con mi niña?').last()?.text).toContain('Llame a los números');
  });

  it.each(['ya llamé al 911 gracias. no, ahora no', 'gracias ya vienen, ahora no'])(
    'a no among other words declines it: %s',
    words => {
      const talk = told('estamos varados en una lancha cerca de Taboga y se apagó el motor', words);
      expect(talk.conversation).toMatchObject({ mode: 'bot', state: { awaits: null, draft: null } });
    },
  );

  it.each([
    ['sí, pero sin mi nombre', 'anonymous'],
    ['sí pero que él no sepa', 'confidential'],
    ['sí, y que nadie sepa que fui yo', 'confidential'],
  ])('a yes takes along how much may be seen: %s', (words, privacy) => {
    expect(draft(told(KNIFE, words))?.privacy).toBe(privacy);
  });
});

it('who wants the company to know who they are is not hidden from it', () => {
  const talk = told(
    'me cobran internet de Tigo que no sirve, en Aguadulce',
    'con reserva',
    'no. quiero que Tigo sepa quién soy',
  );
  expect(draft(talk)?.privacy).toBe('normal');
});

describe('the company of the summary', () => {
  it.each([
    'ya fui a Naturgy y me dijeron que no procede el reclamo',
    'ya llamé a Naturgy y rechazaron el reclamo',
  ])('has refused, and another decides: %s', words => {
    const talk = told('mi recibo de luz vino en 280, soy de Naturgy en Chitré', words);
    expect(talk.last()?.text).toContain('Lo atiende: ASEP');
  });
});

it('what the summary does not say is denied for nothing', () => {
  const talk = told(
    'se quemó el bombillo del poste de la luz en Pacora',
    'no, no es que no hay luz, es solo el poste',
  );
  expect(draft(talk)?.serviceId).toBe('street-light');
  expect(talk.conversation.state.awaits?.ask).toBe('confirm');
});

describe('several matters', () => {
  it('that are numbered in one sentence are each kept', () => {
    const talk = told(
      'Queja doble: la 1) el Banco Nacional de Penonomé tiene el cajero dañado y 2) los de la fonda de al lado echan el aceite a la cuneta',
      'sí',
    );
    expect(talk.last()?.text).toContain('«los de la fonda de al lado echan el aceite a la cuneta»');
  });

  it('that were put aside as one are told apart when they are taken up', () => {
    const talk = told(
      'bota agua el tubo y además no hay luz y los perros rompen la basura porque no pasa el camión, todo en Burunga sector 3',
      'sí',
      'sí',
    );
    expect(draft(talk)?.serviceId).toBe('power-outage');
    talk.say('sí');
    expect(talk.last()?.text).toContain('los perros rompen la basura');
  });

  it('are one where they say so', () => {
    const talk = told(
      'los semáforos de Vía España con Vía Brasil están descoordinados y hay un tranque horrible',
      'es uno solo. sí, enviar',
    );
    expect(talk.cases).toHaveLength(1);
    expect(talk.conversation.state.awaits).toBeNull();
  });
});

it.each(['ustedes preguntan demasiado', 'llevo veinte minutos esperando, me van a ayudar o no??'])(
  'who is tired of it is told that they are right: %s',
  words => {
    expect(told(words).last()?.text).toContain('Tiene razón');
  },
);

it('what they asked about is not lost with «otra cosa»', () => {
  const talk = told('me gustaría saber si el Idaan va a cortar el agua mañana en Juan Díaz', 'otra cosa');
  expect(talk.last()?.text).toContain('IDAAN');
});

describe('a body that the citizen does not want to receive it', () => {
  const POLICE = 'unos policías le pegaron a mi hijo en Calidonia';

  it.each([
    'no quiero que esto llegue a la misma policía',
    'NO quiero que le llegue a la policía',
    'que no se lo manden a ellos, que no lo reciba esa gente',
    'y cómo se lo van a mandar a la policía?',
    "I don't want it sent to the same police",
  ])('does not: %s', words => {
    const talk = told(POLICE, 'sin reserva, con mis datos', words);
    expect(draft(talk)).toMatchObject({ agencyId: 'defensoria', privacy: 'confidential' });
    talk.say('sí');
    expect(talk.cases[0]?.holder?.agencyId).toBe('defensoria');
  });

  it('nor where that was said with the first words', () => {
    const talk = told(
      'unos policías le pegaron a mi hijo en Calidonia. no quiero que le llegue a la misma policía',
    );
    talk.say('con reserva');
    expect(draft(talk)?.agencyId).toBe('defensoria');
  });

  it.each(['es increíble que no la atiendan ahí', 'no puede ser que no le manden agua a esos barrios'])(
    'is not refused by who complains of it: %s',
    words => {
      expect(draft(told(NO_WATER, words))?.agencyId).toBeNull();
    },
  );

  it('is read in no time, however often they say it', () => {
    const many = `para que no ${'se la '.repeat(1_500)}`;
    expect(draft(told(POLICE, 'con reserva', many))).not.toBeNull();
  });

  it('stays refused when more is told', () => {
    const talk = told(
      POLICE,
      'con reserva',
      'no quiero que llegue a la policía',
      'tengo foto del golpe, a quién se la mando?',
    );
    expect(draft(talk)?.agencyId).toBe('defensoria');
  });
});

describe('a wish to die', () => {
  it('is not left with a line that only notes what follows', () => {
    const talk = told('ya no quiero vivir, me quiero morir', 'me quiero matar', 'estoy mareado');
    expect(talk.conversation.mode).toBe('waiting');
    expect(talk.last()?.text).toContain('911');
    talk.say('sigue ahí?');
    expect(talk.last()?.text).toContain('147');
  });

  it('is what a later word is heard by, and no other danger', () => {
    const talk = told(
      'se está metiendo el río a las casas en Los Pozos',
      'no, gracias',
      'ya vinieron pero no arreglaron nada',
    );
    expect(talk.conversation.mode).toBe('bot');
  });
});

describe('fear of being known', () => {
  it.each([
    'si se enteran me botan',
    'nadie puede saber que fui yo',
    'no quiero que él sepa que lo acuso',
    'tengo miedo que se enteren que fui yo',
    'quiero que nadie sepa quién soy',
    'prefiero que no sepan quién soy',
    'I want nobody to know who I am',
    'no pueden poner mi nombre',
  ])('keeps a report in reserve: %s', words => {
    const talk = told(
      'mi jefe de la alcaldía de Soná cobra coima por los permisos',
      'sin reserva, con mis datos',
      words,
    );
    expect(draft(talk)?.privacy).toBe('confidential');
    expect(talk.conversation.mode).toBe('bot');
  });
});

it('who says that there is no danger is not told the numbers again', () => {
  const talk = told(
    'se está metiendo el río a las casas en Los Pozos',
    'no estoy en peligro, el agua ya bajó de la casa',
  );
  expect(talk.last()?.text).not.toContain('llame ya');
});

describe('who asks whether it will be known that it was them', () => {
  it.each(['ustedes no le dicen al chino que fui yo verdad?', 'y la policía va a saber mi número?'])(
    'is told how that is kept, of a report: %s',
    words => {
      expect(
        told('el chino de la tienda vende arroz vencido en Soná', 'sin reserva, con mis datos', words).last()
          ?.text,
      ).toContain('con reserva');
    },
  );

  it.each(['thanks. Will they tell them it was me?', 'gracias, no saben que fui yo verdad?'])(
    'and after it: %s',
    words => {
      const talk = told(NO_WATER, 'sí', words);
      expect(talk.last()?.text).toMatch(/con reserva|confidential/);
      expect(draft(talk)).toBeNull();
    },
  );
});

it('a body refused before anybody is competent does not get it', () => {
  const talk = told('el municipio de Chame bota la basura en el río', 'que no le llegue a ese municipio');
  expect(draft(talk)?.agencyId).toBe('defensoria');
});

describe('after a case', () => {
  it.each([
    'muchas gracias, dios los bendiga',
    'gracias igual',
    'gracias, Dios les pague',
    'thank you so much, God bless you',
  ])('thanks are thanks, and no question which case: %s', words => {
    const talk = told(NO_WATER, 'sí', words);
    expect(talk.last()?.text).toMatch(/Con gusto|welcome/);
    expect(talk.conversation.state).toMatchObject({ draft: null, awaits: null });
  });

  it.each([
    'ah y también están tirando basura en la esquina',
    'y además hay un hueco enorme',
    'hay un hueco enorme ahí mismo',
  ])('a further matter lies where it does: %s', words => {
    expect(draft(told(NO_WATER, 'sí', words))?.place?.text).toBe('Nuevo Chorrillo');
  });
});

it('who is afraid that it be found out is kept in reserve from the first word', () => {
  const talk = told(
    'I want to report a dog that bites people in Bugaba, but I am scared the owner finds out',
  );
  expect(draft(talk)?.privacy).toBe('confidential');
});

it.each([
  'necesito que me digan si el ifarhu ya pagó en Veraguas',
  'quiero que me confirmen si mañana hay agua en Betania',
])('whether something is so is asked, and no complaint: %s', words => {
  expect(draft(told(words))).toBeNull();
});

it.each([
  ['eso fue el 3 de octubre en Peña Blanca', 'Peña Blanca'],
  ['pasó ayer en Santo Domingo', 'Santo Domingo'],
  ['el lunes pasado en La Palma', 'La Palma'],
])('when it was is no part of where: %s', (words, name) => {
  const place = draft(told('mi mamá murió esperando la ambulancia en Las Tablas', words))?.place?.text;
  expect(place).toContain(name);
  expect(place).not.toMatch(/octubre|ayer|lunes/);
});

it('a Brazilian yes is one', () => {
  expect(told(NO_WATER, 'sim, pode enviar').cases).toHaveLength(1);
});

it.each(['ya llegó la ambulancia', 'gracias, ya vienen los bomberos'])(
  'help that came declines the report that was offered: %s',
  words => {
    const talk = told('hay un señor tirado en la calle que no respira', words);
    expect(talk.last()?.text).toContain('Qué bueno que ya le atienden');
    expect(talk.conversation.state).toMatchObject({ draft: null, awaits: null });
  },
);

it('who asks how to get away after a danger is told whom to ask, and offered no report', () => {
  const talk = told('mi marido me está pegando ahora', 'ahora no puedo', 'como hago para irme de la casa');
  expect(talk.last()?.text).toMatch(
    /^Llame a los números que le di, aunque tenga dudas: ahí le dicen ahora mismo qué hacer y adónde puede ir[\s\S]*182/,
  );
  expect(talk.last()?.asks).toBe('none');
});

it.each(['ya llegó la ambulancia', 'ya vienen los bomberos, gracias'])(
  'help that came is no complaint about it: %s',
  words => {
    const talk = told('choque en la entrada de Penonomé, hay heridos', words);
    expect(talk.last()?.text).toContain('Qué bueno que ya le atienden');
    expect(draft(talk)?.serviceId ?? null).not.toBe('ambulance');
  },
);

it.each(['y cómo sé después cómo va?', 'thanks! how do I check it later?'])(
  'how a case is followed is known: %s',
  words => {
    expect(told(NO_WATER, words).last()?.text).toMatch(/«mis casos»|my cases/);
  },
);
