import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, draftOf } = await openTalks();

const BAR = 'el bar de al lado pone música hasta las 4am en Juan Díaz';
const LIGHT = 'the street light in Boquete, Alto Lino next to the church is out';
const LAMP = 'la luz de la calle está dañada en Boquete, Alto Lino, al lado de la iglesia';

describe('a yes with an order and nothing new', () => {
  it.each([
    [LIGHT, 'yes the light is out, please report it. Boquete, Alto Lino next to the church'],
    [LIGHT, 'yes, report it please, the street light is out'],
    [LAMP, 'sí, la luz está dañada, repórtelo'],
    [LAMP, 'si, la luz de la calle sigue dañada, haga el reporte'],
  ])('files it as it was: %s | %s', (first, words) => {
    const talk = told(first, words);
    expect(talk.cases.map(c => c.description)).toEqual([[first]]);
  });

  it.each([
    [LAMP, 'sí, pero la luz está dañada, repórtelo mañana'],
    [LAMP, '¿sí, la luz está dañada, repórtelo?'],
  ])('files nothing where something is set against it: %s | %s', (first, words) => {
    expect(told(first, words).cases).toEqual([]);
  });
});

describe('whether it can be kept back', () => {
  it.each([
    ['¿se puede sin que sepan quién soy? el dueño es mi vecino', 'confidential'],
    ['puede ser con reserva? el dueño es mi vecino', 'confidential'],
    ['el dueño es mi vecino, can I stay anonymous?', 'anonymous'],
  ])('is so from then on, and what is told beside it is kept: %s', (words, privacy) => {
    const talk = told(BAR, words);
    const { draft } = talk.conversation.state;
    expect(draft?.privacy).toBe(privacy);
    expect(draft?.description).toEqual([BAR, 'el dueño es mi vecino']);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is said while another thing is asked, and the fact beside it kept', () => {
    const talk = told(
      'illegal fishing in the coiba park',
      'confidential',
      'they come in a boat at 5am, can I stay anonymous?',
    );
    expect(talk.last()?.text).toContain('anonymously');
    expect(talk.conversation.state.draft?.privacy).toBe('anonymous');
    expect(talk.conversation.state.draft?.description).toContain('they come in a boat at 5am');
  });

  it('is asked of who learns that they are seen, and a bare yes means it', () => {
    const asked = told(BAR, '¿van a saber que fui yo?');
    expect(asked.last()?.asks).toBe('privacy');
    const talk = told(BAR, '¿van a saber que fui yo?', 'ok si');
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it.each([
    ['sí, envíelo', ['confidential']],
    ['no importa, con mi nombre', []],
    ['no', []],
  ])('is answered in other words too: %s', (words, privacy) => {
    const talk = told(BAR, '¿quién ve mi nombre?', words);
    expect(talk.cases.map(c => c.privacy)).toEqual(privacy);
    if (privacy.length === 0) expect(talk.last()?.asks).toBe('confirm');
  });

  it('is left open to be changed where the matter was told instead', () => {
    const talk = told('quiero denunciar algo', 'un policía me pidió coima en Penonomé');
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
    expect(talk.last()?.text).toContain('la dejo con reserva');
  });
});

describe('a fact beside a question', () => {
  it.each([
    ['empiezan a las 9 de la noche, me van a llamar?', 'empiezan a las 9 de la noche'],
    ['how long will it take? there is a baby here', 'there is a baby here'],
    ['¿cuánto demora? es todos los fines de semana', 'es todos los fines de semana'],
  ])('is kept, and the question answered: %s', (words, fact) => {
    expect(draftOf(BAR, words)?.description).toEqual([BAR, fact]);
  });

  it('is no other matter where it tells only when', () => {
    const draft = draftOf(BAR, 'es todos los sábados');
    expect(draft?.serviceId).toBe('bar-noise');
    expect(draft?.description).toEqual([BAR, 'es todos los sábados']);
  });
});

const PRAISE = 'quiero felicitar a la enfermera del hospital de Santiago';

describe('praise that is being taken down', () => {
  it.each(['atendió a mi abuela muy bien ayer', 'fue muy amable y paciente con todos'])(
    'is told further: %s',
    words => {
      expect(draftOf(PRAISE, words)?.description).toEqual([PRAISE, words]);
    },
  );

  it('is no more of it where the desk is thanked', () => {
    expect(draftOf(PRAISE, 'muchas gracias')?.description).toEqual([PRAISE]);
  });
});

describe('a title in their own words', () => {
  it.each([
    [
      'que pongan techitos en las paradas de bus de la chorrera',
      'perdón es en arraiján, no en la chorrera',
      'Idea: que pongan techitos en las paradas de bus de arraiján',
    ],
    ['que hagan una biblioteca en Chepo', 'no es Chepo, es Pacora', 'una biblioteca en Pacora'],
  ])('names the place that was put right: %s | %s', (first, words, title) => {
    const talk = told(first, words);
    expect(talk.last()?.text).toContain(title);
    // What they told goes to the body as they told it.
    expect(talk.conversation.state.draft?.description[0]).toBe(first);
  });

  it('is none where a service names the matter: what they told stays as it was', () => {
    const first = 'no recogen la basura en Chepo centro';
    expect(draftOf(first, 'no es Chepo, es Pacora')?.description[0]).toBe(first);
  });
});
