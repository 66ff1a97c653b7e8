import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const WORK =
  'denuncia anonima: en un restaurante de chitre me descuentan el seguro y en la caja no aparece nada';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a name that they would rather not give', () => {
  it.each([
    'y ahi sale el nombre de la fonda o el mio? no quiero poner el nombre del restaurante todavia',
    'le dije q no quiero q salga el nombre',
    'no quiero que salga el nombre del restaurante',
    'no voy a poner el nombre de la empresa',
    'prefiero no decir el nombre',
    'no quiero dar mi nombre',
    "I don't want to give the name of the place",
  ])('is no word of the report, which stays as it was and is read: %s', words => {
    const talk = told(WORK, words);
    expect(draft(talk)).toMatchObject({ privacy: 'anonymous', description: [WORK] });
    expect(talk.last()?.text).toMatch(/no agregué ninguno|I added none/);
    expect(talk.last()?.text).toContain(WORK);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('does not take along what is told beside it', () => {
    const talk = told(WORK, 'somos 6 los empleados. no quiero poner el nombre del restaurante');
    expect(draft(talk)?.description).toEqual([WORK, 'somos 6 los empleados.']);
  });
});

describe('the name of another that was told already', () => {
  it.each([
    [
      'no me pagan el decimo en un restaurante de Chitré',
      'Tony se llama el dueño',
      'no ponga el nombre del dueño',
    ],
    [
      'no me pagan el decimo en un restaurante de Chitré',
      'el dueño es Tony',
      'no diga cómo se llama el dueño',
    ],
    [
      'no me pagan el decimo en un restaurante de Chitré, el dueño se llama Tony Arias y nunca está',
      'no quiero que salga el nombre del dueño',
    ],
    [
      'mi jefe Tony Arias no me paga el decimo en una ferreteria de Chitré',
      'no quiero que salga el nombre de mi jefe',
    ],
    [
      'en el taller de mi jefe que se llama Tony no pagan el décimo, en Chitré',
      'con reserva',
      'no pongan el nombre de mi jefe',
    ],
    [
      'no me pagan el decimo en un restaurante de Chitré. se llama Fonda Tony',
      'no quiero poner el nombre del restaurante',
    ],
    [
      'a restaurant in Chitré gives no invoice, the owner is called Tony Arias',
      "I don't want to give the name of the owner",
    ],
  ])('goes, and what was told beside it stays: %s', (...says) => {
    const talk = told(...says);
    const { description, place } = draft(talk) ?? {};
    expect(`${description} ${place?.text}`).not.toMatch(/Tony|Arias/);
    expect(`${description}`).toMatch(/pag|invoice/);
    expect(talk.last()?.text).toMatch(/^(Listo|Done)/);
  });

  it('is taken out while another thing is asked, which stays asked', () => {
    const first = 'a restaurant in Chitré gives no invoice, the owner is called Tony Arias';
    const talk = told(first, "I don't want to give the name of the owner");
    expect(talk.last()?.asks).toBe('privacy');
    expect(draft(talk)?.description).toEqual(['a restaurant in Chitré gives no invoice']);
  });
});

describe('what was added, asked', () => {
  it.each(['q agrego?', 'que fue lo que agregó?', 'como q ya lo agrego?? q agrego?', 'what did you add?'])(
    'is read from the report: %s',
    words => {
      const talk = told(WORK, words);
      expect(draft(talk)?.description).toEqual([WORK]);
      expect(talk.last()?.text).toMatch(/^(La entidad va a leer|The public body will read)/);
    },
  );

  it('is read with the case that is sent, and passed to no body', () => {
    const talk = told(WORK, 'si enviar. y q fue lo q agrego?');
    expect(talk.turns.at(-1)?.cases).toMatchObject([{ case: { description: [WORK] } }]);
    expect(talk.last()?.text ?? '').not.toContain('Ese dato no lo tengo');
  });

  it.each(['q dice lo q mandaron', 'q dice ahora lo q mandaron', 'que dice lo que le mandaron a la aaud'])(
    'is read from the case: %s',
    words => {
      const report = 'en la calle 5 de rio abajo no recogen la basura desde hace un mes';
      expect(told(report, 'si', words).last()?.text).toContain(`Esto es lo que lee AAUD: «${report}»`);
    },
  );
});

it.each(['mejor no pongas el nombre d nadie', 'no pongan nombres'])(
  'names of nobody are none to be put otherwise: %s',
  words => {
    const bite = 'hay una fuga de agua en la calle 4 de Monagrillo';
    const talk = told(bite, words);
    expect(talk.last()?.text).toMatch(/no agregué ninguno/);
    expect(talk.last()?.asks).toBe('confirm');
    expect(draft(talk)?.description).toEqual([bite]);
  },
);

it('whoever misses that the name is asked for gives it', () => {
  const talk = told(WORK, 'y no le preguntan como se llama la empresa? es Super Carnes Don Beto en Chitré');
  expect(talk.last()?.text).not.toContain('no agregué ninguno');
  expect(JSON.stringify(draft(talk))).toContain('Super Carnes Don Beto');
});
