import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const last = (...words: string[]): string => told(...words).last()?.text ?? '';
const WATER = ['no hay agua en bethania hace 2 dias', 'si'];
const BUS = ['el chofer del metrobus me grito en la 12 de octubre', 'si'];

describe('asked just after filing', () => {
  it('how the place was written down is told', () => {
    expect(last(...WATER, 'como quedo apuntado el lugar?')).toContain('el lugar quedó así: bethania');
    expect(last('la compañia tigo me sigue cobrando', 'si', 'como quedo el lugar?')).toContain(
      'no lleva lugar',
    );
  });

  it('whether a document can be sent is a question of this chat', () => {
    expect(last(...WATER, '¿puedo mandar un plano en PDF?')).not.toContain('IDAAN');
  });

  it('whom it reaches is told', () => {
    expect(last(...BUS, 'y eso le llega al chofer o a quien?')).toMatch(
      /no le avisa al|A nadie más se le avisa/,
    );
  });

  it('when somebody comes is asked, and told the day of the answer', () => {
    const talk = told(
      'no recogen la basura en bethania hace 2 dias',
      'si',
      'Y MAS O MENOS CUANDO PASA EL CAMION?',
    );
    expect(talk.last()?.text).toContain('debe responder a más tardar');
    expect(talk.turns.at(-1)?.cases).toEqual([]);
  });

  it('whether the company learns of it is answered by how it is kept', () => {
    const kept = ['en la obra no nos han pagado el decimo, no quiero que sepan q fui yo', 'si mande'];
    expect(last(...kept, 'y si la empresa se entera de todos modos?')).toContain('no ve quién es');
  });

  it('how an anonymous one is followed is told, and no report is made of it', () => {
    const talk = told(
      'hay un local que pone musica hasta las 4 am, calle Uruguay',
      'anonimo mejor',
      'si',
      'como sigo el caso?',
    );
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toContain('PIN');
  });

  it('what belongs to an anonymous one is no new report', () => {
    const talk = told(
      'en el minisuper el chinito feliz de vista alegre el arroz dice 2.50 y me cobraron 3.10',
      'mejor anónimo',
      'si',
      'es lo del arroz que acabo de poner, el chinito feliz',
    );
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toContain('no queda unido a este chat');
  });

  it('of a report made by telephone it is said that it does not show here', () => {
    expect(last('lo puse por telefono y no me dieron ningun numero')).toContain('por teléfono no aparece');
  });
});

describe('asked instead of sending', () => {
  const FINE = 'me pusieron una boleta en la via España y yo no iba manejando';

  it.each([
    'no, yo lo q quiero saber es donde voy a reclamar eso',
    'no mande nada, digame donde se apela una boleta',
  ])('it is answered, and the report left: %s', text => {
    const talk = told(FINE, text);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toContain('ATTT');
  });

  it.each([
    'buen dia, como consulto una multa de transito',
    'quisiera saber el horario del CSS de plaza tocumen',
  ])('how an office is used makes no report: %s', text => {
    expect(told(text).conversation.state.draft).toBeNull();
  });

  it('whether they can be helped at all is a yes', () => {
    expect(last('buenas tardes quisiera saber si ustedes me pueden ayudar con un problema')).toContain(
      '¿En qué le puedo ayudar?',
    );
  });
});

describe('what only the body can tell, asked after filing', () => {
  const PAY = ['mi jefe no me paga el decimo en una tienda en la via españa en Bella Vista', 'si'];

  it.each(['y puedo pedir q me devuelvan la plata?', 'y si mi jefe me bota por esto?'])(
    'is kept for it, with its telephone, and answered with no day: %s',
    asked => {
      const talk = told(...PAY, asked);
      expect(talk.last()?.text).toMatch(/Eso lo tiene que contestar MITRADEL.*Teléfono: 800-0016/s);
      expect(talk.last()?.text).not.toContain('a más tardar');
      expect(talk.cases[0]?.description.at(-1)).toBe(asked);
    },
  );

  it.each(['y me van a llamar a mi o como es', '¿me llaman ellos?', '¿me van a escribir?'])(
    'how they will hear is told: %s',
    asked => {
      expect(last(...PAY, asked)).toContain('Le aviso aquí mismo');
    },
  );

  it.each(['y si no me contestan?', 'y si no hacen nada?'])('has the day of the answer: %s', asked => {
    expect(last(...PAY, asked)).toContain('a más tardar');
  });

  it('its telephone is told to who asks for it', () => {
    expect(last(...PAY, 'a quién llamo para que me digan?')).toContain('800-0016');
  });
});
