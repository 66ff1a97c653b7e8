import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const BRIBE = 'un funcionario del municipio pide coima en Samaria';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('asked how a denuncia is to be kept', () => {
  it.each([
    'con mi nombre',
    'con mi nombre y apellido',
    'sin reserva mijo con mis datos',
    'con mi nombre joven',
    'pongan mi nombre, no me da miedo',
    'si pongan mi nombre',
    'no me da miedo que sepan quién soy',
    'no tengo miedo, que sepan quien soy',
    'con mi nombre, no tengo nada que esconder',
    'use my name, I am not afraid',
  ])('who shows their name is shown: %s', words => {
    const talk = told(BRIBE, words);
    expect(draft(talk)).toMatchObject({ privacy: 'normal', summarised: true, description: [BRIBE] });
  });

  it.each([
    'me da miedo que sepan quien soy',
    'no pongan mi nombre, tengo miedo',
    'no quiero que sepan que fui yo',
  ])('who fears is not: %s', words => {
    expect(draft(told(BRIBE, words))?.privacy ?? 'confidential').toBe('confidential');
  });

  it.each(['sin mi nombre', 'anonymous'])('who is to be unknown is told what follows: %s', words => {
    const talk = told(BRIBE, words);
    expect(draft(talk)?.privacy).toBe('anonymous');
    expect(talk.last()?.text).toMatch(
      /no queda unida a este chat.*número y el PIN|not linked.*number and PIN/s,
    );
  });
});

describe('who wants what the desk has of them taken out', () => {
  const OUTAGE = 'no hay luz en la calle 5 de Chitre hace tres dias';

  it.each(['quite mis datos', 'saque mis datos personales de ahi', 'quiten mis datos de ese reporte'])(
    'is hidden, before and after it is sent: %s',
    words => {
      expect(draft(told(OUTAGE, words))?.privacy).toBe('confidential');
      expect(told(OUTAGE, 'si', words).cases[0]).toMatchObject({
        privacy: 'confidential',
        description: [OUTAGE],
      });
    },
  );

  it('is told so when it is asked again, and what they told of themselves is gone', () => {
    const talk = told(OUTAGE, 'mi cédula es 8-765-1234', 'saquen mis datos');
    expect(draft(talk)).toMatchObject({ privacy: 'confidential', contact: null });
    talk.say('remove my data please');
    expect(draft(talk)).toMatchObject({ privacy: 'confidential', kind: 'queja' });
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is not who tells that others took them out', () => {
    expect(draft(told(OUTAGE, 'en mi trabajo quitaron mis datos'))?.privacy ?? 'normal').toBe('normal');
  });
});

describe('told beside a question at the summary', () => {
  const DRUGS = ['venden droga en la casa azul de Samaria, calle 5', 'con reserva'];

  it.each([
    ['mejor anónima del todo. ¿y me pueden llamar a declarar?', 'anonymous'],
    ['mejor que sea anónima. ¿cuánto se demoran?', 'anonymous'],
    ['sin reserva, con mi nombre. ¿y cuándo van a ir?', 'normal'],
    ['make it anonymous. how long does it take?', 'anonymous'],
  ])('changes how it is kept at once: %s', (words, privacy) => {
    const talk = told(...DRUGS, words);
    expect(draft(talk)).toMatchObject({ privacy, summarised: true });
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.last()?.text).toMatch(/^Corregido\.|^Corrected/);
    expect(talk.cases).toEqual([]);
  });

  it.each(['¿y si la pongo anónima me contestan?', '¿qué es anónima?'])(
    'and stays as it is where it is only asked about: %s',
    words => expect(draft(told(...DRUGS, words))?.privacy).toBe('confidential'),
  );

  it('is said what is seen to who asks whether the name is asked, whatever is open', () => {
    const talk = told(
      'quiero denunciar algo pero me da miedo que sepan quién soy',
      '¿y no me van a preguntar el nombre?',
    );
    expect(talk.last()?.text).toMatch(/^Va con reserva/);
    talk.say('es que en la casa de la esquina venden droga');
    expect(draft(talk)?.serviceId).toBe('drugs');
  });
});

describe('a way of keeping it that is only spoken of', () => {
  it.each([
    'pero si pongo anonima, como se yo que paso con el caso?',
    'si la hago anonima despues puedo saber algo',
    'si es anonima la investigan?',
    'y si la pongo con reserva me responden igual?',
    'cual es la diferencia entre anonima y con reserva?',
  ])('is not chosen: %s', words => {
    const talk = told(BRIBE, words);
    expect(draft(talk)?.privacy).toBeNull();
    expect(talk.last()?.asks).toBe('privacy');
  });

  it.each(['sí, anónima', 'si anonima', 'anónima por favor'])('is chosen by a yes: %s', words => {
    expect(draft(told(BRIBE, words))?.privacy).toBe('anonymous');
  });
});

describe('who does not mind being known', () => {
  it.each([
    'sin reserva no me importa dar mi nombre',
    'puse sin reserva. Me llamo Yaritza Pinzon',
    'no quiero reserva',
    'no me importa que sepan que fui yo',
  ])('is kept openly, whatever is asked: %s', words => {
    expect(draft(told(BRIBE, words))?.privacy).toBe('normal');
    expect(draft(told(BRIBE, 'con reserva', words))?.privacy).toBe('normal');
  });
});

describe('told beside how it is to be kept', () => {
  const DRUGS = 'venden droga en la casa azul de Samaria, calle 5';

  it.each([
    ['mejor con reserva entonces… es el apto 3, un tal Chombo, venden de noche', 'confidential'],
    ['anónima. los clientes llegan en taxi a la medianoche', 'anonymous'],
  ])('stays in the report: %s', (words, privacy) => {
    const own = draft(told(DRUGS, words));
    expect(own?.privacy).toBe(privacy);
    expect(own?.description.join(' ')).toMatch(/Chombo|taxi/);
  });

  it('stays there at the summary too', () => {
    const own = draft(told(DRUGS, 'con reserva', 'mejor anonima, es el apto 3, un tal Chombo'));
    expect(own?.privacy).toBe('anonymous');
    expect(own?.description.join(' ')).toContain('Chombo');
  });

  it('goes with the contact where it is who they are', () => {
    const own = draft(told(DRUGS, 'puse sin reserva. Me llamo Yaritza Pinzon'));
    expect(own?.contact).toContain('Yaritza');
    expect(own?.description).toEqual([DRUGS]);
  });
});

it.each([
  'si la mando anonima me llega respuesta?',
  'pero si pongo anonima, como se yo que paso con el caso?',
])('how an anonymous one is answered is told to who asks before choosing: %s', words => {
  const talk = told(BRIBE, words);
  expect(talk.last()?.text).toMatch(/La respuesta la ve en .*PIN/);
  expect(draft(talk)?.privacy).toBeNull();
});

describe('who lets it be known who they are', () => {
  const DRUGS = 'venden droga en la casa azul de Samaria, calle 5';

  it.each([
    ['no me importa que sepan quien soy, soy vecina del edificio de enfrente', null],
    ['ponga mi nombre, Marta Rios', 'Marta Rios'],
    ['me da igual, ponga mi nombre: Eustaquio Pineda', 'Eustaquio Pineda'],
    ['sin problema que sepan quien soy', null],
    ['no me molesta que vean mi nombre, me llamo Rosa Quintero', 'Rosa Quintero'],
    ['yo doy la cara, me llamo pedro perez', 'me llamo pedro perez'],
    ['que sepan que soy yo, Eustaquio Pineda', 'Eustaquio Pineda'],
    [
      'da lo mismo, pongan mi nombre juan carlos mendez y mi cedula 8-123-456',
      'juan carlos mendez y mi cedula 8-123-456',
    ],
    ["I don't care if they know who I am, put my name: John Clark", 'John Clark'],
    ["it's fine if they see my name, I'm John Clark", 'John Clark'],
    ["I don't mind them knowing who I am", null],
  ])('is not asked again, and the name is kept: %s', (words, contact) => {
    const talk = told(DRUGS, words);
    expect(draft(talk)).toMatchObject({ privacy: 'normal', contact, summarised: true });
    expect(draft(talk)?.place?.text).toBe('casa azul de Samaria, calle 5');
  });

  it.each([
    'si saben quien soy, me matan',
    'que vean mi nombre no, por favor',
    'no me importa, pero que no salga mi nombre',
    'que sepan quien soy, me da miedo',
    'if they see my name, they will kill me',
  ])('but not who fears it: %s', words => {
    expect(draft(told(DRUGS, words))?.privacy ?? 'confidential').toBe('confidential');
  });

  it('changes it at the summary, however often they had to say it', () => {
    for (const words of [
      'pero yo dije que pusieran mi nombre no tengo miedo',
      'no quiero reserva, que sepan que soy yo',
      'but I said to put my name, I am not afraid',
    ]) {
      const talk = told(DRUGS, 'con reserva', words);
      expect(draft(talk)).toMatchObject({ privacy: 'normal', summarised: true });
      expect(talk.last()?.text).toMatch(/^(Corregido|Corrected)/);
    }
  });

  it('is no answer to what else is asked, which is asked on', () => {
    const talk = told('venden droga en la casa azul', 'con reserva', 'ponga mi nombre: Eustaquio Pineda');
    expect(draft(talk)).toMatchObject({
      ...{ privacy: 'normal', contact: 'Eustaquio Pineda' },
      description: ['venden droga en la casa azul'],
    });
    expect(talk.last()?.text).toMatch(/^Agregué sus datos al reporte\.\n/);
    expect(talk.last()?.asks).toBe('place');
  });

  it.each(['me da igual', 'como quieran', 'whatever'])(
    'keeps the safer way where it is left open: %s',
    words => {
      const talk = told(DRUGS, words);
      expect(draft(talk)).toMatchObject({ privacy: 'confidential', description: [DRUGS], summarised: true });
      expect(talk.last()?.text).toMatch(/^Por ahora la dejo con reserva|^For now I leave it confidential/);
    },
  );
});

it.each(['mmm no, mejor con reserva q asi me contestan', 'mejor con reserva para que me avisen'])(
  'is changed at the summary with the reason of it, and not asked once more: %s',
  words => {
    const talk = told(BRIBE, 'anónima', words);
    expect(draft(talk)).toMatchObject({ privacy: 'confidential' });
    expect(talk.last()?.asks).toBe('confirm');
  },
);
