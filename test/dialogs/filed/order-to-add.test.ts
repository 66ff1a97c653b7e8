import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const filed = (...then: string[]) => told('no hay agua en Tocumen', 'si', ...then);
const onCase = (talk: Talk) => JSON.stringify(talk.cases[0]);

it('who asks beside the order whether somebody calls is told how they hear', () => {
  const words = 'What happens next, does someone call me? My file number is 2026-33871, can you add it';
  const talk = told(
    'the renewal of my permanent resident card at Immigration has been pending eight months, in Boquete',
    'yes',
    words,
  );
  expect(onCase(talk)).toContain('2026-33871');
  expect(talk.last()?.text).toMatch(/I added it[\s\S]*I will tell you here/);
});

describe('an order to add is obeyed for the case that was filed', () => {
  it.each([
    'ya vino la ambulancia, ponga que por falta de agua la hospitalizaron',
    'mi numero de solicitud es 8-421-2021, me lo agrega',
    'one more thing, the worker did not want to give me a receipt. Can you add it?',
    'today they broke another pipe, please add that to my case',
    'no, I wanted to add that they broke another pipe today',
    'póngale que hoy quemaron llantas ahí mismo',
    'y agregue también que la escuela está cerrada',
    '¿puede agregar que hay dos señoras mayores?',
    'que agregue la parada de los Andes',
    'quiero agregar que el taxi del acueducto cobra por llevar agua',
    'anote que el medidor está roto',
  ])('%s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toMatch(/^(Lo agregué al caso|I added it to case)/);
    expect(onCase(talk)).toContain(words.slice(0, 20));
    expect(talk.cases).toHaveLength(1);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('answers what is asked beside it', () => {
    const talk = filed('agregue que el medidor está roto. ¿cuándo me responden?');
    expect(talk.last()?.text).toContain('Lo agregué al caso');
    expect(talk.last()?.text).toContain('a más tardar');
  });

  it.each([
    'mi telefono es 6712-8840, llamen a ella al 6650-1192 se llama Eduviges',
    'y póngale el teléfono de mi hija Yadira 6711-2080 pa que la llamen a ella',
    'call my sister at 6650-1192, she speaks Spanish',
  ])('keeps how to reach somebody beside it: %s', words => {
    const talk = filed(words);
    expect(talk.cases[0]?.reporter?.contact).toContain(words);
    expect(talk.cases[0]?.description.join(' ')).not.toContain('66');
    expect(talk.conversation.mode).toBe('bot');
  });

  it('leaves the report that the same words began', () => {
    const talk = filed(
      'hay un hueco enorme en la calle principal de Tocumen',
      'no, it is for the same water case, not a new one',
    );
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toHaveLength(1);
    expect(onCase(talk)).toContain('un hueco enorme');
  });

  it.each([
    'quiero poner otra queja, hay un hueco en la calle principal de Tocumen',
    'ponga una denuncia por un hueco en la calle principal de Tocumen',
    'no agregue nada',
    '¿puedo agregar una foto?',
    'quiero hablar con una persona, mi telefono es 6712-8840',
    '¿cuándo lo ponen?',
  ])('takes no other words for one: %s', words => {
    expect(filed(words).last()?.text).not.toMatch(/^(Lo agregué al caso|Agregué sus datos)/);
  });
});

const REFUSE = 'el camión de la basura tiene 2 semanas que no pasa por villa lucre';

describe('what comes of a case, told with an order', () => {
  it.each([
    'oye una cosa, tambien hay ratas por tanta basura, pon eso',
    'hay moscas y mal olor por la basura, anote eso también',
  ])('is added to it: %s', words => {
    const talk = told(REFUSE, 'si', words);
    expect(talk.last()?.text).toBe(`Lo agregué al caso ${talk.cases[0]?.number}.`);
    expect(talk.cases[0]?.description).toContain(words);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'también hay un hueco enorme en la calle, pon eso',
    'otro problema: hay muchas ratas en la calle',
  ])('is not where it is a matter apart: %s', words => {
    expect(told(REFUSE, 'si', words).cases[0]?.description).toEqual([REFUSE]);
  });
});

describe('a report that they say belongs to the case they have', () => {
  const RATS = 'otro problema: hay muchas ratas en la calle';

  it.each([
    'no, eso es del mismo caso de la basura, ponlo ahi',
    'no! ya lo mandé, solo agregue lo de las ratas al que ya tengo',
    'no, agregue eso al caso que ya tengo',
  ])('is left, and told there: %s', words => {
    const talk = told(REFUSE, 'si', RATS, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.last()?.text).toContain(`Lo agregué al caso ${talk.cases[0]?.number}.`);
    expect(talk.cases[0]?.description.join(' ')).toContain('muchas ratas');
    expect(talk.conversation.state).toMatchObject({ draft: null, awaits: null });
  });

  it('is not sent by who says that they sent it already', () => {
    expect(
      told('no hay agua en tocumen', 'si', 'hay un hueco en la calle 5', 'ya lo mandé').cases,
    ).toHaveLength(1);
  });
});
