import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const DAY_MS = 24 * 3_600_000;
const DRY = 'no hay agua en Pacora, calle 2';

const lastWords = (talk: Talk) => (talk.turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');

describe('more trouble, told to the summary', () => {
  it.each(['y ahora tampoco hay luz', 'ahora tampoco hay luz', 'y se fue la luz', 'ni hay luz en la casa'])(
    'is another case when another body answers for it: %s',
    words => {
      const talk = told(DRY, words);
      expect(talk.last()?.text).toMatch(/^Veo más de un asunto\./);
      talk.say('sí');
      expect(talk.last()?.text).toMatch(
        /^También me contó otro asunto: .*luz.*\n?¿Abro otro caso\?|¿Abro otro caso\?$/,
      );
      expect(talk.cases).toHaveLength(1);
      expect(talk.cases[0]?.description).toEqual([DRY]);
    },
  );

  it('is said to be added when it belongs to the matter', () => {
    const talk = told(DRY, 'hay niños pequeños y una señora mayor en la casa');
    expect(talk.last()?.text).toMatch(/^Lo agregué a su reporte\.\n/);
    expect(talk.conversation.state.draft?.description).toHaveLength(2);
  });

  it('is added, and may become a case of its own, when that is not sure', () => {
    const talk = told(DRY, 'el tubo madre roto está botando agua potable en la acera');
    expect(talk.last()?.text).toMatch(/^Lo agregué a su reporte\. Si es otro asunto/);
  });
});

describe('words that are easily lost', () => {
  it('stay told when they stood for a place that was none', () => {
    const talk = told(
      'quiero denunciar al representante de mi corregimiento',
      'con reserva',
      'vende las bolsas de comida',
    );
    talk.say('en Chilibre');
    expect(talk.conversation.state.draft?.place?.text).toBe('Chilibre');
    expect(talk.conversation.state.draft?.description).toContain('vende las bolsas de comida');
  });

  it.each([
    'desde las 3 de la tarde',
    'hace dos horas',
    'y encima huele horrible',
    'apúrense que tengo un bebé',
  ])('belong to the case just filed: %s', words => {
    const talk = told(DRY, 'sí', words);
    expect(talk.last()?.text).toMatch(/^Lo agregué al caso/);
    expect(talk.cases[0]?.description).toContain(words);
  });
});

it('a place of which there are several, told to a summary without one, is asked which', () => {
  const talk = told('oiga, me cortaron el agua y yo pagué', 'en Pedregal');
  expect(talk.last()?.text).toMatch(/^Hay más de un lugar con ese nombre\./);
  talk.say('1');
  expect(talk.last()?.text).toContain('Lugar: Pedregal (Panamá)');
});

it('who wants a case withdrawn and has none is told so', () => {
  expect(told('retirar caso').last()?.text).toContain('Por aquí no tiene casos.');
});

describe('who presses, or is afraid', () => {
  it.each(['apúrense por favor', 'que vengan ya'])('is told where the case stands: %s', words => {
    expect(told(DRY, 'sí', words).last()?.text).toMatch(/^Caso 311-.*No llega el agua\n/);
  });

  it('is taken for the wish it is: no quiero que sepan que fui yo', () => {
    const noise =
      'los vecinos de arriba hacen fiesta todos los días hasta las 4 de la mañana, Costa del Este';
    const talk = told(noise, 'no quiero que sepan que fui yo');
    expect(talk.conversation.state.draft).toMatchObject({
      privacy: 'confidential',
      description: [noise],
    });
    expect(talk.last()?.asks).not.toBe('privacy');
  });

  it('is heard at another question too, and is no place', () => {
    const talk = told('no recogen la basura', 'no quiero que sepan que fui yo');
    expect(talk.conversation.state.draft).toMatchObject({ privacy: 'confidential', place: null });
    expect(talk.last()?.asks).toBe('place');
  });

  it.each(['que me asegura que no van a decir que fui yo', '¿se van a enterar?', 'me da miedo que sepan'])(
    'is told what is confidential before it is asked again: %s',
    words => {
      const talk = told('quiero denunciar al representante de mi corregimiento', words);
      expect(talk.last()?.text).toMatch(
        /^Usted decide si la entidad puede ver quién es\.|^Esto solo lo leen.*A nadie más/s,
      );
      expect(talk.last()?.asks).toBe('privacy');
    },
  );
});

it('who misses a child is given numbers, and not asked about water or garbage', () => {
  const talk = told('Mi hijo de 15 años lleva dos días sin aparecer');
  expect(lastWords(talk)).toContain('104');
  expect(lastWords(talk)).not.toContain('basura');
});

describe('after a danger', () => {
  it('the bot has said in the same breath what it is, and does not introduce itself', () => {
    const talk = told('mi marido me está pegando');
    expect(lastWords(talk)).toContain('Este chat automático no envía ayuda');
    talk.tap('Ahora no');
    expect(talk.last()?.text).toBe('De acuerdo. Aquí estoy si necesita algo más.');
  });

  it('what is told besides is kept with it, and never sent away', () => {
    const talk = told('mi papá le está pegando duro a mi hermanito ahora mismo', 'tiene 7 años');
    expect(talk.last()?.text).toMatch(/^Lo leí/);
    talk.say('sí');
    expect(talk.conversation.state.draft?.description).toContain('tiene 7 años');
  });

  it('who thinks of dying and gives thanks is asked nothing about a lamp', () => {
    const talk = told('hay un poste apagado en mi calle', 'ya no quiero vivir, me quiero matar', 'gracias');
    expect(talk.last()?.text).toBe('Con gusto. Aquí estamos cuando nos necesite.');
    talk.say('sí');
    expect(talk.last()?.asks).toBe('place');
  });
});

describe('where a case stands', () => {
  it('says that its day has passed', () => {
    const talk = told(DRY, 'sí');
    talk.say('mis casos');
    expect(talk.last()?.text).toMatch(/Debe responder a más tardar el \d+ de \w+\.$/);
    talk.wait(40 * DAY_MS);
    talk.say('mis casos');
    expect(talk.last()?.text).toMatch(/Debía responder a más tardar el .* y ya pasó\. .*«persona»\.$/);
  });

  it("ends an agency's question with the way to answer, and only one of them", () => {
    const free = told(DRY, 'sí').question('¿De qué color es la casa?').text;
    expect(free).toMatch(/\nPuede responder aquí mismo\.$/);
    const busy = told(DRY, 'sí', 'se robaron la tapa de la alcantarilla').question('¿De qué color es?').text;
    expect(busy).toMatch(/\nPuede responder cuando termine/);
    expect(busy).not.toContain('aquí mismo');
  });
});

it.each([
  ['Tengo una idea: que pongan sombra en las paradas', 'que pongan sombra en las paradas'],
  ['Sugiero que la biblioteca abra los domingos', 'que la biblioteca abra los domingos'],
  ['Mi idea es que abran la biblioteca de noche', 'que abran la biblioteca de noche'],
])('a proposal is named by what it proposes: %s', (said, named) => {
  const talk = told(said);
  expect(talk.last()?.text).toMatch(new RegExp(`(Idea|Sugerencia): ${named}\\n`));
  talk.say('sí');
  talk.say('mis casos');
  expect(talk.last()?.text).toContain(`: ${named}\n`);
  expect(talk.cases[0]?.description).toEqual([said]);
});

it('quotes no words twice as reasons', () => {
  const talk = told('no recogen la basura en Betania, calle 5');
  expect(talk.last()?.text).toContain('porque usted menciona «no recogen la basura» (');
});
