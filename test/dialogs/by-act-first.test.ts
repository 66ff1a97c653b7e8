import { describe, expect, it } from 'vitest';
import { openStage, startTalk, type Talk } from '../support/play.ts';

const stage = await openStage();
const WATER = 'llevo tres dias sin agua en los andes 2, san miguelito';
const LIGHT = 'se va la luz todas las tardes en las mañanitas y se me daño la nevera';
const SCHOOL = 'la escuela de kankintu tiene un salon sin techo y los niños se mojan';
const GARBAGE = 'la basura no la recogen desde el lunes en villa zaita';

function told(...texts: string[]): Talk {
  const talk = startTalk(stage);
  for (const text of texts) talk.say(text);
  return talk;
}

const draft = (talk: Talk) => talk.conversation.state.draft;
const last = (talk: Talk): string =>
  talk.turns
    .at(-1)
    ?.replies.map(({ text }) => text)
    .join('\n') ?? '';

describe('words to a report that was read back do what they surely do, whatever they sound like', () => {
  it.each([
    [SCHOOL, 'deme un ratito, ¿sí?'],
    [SCHOOL, 'aguante ahí, apenas llegue a Chiriquí Grande seguimos'],
    [GARBAGE, 'aquí los gallinazos ya tienen cédula de Villa Zaita jajaja'],
  ])('wait, or are a sigh, and change nothing: %s, %s', (first, words) => {
    const before = draft(told(first));
    const talk = told(first, words);
    const { description, place, serviceId } = draft(talk) ?? {};
    expect({ description, place, serviceId }).toEqual({
      description: before?.description,
      place: before?.place,
      serviceId: before?.serviceId,
    });
    expect(talk.conversation.state.later).toEqual([]);
    expect(last(talk)).not.toContain('confirmado');
  });

  it.each([
    [LIGHT, 'es que detrás queda el cuartel de bomberos, la calle de tierra'],
    [
      'el vecino quema basura todos los dias y mi bebe es asmatica, anton centro',
      'ahí mismo queda el cementerio',
    ],
  ])('tell a landmark, and no matter: %s, %s', (first, words) =>
    expect(draft(told(first, words))?.serviceId).toBe(draft(told(first))?.serviceId),
  );

  it('wish a body, and no place: que le llegue a la central', () => {
    const first = 'no le han pagado el pase-u a mi hijo desde mayo, changuinola';
    const talk = told(first, 'ifarhu de changuinola no sirve, q le llegue a la central');
    expect(draft(talk)?.place).toEqual(draft(told(first))?.place);
  });

  it('are no other matter that only sounds like it', () => {
    const talk = told(SCHOOL, 'dele ahí q se me va la señal');
    expect(talk.conversation.state.later).toEqual([]);
    expect(draft(talk)?.description).toEqual([SCHOOL]);
  });

  it.each([
    'quítele lo de «desesperada» q me da pena',
    'Quisiera que no dijera «desesperada», suena muy feo',
  ])('want words out of it, and nobody: %s', words => {
    const talk = told(WATER, words);
    expect(talk.conversation.mode).toBe('bot');
    expect(last(talk)).toContain('¿Cómo quiere que diga?');
  });

  it('want it otherwise, and do not leave it', () => {
    const talk = told(WATER, 'eso no se manda asi, ta todo revuelto');
    expect(draft(talk)).not.toBeNull();
    expect(last(talk)).toContain('¿Qué cambio?');
  });

  it('ask who answers, and want nobody', () => {
    const talk = told(WATER, 'usted es una persona o qué');
    expect(talk.conversation.mode).toBe('bot');
    expect(last(talk)).toContain('asistente automático');
  });

  it('send nothing by a sigh', () => {
    expect(told(WATER, 'le confieso que anoche me puse a bailar de la rabia, ya qué').cases).toEqual([]);
  });

  it('lose no further matter that is told behind a yes', () => {
    const talk = told(
      GARBAGE,
      'Eso está bien. Aparte, en la esquina hay una luminaria quemada desde carnaval',
    );
    expect(talk.cases[0]?.description).toEqual([GARBAGE]);
    expect(last(talk)).toContain('luminaria');
  });
});

it('answers a question that stands beside a wish to wait', () => {
  const talk = told(
    'la pension de la caja me llega incompleta, las tablas',
    'un momentito, no la mande aún… ¿eso me lo rebajan de la pensión?',
  );
  expect(talk.cases).toEqual([]);
  expect(last(talk)).toContain('no cuesta nada');
});
