import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const WIRE =
  'quiero reportar q el poste de luz de la calle principal de Nuevo Tocumen esta inclinado desde hace un mes. hoy con la lluvia se cayo un cable y esta en el charco donde pasan los niños de la escuela';

describe('the telephone of a company, asked while its cable lies there', () => {
  it.each([
    'gracias. y los bomberos me dijeron q ellos no cortan luz q llame a ensa, tiene el numero?',
    'no puede ser, hay niños saliendo de la escuela YA. deme el numero de ENSA',
    'pero cual es el telefono??',
    'como llamo a la compañia de luz?',
    'what is the number of ENSA?',
  ])('is said not to be known, whom to call instead and what to do: %s', words => {
    const talk = told(WIRE, 'si mandelo', words);
    expect(talk.cases).toHaveLength(1);
    const text = talk.last()?.text ?? '';
    expect(text).toMatch(/no lo tengo confirmado.*ENSA|no confirmed information.*ENSA/);
    expect(text).toMatch(/(Llame ya al|Call) 911/);
    expect(text).toMatch(/No toque el cable|Do not touch the cable/);
    expect(talk.conversation.review).toBe(true);
  });

  it('is answered alike when it is asked again, and what is told with it is kept', () => {
    const talk = told(
      WIRE,
      'si mandelo',
      'tiene el numero de ensa?',
      'hay niños saliendo YA. deme el numero',
    );
    expect(talk.last()?.text).toMatch(/no lo tengo confirmado.*ENSA/);
    expect(talk.cases[0]?.description.join()).toContain('hay niños saliendo YA');
  });

  it('changes nothing of the report it is asked beside', () => {
    const talk = told(WIRE, 'los bomberos me dijeron q llame a ensa, tiene el numero?');
    expect(talk.conversation.state.draft?.serviceId).toBe('pole-cable');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it.each([
    'los bomberos me dijeron q ellos no cortan luz q llame a ensa, tiene el numero?',
    'no puede ser, hay niños saliendo de la escuela YA. deme el numero de ENSA',
  ])('is said also while a report is only offered, of the body that is named: %s', words => {
    const puddle = 'hay un cable electrico caido en un charco en la calle principal de nuevo tocumen';
    const talk = told(puddle, words);
    expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(
      /^Ese dato no lo tengo confirmado\. .*ENSA[\s\S]*911/,
    );
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is no other number', () => {
    expect(told(WIRE, 'si mandelo', 'cual es el numero de los bomberos?').last()?.text).toContain('103');
    const own = told(WIRE, 'si mandelo', 'cual es el numero de mi caso?');
    expect(own.last()?.text).toContain(own.cases[0]?.number);
  });
});
