import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const last = (...words: string[]): string => told(...words).last()?.text ?? '';
const WATER = 'no hay agua en Villa Zaita desde el lunes';
const PENSION = 'no me llega la pension de la caja desde enero, San Miguelito';

describe('said to a summary in their own words', () => {
  it('is a yes with impatience behind it', () => {
    expect(told(WATER, 'MANDELO PUES, Y QUE NO SEA PARA EL 2030').cases).toHaveLength(1);
  });

  it('is no yes where it is to wait', () => {
    const talk = told(WATER, 'no deja asi mañana lo veo con mi hija');
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.draft?.description).toEqual([WATER]);
  });

  it('asks whether it is the earlier case, which is answered and leaves nothing', () => {
    const words = ['puse una queja en marzo del hueco en la entrada de Pacora y nada, sigue igual'];
    const text = last(...words, 'el mismo caso de marzo o uno nuevo?');
    expect(text).toContain('Sería un caso nuevo');
    expect(text).toContain('Hueco en la calle');
  });
});

describe('told of an earlier report', () => {
  it.each([
    'puse una queja en marzo y nunca me respondieron y ya ni tengo el numero',
    'puse un caso y nadie respondio',
  ])('is no matter of the light company: %s', text => {
    expect(last(text)).toContain('Por aquí no tiene casos');
  });

  it('with its matter is a report of that', () => {
    expect(last('puse una queja en marzo del hueco en la entrada de Pacora y nada')).toContain('MOP');
  });
});

describe('after filing', () => {
  it('a short question behind an y is of the case, whatever it sounds like', () => {
    const talk = told(PENSION, 'si', 'y me pagan lo atrasado?');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toContain('CSS');
  });

  it('a route and the number of a bus are a detail of it', () => {
    const talk = told(
      'el metrobus no paso en tumba muerto hoy, espere una hora',
      'si',
      'iba de tumba muerto a tocumen, bus T-1102',
    );
    expect(talk.turns.at(-1)?.cases).toHaveLength(1);
    expect(talk.conversation.state.draft).toBeNull();
  });
});

describe('scolding', () => {
  it.each([
    'EN VILLA ZAITA NO HAY AGUA QUE MAS QUIEREN SABER',
    'no hay agua en Villa Zaita, ya les dije mil veces',
  ])('tells nothing of the matter: %s', text => {
    expect(last(text)).toContain('IDAAN');
  });

  it('is no part of a place', () => {
    const { draft } = told('no hay agua', 'EN VILLA ZAITA, LAS CUMBRES, QUE MAS QUIEREN SABER, LA CALLE 5')
      .conversation.state;
    expect(draft?.summarised).toBe(true);
    expect(draft?.place?.text).not.toMatch(/quieren/i);
  });
});

describe('a company that does not serve the place', () => {
  it('is not the one the report goes to', () => {
    const { draft } = told('no tengo luz desde ayer en David, barrio Bolívar, la empresa es ENSA')
      .conversation.state;
    expect(draft?.agencyId).toBeNull();
    expect(last('no tengo luz desde ayer en David, barrio Bolívar, la empresa es ENSA')).toContain('Naturgy');
  });

  it('is where it supplies a part of the province', () => {
    expect(last('me cobraron dos veces el recibo de luz de ENSA, vivo en Betania')).toContain('ENSA');
  });
});

describe('one’s own money', () => {
  it('is no denuncia that asks who may know', () => {
    expect(last('el taxista me cobro 10 dolares de albrook a calidonia placa 8t1234')).toMatch(/Queja: Taxi/);
  });

  it('is one where others are concerned', () => {
    expect(
      last('el director cobra 20 dolares a todos los niños por la matricula, escuela de Chitré'),
    ).toContain('Con reserva');
  });
});

describe('a town whose name is an everyday word', () => {
  it.each([
    ['no me quieren dar el recibo de la luz, soy de las tablas y la oficina esta cerrada', '0702'],
    ['construyen un edificio y trabajan hasta las 11 de la noche, en el cangrejo', '080407'],
  ])('is meant where they come from and work: %s', (text, code) => {
    expect(told(text).conversation.state.draft?.place?.code).toBe(code);
  });

  it('is no place where planks are', () => {
    expect(
      told('se rompieron las tablas del puente colgante').conversation.state.draft?.place ?? null,
    ).toBeNull();
  });
});

describe('asked of papers', () => {
  it('of a municipality no other body is offered', () => {
    const text = last('como saco el paz y salvo del municipio de panama');
    expect(text).toContain('Municipio de Panamá');
    expect(text).not.toContain('DGI');
  });

  it('which day it opens is of the body named before', () => {
    expect(last('a que hora abre migración', 'y los sabados?')).toContain('Migración');
  });
});

describe('told in pieces', () => {
  it('the line that tells the matter is what it is about, and not all lines read together', () => {
    const words = [
      'quiero poner una queja',
      'contra el municipio',
      'porque no recogen los perros callejeros',
    ];
    expect(told(...words, 'en Arraijan cabecera').conversation.state.draft?.serviceId).toBe('stray-animals');
  });

  it('what is told besides while the place is asked is a matter of its own', () => {
    const talk = told('el agua sale color chocolate en chepo', 'y tambien la luz se va a cada rato');
    expect(talk.conversation.state.later).toEqual(['y tambien la luz se va a cada rato']);
    expect(talk.conversation.state.draft?.description).toEqual(['el agua sale color chocolate en chepo']);
  });

  it('what it is about, told after words that were taken for something else', () => {
    const talk = told(
      'la empresa nunca me resuelve el reclamo',
      'es por el hueco de mi calle en Juan Diaz, calle 120',
    );
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
  });
});

describe('said of this desk', () => {
  it('that nothing comes of it is no matter of a company', () => {
    const talk = told('No sirve de nada escribir aqui nunca resuelven');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.asks).toBe('description');
  });

  it.each([
    'para que reportar si nunca arreglan el hueco de mi calle',
    'no me contestan en la naturgy, no sirve llamar',
  ])('beside a matter it takes nothing from that: %s', text => {
    expect(told(text).conversation.state.draft).not.toBeNull();
  });

  it('that an earlier report is to be changed is no matter, where there is none', () => {
    expect(last('quiero cambiar mi queja, no era en la calle 50 era en la calle 52')).toContain(
      'Por aquí no tiene casos',
    );
  });
});

it('a name told after filing is of who was complained of, and not the writer’s', () => {
  const talk = told(
    'en la oficina de pasaportes me trataron mal, una muchacha grosera',
    'si',
    'se llama Yadira',
  );
  expect(talk.turns.at(-1)?.cases).toHaveLength(1);
  expect(talk.last()?.text).not.toContain('sus datos');
});

it.each(['si mano', 'dale brother', 'si mi pana'])('a friendly word behind a yes is a yes: %s', yes => {
  expect(told(WATER, yes).cases).toHaveLength(1);
});
