import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');
const LEAK = 'el hidrante de la esquina lleva botando agua desde el domingo en Las Mañanitas, calle 4ta';
const BRIDGE = 'el puente colgante está por caerse, se fue una tabla, en Los Pozos de Herrera por la entrada';

describe('a danger that is over, told to a report', () => {
  it('is written down without numbers', () => {
    const words = 'un pelaito se cayó ayer de ahí y se golpeó la pierna, ya está bien, póngalo también';
    expect(isWarned(BRIDGE, words)).toBe(false);
    expect(told(BRIDGE, words).conversation.state.draft?.description.join('\n')).toContain(
      'un pelaito se cayó',
    );
  });

  it('holds back no order to send', () => {
    const wet = 'aparte ya se esta metiendo el agua al kiosco y mojando el cable del letrero';
    const talk = told(LEAK, wet, 'ya la señora apago el breaker. mandelo asi, si');
    expect(talk.cases).toHaveLength(1);
  });

  it.each([
    'ya la llevamos al centro de salud y le pusieron la vacuna. Sí, envíelo',
    'mándelo, ya le pusieron la vacuna',
    'ya fuimos a urgencias, envíelo así',
    'we took her to the health centre, send it',
  ])('is sent without numbers when who was hurt is cared for: %s', words => {
    const bite = 'unos perros pitbull de un vecino mordieron a mi hija ayer en Villa Zaita';
    expect(told(bite, words).cases).toHaveLength(1);
    expect(isWarned(bite, words)).toBe(false);
    expect(isWarned(bite, 'envíelo')).toBe(true);
  });

  it.each(['se cayó un niño de ahí y no se levanta', 'ya está bien mojado y echa humo el cable'])(
    'is not over for that: %s',
    words => {
      expect(isWarned(BRIDGE, words)).toBe(true);
    },
  );
});

it('what is told beside a denied danger answers what was asked', () => {
  const talk = told(
    'alguien esta criando puercos en el patio de al lado y la peste no se aguanta',
    'no es peligro jaja, es en El Coco de La Chorrera, calle el mango',
  );
  expect(talk.conversation.state.draft?.place?.text).toContain('El Coco de La Chorrera');
});

describe('help that came', () => {
  it.each(['ya llame a bomberos y vinieron', 'ya los llame y llegaron', 'ya llame al 911 y ya vienen'])(
    'agrees to no report: %s',
    words => {
      const talk = told('hay una fuga de gas en el edificio Plaza Mar de Avenida Balboa', words);
      expect(talk.conversation.state.draft).toBeNull();
      expect(talk.last()?.text).toContain('Qué bueno');
    },
  );
});

describe('whoever was in danger, brought out of it', () => {
  const FLOOD = 'se metió el agua a mi casa por un drenaje tapado en Juan Díaz, concepcion';

  it.each(['ya la sacamos', 'ya la sacamos de ahí, gracias', 'ya la llevamos al hospital'])(
    'is safe, and the report of the matter stays: %s',
    words => {
      const talk = told(FLOOD, 'mi abuela no puede caminar y el agua sigue subiendo', words);
      expect(talk.last()?.asks).toBe('confirm');
      expect(talk.conversation.state.draft?.description[0]).toBe(FLOOD);
      talk.say('sí');
      expect(talk.cases).toHaveLength(1);
    },
  );
});
