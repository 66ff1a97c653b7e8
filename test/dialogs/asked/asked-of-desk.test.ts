import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const last = (...words: string[]) => told(...words).last()?.text ?? '';
const WAGES = 'trabajo en un restaurante en La Chorrera y no me pagan hace dos meses';

describe('a question about the desk and the report', () => {
  it.each([
    [WAGES, 'pero me piden cedula? yo no tengo, solo pasaporte vencido'],
    [WAGES, 'no es eso, digo que si para poner esta queja me piden cedula?'],
  ])('whether papers are needed is answered, and no matter of its own', (...words) => {
    const text = last(...words);
    expect(text).toContain('no le piden cédula');
    expect(text).toMatch(/MITRADEL|¿Envío el reporte/);
  });

  it('whether papers are needed is no other matter just after filing', () => {
    expect(last('no hay agua en Pacora', 'sí', 'y me piden cedula para esto?')).toContain(
      'no le piden cédula',
    );
  });

  it('of the papers of a procedure is one of the procedure', () => {
    expect(last('qué necesito para sacar el pasaporte', 'y me piden cedula?')).not.toContain(
      'presentar un reporte',
    );
  });

  it('whether somebody is told of it', () => {
    expect(last('si yo soy venezolana y no tengo papeles ustedes le avisan a migración?')).toContain(
      'El 311 no le avisa a Migración ni le da su nombre, ni a nadie más.',
    );
  });

  it('takes up what is told beside it', () => {
    const text = last('para poner una queja me piden cedula? no hay agua en Pacora desde ayer');
    expect(text).toContain('no le piden cédula');
    expect(text).toContain('IDAAN');
    const placed = told('no hay agua', 'en Pacora, ¿para poner el reporte me piden cédula?');
    expect(placed.last()?.text).toContain('no le piden cédula');
    expect(placed.conversation.state.draft?.place?.text).toBe('Pacora');
  });

  it('why data are wanted', () => {
    const text = last(
      'un funcionario usa el carro del estado para llevar a sus hijos al colegio',
      'para qué quieren mis datos? ustedes son del mismo gobierno',
    );
    expect(text).toContain('No tiene que dar sus datos');
    expect(text).toContain('¿Cómo quiere presentarla?');
  });

  it('whether it costs something', () => {
    expect(last('se fue la luz en San Felipe, Panamá', 'y eso cuesta algo?')).toContain('no cuesta nada');
  });

  it('whether anything was sent of what was left', () => {
    const words = ['no hay agua en Pacora', 'no envíe nada', 'seguro q no quedó nada?'];
    expect(last(...words)).toContain('No envié nada');
  });

  it('what erasing touches erases nothing and asks for nothing', () => {
    const text = last(
      'no hay agua en Pacora',
      'sí',
      'y joven una pregunta, eso de borrar mis datos me borra la pensión?',
    );
    expect(text).toContain('No toca su pensión');
    expect(text).not.toContain('¿Borro todo?');
    expect(last('no hay agua en Pacora', 'sí', 'borren mis datos')).toContain('¿Borro todo?');
  });
});

describe('a question about a case that was just filed', () => {
  const NO_WATER = ['no hay agua en Pacora, sector 3, y el cisterna no pasa', 'sí'];

  it('whether it holds what was told', () => {
    expect(last(...NO_WATER, 'pero si le puso lo del sector 3 y el cisterna?')).toContain(
      'quedó en lo que usted me contó',
    );
  });

  it('whether somebody will call is no wish for a person', () => {
    const talk = told(...NO_WATER, 'is it free? will somebody call me?');
    expect(talk.conversation.mode).toBe('bot');
  });

  it('where to ask is answered with how to reach the body', () => {
    expect(
      last('mi papá no ha cobrado el 120 a los 65 en Soná', 'sí', 'y donde pregunto la fecha de pago?'),
    ).toContain('MIDES');
  });

  it('how an anonymous one is followed', () => {
    const words = ['un funcionario usa el carro del estado los domingos', 'anónima', 'sí', 'y como la sigo?'];
    expect(last(...words)).toContain('/caso');
  });

  it('is no news of its end, unless it can be closed', () => {
    expect(
      last('no recogen la basura en Juan Díaz', 'sí', 'ya hoy pasaron, pueden cerrar el caso'),
    ).toContain('¿Quedó solucionado');
  });
});

describe('numbers for a danger', () => {
  it('are told again to who did not see them', () => {
    const words = [
      'la quebrada esta subiendo en rio abajo calle 9 y el agua esta entrando a la casa',
      'que numero dijo? no alcanzo a ver',
    ];
    const said = told(...words)
      .turns.at(-1)
      ?.replies.map(({ text }) => text);
    expect(said?.join()).toContain('520-4426');
  });
});

describe('what belongs to a case that is not joined to the talk', () => {
  it('makes no case of its own', () => {
    const words = [
      'el alcalde de san miguelito tiene a toda su familia en planilla cobrando sin trabajar',
      'anónima',
      'sí',
      'pero tambien quiero poner el nombre de la sobrina, en ingeniería municipal',
      'no!! es para el mismo caso del alcalde',
    ];
    expect(last(...words)).toContain('no queda unido a este chat');
    expect(told(...words).conversation.state.draft).toBeNull();
  });

  it.each([
    'también quiero poner el nombre de la sobrina, en ingeniería municipal',
    'i also want to add the name of his niece',
  ])('is told how to add to it: %s', words => {
    const talk = told(
      'el alcalde de san miguelito tiene a toda su familia en planilla',
      'anónima',
      'sí',
      words,
    );
    expect(talk.last()?.text).toMatch(/no queda unido a este chat|not joined to this chat/);
    expect(talk.conversation.state.draft).toBeNull();
  });
});

describe('a question that goes on', () => {
  it('is the same of something else', () => {
    const talk = told('donde saco el record policivo y cuanto cuesta', 'ah y el pasaporte?');
    expect(talk.last()?.text).toContain('¿Se refiere a alguno de estos trámites?');
    expect(last('qué necesito para renovar la licencia', 'tengo 72 años, es igual?')).toContain('ATTT');
  });
});

describe('what it is instead', () => {
  it('is a matter, and no place', () => {
    const draft = told(
      'yo trabajé 35 años en la Chiriquí Land y nunca falté, y ahora la quincena no me cayó',
      'No no joven, es la jubilación, la del Seguro Social. Yo vivo en David en San Mateo',
    ).conversation.state.draft;
    expect(draft).toMatchObject({ serviceId: 'css-benefits', place: { text: 'San Mateo' } });
  });
});

describe('what does not seem to be for a public body', () => {
  it('is sent all the same to who then says where it is', () => {
    const words = [
      'es que mi primo vende cosas de dudosa procedencia por ahí',
      'en San Miguelito, Santa Librada',
    ];
    const draft = told(...words).conversation.state.draft;
    expect(draft?.description).toContain(words[0]);
    expect(draft?.place?.text).toContain('Santa Librada');
  });
});

describe('who asks who learns of it', () => {
  it('is answered before they tell anything', () => {
    expect(last('oye y si les cuento algo se entera la policia?')).toContain('A nadie más se le avisa');
  });

  it.each(['usted es un robot?', 'un robot me contesta?', 'ok usted es una persona o una grabación?'])(
    'what answers here: %s',
    text => {
      const talk = told(text);
      expect(talk.last()?.text).toContain('Soy el asistente automático');
      expect(talk.conversation.mode).toBe('bot');
      expect(talk.conversation.state.draft).toBeNull();
    },
  );

  it('what answers here is nothing of the report', () => {
    const talk = told('hay un hueco en la calle 5 de bethania', 'usted es maquina o no?');
    expect(talk.last()?.text).toMatch(/Soy el asistente automático[\s\S]*¿Envío el reporte/);
    expect(talk.conversation.state.draft?.description).toEqual(['hay un hueco en la calle 5 de bethania']);
  });
});
