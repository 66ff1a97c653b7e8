import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('who sees to a matter, asked before anything is told', () => {
  it.each([
    ['quien se encarga de los arboles', 'Municipio'],
    ['¿quién se encarga de las calles?', 'MOP'],
    ['a quien le toca arreglar las aceras', 'Municipio'],
    ['quién es el responsable del alumbrado público', 'Naturgy o ENSA'],
    ['quien arregla el agua', 'IDAAN'],
    ['who is in charge of the streets?', 'MOP'],
    ['who fixes potholes', 'MOP'],
    ['who can fix the streetlight', 'Naturgy'],
    ['who do i complain to about noise', 'Casa de paz'],
    ['a quien me quejo por un ruido', 'Casa de paz'],
  ])('is said, and that it can be reported: %s', (words, body) => {
    const talk = told(words);
    expect(talk.last()?.text).toContain(body);
    expect(talk.last()?.text).toMatch(/Si quiere que lo reporte|If you want me to report/);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is said of the place that is asked about behind it', () => {
    const talk = told('quien recoge la basura', '¿y en Arraiján?');
    expect(talk.last()?.text).toContain('Municipio de Arraiján');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is reported when it is told behind it', () => {
    const talk = told('quien recoge la basura', 'no la recogen en Villa Lucre');
    expect(talk.last()).toMatchObject({ asks: 'confirm' });
  });

  it.each([
    'quien es el encargado de mi caso',
    'quien atiende en el hospital',
    'quién ve mis datos',
    'quien ve lo que escribo aqui',
  ])('is not asked with %s', words => {
    expect(told(words).last()?.text).not.toContain('eso lo atiende');
  });
});

describe('the hours of the desk', () => {
  it.each(['horario de la atencion', 'a que hora atienden', 'cuál es el horario', 'qué días trabajan'])(
    'are told to who asks for no other: %s',
    words => {
      expect(told(words).last()?.text).toContain('a cualquier hora');
    },
  );

  it.each(['horario del municipio de Panamá', 'a que hora abre la caja'])('are not those of %s', words => {
    expect(told(words).last()?.text).not.toContain('a cualquier hora');
  });

  it('are not meant behind a procedure', () => {
    expect(told('¿qué necesito para sacar el pasaporte?', 'a qué hora atienden').last()?.text).not.toContain(
      'a cualquier hora',
    );
  });
});

describe('who sees their name, asked first', () => {
  it.each([
    'will my name be shown',
    "i don't want my name to be known, can i report someone",
    'can i report without my name',
    'no quiero que salga mi nombre, puedo denunciar a alguien',
    'va a salir mi nombre',
  ])('is answered, and nothing is begun: %s', words => {
    expect(told(words).last()?.text).toMatch(/con reserva|confidential/);
    expect(told(words).conversation.state.draft).toBeNull();
  });
});

describe('an English talk', () => {
  it.each(['who fixes potholes', 'what are your hours', 'my street is dark', 'nobody came'])(
    'is answered in English from its first words: %s',
    words => {
      expect(told(words).last()?.text).toContain('This is the automatic assistant');
    },
  );

  it.each(['me robaron', 'no hay luz', 'i'])('is not taken for one: %s', words => {
    expect(told(words).conversation.state.language).toBe('es');
  });
});
