import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();

const CARD = 'perdi la cedula ayer en el chiva, q hago? y cuanto cuesta sacar otra';
const PASSPORT = [
  'hola q papeles piden pa sacar el pasaporte a mi hijo d 6 años, el papa no vive aqui',
  'el de menor pero le digo q el papa esta en costa rica, como firma?',
];

describe('a question after an answer', () => {
  it.each([
    '35 balboas?? uff. y si soy jubilada me hacen descuento',
    'no no yo no me estoy quejando, pregunto si a los jubilados les cobran menos por la cedula',
    'QUE NO ES QUEJA. es una pregunta',
    'acodeco? q tiene q ver acodeco con la cedula. bueno y donde hay un quiosco de esos en david',
  ])('is one more of the same, and no complaint: %s', asked => {
    expect(draftOf(CARD, asked)).toBeNull();
    expect(said(CARD, asked)).toContain('Tribunal Electoral');
  });

  it('is of the one that was told, and keeps the body that knows', () => {
    expect(said(PASSPORT[0] ?? '')).toContain('Pasaporte de menor de edad.');
    expect(said(...PASSPORT)).toContain('Pasaportes');
    const consulate = 'ok y la nota notariada puede ser del consulado?? el trabaja alla en san jose';
    expect(said(...PASSPORT, consulate)).toContain('Pasaportes');
    expect(draftOf(...PASSPORT, consulate)).toBeNull();
    expect(
      draftOf(...PASSPORT, 'no quiero mandar una queja, nada mas dime si el consulado sirve'),
    ).toBeNull();
  });

  it('is no thanks, which choose nothing', () => {
    const paper = 'quiero saber los requisitos para sacar permiso de construcción en arraijan';
    expect(said(paper, 'ok y si ya empeze a construir sin permiso?', 'gracias')).not.toContain('Entidad:');
  });

  it('is not what goes wrong', () => {
    expect(draftOf(CARD, 'y no hay agua en mi casa en tocumen, cuando llega?')?.serviceId).toBe('no-water');
  });

  it('takes up the matter that was told beside the first', () => {
    const both =
      'cuanto vale renovar la licencia y aparte el semaforo de la transistmica con la 12 octubre ta loco';
    expect(draftOf(both, 'gracias pero y el semaforo??')?.serviceId).toBe('traffic-light');
  });
});

describe('what is needed for something', () => {
  it('is answered, and no complaint of who wants it', () => {
    const stall =
      'buenas, quiero poner un kioskito de empanadas en mi portal, q permisos hay q sacar, vivo en santiago';
    expect(draftOf(stall)).toBeNull();
    expect(said(stall)).toContain('MICI');
  });
});

describe('who only asks', () => {
  it('leaves what was begun, in however many words', () => {
    const stall = 'hay un negocio sin aviso de operacion en santiago';
    expect(draftOf(stall, 'es q no estoy reportando nada, es una consulta')).toBeNull();
    const asked = 'NO NO no me vayan a multar, no mande eso. yo todavia no tengo ningun negocio';
    expect(draftOf(stall, 'con reserva', 'no se', asked, 'si, no manden nada')).toBeNull();
    expect(draftOf(stall, 'borre esa queja por favor!! ya le dije q no')).toBeNull();
  });

  it('is answered what they ask with it', () => {
    const words = ['hay un negocio sin aviso de operacion en santiago', 'ya llego la policia, no se'];
    expect(
      said(words[0] ?? '', 'deje eso mejor, voy yo', 'si deje eso. como saco el aviso de operacion?'),
    ).toMatch(/Aviso de operación/);
  });

  it('learns that a report can be made', () => {
    expect(said('se puede poner una queja por un gallo?')).toContain('Sí, aquí mismo.');
    expect(draftOf('se puede poner una queja por un gallo?')).not.toBeNull();
  });
});

describe('a case of theirs that is not known here', () => {
  it.each([
    'como va mi caso? lo puse hace como 3 semanas, el de los perros en la escuela',
    'quiero saber como va lo mio',
    'NO. no quiero otro. busque el mio',
    'ponga q es reabrir el caso q cerraron',
    'quiero saber que paso con mi caso lo puse hace como 2 meses por el hueco y nada',
    'no no es queja del 311, es el caso del hueco en la calle que puse en septiembre, no tengo el numero a mano',
    'no no es un lugar es un caso q ya puse, el numero lo bote',
  ])('is asked after, and no new report made: %s', asked => {
    expect(draftOf(asked)).toBeNull();
    expect(said(asked)).toContain('no tiene casos');
  });

  it('that was closed is no complaint of the desk where the matter is told too', () => {
    const leak =
      'noo, el caso era del idaan. una fuga en la calle 5ta de parque lefevre. lo cerraron y nunca vino nadie';
    const first = 'me cerraron el caso y hay una fuga de agua en la calle!!! que clase de burla es esta';
    expect(draftOf(first)?.serviceId).toBe('water-leak');
    expect(draftOf(first, leak, 'pero ponga q ya lo cerraron 1 vez sin venir')?.serviceId).toBe('water-leak');
  });
});

describe('who wants one of the staff by name', () => {
  it('is given a person, and no report is made of it', () => {
    const named =
      'necesito hablar con la licenciada Maritza de la oficina del municipio de arraijan ella me estaba llevando un caso';
    expect(told(named).conversation.mode).not.toBe('bot');
  });
});

describe('what they want wiped', () => {
  it.each([
    'ayer puse una queja d mi jefe y me arrepenti. borren todo lo mio porfa',
    'quiero borrar todo lo mio',
  ])('is asked about once: %s', asked => {
    expect(said(asked)).toContain('¿Borro todo?');
  });

  it('is the report, when one is begun', () => {
    expect(draftOf('mi jefe no me paga', 'no quiero enviar nada!! quiero BORRAR')).toBeNull();
  });

  it('is the talk, after a danger', () => {
    const beaten = 'mi marido llego tomado y rompio la puerta, tengo miedo que me pegue';
    expect(said(beaten, 'ahora no', 'si el ve el chat se arma. como borro')).toContain('¿Borro todo?');
  });
});
