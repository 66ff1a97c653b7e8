import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const BILL = ['me cobraron 187 de luz y siempre pago 60, en la 24 de Diciembre', 'si'];
const SOLD = ['denuncio que el director de la escuela de Chame vende las notas', 'anonima', 'si'];
const PASSPORT = [
  'mi pasaporte lo pedi hace 2 meses en la oficina de Pasaportes de Panama y no me lo dan',
  'si',
];

describe('what is asked or told just after filing', () => {
  it('is of the bill, and of no inspection of a car', () => {
    expect(said(...BILL, 'y tengo que pagar esos 187 mientras revisan? me van a cortar')).toContain('ENSA');
  });

  it.each(['y como veo si contestaron? eso sale en mis casos?', 'me va a llegar aqui la respuesta?'])(
    'of an anonymous one is told where its answer is seen: %s',
    words => {
      const talk = told(...SOLD, words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).toContain('/caso');
    },
  );

  it('asks whether it was sent, and not whether it is solved', () => {
    const mosquitoes = ['hay mosquitos en Curundú, en el barrio Brooklincito', 'si'];
    expect(said(...mosquitoes, 'y aviso a mi hija q ya quedo?')).toContain('está enviado');
  });

  it.each([
    'ok gracias, el numero de recibo es 004512',
    'que el numero de MI recibo es 004512 para que lo pongan en el caso',
  ])('is added, as the number it is: %s', words => {
    expect(told(...PASSPORT, words).cases[0]?.description.at(-1)).toContain('004512');
  });

  it('keeps the telephone of who is to be told', () => {
    const garbage = ['no recogen la basura en Aguadulce, barrio Vista Hermosa', 'si'];
    const talk = told(
      ...garbage,
      'y se puede q a mi mama le avisen a ella al celular 6612-4478? yo no vivo alla',
    );
    expect(talk.cases[0]?.reporter?.contact).toContain('6612-4478');
  });
});

describe('whom to call while it lasts', () => {
  const BAR = [
    'el bar de la calle 8 de La Chorrera pone musica a todo volumen hasta las 3 de la mañana',
    'si',
  ];

  it.each([
    'y si sigue el sabado con la bulla, a quien llamo en ese momento?',
    'a quién llamo de noche si siguen?',
    'y el fin de semana a quien llamo?',
  ])('is the police, of noise: %s', words => expect(said(...BAR, words)).toContain('104'));

  it('is the body, of what no police sees to', () => {
    const water = ['no hay agua en Boquete, calle 3', 'si'];
    expect(said(...water, 'y si sigue el sábado, a quién llamo?')).not.toContain('104');
  });
});

describe('at a summary', () => {
  it('leaves the first matter for the one that is more urgent', () => {
    const talk = told(
      'hay un hueco frente al Xtra de Villa Zaita',
      'no mira mejor deja lo del hueco, lo que me urge es que el semaforo de la entrada de Villa Zaita esta apagado',
    );
    expect(talk.conversation.state.draft?.serviceId).toBe('traffic-light');
  });

  it('asked whether it was noted, all of it is told', () => {
    const talk = told('no hay luz en mi casa', 'quiero saber si quedo anotado');
    expect(talk.last()?.text).toContain('«no hay luz en mi casa»');
    expect(talk.conversation.state.draft?.description).toEqual(['no hay luz en mi casa']);
  });

  it('takes no route of a bus for its place where another is told', () => {
    const draft = told('el bus no paró en la parada de Los Andes Mall, ruta Torrijos Carter').conversation
      .state.draft;
    expect(draft?.place?.text).toContain('Los Andes Mall');
    expect(draft?.place?.corregimiento).not.toBe('Belisario Frías');
  });
});

describe('who fears or is relieved', () => {
  it('that they are known in the street, is told what to do, and no body that is accused is asked', () => {
    const talk = told(
      'un policia me paro en la 5 de mayo y me pidio 20 dolares para dejarme ir',
      'con reserva',
      'si',
      'y si me ven en la calle y me reconocen?',
    );
    expect(talk.last()?.text).toContain('Ministerio Público');
    expect(talk.cases[0]?.description.join(' ')).not.toContain('reconocen');
  });

  it('that the child is well, begins no report', () => {
    const talk = told(
      'los perros andan sueltos y ayer mordieron a un niño en Tocumen, sector 7',
      'si',
      'gracias, y el niño ya esta bien',
    );
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toHaveLength(1);
  });
});
