import { describe, expect, it } from 'vitest';
import { openStage, startTalk, type Talk } from '../support/play.ts';

const stage = await openStage();
const WATER = 'llevo tres dias sin agua en los andes 2, san miguelito';
const SCHOOL =
  'quiero denunciar que la directora de la escuela de Monagrillo en chitré cobra 20 dolares por la matricula';

function told(...texts: string[]): Talk {
  const talk = startTalk(stage);
  for (const text of texts) talk.say(text);
  return talk;
}

function told1(words: string): Talk {
  return told(WATER, words);
}

function filed(words: string): Talk {
  return told(WATER, 'sí', words);
}

const words = (talk: Talk): string => talk.conversation.state.draft?.description.join(' · ') ?? '';
const last = (talk: Talk): string =>
  talk.turns
    .at(-1)
    ?.replies.map(({ text }) => text)
    .join('\n') ?? '';

describe('words to a report that was read back, put as nobody foresaw', () => {
  it.each([
    'un ratito que se me está quemando la comida',
    'deje que llegue mi marido pa preguntarle si está bien así',
    'dejeme buscar el recibo pa estar segura',
  ])('let it wait: %s', said => {
    const talk = told1(said);
    expect(words(talk)).toBe(WATER);
    expect(talk.cases).toHaveLength(0);
    expect(talk.conversation.state.draft).not.toBeNull();
  });

  it.each([
    'mi hermana dice que eso no sirve de nada',
    'así es este país, el pobre que se aguante',
    'uy que nervios, nunca había hecho esto',
  ])('are no word of it where they only sigh: %s', said => {
    const talk = told1(said);
    expect(words(talk)).toBe(WATER);
    expect(last(talk)).toContain('Le entiendo');
    expect(last(talk)).toContain('¿Envío el reporte');
  });

  it.each([
    'hay algo ahí que está mal leído',
    'eso que puso ahí no es',
    'mmm no, lea bien lo que yo le puse',
  ])('say that something is wrong, and are asked what: %s', said => {
    const talk = told1(said);
    expect(words(talk)).toBe(WATER);
    expect(last(talk)).toContain('¿Qué cambio?');
  });

  it.each([
    'sabe qué, déjelo, ya estoy cansada de reportar',
    'fíjese que ya se compuso solo eso, dejémoslo ahí',
  ])('leave it only once they agree: %s', said => {
    const talk = told1(said);
    expect(last(talk)).toContain('¿Dejo de hacerlo?');
    expect(talk.cases).toHaveLength(0);
  });

  it.each([
    ['¿y eso cuánto se demora más o menos', 'días hábiles'],
    ['y el vecino va a saber que fui yo', 'puede ver sus datos'],
    ['me imagino que eso no tiene costo no', 'no cuesta nada'],
    ['yo no sé si tengo que ir allá a firmar algo', 'No tiene que ir a ninguna parte'],
    ['y cómo hago yo después para ver cómo va eso', 'mis casos'],
  ])('are answered by the desk itself, and kept out of it: %s', (said, known) => {
    const talk = told1(said);
    expect(last(talk)).toContain(known);
    expect(words(talk)).toBe(WATER);
  });

  it.each([
    'es más adelante, en la entrada, por donde paran los buses',
    'póngalo a nombre de mi abuela, yo solo le estoy escribiendo',
  ])('agree to nothing by a word that may be a yes: %s', said => {
    expect(told1(said).cases).toHaveLength(0);
  });

  it('are sent where they say so in words of their own', () => {
    expect(told1('mándala mándala que esa gente me va a oír').cases).toHaveLength(1);
    expect(told1('si pues mándelo con fe en Dios').cases).toHaveLength(1);
  });

  it.each(['no le tengo miedo a nadie, ponga mi nombre', 'ponga mi nombre completo, yo no le tengo miedo'])(
    'are no cry for help: %s',
    said => {
      expect(told1(said).conversation.mode).toBe('bot');
    },
  );

  it('tell no danger where they only say when or where', () => {
    for (const said of [
      'ahorita no puedo, estoy limpiando en casa de la señora',
      'es por el minisúper del chino',
    ])
      expect(last(told1(said))).not.toContain('llame ya');
  });

  it('name no body to be one more matter', () => {
    const talk = told(SCHOOL, 'con reserva', 'eso mándelo mejor a la Defensoría, MEDUCA nunca contesta');
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.conversation.state.draft?.agencyId).toBe('defensoria');
  });

  it('are written anew by who wants them otherwise', () => {
    const talk = told(SCHOOL, 'con reserva', 'quítele eso de la directora, nada más ponga la escuela');
    if (last(talk).includes('¿Cómo quiere que diga?')) talk.say('en una escuela cobran la matrícula');
    expect(words(talk)).not.toContain('directora');
    expect(talk.cases).toHaveLength(0);
  });
});

describe('words to a case that was filed a moment ago, put as nobody foresaw', () => {
  it.each([
    'gracias a Dios, yo le prendí una velita a la virgen',
    'treinta días pa poner el agua, ni que fuera a traerla de la China',
    'me tiemblan las manos, nunca había hecho algo así',
  ])('are no word of it where they only sigh: %s', said => {
    const talk = filed(said);
    expect(talk.cases[0]?.description).toEqual([WATER]);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'hoy llegó un poquito pero sale chocolate',
    'se me pasó decirle que hay una señora encamada en la casa',
    'y en la vereda de arriba tampoco les llega',
  ])('go to it where they tell more: %s', said => {
    const talk = filed(said);
    expect(talk.cases[0]?.description.join(' ')).toContain(said);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each(['ay no, devuélvalo, mi marido se puso bravo', 'yo quiero que haga como que yo no escribí nada'])(
    'take it back only once they agree: %s',
    said => {
      const talk = filed(said);
      expect(last(talk)).toContain('¿Lo retiro?');
      expect(talk.cases[0]?.status).not.toBe('withdrawn');
    },
  );

  it('are told how it is followed', () => {
    expect(last(filed('y como sigo esto'))).toContain('Le aviso aquí mismo');
  });

  it('are asked what is wrong', () => {
    expect(last(filed('ahí le pusieron algo que yo no dije'))).toContain('¿Qué está mal');
  });

  it('are told that it was sent, where they want it to wait', () => {
    expect(last(filed('pero no se lo mande todavía, estoy pensando'))).toContain('ya se envió');
  });

  it('put no confidence beside it that has nothing to do with it', () => {
    const talk = filed('mi papá me pega todos los días');
    expect(JSON.stringify(talk.cases[0])).not.toContain('me pega');
  });
});

describe('what a yes, a wait or a wish seems to stand in', () => {
  it('is not sent by who only bids to add: ponle eso', () => {
    expect(told1('ya van dos semanas así y los baldes vacíos, ponle eso').cases).toHaveLength(0);
  });

  it('does not cost what is told with a wait', () => {
    const talk = told(
      'hello, the metrobus driver left me at the stop today, he just didnt stop',
      'wait, it was at the Albrook stop like 7:15 am, bus number was C850',
    );
    expect(words(talk) + JSON.stringify(talk.conversation.state.draft?.place)).toContain('C850');
  });

  it('shows what the body reads, asked in whatever words', () => {
    expect(last(told1('puedo ver lo q escribiste ahí'))).toContain(WATER);
    expect(last(filed('puedo ver lo que escribiste en mi caso'))).toContain(WATER);
  });

  it('takes a case back rather than say how it is kept', () => {
    const talk = told(
      SCHOOL,
      'con reserva',
      'sí',
      'sabe q, mejor la quiero retirar, tengo miedo q se enteren',
    );
    expect(last(talk)).toContain('retiro');
  });

  it('puts the place of a case right in so many words', () => {
    const talk = told(
      'no hay agua en Las Tablas, por la iglesia de San José',
      'sí',
      'cambiar el lugar a Las Tablas, calle 3',
    );
    expect(talk.cases[0]?.place?.text).toContain('calle 3');
  });

  it('tells who wants no more messages how to stop them', () => {
    expect(last(told('no quiero recibir más mensajes'))).toContain('no le va a llegar nada');
    const sms = startTalk(stage, 'sms');
    sms.say('ya no me escriban más');
    expect(sms.last()?.text).toContain('ALTO');
  });
});

describe('asked how it shall read instead', () => {
  const ASKED = 'quítele eso de la directora, nada más ponga la escuela';

  it.each(['déjelo así', 'no sé', 'sí', 'nada'])('it stays as it was by %s', said => {
    const talk = told(SCHOOL, 'con reserva', ASKED, said);
    expect(words(talk)).toBe(SCHOOL);
    expect(talk.cases).toHaveLength(0);
  });

  it('who wants nothing sent leaves it', () => {
    const talk = told(SCHOOL, 'con reserva', ASKED, 'mejor no mande nada');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('a telephone in an anonymous one goes to nobody', () => {
    const talk = told(SCHOOL, 'anónima', ASKED, 'soy Ana Pérez, mi teléfono es 6000-0000');
    expect(words(talk)).not.toContain('6000-0000');
  });
});

describe('words that seem to tell where', () => {
  it('number no door: en mi casa 3 días', () => {
    const talk = told('no hay agua en mi casa 3 dias en La Cabima, Alcalde Diaz');
    expect(talk.conversation.state.draft?.place?.text).toBe('La Cabima, Alcalde Diaz');
  });

  it('move no case where they say that it is the same', () => {
    const talk = told(
      'no hay maestro de inglés en la escuela de Soná',
      'sí',
      'no es otra queja, es la misma, corrige el grado',
    );
    expect(talk.cases[0]?.place?.text).not.toContain('misma');
  });
});

it.each(['es losartan lo que no hay', 'lo que falta es insulina'])(
  'the matter told closer is no other one: %s',
  said => {
    const talk = told('no hay las pastillas de la presión en el hospital del seguro de Chitré', said);
    expect(talk.conversation.state.draft?.serviceId).toBe('css-medicine');
    expect(words(talk)).toContain(said);
    expect(last(talk)).toContain('Lo agregué');
  },
);
