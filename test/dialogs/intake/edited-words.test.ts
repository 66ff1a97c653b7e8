import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const BUS = 'metrobus de tocumen va lleno y la gente tosiendo';
const IDEA = 'propongo que el ifarhu avise por whatsapp cuando hay pago';

describe('what they want told otherwise', () => {
  it('is put so, and shown', () => {
    expect(said(IDEA, 'que diga sms en vez de whatsapp')).toContain(
      'Ahora dice: «propongo que el ifarhu avise por sms cuando hay pago»',
    );
    expect(draftOf(IDEA, 'cambie WhatsApp por correo')?.description).toEqual([
      'propongo que el ifarhu avise por correo cuando hay pago',
    ]);
  });

  it('takes the place of a proposal that is told anew', () => {
    const now = draftOf(IDEA, 'no, mi idea es: que paguen por cheque en la escuela');
    expect(now?.description).toEqual(['que paguen por cheque en la escuela']);
    expect(now?.kind).toBe('idea');
  });
});

describe('what they want taken out', () => {
  it.each([
    [BUS, 'quite lo de la tos', 'metrobus de tocumen va lleno'],
    [
      'no hay luz en las lajas de san felix, calle 4ta',
      'saque lo de la calle 4ta',
      'no hay luz en las lajas de san felix',
    ],
    [
      'no water in Tocumen, and my neighbour is sick',
      'remove the part about my neighbour',
      'no water in Tocumen',
    ],
  ])('is, of %s: %s', (matter, words, left) => {
    expect(draftOf(matter, words)?.description).toEqual([left]);
    expect(told(matter, words).last()?.asks).toBe('confirm');
  });

  it.each(['quite lo del elefante', 'quite el metrobus y la gente'])(
    'leaves all of it where nothing speaks of it, or nothing would be left: %s',
    words => {
      expect(draftOf(BUS, words)?.description[0]).toBe(BUS);
    },
  );

  it('is taken from the place too', () => {
    const talk = told('hay un hueco en villa lucre, frente al chino', 'saque lo del chino');
    expect(talk.conversation.state.draft?.place?.text).not.toContain('chino');
  });
});

describe('what others took away', () => {
  it.each([
    'quitaron el metrobus de las 7',
    'sacan a la gente a empujones',
    'saca la gente la cabeza por la ventana',
    'cambie el metrobus por uno nuevo',
  ])('is told, and takes nothing out: %s', words => {
    expect(draftOf(BUS, words)?.description[0]).toBe(BUS);
  });
});

it('what would leave nothing asks whether to leave all, and puts no order into the report', () => {
  const talk = told('la basura tiene 2 semanas q no pasan en villa lucre', 'quite lo de la basura');
  expect(talk.last()?.text).toContain('¿Dejo de hacerlo?');
  expect(talk.conversation.state.draft?.description.join(' ')).not.toContain('quite');
});

it('words with signs of expressions are put in as they are', () => {
  expect(draftOf(IDEA, 'cambie whatsapp por $& y $1')?.description).toEqual([
    'propongo que el ifarhu avise por $& y $1 cuando hay pago',
  ]);
});

it.each(['quite a Penonomé pues, deje solo La Chorrera', 'quite lo de Penonomé'])(
  'a place that is taken out is gone from where it is: %s',
  words => {
    const talk = told(
      'no está llegando el agua',
      'son dos: El Coco de La Chorrera donde vivo yo, y El Coco de Penonomé que es lo de mi tía',
      words,
    );
    const { draft } = talk.conversation.state;
    expect(draft?.place?.text).not.toMatch(/Penonom/);
    expect(draft?.place?.text).toContain('La Chorrera');
    expect(draft?.place?.code).toMatch(/^1304/);
  },
);

describe('a name that is taken out of the place', () => {
  const HOLE =
    'hay un hueco enorme en la via Tocumen, entrada de Las Acacias en Juan Diaz, se dañaron dos carros';

  it.each([
    [HOLE, 'quite lo de via tocumen'],
    [HOLE, 'quite lo de via tocumen, es solo en Juan Diaz, entrada de Las Acacias'],
    [
      'hay un hueco enorme en la via Tocumen',
      'quite lo de via tocumen, es en Juan Diaz, entrada de Las Acacias',
    ],
    [
      'hay un hueco enorme en la via Tocumen frente al super xtra',
      'borre lo de via tocumen, es en la entrada de Las Acacias en Juan Diaz',
    ],
  ])('leaves what happened there as it was told: %s | %s', (report, words) => {
    const { draft } = told(report, words).conversation.state;
    expect(draft?.description.join(' ')).toContain('hay un hueco enorme');
    expect(draft?.description.join(' ')).not.toMatch(/tocumen|quite|borre/i);
    expect(draft?.place?.text).toMatch(/Las Acacias/);
    expect(draft?.place?.text).not.toMatch(/tocumen/i);
  });
});

describe('a word of it that is not to be said', () => {
  const TEACHER = 'en la escuela de Tolé la maestra de cuarto grado le pega a los niños';

  it.each([
    'no diga el grado',
    'no diga el grado, por favor',
    'no diga el grado, es cuarto grado',
    'no pongan lo del grado porque hay uno solo',
    'sí, pero no diga el grado',
    'no ponga que es de cuarto',
  ])('goes alone, and what is done stays told: %s', words => {
    const talk = told(TEACHER, 'con reserva', words);
    expect(talk.conversation.state.draft?.description).toEqual([
      'en la escuela de Tolé la maestra le pega a los niños',
    ]);
    expect(talk.last()?.asks).toBe('confirm');
  });
});

describe('what was added last, ordered out again', () => {
  const WATER = 'no hay agua en la calle 4 de Monagrillo';

  it.each([
    'quite eso',
    'eso quítelo de ahí',
    'no, no ponga eso',
    'borre lo último',
    'yo no dije eso para esa gente joven, eso quitelo de ahi',
    'remove that',
  ])('goes, and the report stays: %s', words => {
    const talk = told(WATER, 'mi vecino es un vago', words);
    expect(talk.conversation.state.draft?.description).toEqual([WATER]);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('leaves what is told beside it', () => {
    const talk = told(WATER, 'mi vecino es un vago', 'eso quítelo de ahí. Yo vivo en la casa 14');
    expect(talk.conversation.state.draft?.description[0]).toBe(WATER);
    expect(JSON.stringify(talk.conversation.state.draft)).not.toContain('vago');
    expect(JSON.stringify(talk.conversation.state.draft)).toContain('casa 14');
  });

  it('is no word of the report beside a question that is answered', () => {
    const bank = 'no me llegó el pago de 120 a los 65 y yo fui al banco y nada, vivo en Pedasi';
    const talk = told(bank, 'Quite lo del banco. Y mi cedula no la piden?');
    expect(talk.conversation.state.draft?.description.join(' ')).not.toMatch(/banco|Quite/);
  });

  it('is each of two that are named', () => {
    const talk = told(WATER, 'mi vecino es un vago', 'su perro ladra', 'quite lo del vecino y lo del perro');
    expect(talk.conversation.state.draft?.description).toEqual([WATER]);
  });
});

it.each(["quita el 'se ve feo' y mandalo", 'borre «se ve feo»'])(
  'words between signs go to the letter: %s',
  words => {
    const leak = 'hay una fuga de agua en la calle 4 de Monagrillo';
    const talk = told(leak, 'se ve feo, es desde el lunes', words);
    expect(talk.conversation.state.draft?.description).toEqual([leak, 'es desde el lunes']);
    expect(talk.cases).toEqual([]);
  },
);
