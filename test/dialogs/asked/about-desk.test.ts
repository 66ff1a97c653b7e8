import { describe, expect, it } from 'vitest';
import { isForeign } from '../../../src/dialogs/asked/about-desk.ts';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();

describe('whether the desk costs something', () => {
  it.each([
    'cuanto cobran ustedes',
    '¿esto es gratis?',
    'cuánto cuesta poner una queja',
    'tengo que pagar algo?',
    'is this free?',
    'buenas esto tiene algun costo? es q quiero poner una queja',
  ])('is answered, and no report begins: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toMatch(/no cuesta nada|is free/);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'cuanto cobran por el pasaporte',
    'me cobran de mas en la luz',
    'cuánto cuesta la licencia',
    'cuando haya una caída manden un mensajito, es gratis',
  ])('is not what is asked of others: %s', words => {
    expect(told(words).last()?.text).not.toContain('no cuesta nada');
  });

  it('loses nothing of the report that is open', () => {
    const talk = told('no hay luz en Las Mañanitas', '¿esto es gratis?');
    expect(talk.last()?.text).toMatch(
      /no cuesta nada.*¿Envío el reporte «Se fue la luz» como se lo mostré\?/s,
    );
  });
});

describe('another language', () => {
  it.each([
    'bonjour, je ne parle pas espagnol',
    'oi, não tem água na minha casa',
    '你好,我家没有水',
    'mwen pa gen dlo lakay mwen',
    'guten Tag, wir haben kein Wasser',
  ])('is met with the two that are spoken, in both: %s', words => {
    const talk = told(words);
    expect(talk.last()?.text).toContain('español o en inglés');
    expect(talk.last()?.text).toContain('English or Spanish');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is given to a person when it stays so', () => {
    const talk = told('bonjour, je ne parle pas espagnol', 'je suis desole, pas d’eau chez nous');
    expect(talk.conversation.mode).toBe('waiting');
  });

  it.each([
    'no hay agua en mi casa',
    'hay una fuga en la rua 5',
    'the trash is not picked up',
    'no pasa la basura pa nosotros',
    'Merci Beaucoup, bella vista',
    'ok sim gracias no entendi nada',
    'me robaron en la boa del corredor',
    'nou ta malo',
    'Ñuedi',
  ])('is neither Spanish nor English: %s', words => {
    expect(isForeign(words)).toBe(false);
  });
});

it('a yes to where in the district it is says that no more is to be had', () => {
  const talk = told('hay un hueco grande en la calle', 'Penonomé', 'Sí');
  expect(talk.last()?.asks).toBe('confirm');
  expect(talk.last()?.text).toContain('Penonomé');
});

describe('whether the chat is kept', () => {
  it.each(['este chat queda grabado? mi esposo revisa el telefono', '¿esto se guarda?', 'is this recorded?'])(
    'is answered: %s',
    words => {
      const talk = told(words);
      expect(talk.last()?.text).toMatch(/Guardamos cifrado|We keep/);
      expect(talk.conversation.state.draft).toBeNull();
    },
  );
});

it('who wants to speak to a woman is given to a person', () => {
  expect(told('quiero hablar con una mujer').conversation.mode).toBe('waiting');
});

it('the number of a body is told however it is asked for', () => {
  expect(told('que numero es sinaproc').last()?.text).toContain('520-4426');
});

it('what a procedure costs is no question about the desk', () => {
  expect(told('cuánto cuesta sacar el pasaporte', 'y cuánto cuesta esto?').last()?.text).not.toContain(
    'no cuesta nada',
  );
});

it('who was let speak to no doctor complains of it', () => {
  const talk = told('no puedo hablar con una doctora en la policlínica de Betania');
  expect(talk.conversation.mode).toBe('bot');
  expect(talk.conversation.state.draft).not.toBeNull();
});

it('who is in danger in another language reads a number', () => {
  expect(told('bonjour, je ne parle pas espagnol').last()?.text).toContain('911');
});

describe('which languages are spoken here', () => {
  it.each(['hi, do you speak english?', 'habla ingles?', 'anybody there who speaks english?'])(
    'is told in the one that is asked for, and the talk goes on in it: %s',
    words => {
      const talk = told(words, 'the street light is out in Boquete');
      expect(talk.turns[0]?.replies.map(({ text }) => text).join('\n')).toContain('You can write to me here');
      expect(talk.conversation.mode).toBe('bot');
      expect(talk.last()?.text).toContain('Which part of Boquete?');
    },
  );

  it('makes no report of who asks for Spanish', () => {
    const talk = told('habla español?');
    expect(talk.last()?.text).toContain('en español o en inglés');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('gives who asks for one of this land a person', () => {
    expect(told('usted habla ngäbere?').conversation.mode).toBe('waiting');
  });
});

describe('whether something can be reported here', () => {
  it.each([
    'quiero saber si puedo poner queja de un bus',
    'saludos, quisiera saber si aqui uno puede quejarse de un bus',
    'puedo quejarme de un bus?',
    'aqui puedo denunciar a un policia?',
    'aqui reciben quejas de buses?',
    'can I complain about a bus here?',
  ])('is answered with yes, and what happened is asked: %s', words => {
    expect(said(words)).toMatch(/Sí, aquí mismo\.|Yes, right here\./);
    expect(told(words).last()?.asks).toBe('description');
  });

  it('and what was told of it is taken down', () => {
    expect(draftOf('puedo reportar un hueco en calle 50 aqui?')?.serviceId).toBe('pothole');
    expect(said('puedo reportar un hueco en calle 50 aqui?')).toContain('Sí, aquí mismo.');
    const bus = 'es que el metrobus no para en la parada, pasa de largo';
    expect(draftOf('quiero saber si puedo poner queja de un bus', bus)?.serviceId).toBe('metrobus');
  });

  it.each([
    'puedo denunciar sin dar mi nombre?',
    'puedo reportar por whatsapp?',
    'puedo denunciar a nombre de mi abuela?',
  ])('is not asked by who asks how: %s', words => {
    expect(said(words)).not.toContain('Sí, aquí mismo.');
  });
});

describe('what a call to the desk costs', () => {
  it.each([
    'no tengo queja todavia, era solo para saber. el 311 cuesta la llamada?',
    'llamar al 311 es gratis?',
    'hola, me cobran por llamar al 311?',
    'is it free to call 311?',
  ])('is not known, and begins no report: %s', words => {
    expect(said(words)).toMatch(/llamar al 311 por teléfono no lo tengo confirmado|what a call to 311 costs/);
    expect(draftOf(words)).toBeNull();
  });

  it('is not asked by who complains of calls', () => {
    expect(draftOf('me cobran llamadas que no hice en Tigo')).not.toBeNull();
  });
});

describe('what the desk is for, and whether anybody reads it', () => {
  it.each([
    'oye y ustedes para que sirven? eso lo ve alguien o es puro cuento',
    'le pregunto si alguien lee las quejas que uno pone aqui',
    'para que es esto?',
    'que es el 311',
    'sirve de algo quejarse?',
    'alguien lee esto?',
    'does anybody read this?',
  ])('is told, and nothing begun: %s', words => {
    expect(said(words)).toMatch(/Sí se leen|They are read/);
    expect(draftOf(words)).toBeNull();
    expect(told(words).conversation.mode).toBe('bot');
  });

  it('and who reads what is kept', () => {
    expect(said('eso de guardar cifrados, quien lo lee?')).toContain('lo leen el 311');
  });

  it('a child may write here', () => {
    expect(said('hola, tengo 11 años, puedo escribir aqui?')).toContain('aunque sea menor');
    expect(draftOf('hola, tengo 11 años, puedo escribir aqui?')).toBeNull();
  });
});
