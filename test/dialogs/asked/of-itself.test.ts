import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const LEAK = 'hay una fuga de agua en la calle desde hace 4 dias';
const HOLE = 'hay un hueco enorme frente a la iglesia en Penonome';
const HIDDEN = 'quiero denunciar con reserva que en la oficina de transito de Santiago piden coima';
const NAMELESS = 'quiero denunciar de forma anonima que en la oficina de transito de Santiago piden coima';
/** What was said before, in every state a talk may stand in: nothing, asked where, summed up, filed, filed without a name. */
const STATES: readonly (readonly string[])[] = [[], [LEAK], [HOLE], [HOLE, 'si'], [NAMELESS, 'si']];

const text = (talk: Talk): string => (talk.turns.at(-1)?.replies ?? []).map(reply => reply.text).join('\n');
/** What is said to it in each state, and that no case was given the question. */
function inEach(asked: string): string[] {
  return STATES.map(before => {
    const talk = told(...before, asked);
    expect(JSON.stringify(talk.cases.map(c => c.description))).not.toContain(asked);
    expect(JSON.stringify(talk.conversation.state.draft?.description ?? [])).not.toContain(asked);
    return text(talk);
  });
}

describe('whether somebody learns who reported', () => {
  it.each([
    ['pero ustedes le dicen a la fabrica mi nombre si o no', 'a la fábrica'],
    ['y los policias le dicen a los vecinos quien llamo?', 'a los vecinos'],
    ['si uno pone una denuncia de los vecinos ellos se enteran quien fue?', 'a los vecinos'],
    ['mi marido se da cuenta si pongo esto?', 'a su marido'],
    ['y el dueño del bar sabra que yo lo denuncie?', 'al dueño'],
    ['eso lo ve mi patrona?', 'a su patrona'],
    ['y le van a decir a mi hermano?', 'a su hermano'],
    ['el va a saber q fui yo?', 'A nadie más'],
    ['ustedes dan mi nombre a alguien?', 'A nadie más'],
    ['quien va a ver esto?', 'A nadie más'],
    ['sera que el del taller averigua que lo denuncie yo', 'A nadie más'],
  ])('is told in every state, of the one who is named: %s', (asked, whom) => {
    for (const said of inEach(asked)) expect(said).toContain(whom);
  });

  it('is told by how the report is kept', () => {
    const asked = 'y el jefe de transito va a saber que fui yo?';
    expect(text(told(HIDDEN, asked))).toContain('no ve quién es usted ni su número');
    expect(text(told(HIDDEN, asked))).not.toContain('escriba «con reserva»');
    expect(text(told(NAMELESS, asked))).toContain('Va anónima');
    expect(text(told(HOLE, asked))).toContain('escriba «con reserva»');
    const kept = told(
      'la maestra le grita a los niños en la escuela de Arraijan',
      'con reserva. y la directora se entera?',
    );
    expect(text(kept)).toContain('Va con reserva');
  });

  it('is answered beside what follows from the rest', () => {
    const placed = told(LEAK, 'es en la calle 5 de Chitre. mi vecino se entera?');
    expect(placed.conversation.state.draft?.place?.text).toContain('calle 5');
    expect(text(placed)).toContain('a su vecino');
    // Who fears to be known is told first what the body sees.
    expect(told(HOLE, 'si mandalo, y el vecino se entera?').cases).toEqual([]);
  });

  it.each(['sí mandelo pero el nombre mio no', 'mandala pero mi nombre no', 'si, mandelo, menos mi nombre'])(
    'is wished with the order, and kept: %s',
    said => {
      const talk = told(HOLE, said);
      expect(talk.cases.map(({ privacy }) => privacy)).toEqual(['confidential']);
      expect(text(talk)).toContain('no ve quién es usted');
    },
  );

  it.each([
    'uno no sabe si eso lo ve el mides de aqui o el de santiago',
    'quiero saber a quien llamo si no me llega el decimo',
    'y la alcaldia como se entera de que la basura no pasó?',
    'el de conciliación le avisa a la empresa quien puso la queja. A la semana te botan',
    'tengo que dar mi nombre?',
  ])('is not asked: %s', said => {
    expect(text(told(said))).not.toMatch(/A nadie más se le avisa|El 311 no le avisa/);
  });
});

describe('what is kept of who writes', () => {
  it.each([
    'y ustedes que guardan de mi? mi numero de telefono?',
    'pero mi telefono lo tienen o no?',
    'pregunto si el 311 guarda mi numero',
    'y una pregunta que guardan ustedes de mi?',
    'que datos mios tienen ahi?',
    'ustedes tienen mi celular?',
  ])('is told in words, in every state: %s', asked => {
    for (const said of inEach(asked)) {
      expect(said).toContain('No tengo su teléfono ni su nombre');
      expect(said).toContain('/chat/export');
    }
  });

  it('holds what they wrote of themselves', () => {
    expect(text(told(HOLE, 'mi telefono es 6600-1142', 'y tienen mi telefono?'))).toContain('6600-1142');
  });

  it.each(['ya tienen mi numero de caso?', 'la compañia tiene mi numero y me cobra de mas, que hago?'])(
    'is not asked: %s',
    said => {
      expect(text(told(said))).not.toContain('No tengo su teléfono');
    },
  );
});

describe('whether a file may be sent here', () => {
  it.each([
    'y lo de la foto la mando por aqui?',
    'tengo los talonarios, los mando por aqui?',
    'le puedo pasar un video por este chat?',
    'puedo subir el recibo aqui?',
    'las fotos se las mando por aca o como?',
  ])('is told in every state: %s', asked => {
    for (const said of inEach(asked)) expect(said).toMatch(/mándela por aquí|no lleva fotos/);
  });

  it.each(['tengo el decreto en foto, como lo mando si es anonima?', 'le puedo mandar el video por aqui?'])(
    'is told honestly of an anonymous report: %s',
    asked => {
      expect(text(told(NAMELESS, asked))).toContain('no lleva fotos ni papeles');
      expect(text(told(NAMELESS, 'si', asked))).toContain('el número, el PIN y lo que se ve');
    },
  );

  it.each(['a donde mando los papeles de la beca?', 'como mando mi hijo a la escuela?'])(
    'is not asked: %s',
    said => {
      expect(text(told(said))).not.toContain('mándela por aquí');
    },
  );
});

describe('whether they are told here', () => {
  it.each([
    'me avisan por aqui si pasa el camion?',
    'y me llega a mi la respuesta?',
    'me avisa por este mismo chat?',
    'la respuesta me llega por aca?',
  ])('is told in every state: %s', asked => {
    for (const said of inEach(asked)) expect(said).toMatch(/por este chat|aquí mismo|se ve solo en/);
  });

  it('is told with the number of the case beside a yes', () => {
    const talk = told(HOLE, 'si. y me avisan por aqui?');
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toEqual([HOLE]);
    expect(text(talk)).toContain('Le avisaré aquí de cada novedad');
  });

  it.each(['no me avisen por aqui', 'cuando vienen a taparlo?'])('is not asked: %s', said => {
    expect(text(told(HOLE, said))).not.toContain('La respuesta y cada novedad');
  });
});
