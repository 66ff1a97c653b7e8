import { describe, expect, it } from 'vitest';
import { openTalks, openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;

describe('what is denied to a summary', () => {
  it('is not what they mean: another one told with it is taken', () => {
    const talk = told('no recogen la basura en Villa Lucre', 'no es basura, es que no hay agua');
    expect(draft(talk)?.serviceId).toBe('no-water');
  });

  it('is asked anew when nothing else is sure, without what was denied', () => {
    const talk = told('me clavaron en el recibo de agua en Veracruz', 'no, no es del recibo');
    expect(talk.last()?.asks).toBe('agency');
    expect(talk.last()?.choices?.map(({ value }) => value)).not.toContain('service:water-bill');
  });

  it('is another body, also where the words beside it tell a place', () => {
    const talk = told(
      'se murió mi papá en el hospital de Chitré por negligencia médica, quiero justicia',
      'no es la caja, es el Cecilio Castillero, del MINSA',
    );
    expect(draft(talk)?.serviceId).toBe('health-centre');
    talk.say('no es Chitré, es Las Tablas');
    expect(draft(talk)?.place?.district).toBe('Las Tablas');
    expect(draft(talk)?.serviceId).toBe('health-centre');
  });

  it('is none where they say what it is: no, es …', () => {
    const talk = told(
      'el centro de salud de Chepo no tiene medicamento para la presión',
      'no, es el hospital regional de Chepo',
    );
    expect(draft(talk)?.serviceId).toBe('health-medicine');
    expect(draft(talk)?.place?.text).toBe('el hospital regional de Chepo');
  });

  it('does not come back with later words', () => {
    const talk = told(
      'soy venezolano, no tengo papeles, mi patrón no me paga la quincena',
      'no, a migración no, es por mi pago',
      'que no vean mi nombre',
    );
    expect(draft(talk)?.serviceId).not.toBe('immigration');
  });

  it.each([
    'no hay agua',
    'no llega el agua desde ayer',
    'no tenemos agua',
    'no quiero que me dejen sin agua otra vez',
  ])('is told again, not denied: %s', words => {
    expect(draft(told('no hay agua en Villa Lucre', words))?.serviceId).toBe('no-water');
  });
});

describe('a summary for the body that deals with the fault of an official', () => {
  it.each([
    'la junta comunal cobra coima en Tocumen',
    'un funcionario del municipio me pidió 100 dolares para el permiso de construcción',
  ])('is not the body that is accused: %s', words => {
    const talk = told(words, 'con reserva');
    expect(draft(talk)?.serviceId).toBe('corruption');
  });
});

describe('after danger', () => {
  it('who was beaten is not asked which service it is', () => {
    const talk = told('mi esposo me amenazó ayer con un cuchillo', 'sí');
    expect(draft(talk)?.serviceId).toBe('women-support');
  });

  it('since when goes on with it', () => {
    const talk = told('se está quemando el herbazal detrás de la barriada en La Chorrera', 'hace una hora');
    expect(draft(talk)?.description.join()).toContain('hace una hora');
  });
});

it('writing for somebody else is an opening', () => {
  const talk = told('mi abuela no sabe escribir, yo escribo por ella');
  expect(talk.last()?.asks).toBe('description');
});

it('what is told beside it is the matter', () => {
  const words = 'mi abuela no sabe escribir y le cortaron el agua en Pacora';
  expect(draft(told(words))?.description).toEqual([words]);
});

it.each(['por dos semanas', 'en serio'])('words that name no place are none: %s', words => {
  expect(draft(told('me cobraron dos veces el peaje', words))?.place).toBeNull();
});

it('since when, said to a summary, is kept', () => {
  const talk = told('me cobraron dos veces el peaje en el corredor sur', 'ayer');
  expect(draft(talk)?.description).toEqual(['me cobraron dos veces el peaje en el corredor sur', 'ayer']);
});

describe('what it is about, said outright', () => {
  const MIXED =
    'el agua llega solo de 2 a 4 de la mañana en Las Garzas de Pacora, la escuela necesita pintura y el centro de salud no abre los sábados';

  it('takes the place of what was understood, or is asked', () => {
    const talk = told(MIXED, 'no! el asunto es el agua, lea bien');
    expect(talk.last()?.asks).toBe('agency');
    expect(talk.last()?.choices?.map(({ value }) => value)).toContain('service:no-water');
  });

  it('is taken at the question of where it is too', () => {
    const talk = told(
      'mi vecino construyó un muro y me tapó la entrada, ya le dije y me amenazó con un machete, Las Tablas',
      'no, yo lo que quiero es denunciar la amenaza con machete',
    );
    expect(draft(talk)?.serviceId).toBe('crime-report');
    expect(draft(talk)?.kind).toBe('denuncia');
  });

  it('is no correction when they only do not know', () => {
    const talk = told(
      'mi abuelita no le llega el 120 a los 65, vive en Santa Fe de Veraguas',
      'no sé si poner mi cédula o la de ella',
    );
    expect(draft(talk)?.serviceId).toBe('120-65');
  });
});

it('after danger, who wants it reported has it reported', () => {
  const talk = told(
    'my daughter got bitten by a stray dog here in Bocas town, where do I go?',
    'she is fine, it was a small bite. I just want the dog reported',
  );
  expect(draft(talk)?.serviceId).toBe('stray-animals');
});

describe('a report of the same service that is called otherwise', () => {
  it('has the first sentence of what happens as its title, and keeps who they are', async () => {
    const { draftOf } = await openTalks();
    const draft = draftOf(
      'mire yo soy taxista y los piratas nos estan matando, en la terminal de la chorrera se estacionan y nadie de transito hace na',
      'no es queja de un taxi, soy YO el taxista. es que los piratas trabajan sin cupo',
    );
    expect(draft?.title).toBe('los piratas trabajan sin cupo');
    expect(draft?.description).toContain('soy YO el taxista');
  });

  const JAM = 'el semaforo de la entrada de las cumbres no funciona y se forma tranque';
  it.each([
    'no es tranque es que el semaforo no prende',
    'no es tranque es el semáforo dañado',
    'it is not a tranque it is the traffic light, semáforo dañado',
  ])('gives way to what is stated behind it without a stop: %s', words => {
    expect(draft(told(JAM, words))?.serviceId).toBe('traffic-light');
  });

  const GUARDS = 'la playa de veracruz no tiene salvavidas los domingos';
  it.each(['no es casa ni arbol, son los SALVAVIDAS', 'no es casa agrietada, es que faltan salvavidas'])(
    'is called as they told it, where no service is sure: %s',
    words => {
      const talk = told(GUARDS, words);
      expect(talk.last()?.asks).toBe('confirm');
      expect(draft(talk)).toMatchObject({ serviceId: null, title: GUARDS });
    },
  );

  it('does not come back with the body that it is to be sent to', () => {
    const talk = told(GUARDS, 'no es casa ni arbol, son los SALVAVIDAS', 'bueno mandelo a sinaproc', 'si');
    expect(talk.cases[0]).toMatchObject({ serviceId: null, holder: { agencyId: 'sinaproc' } });
    expect(talk.cases[0]?.description.join(' ')).toContain('salvavidas');
  });
});
