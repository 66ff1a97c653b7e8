import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const draft = (...words: string[]) => told(...words).conversation.state.draft;
const last = (...words: string[]) => told(...words).last()?.text ?? '';
const NO_WATER = 'no hay agua en Pacora';
const PHOTO = { id: 'one', type: 'image/jpeg', bytes: 120_000 };
const NOISE = 'el vecino tiene la música a todo volumen en el chorrillo calle 27';

describe('a danger', () => {
  it.each([
    'mi ex me escribe todo el día amenazándome que me va a matar',
    'mi ex me manda mensajes amenazándome de muerte',
  ])('of a partner is heard: %s', words => {
    const said = told(words).turns.flatMap(({ replies }) => replies.map(({ text }) => text));
    expect(said.join('\n')).toContain('182');
    expect(said.join('\n')).not.toContain('No sé si esto lo atiende');
  });

  it('is none where nobody is hurt', () => {
    const words = ['hay un derrumbe en la carretera de boquete', 'no, no hay heridos'];
    expect(last(...words)).not.toContain('Emergencias médicas');
    expect(draft(...words)?.serviceId).not.toBe('wildlife');
  });

  it('to a child is reported to who protects children, whatever is told on', () => {
    const words = ['mi vecina le pega a su hijito todos los días', 'costa del este', 'es el ph marea'];
    expect(draft(...words)?.serviceId).toBe('child-risk');
  });
});

describe('what only sounds like a danger', () => {
  it('decides of no report', () => {
    const words =
      'Cinco horas botada en Tocumen porque no anuncian los cambios de puerta. Y una silla de ruedas para mi mamá nunca llegó';
    expect(draft(words)?.serviceId).not.toBe('crime-report');
    expect(draft('le pegaron fuego al cerro la semana pasada, Macaracas')?.serviceId).not.toBe('fire-safety');
  });
});

describe('who may know', () => {
  it('is asked before anything else is told, and answered', () => {
    expect(last('oye quien lee esto')).toContain('no ve quién es');
  });

  it('is heard while something else is asked', () => {
    const words = [
      'quiero poner una denuncia',
      'el policía del pueblo vende droga y si sabe q fui yo me mata',
    ];
    expect(draft(...words)?.privacy).toBe('confidential');
  });

  it.each([
    'no me quieren dar cita de cardiología en la policlínica de Santiago, me dan para junio',
    'que no me digan a mí, yo llevo tres días sin agua en Pacora',
    'no hay agua en Pacora, quisiera saber si saben cuándo me van a poner el agua',
  ])('is not what they speak of: %s', words => {
    expect(draft(words)?.privacy).toBeNull();
  });
});

describe('a photo', () => {
  it.each(['eso es del municipio', 'vivo en Chepo y el bus no para en la parada'])(
    'sent with a correction is kept once: %s',
    words => {
      const talk = told(NO_WATER);
      talk.send({ texts: [words], files: [PHOTO] });
      expect(talk.conversation.state.draft?.attachments).toHaveLength(1);
    },
  );
});

describe('after filing', () => {
  it('who was given a fine has no solution', () => {
    expect(last(NOISE, 'sí', 'ya me pusieron una boleta por reclamar')).not.toContain('¿Quedó solucionado');
  });

  it('every matter beside a question is taken down', () => {
    const words =
      'cuánto demoran, además hay un hueco en calle 50, Bella Vista, además no hay agua en Pacora';
    const { state } = told(NOISE, 'sí', words).conversation;
    expect([...(state.draft?.description ?? []), ...state.later].join(' ')).toMatch(/hueco.*agua/);
  });

  it('the place is put into a case that has none', () => {
    const talk = told('me estafaron por yappy 300 dólares', 'sí', 'en panamá, calle 50');
    expect(talk.cases[0]?.place?.text).toBe('panamá, calle 50');
  });

  it('who wants it cancelled is asked', () => {
    expect(last(NOISE, 'sí', 'ya se acabó la bulla, cancele eso')).toContain('¿Lo retiro?');
  });

  it('what came back is a solution', () => {
    expect(last('me cortaron el agua y yo pagué, en Ancón', 'sí', 'ya me la pusieron gracias')).toContain(
      '¿Quedó solucionado',
    );
  });

  it('who offers a photo of the bill is told to send it', () => {
    expect(last(NOISE, 'sí', 'tengo un video de la bulla, lo mando?')).toContain('mándela por aquí');
  });

  it('what is said with the name of the same body is kept', () => {
    const talk = told('el metro línea 2 se paró una hora ayer', 'sí', 'no, línea 1');
    expect(talk.cases[0]?.description.at(-1)).toBe('no, línea 1');
  });
});

describe('several matters', () => {
  it('are taken one by one, however they are written', () => {
    const { state } = told(
      'kiero poner keja q no ai agua desde el marte y la vasura no pasa y el poste ta apagao en el sector 4 de burunga arraijan mi nombre es juan q demoran',
    ).conversation;
    expect(state.draft?.serviceId).toBe('no-water');
    expect(state.later).toHaveLength(2);
  });
});

describe('how it is to be kept, said before anything else', () => {
  it.each([
    ['anónima', 'anonymous'],
    ['con reserva', 'confidential'],
  ])('holds for what is told then: %s', (words, privacy) => {
    expect(draft(words, 'no hay agua en Pacora')).toMatchObject({
      privacy,
      description: ['no hay agua en Pacora'],
    });
  });
});

describe('what was begun without a matter', () => {
  it('is about what is told at last', () => {
    const words = [
      'quiero una queja del idaan',
      'no, mejor del municipio',
      'no recogen la basura en la barriada el valle, San Miguelito',
    ];
    expect(draft(...words)?.serviceId).toBe('garbage-not-collected');
  });

  it('is what is told with the place, and not what a question sounded like', () => {
    const words = 'es que la trabajadora social me trató mal en el MIDES de La Chorrera';
    const report = draft('oye y si pongo la queja no me quitan el subsidio?', words);
    expect(report).toMatchObject({ serviceId: 'social-aid', place: { text: 'el MIDES de La Chorrera' } });
    expect(report?.description.filter(line => line === words)).toHaveLength(1);
  });

  it('is told once, where it puts the place right as well', () => {
    const words = 'es en Tocumen, el transformador explotó anoche';
    expect(draft('no hay luz en Betania', words)?.description).toEqual(['no hay luz en Betania', words]);
  });

  it('is the language they wish, and nothing of the case', () => {
    const talk = told('there is no water in Paitilla', 'yes', 'ahora en español por favor');
    expect(talk.last()?.text).toContain('seguimos en español');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('is told once more what it costs', () => {
    expect(last('perdí mi cédula, qué tengo que hacer', 'cuánto cuesta')).toContain('B/.35.00');
  });

  it('is Portuguese where enough of it is', () => {
    expect(last('bon dia, nao tenho agua em casa')).toContain('en español o en inglés');
  });
});
