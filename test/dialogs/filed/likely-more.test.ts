import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const SEWAGE = 'hay aguas negras en la calle frente a la playa en Puerto Armuelles';
const BUS = 'el metrobus no paró en la parada de Juan Díaz';
const LIGHTS = 'se dañó el semáforo de la entrada de Penonomé';
const PENSION = 'no me llegó el pago del 120 a los 65 en Ocú';
const WATER = 'no hay agua en San Isidro, Soná';

function filed(first: string, ...then: string[]): Talk {
  return told(first, 'si', ...then);
}

describe('what is told just after a case was filed', () => {
  it.each([
    [SEWAGE, 'es urgente porque pasan los niños por ahi'],
    [BUS, 'el chofer iba hablando por celular'],
    [LIGHTS, 'se forma un tranque grande'],
    [PENSION, 'ella no camina bien'],
    [WATER, 'ah y el numero de reclamo es 889123'],
  ])('is added where nothing in it is surely another matter: %s / %s', (first, text) => {
    const talk = filed(first, text);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.at(-1)).toBe(text);
  });

  it.each([
    [BUS, 'y hay un hueco enorme en la entrada de mi barrio'],
    [WATER, 'quiero reportar que un taxi me cobro de mas'],
    [SEWAGE, 'el banco me cobro una comision que no es'],
    [LIGHTS, 'tengo una idea, que pongan ciclovias en Santiago'],
  ])('begins another report where it surely is one: %s / %s', (first, text) => {
    expect(filed(first, text).conversation.state.draft).not.toBeNull();
  });

  it('keeps who they are beside it, and begins no report of an identity card', () => {
    const talk = filed(
      'no hay cita de cardiologia en la CSS de Chitré',
      'mi nombre es Jose Gonzalez y mi cedula 2-145-678, es para cardiologia',
    );
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.reporter?.contact).toContain('2-145-678');
    expect(talk.cases[0]?.description.join(' ')).not.toContain('2-145-678');
  });

  it('answers what a paper takes from the procedures, and passes it to no body', () => {
    const talk = filed(BUS, 'que papeles necesito para la licencia?');
    expect(talk.cases[0]?.description).toHaveLength(1);
    expect(talk.last()?.text).not.toContain('No tiene que ir a ninguna parte');
  });
});

describe('where a filed case is', () => {
  it('becomes closer by words that tell only where, and is told so', () => {
    const talk = filed(WATER, 'yo soy del barrio la loma');
    expect(talk.cases[0]?.place?.text).toBe('San Isidro, Soná, barrio la loma');
    expect(talk.last()?.text).toContain('El lugar quedó así: San Isidro, Soná, barrio la loma');
    expect(talk.cases[0]?.description.at(-1)).toBe('yo soy del barrio la loma');
  });

  it.each(['se cayó una moto frente a la iglesia', '¿es frente a la iglesia?'])('stays for: %s', text => {
    expect(filed(WATER, text).cases[0]?.place?.text).toBe('San Isidro, Soná');
  });
});

describe('a question with something told beside it', () => {
  it('is answered from the record, and what it tells is added', () => {
    const talk = filed(
      'el hueco de la vía principal de Las Tablas crece',
      'cuando vienen? ya se cayo una moto ahi',
    );
    expect(talk.cases[0]?.description.at(-1)).toContain('moto');
  });

  it('adds what is asked to be added, and knows that it did', () => {
    const text = 'el hueco esta en el carril derecho bajando, se puede agregar?';
    const hole = 'hay un hueco enorme en la vía principal de Las Tablas frente al parque';
    expect(filed(hole, text).cases[0]?.description.at(-1)).toBe(text);
    const asked = filed(hole, text, 'pero lo agrego usted o no');
    expect(asked.last()?.text).toContain('carril derecho');
    expect(asked.cases[0]?.description).toHaveLength(2);
  });

  it('asks for no day with how much is to be paid', () => {
    const talk = filed(
      'mi jefe no me paga hace dos quincenas en un restaurante de David',
      'cuanto me tienen que pagar?',
    );
    expect(talk.last()?.text).not.toContain('Debe responder');
  });
});

describe('who wants all of it gone', () => {
  it.each([
    'me equivoque, en verdad si paso, estaba en la otra parada. borrelo',
    'pero borrelo, quitelo, no hace falta',
  ])('is asked whether it is withdrawn: %s', text => {
    const talk = filed(BUS, text);
    expect(talk.conversation.state.awaits?.step).toBe('withdraw');
    expect(talk.cases[0]?.status).toBe('assigned');
  });
});
