import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const draft = (...words: string[]) => told(...words).conversation.state.draft;
const HOLE = 'hay un hueco en calle 50, Bella Vista';
const NO_WATER = 'no hay agua en Pacora';

describe('what is wrong, told in words that are also those of a question or an order to the desk', () => {
  it.each([
    'Aquí están botando basura siempre en Pacora',
    'Ahí están vendiendo droga de noche',
    'Aquí funciona un bar clandestino a toda hora',
    'El profesor borró el chat donde le pedía fotos a mi hija',
    'El funcionario de la alcaldía eliminó la conversación donde me pedía plata',
    'eliminen esto para que no haya ratas',
    'Llamé al 311 y no me tomaron la queja, hay un hueco en la calle 50',
    'El medidor ya lo puse yo y ahora lo cambiaron y me cobran demás',
    '¿Qué pasa con el caso del hospital Santo Tomás que no hay insulina?',
    'Mi vecino manda a sus amigos a amenazarme',
    'El representante manda a todos los vecinos a pagar por el agua',
  ])('is a report: %s', words => {
    const { description } = draft(words) ?? {};
    expect(description).toEqual([words]);
  });

  it('is a report after an answer too', () => {
    expect(
      draft('dónde saco el pasaporte', 'No me contesta nadie en el IDAAN, llevo tres días sin agua')
        ?.serviceId,
    ).toBe('no-water');
  });

  it.each(['el banco eliminó mis datos', 'no borren mis datos', 'no quiero que borren mis datos'])(
    'asks nobody whether all is to be erased: %s',
    words => {
      expect(told(words).last()?.text).not.toContain('¿Borro todo?');
    },
  );

  it.each(['Ya lo retiraron', 'Pagué la cuenta de agua. Ya se canceló. Y me cortaron el agua'])(
    'asks after no case: %s',
    words => {
      expect(told(NO_WATER, 'sí', words).last()?.text).not.toContain('Retirado');
      expect(told(NO_WATER, 'sí', words).last()?.text).not.toContain('Recibido');
    },
  );
});

describe('what belongs to a report that is being made', () => {
  it.each([
    'No es una queja, es una denuncia, la dirección es vía Interamericana',
    'no es una queja, es una denuncia, mi número es 6677-8899',
  ])('keeps it: %s', words => {
    expect(draft('El vecino bota basura en Capira', words)).not.toBeNull();
  });

  it('is added to it, whatever was filed elsewhere before', () => {
    const words = 'Puse una queja hace un mes en el IDAAN y todavía no hay agua';
    expect(draft(NO_WATER, words)?.description).toEqual([NO_WATER, words]);
    expect(told(HOLE, 'Puse una queja hace un mes. Sí, envíelo').cases).toHaveLength(1);
  });

  it.each([
    ['hay niños pequeños y una señora mayor en la casa', 'no-water'],
    ['Somos adultos mayores y no nos pagan el 120', 'no-water'],
  ])('makes no other matter of it: %s', (words, service) => {
    expect(draft(NO_WATER, words)?.serviceId).toBe(service);
  });

  it('waits its turn where it tells of somebody else in need', () => {
    const talk = told(NO_WATER, 'Hay un anciano durmiendo en la calle sin comer');
    expect(talk.conversation.state).toMatchObject({
      draft: { serviceId: 'no-water', description: [NO_WATER] },
      later: ['Hay un anciano durmiendo en la calle sin comer'],
    });
  });

  it.each(['bueno, chao', 'ok bye', 'ya, adiós'])('is not sent by who takes leave: %s', words => {
    const talk = told(HOLE, words);
    expect([talk.cases, talk.conversation.state.draft?.description]).toEqual([[], [HOLE]]);
  });

  it.each(['sí, chao', 'envíelo, hasta luego'])('is sent by who agrees and takes leave: %s', words => {
    expect(told(HOLE, words).cases).toHaveLength(1);
  });
});

describe('words that come again and again', () => {
  // With an expression that tries every way to share them out, a longer text would take years.
  it.each([
    ['who suffers', [NO_WATER, `hay niños ${'y '.repeat(1_000)}perdidos`]],
    ['no answer', ['a qué hora abre el IDAAN de Chitré', `${'ok '.repeat(1_000)}nada`]],
    ['an order to erase', [`${'si me '.repeat(6)}nada`]],
  ])('are read in no time: %s', (_, words) => {
    expect(told(...words).last()?.text).not.toBe('');
  });

  it('are no other language', () => {
    expect(draft('eh em em em no hay agua en Chepo')?.serviceId).toBe('no-water');
  });
});

describe('who is hidden', () => {
  it('is not shown by words that tell of something else', () => {
    const talk = told(HOLE, 'sí', 'póngala con reserva', 'Alguien pidió un préstamo, con mis datos');
    expect(talk.cases[0]?.privacy).toBe('confidential');
  });

  it('is shown when they say so', () => {
    expect(told(HOLE, 'sí', 'póngala con reserva', 'mejor con mi nombre').cases[0]?.privacy).toBe('normal');
  });

  it('says it in the order they like', () => {
    expect(told(HOLE, 'Sí, pero ponga que mi nombre no salga').cases[0]?.privacy).toBe('confidential');
  });
});

describe('a company that is only mentioned', () => {
  it.each(['La vecina tiene Naturgy', 'Ya llamé a Naturgy y no hacen nada'])(
    'gets no report for it at the summary: %s',
    words => {
      expect(told('no hay luz en Pacora', words, 'sí').cases[0]?.holder?.agencyId).toBe('ensa');
    },
  );
});

describe('orders to the desk', () => {
  it.each([
    ['yo quiero que borren mis datos', '¿Borro todo?'],
    ['ayúdeme a eliminar mis datos', '¿Borro todo?'],
    ['es que necesito borrar este chat', '¿Borro todo?'],
    ['borren esto antes de que lo vea mi marido', '¿Borro todo?'],
    ['hola, ¿puede borrar la conversación por favor?', '¿Borro todo?'],
    ['aquí atienden los domingos?', 'a cualquier hora'],
    ['el 311 atiende de noche', 'a cualquier hora'],
    ['manden este mensaje a todos sus contactos, el gobierno dará un bono', 'cadenas son estafas'],
  ])('are heard: %s', (words, answer) => {
    expect(told(words).last()?.text).toContain(answer);
  });
});
