import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const BUS = [
  'el bus de la ruta de Tocumen no paró en la parada de la 24 de Diciembre y el chofer me insultó',
  'sí',
];
const BEATEN = 'oiga y otra cosa ahora el de al lado le está pegando a la mujer, se oyen los gritos';
const CARD = 'quiero poner una queja, la tarjeta del metro no me lee';
const SHOTS = 'estación Iglesia del Carmen, y oiga aquí al lado están peleando y se oyen tiros';

describe('a report that is offered after a danger', () => {
  it.each([
    'no quiero que sepan que fui yo, pero sí haga el reporte. ya llamé al 104',
    'sí haga el reporte pero que no sepan que fui yo',
    'con reserva, pero hágalo',
  ])('is begun in reserve, and the case before stays as it was: %s', text => {
    const talk = told(...BUS, BEATEN, text);
    expect(talk.conversation.state.draft).toMatchObject({
      serviceId: 'women-support',
      privacy: 'confidential',
    });
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.cases[0]?.privacy).toBe('normal');
  });

  it('keeps the wish for reserve until it is wanted', () => {
    const talk = told(...BUS, BEATEN, 'no quiero que sepan que fui yo', 'sí');
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
    expect(talk.cases[0]?.privacy).toBe('normal');
  });

  it.each(['¿y el mío?', 'y la mía', 'and mine?'])('says how their own cases stand: %s', text => {
    const talk = told(...BUS, BEATEN, 'sí, haga el reporte con reserva', 'sí', text);
    expect(talk.last()?.text).toContain('metrobús');
    expect(talk.turns.at(-1)?.cases).toEqual([]);
  });
});

describe('help that came', () => {
  it.each([
    'ya salimos, los bomberos vienen. y mi caso del bus quedó?',
    'los bomberos ya vienen. ¿mi caso del bus sí quedó?',
  ])('is no reason to tell the numbers again to who asks after their case: %s', text => {
    const talk = told(
      BUS[0] ?? '',
      'sí. espérate que aquí en el edificio hay un olor a gas bien fuerte',
      text,
    );
    const words = talk.turns
      .at(-1)
      ?.replies.map(reply => reply.text)
      .join('\n');
    expect(words).toContain('metrobús');
    expect(words).not.toContain('103');
  });

  it.each([
    'ya llegó la policía. sí, envíelo',
    'la policía ya está aquí. envíelo',
    'the police are here. yes, send it',
  ])('is told before an answer that is taken: %s', text => {
    const talk = told(CARD, SHOTS, text);
    expect(talk.cases[0]).toMatchObject({ serviceId: 'transport-card', description: [CARD] });
    expect(talk.cases[0]?.place?.text).toContain('Iglesia del Carmen');
  });

  it('is asked after by who only asks', () => {
    const talk = told(CARD, SHOTS, 'sí, ya llegó la policía');
    expect(talk.cases).toHaveLength(0);
  });
});

describe('where it is, told beside a danger', () => {
  it('belongs to the report that is open', () => {
    const { draft } = told(CARD, SHOTS).conversation.state;
    expect(draft?.place?.text).toContain('Iglesia del Carmen');
    expect(draft?.description).toEqual([CARD]);
  });

  it('belongs to the report that is offered', () => {
    const talk = told(
      'buenas, para poner una queja de la tarjeta del metro que no lee',
      SHOTS,
      'ya llegó la policía. sí, haga lo de la tarjeta',
    );
    expect(talk.last()?.text).toContain('Iglesia del Carmen');
    expect(talk.conversation.state.draft?.description.join(' ')).not.toMatch(/haga lo|tiros/);
  });

  it('is none where only the danger is placed', () => {
    const talk = told(CARD, 'oiga al lado de donde vivo están peleando y hay tiros');
    expect(talk.conversation.state.draft?.place).toBeNull();
  });
});

it('keeps with the case that who was hurt is cared for, beside what else is told', () => {
  const talk = told(
    'AYUDA un perro mordió a mi hijo de 6 años en la pierna',
    'en Nuevo Chorrillo, Arraiján, calle 4ta. el perro es del vecino y anda suelto siempre',
    'si',
    'gracias. el niño ya está en el centro de salud, le van a poner la vacuna. el dueño del perro se llama Ramiro, casa 42',
  );
  const words = talk.cases[0]?.description.join(' ');
  expect(words).toContain('el niño ya está en el centro de salud, le van a poner la vacuna');
  expect(words).toContain('Ramiro, casa 42');
});
