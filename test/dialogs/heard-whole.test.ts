import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/nlu/language.ts';
import { readTokens } from '../../src/nlu/tokens.ts';
import { openTold } from '../support/play.ts';

const told = await openTold();
const draft = (...words: string[]) => told(...words).conversation.state.draft;
const last = (...words: string[]) => told(...words).last()?.text ?? '';
const all = (...words: string[]) =>
  told(...words)
    .turns.flatMap(({ replies }) => replies.map(({ text }) => text))
    .join('\n');

describe('a danger', () => {
  it.each([
    ['semaforo dañado 5 de mayo con justo arosemena choque ya hay heridos', '911'],
    ['mi ex esta golpeando la puerta', '182'],
    ['el vecino le esta dando una pela al hijo q se oye hasta aca, todos los dias', '6378-3466'],
    ['hola tengo 12 años y mi profe le pega a mis compañeros con la regla', '6378-3466'],
    ['hay un poste de luz caido inclinado en vista alegre arraijan cerca del super xtra', '911'],
    ['me sigue un carro desde el metro de san isidro', '104'],
    ['una señora mayor vive sola y hace dias no la vemos salir, en Pueblo Nuevo', '911'],
    ['hay una manada de perros en mi barrio y ayer mordieron a un niño', '911'],
  ])('is heard among other words: %s', (words, number) => {
    expect(all(words)).toContain(number);
  });

  it.each([
    'me estoy muriendo del calor, se fue la luz otra vez y encima ese recibo me va a matar',
    'me siguen cobrando de más en la luz, Chitré',
    'no hay heridos, solo el semáforo dañado en Calidonia',
  ])('is none: %s', words => {
    expect(all(words)).not.toContain('llame ya');
  });

  it.each([
    ['me mordio un perro en la calle en Chitré, qué hago', 'agua y jabón', 'stray-animals'],
    ['un perro me mordio en David', 'agua y jabón', 'stray-animals'],
    [
      'me llamaron dizque de la caja de ahorros y les di mi clave y me sacaron 800 balboas',
      'su banco',
      'crime-report',
    ],
  ])('that is over is told what to do at once, and reported: %s', (words, done, serviceId) => {
    expect(all(words)).toContain(done);
    expect(draft(words)?.serviceId).toBe(serviceId);
  });

  it('of a key is none where nobody gave it', () => {
    expect(all('el banco me cobra de más y no me contestan, Chitré')).not.toContain('bloqueen');
  });

  it('told by a neighbour is reported to who protects children, without their name', () => {
    const talk = [
      'el vecino le esta dando una pela al hijo q se oye hasta aca, todos los dias',
      'en colon, sabanitas, barriada villa del caribe. no quiero q sepan q fui yo',
    ];
    expect(draft(...talk)).toMatchObject({ serviceId: 'child-risk', privacy: 'confidential' });
  });
});

describe('who wishes not to be known', () => {
  it('tells nothing of the matter with it', () => {
    expect(draft('hay musica alta en sabanitas colon, no quiero q sepan q fui yo')?.serviceId).toBe(
      'neighbour-noise',
    );
    expect(
      draft('venden drogas al lado de mi casa en Sabanitas, no quiero que sepan que fui yo')?.serviceId,
    ).toBe('drugs');
  });

  it('is heard when they are told by their first name', () => {
    expect(draft('el recibo de la luz vino altísimo en Chitré, no pongas mi nombre')?.privacy).not.toBeNull();
  });
});

describe('several matters', () => {
  it('are all kept, the first first', () => {
    const words =
      'Buenas, en Samaria sector 4 no recogen la basura, la luminaria del poste está quemada y hay un perro muerto en la vereda desde el lunes';
    const { state } = told(words).conversation;
    expect(state.draft?.serviceId).toBe('garbage-not-collected');
    expect(state.later).toHaveLength(2);
  });

  it.each([
    'Mi nombre es Rosa, vivo en La Pintada, no tengo agua desde el lunes y tampoco luz',
    'no hay agua en Pacora desde ayer, ni luz',
  ])('are two where one thing more is missing: %s', words => {
    const { state } = told(words).conversation;
    expect(state.draft?.serviceId).toBe('no-water');
    expect(state.later).toEqual(['no hay luz']);
  });

  it('are two where one thing more does not come, and where that is', () => {
    const { state } = told('no hay luz y tampoco pasan la basura desde el lunes en Chepo').conversation;
    expect(state.draft?.serviceId).toBe('power-outage');
    expect(state.later).toEqual(['no recogen la basura']);
  });

  it.each([
    'No hay dónde sentarse en la parada de la Caja de Ahorros de vía España. Tengo la cadera operada y el bus tarda cuarenta minutos.',
    'dos linces me pararon en la subida de Ancón, me vieron el pasaporte vinotinto y pidieron 20 "pal refresco" o me llevaban a migración',
  ])('are one where somebody tells what happened to them: %s', words => {
    expect(told(words).conversation.state.later).toHaveLength(0);
  });
});

describe('a matter told in answer to a question', () => {
  it.each([
    ['quiero poner una queja', 'no tengo agua'],
    ['quiero poner una queja', 'no aparece el bus'],
  ])('is kept, though it begins as a "no sé": %s, %s', (...words) => {
    expect(draft(...words)?.description).toContain(words.at(-1));
  });
});

describe('a barriada', () => {
  it('may hold the letters of a body in its name', () => {
    expect(last('no hay agua en la barriada La Colmena')).toContain('La Colmena');
  });
});

describe('the language', () => {
  it.each(['hey te dije denuncia, anónima', 'hey no hay agua en la chorrera'])(
    'is not English for a greeting: %s',
    words => {
      expect(languageOf(readTokens(words, new Map()))).not.toBe('en');
    },
  );
  it('is English where English follows', () => {
    expect(languageOf(readTokens('hey there is no water', new Map()))).toBe('en');
  });
  it.each([
    'my neighbor plays loud music every night',
    'a taxi driver overcharged me',
    'the hospital refused to treat me',
    'illegal construction next door',
    'the school bus drives recklessly',
    'can i remain anonymous',
  ])('is English in a report of few usual words: %s', words => {
    expect(languageOf(readTokens(words, new Map()))).toBe('en');
  });
  it.each([
    'me cobraron dos veces en el pricesmart',
    'el driver del uber me cobró de más',
    'en mi building no hay water',
  ])('is not English for a word of it: %s', words => {
    expect(languageOf(readTokens(words, new Map()))).not.toBe('en');
  });
});

describe('irony', () => {
  it.each([
    'Felicito al MOP por la piscina olímpica que nos construyó en plena Transístmica a la altura de Los Andes',
    'gracias IDAAN por la semana sin bañarnos, vivo en Pedregal Panamá',
  ])('is no praise: %s', words => {
    expect(draft(words)?.kind).toBe('queja');
  });

  it('is none any more when they say so', () => {
    const words = ['felicito al maestro de la escuela de Ocú por su trabajo', 'era sarcasmo, nunca llega'];
    expect(draft(...words)?.kind).toBe('queja');
  });

  it('is not praise of what was mended', () => {
    expect(draft('felicito al maestro de la escuela de Ocú por su trabajo')?.kind).toBe('sugerencia');
  });
});

describe('who changes their mind', () => {
  it('is asked before anything is left, whatever reason they give', () => {
    const words = [
      'el vecino pone la música a todo volumen en Betania',
      'no mejor no, no quiero problemas con ese señor, es bravo',
    ];
    expect(last(...words)).toContain('¿Dejo de hacerlo?');
  });

  it.each(['ay espere ya llegó, no mande nada', 'espere, ya lo taparon, no envie nada'])(
    'waits for nothing: %s',
    words => {
      expect(last('no hay agua en Pacora', words)).toContain('no lo envié');
    },
  );

  it('is answered, and not made to wait', () => {
    const text = last('tigo me cobra un paquete que no pedí', 'no espere, yo pregunte como se reclama');
    expect(text).toContain('Reclamo a operadora');
  });
});

describe('thanks', () => {
  it('to a summary are answered, and it is not shown again', () => {
    expect(last('no hay agua en Pacora', 'gracias')).toBe(
      'Con gusto. El reporte todavía no está enviado: para enviarlo, escriba «sí».',
    );
  });

  it('do not hide what is told behind them', () => {
    const words = ['no hay agua en Boquete, alto boquete', 'si', 'gracias, tambien hay una fuga en la calle'];
    expect(draft(...words)?.serviceId).toBe('water-leak');
  });
});

describe('who waits for a person', () => {
  const ASKED = 'quiero hablar con alguien de verdad, no con un robot';

  it('is told again when one answers, when they ask', () => {
    expect(last(ASKED, 'tenia una cita del seguro en la 24 de diciembre', 'hola?')).toContain('seguir');
  });

  it('finds what they told meanwhile, when they go on with the bot', () => {
    const words = [
      ASKED,
      'bueno y cuanto se demora esa persona?',
      'me cancelaron la cita del seguro en la 24 de diciembre',
      'seguir',
    ];
    expect(draft(...words)).toMatchObject({ serviceId: 'css-appointment', description: [words[2]] });
  });

  it('has what answers the open question taken up too', () => {
    const words = [
      'no recogen la basura',
      'persona',
      'no recogen la basura en Juan Díaz hace dos semanas',
      'seguir',
    ];
    expect(last(...words)).toContain('Lugar: Juan Díaz');
  });
});

describe('who asks only for a case of before', () => {
  it('leaves what was begun', () => {
    const words = [
      'puse la queja en marzo de un hueco',
      'solo quiero saber el estado de mi queja que puse en marzo',
    ];
    expect(draft(...words)).toBeNull();
    expect(last(...words)).toContain('no tiene casos');
  });
});

describe('what was left out', () => {
  it('is taken up after filing, as a matter of its own', () => {
    const words = ['un hueco en la calle 50 de Bella Vista, un perro muerto', 'sí', 'y lo del hueco?'];
    expect(draft(...words)?.serviceId).toBe('pothole');
  });
});

describe('a place', () => {
  it.each([
    ['PUES EN VILLA ZAITA DONDE MAS, LAS CUMBRES', 'VILLA ZAITA, LAS CUMBRES'],
    [
      'no, los andes es donde vivo. fue en la parada de la gran estación de san miguelito',
      'la parada de la gran estación de san miguelito',
    ],
  ])('holds no words that only lead to it: %s', (words, text) => {
    expect(
      draft('el metrobus pasó de largo y me dejó botada en la parada de los andes', words)?.place?.text,
    ).toBe(text);
  });

  it('is nearer where they tell the spot behind a "but"', () => {
    const words = [
      'hay un hueco del tamaño de un carro en pacora',
      'pero es en la principal, frente al mini super de los chinos',
    ];
    expect(draft(...words)?.place?.text).toBe('pacora, la principal, frente al mini super de los chinos');
  });

  it('loses the part they want taken off', () => {
    const words = ['hay un hueco en pacora', 'es frente al parque', 'quite lo de frente al parque'];
    expect(draft(...words)?.place?.text).toBe('pacora');
  });

  it('is where it is of, when they deny another', () => {
    const words = [
      'mi mamá necesita su medicina de la presión y en el seguro de Chitré no hay hace un mes',
      'no, no es de Chitré, es de Los Santos',
    ];
    expect(draft(...words)).toMatchObject({
      serviceId: 'css-medicine',
      place: { text: 'el seguro, Los Santos' },
    });
  });

  it('is no time of day', () => {
    expect(draft('no hay agua en Chitré', 'no, es de noche')?.place?.text).toBe('Chitré');
  });

  it('is that of the case just filed, for what is put beside it', () => {
    const words = ['no tengo agua en Pacora', 'sí', 'y la luz tampoco hay'];
    expect(draft(...words)).toMatchObject({ serviceId: 'power-outage', place: { text: 'Pacora' } });
  });

  it('keeps the street, and not the area it is not in', () => {
    const talk = told(
      'en juan diaz calle principal tienen 2 semanas que no pasa el camion de la basura',
      'si',
      'ay me equivoqué, es en Don Bosco, no en Juan Díaz',
    );
    expect(talk.cases[0]?.place?.text).toBe('calle principal, Don Bosco');
  });

  it('is the one a bill came dear in', () => {
    expect(draft('el recibo de la luz vino altisimo en Chitré')?.place?.code).toBe('0601');
  });
});

describe('what is asked', () => {
  it('what happens when the day passes is answered', () => {
    expect(
      last('no hay agua en Pacora', 'sí', '¿Y SI EL 4 NO PASA NADA QUE HAGO, VOY A CERRAR LA CALLE'),
    ).toContain('ese día pasa sin respuesta');
  });

  it('how long they have to claim is no day by which the body answers', () => {
    const text = last(
      'no me pagaron el décimo en un restaurante de Chitré',
      'sí',
      'y cuanto tiempo tengo pa reclamar?',
    );
    expect(text).not.toContain('debe responder a más tardar');
  });

  it('beside an order to send is answered with the number', () => {
    const words = [
      'me cancelaron la cita en la policlínica de la 24 de diciembre',
      'ya, mande. Y dígame si puedo cambiar la cita por telefono',
    ];
    expect(told(...words).cases).toHaveLength(1);
    expect(last(...words)).toContain('Teléfono');
  });
});

describe('who wants to speak with somebody', () => {
  it.each([
    'quiero hablar con el ministro',
    'no, con una persona entonces',
    'necesito hablar con su supervisor',
  ])('is given to a person: %s', words => {
    expect(told('buenas', words).conversation.mode).toBe('waiting');
  });

  it('is not, who tells what is wrong with it', () => {
    const words = 'la ministra de educación no paga a los maestros, quiero hablar con ella';
    expect(told(words).conversation.mode).toBe('bot');
  });
});

describe('a case that was filed', () => {
  it('is kept otherwise, and said to be of another body, in plain words', () => {
    const talk = told('hay un tubo roto en la calle 12 de Santa Ana', 'sí', 'y quiero que quede con reserva');
    expect(talk.cases[0]?.privacy).toBe('confidential');
    talk.say('no era para IDAAN era para el municipio');
    expect(talk.last()?.text).toContain('lo va a revisar una persona');
  });
});

describe('who is asked whether it shall be left', () => {
  const ASKED = ['no recogen la basura en Nuevo Arraiján', 'sabe qué, mejor no, el del camión es primo mío'];

  it.each(['si ya dejelo', 'déjelo así', 'sí'])('leaves it: %s', words => {
    expect(last(...ASKED, words)).toContain('no lo envié');
  });

  it('sends it when they order it', () => {
    expect(told(...ASKED, 'no, mándelo').cases).toHaveLength(1);
  });
});

describe('the place they bid to write', () => {
  it('is no more than its name', () => {
    const words = ['un taxista me cobró 40 dólares', 'el lugar ponle calle uruguay'];
    expect(draft(...words)?.place?.text).toBe('calle uruguay');
  });
});

describe('a child that is touched by who lives with its mother', () => {
  it('is given the numbers of who protects children', () => {
    const words = 'es q el marido de mi mama me toca cuando ella sale a trabajar. no le digan a mi mama pls';
    expect(all(words)).toContain('6378-3466');
  });

  it('and the Tumba Muerto is a road', () => {
    expect(all('el bus iba de tumba muerto a tocumen, no paró')).not.toContain('llame ya');
  });
});
