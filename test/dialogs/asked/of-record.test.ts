import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const DARK = 'no hay luz en villa lucre, calle 4';
const BODY = 'ENSA';
const CASE = 'muestreme mi caso';
const PASSED_ON = /Ese dato no lo tengo confirmado|Eso lo tiene que contestar|Lo agregué/;

describe('what is asked of the report as it stands', () => {
  it.each([
    'como queda el lugar?',
    'qué dice lo que va a enviar?',
    'muestreme mi reporte',
    'enséñeme lo q va a mandar',
  ])('is shown: %s', words => {
    expect(said(DARK, words)).toMatch(/La entidad va a leer: «no hay luz.*calle 4»[\s\S]*Esto voy a enviar/);
    expect(said(DARK, words)).not.toMatch(PASSED_ON);
    expect(told(DARK, words).conversation.state.draft?.description).toEqual([DARK]);
  });

  it.each(['va con mi nombre?', 'quedo con reserva verdad', 'quien ve mi nombre?'])(
    'says who is seen: %s',
    words => {
      expect(said(DARK, words)).toContain('la entidad puede ver sus datos');
      expect(said(DARK, 'con reserva', words)).toContain('no ve quién es usted');
    },
  );

  it('in English too', () => {
    expect(said('no light in villa lucre, calle 4', 'does the neighbor get my name or not?')).toContain(
      'the public body can see your details',
    );
    expect(said('no light in villa lucre, calle 4', 'do I have to give my name?')).toContain(
      'You do not have to give',
    );
    expect(said('no light in villa lucre, calle 4', 'am I allowed to complain?')).toContain(
      'Anybody can file',
    );
  });

  it.each(['y me llaman o no?', 'como me llega la respuesta?'])('and how an answer comes: %s', words => {
    expect(said(DARK, words)).toContain('le llegan aquí mismo');
  });

  it.each(['solo si ustedes me aseguran que alguien va a ir mañana', 'me lo aseguran si o no'])(
    'and what nobody can promise is not: %s',
    words => {
      expect(said(DARK, words)).toContain('no se lo puedo asegurar');
      expect(told(DARK, words).cases).toEqual([]);
    },
  );
});

describe('what is asked of the case just filed', () => {
  it.each([CASE, 'enséñeme q fue lo q le mandaron', 'show me what you sent'])('is shown: %s', words => {
    expect(said(DARK, 'sí', words)).toMatch(new RegExp(`(lee|This is what) ${BODY}( reads)?: [«“]${DARK}`));
    expect(told(DARK, 'sí', words).cases[0]?.description).toEqual([DARK]);
  });

  it('begins with a capital also where a person has yet to decide who has it', () => {
    const shown = said(
      'quiero poner una queja de algo raro en mi barrio',
      'otra cosa',
      'chepo',
      'sí',
      'sí',
      CASE,
    );
    expect(shown).toContain('\nEsto es lo que lee una persona del 311: «');
  });

  it('says who is seen in it', () => {
    expect(said(DARK, 'con reserva', 'sí', 'quedó con reserva verdad?')).toContain('no ve quién es usted');
    expect(said(DARK, 'sí', 'did it go with my name or not?')).toMatch(/see your details|ver sus datos/);
  });
});

describe('asked whether they may', () => {
  it.each(['puedo ponerlo por ella?', 'can I file it for my mother?'])(
    'report for somebody else: %s',
    words => {
      expect(said(DARK, words)).toMatch(/puede presentarlo por otra persona|file it for somebody else/);
    },
  );
});

describe('whether others see their name', () => {
  it('is answered of the report and of the case, and passed on to nobody', () => {
    expect(said(DARK, 'con reserva', 'la alcaldía ve mi nombre o no?')).toContain('no ve quién es usted');
    const talk = told(DARK, 'con reserva', 'sí', '¿La alcaldía ve mi nombre o no?');
    expect(talk.last()?.text).toContain('no ve quién es usted');
    expect(talk.cases[0]?.description).toEqual([DARK]);
    expect(said(DARK, 'puede el de la alcaldia ver esto?')).toContain('A nadie más se le avisa');
  });
});

describe('what stands in the case just filed', () => {
  it.each([
    '¿Puede decirme qué tengo escrito en el caso?',
    'que dice mi reporte? puso lo de la luz?',
    'q quedo escrito',
    'léame el caso',
    'what is written in my case?',
  ])('is read out: %s', words => {
    const talk = told(DARK, 'sí', words);
    expect(talk.last()?.text).toContain(DARK);
    expect(talk.cases[0]?.description).toEqual([DARK]);
  });

  it.each([
    'y me pueden ver el nombre?',
    'q nombre salio, el mio o anonimo?',
    'salí anónimo o con mi nombre?',
  ])('says who is seen in it: %s', words => {
    expect(said(DARK, 'sí', words)).toContain('la entidad puede ver sus datos');
    expect(said(DARK, 'con reserva', 'sí', words)).toContain('no ve quién es usted');
  });

  it('has one sign between what was told in several messages', () => {
    const talk = told(`${DARK}.`, 'sí', 'agregue que hay un poste de madera', 'léame el caso');
    expect(talk.last()?.text).toContain(`${DARK}. agregue que`);
  });

  it('is of that case while the next report is not sent', () => {
    const next = 'otro problema: no pasan a recoger la basura';
    const talk = told(DARK, 'con reserva', 'sí', next, 'qué nombre salió, el mío o anónimo?');
    expect(talk.last()?.text).toMatch(/^Va con reserva/);
    expect(talk.last()?.asks).toBe('confirm');
  });
});

describe('an order with a question behind it', () => {
  it.each(['si mandelo pero quiero saber cuanto demoran', 'mándelo, y dígame cuándo responden'])(
    'is sent: %s',
    words => {
      const talk = told(DARK, words);
      expect(talk.cases[0]?.description).toContain(DARK);
      expect(said(DARK, words)).toContain('a más tardar');
    },
  );
});

describe('the PIN of their own case', () => {
  const NUMBER = '311-985-047-500';

  it.each([
    `mi caso es ${NUMBER} y el pin 482913`,
    `${NUMBER} pin 482913 todavía sigue oscuro y nadie viene`,
    'el pin es 482913 y todavía sigue oscuro',
  ])('is no word for the body that has it: %s', words => {
    const talk = told(DARK, 'sí', words);
    expect(talk.cases[0]?.number).toBe(NUMBER);
    expect(talk.cases[0]?.description.join(' ')).not.toContain('482913');
  });
});

describe('what the body reads', () => {
  it.each([
    'qué lee ENSA',
    'qué texto ven ellos?',
    'que dice mi caso exactamente?',
    'qué va a leer ENSA',
    'what will ENSA read?',
  ])('is shown of a case, and never asked of the body: %s', words => {
    const talk = told(DARK, 'sí', words);
    expect(talk.last()?.text).toContain(`Esto es lo que lee ENSA: «${DARK}»`);
    expect(talk.cases[0]?.description).toEqual([DARK]);
  });

  it('is shown of a report', () => {
    expect(said(DARK, 'qué lee ENSA')).toContain(`La entidad va a leer: «${DARK}»`);
  });
});

describe('whether a case can be seen without writing here', () => {
  it.each([
    'yo puedo ver en qué va sin volver a escribir por aqui?',
    'como veo en que va mi caso sin escribir aqui?',
    'puedo revisar mi caso por internet?',
    'can I check my case online?',
    'is there another way to follow it?',
  ])('is told the page: %s', words => {
    expect(said(DARK, 'si', words)).toMatch(/311\.example\.org\/caso.*PIN/);
    expect(told(DARK, 'si', words).turns.at(-1)?.cases).toEqual([]);
  });

  it('who asks how it goes is told that', () => {
    expect(said(DARK, 'si', 'en qué va mi caso?')).not.toContain('/caso');
  });
});

describe('in whose name it is', () => {
  const LATE = 'no le ha llegado el pago de 120 a los 65 a mi mamá, ella vive en Las Tablas';

  it.each([
    '¿a nombre de quién queda el caso, de mi mamá o mío?',
    'si pero el caso va a nombre de ella o mio? yo soy el hijo y vivo en Panama',
  ])('is nobody’s where no name was given, and moves no place: %s', asked => {
    const talk = told(LATE, asked);
    expect(talk.last()?.text).toContain('No lleva el nombre de nadie');
    expect(talk.conversation.state.draft?.place?.text).toBe('Las Tablas');
    expect(talk.conversation.state.draft?.description[0]).toBe(LATE);
  });

  it('is what they gave', () => {
    const talk = told(LATE, 'mi nombre es Rosa Pineda', '¿a nombre de quién va?');
    expect(talk.last()?.text).toContain('Rosa Pineda');
  });
});

it.each(['do I need a lawyer?', '¿necesito abogado?', 'hace falta un abogado para esto?'])(
  'no lawyer is needed to report: %s',
  asked => {
    const talk = told('no recogen la basura en calle 3 de Cerro Viento, San Miguelito', asked);
    expect(talk.last()?.text).toMatch(/no necesita abogado|need no lawyer/);
  },
);
