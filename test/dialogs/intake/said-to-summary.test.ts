import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const REFUSE = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('said to a summary', () => {
  it.each([
    'soy de la tercera edad',
    'soy jubilada',
    'soy discapacitado',
    'tengo 78 años',
    'mi mamá es jubilada',
    'soy una persona mayor',
    'ando en silla de ruedas',
    'vivo sola',
    'soy el vecino de al lado',
    'i am retired',
  ])('who they are is a word of the report, and no matter beside it: %s', words => {
    const talk = told(REFUSE, words);
    expect(talk.conversation.mode).toBe('bot');
    expect(draft(talk)).toMatchObject({ description: [REFUSE, words], serviceId: 'garbage-not-collected' });
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('who they are and what fails besides is more than that', () => {
    const talk = told(REFUSE, 'además soy jubilado y no me pagan la jubilación hace tres meses');
    expect(talk.conversation.state.later.length + (draft(talk)?.description.length ?? 0)).toBe(2);
  });

  it.each([
    'repita',
    'no lei bien',
    'me lo repite',
    'a ver otra vez',
    'repeat please',
    'muéstreme otra vez',
    'no vi',
  ])('is shown again: %s', words => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.text).toMatch(/(Esto voy a enviar|what I will send).*¿Lo envío así\?/s);
    expect(draft(talk)?.description).toEqual([REFUSE]);
  });

  it.each(['what is this?', 'qué es esto', 'y qué es esto?'])('is explained: %s', words => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.text).toMatch(/^Esto es lo que entendí/);
    expect(draft(talk)?.description).toEqual([REFUSE]);
  });

  it.each([
    'quiero agregar algo',
    'le falta algo',
    'se me olvidó algo',
    'una cosa más',
    'espere, falta un dato',
  ])('what is only announced is waited for, and nothing else asked: %s', words => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.text).toBe('Escríbalo y lo agrego.');
    expect(draft(talk)?.description).toEqual([REFUSE]);
  });

  it('what was announced is added, whatever it sounds like', () => {
    const more = 'los vecinos también están molestos';
    const talk = told(REFUSE, 'quiero agregar algo', more);
    expect(draft(talk)?.description).toEqual([REFUSE, more]);
    expect(talk.conversation.state.later).toEqual([]);
    expect(told(REFUSE, 'quiero agregar algo', 'sí').cases).toHaveLength(1);
    expect(told(REFUSE, 'quiero agregar algo', 'es en Chepo').last()?.text).toMatch(/Lugar:.*Chepo/);
  });

  it.each(['otra cosa', 'tengo otro problema'])('another matter, not yet told, is none: %s', words => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.text).toMatch(/^Escríbalo\. Si es de este reporte/);
    expect(talk.conversation.state.later).toEqual([]);
  });

  it('a title that is to be changed is asked for, and taken', () => {
    const talk = told(REFUSE, 'hay que cambiar el titulo');
    expect(talk.last()?.text).toMatch(/«título:»/);
    talk.say('título: Basura acumulada');
    expect(draft(talk)?.title).toBe('Basura acumulada');
  });

  it.each([
    ['cambie la descripcion', /^¿Cómo quiere que diga\?/],
    ['quiero cambiar algo', /^¿Qué cambio\?/],
  ])('%s changes nothing yet', (words, asked) => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.text).toMatch(asked);
    expect(draft(talk)?.description).toEqual([REFUSE]);
  });
});

describe('a place that is only denied', () => {
  it.each([
    'no es san miguelito',
    'no es cerro viento',
    'cerro viento no',
    'eso no es San Miguelito',
    'no es ahí',
    'it is not in cerro viento',
  ])('is asked again: %s', words => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.asks).toBe('place');
    expect(draft(talk)?.description).toEqual([REFUSE]);
  });

  it('leaves the area where only the street is denied', () => {
    const talk = told(REFUSE, 'no es la calle 3');
    expect(draft(talk)?.place).toMatchObject({ text: 'Rufina Alfaro', district: 'San Miguelito' });
    talk.say('calle 5');
    expect(draft(talk)?.place?.text).toBe('calle 5');
  });

  it.each([
    ['no es basura', 'agency'],
    ['no es queja', 'kind'],
  ])('%s denies no place', (words, asks) => {
    const talk = told(REFUSE, words);
    expect(talk.last()?.asks).toBe(asks);
    expect(draft(talk)?.place?.text).toMatch(/Cerro Viento/);
  });

  it('gives way to the other one that is told with it', () => {
    expect(draft(told(REFUSE, 'cerro viento no, es en Ojo de Agua'))?.place?.text).toMatch(/Ojo de Agua/);
  });
});

describe('asked who the body is', () => {
  it.each(['qué es aaud?', 'quien es aaud', 'aaud?', 'que quiere decir aaud', 'what is AAUD?'])(
    'its whole name is told, and why it is theirs: %s',
    words => {
      const talk = told(REFUSE, words);
      expect(talk.last()?.text).toMatch(/Autoridad de Aseo Urbano y Domiciliario\.\n.*(recoge|collects)/);
      expect(draft(talk)?.description).toEqual([REFUSE]);
    },
  );
});
