import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('who asks when it is done at last', () => {
  it.each(['cuando van a recoger la basura', '¿por qué no recogen la basura en mi barrio?'])(
    'reports that it is not: %s',
    words => {
      const talk = told(words);
      expect(talk.last()).toMatchObject({ asks: 'place' });
      expect(talk.conversation.state.draft).toMatchObject({
        serviceId: 'garbage-not-collected',
        description: [words],
      });
    },
  );

  it.each([
    'por que no arreglan las calles',
    'cuando van a arreglar la calle de mi barrio',
    'hasta cuándo van a arreglar el agua',
  ])('is asked which of the troubles of that field it is: %s', words => {
    const talk = told(words);
    expect(talk.last()).toMatchObject({ asks: 'agency' });
    expect(talk.last()?.choices?.length).toBeGreaterThan(2);
    talk.say('1');
    expect(talk.last()).toMatchObject({ asks: 'place' });
    expect(talk.conversation.state.draft?.description).toEqual([words]);
  });

  it.each(['cuándo pagan la beca', 'cuando cambian la placa', '¿cuándo abren las matrículas?'])(
    'reports nothing with a question of dates: %s',
    words => {
      expect(told(words).conversation.state.draft?.description ?? []).toEqual([]);
    },
  );
});

describe('who was heard nowhere', () => {
  it.each([
    'llame la semana pasada y nadie me resuelve',
    'he llamado varias veces y nada',
    'ya reporté dos veces y no me resuelven',
    'I have called many times and nobody helps',
  ])('is asked what it is about: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toMatch(/Lamento que|I am sorry/);
    expect(talk.last()?.asks).toBe('description');
    talk.say('hay un hueco en calle 3 de Cerro Viento');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft).toMatchObject({
      serviceId: 'pothole',
      description: [words, 'hay un hueco en calle 3 de Cerro Viento'],
    });
  });

  it.each([
    'llamé al 311 tres veces y nadie contesta',
    'he llamado varias veces y nadie viene a recoger la basura',
  ])('is reported where it is told of what: %s', words => {
    expect(told(words).last()?.text).not.toContain('Lamento que no');
  });
});

describe('the wish to praise', () => {
  it.each([
    'quiero felicitar a un funcionario',
    'quiero agradecer al personal del hospital',
    'una felicitación',
    'I want to thank the staff of the hospital',
  ])('is asked once whom, where and what for: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toMatch(/su felicitación|your praise/);
    expect(talk.last()?.asks).toBe('description');
    talk.say('Rosa, la enfermera de la policlínica de San Francisco, me trató con mucha paciencia');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft).toMatchObject({ kind: 'sugerencia' });
  });

  it('is one in the stead of a complaint that was announced', () => {
    const talk = told('quiero poner una queja', 'mejor una felicitación');
    expect(talk.conversation.state.draft).toMatchObject({ kind: 'sugerencia' });
    expect(talk.last()?.text).toContain('su felicitación');
  });

  it('is shown at once where it is told what for', () => {
    const talk = told('quiero felicitar al chofer del bus 5 de Chepo porque esperó a mi abuela');
    expect(talk.last()?.asks).toBe('confirm');
  });
});
