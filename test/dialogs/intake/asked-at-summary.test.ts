import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said: last, draftOf } = await openTalks();

const NOISE = 'mi vecino hace mucho ruido de maquinas en la madrugada, en calidonia calle 31';
const INTERNET = 'me cobraron dos veces el internet de Tigo, es en mi casa en San Pablo Viejo, David';
const INSULIN = 'no hay insulina en la policlinica San Juan de Dios de Aguadulce hace tres semanas';
const RENT = 'my landlord wont give me back the deposit, 650, apartment in El Cangrejo';
const BOSS = 'mi jefe me acosa en el trabajo, pero que no salga mi nombre';
const CARD = 'quiero una queja porque la cedula no me la entregan en chitre';

describe('an order at the end', () => {
  it.each(['no esta en emergencia, todavia esta bien. mandelo', 'todavía no está grave, mándelo'])(
    'counts, whatever is denied before it: %s',
    said => {
      expect(told(INSULIN, said).cases).toHaveLength(1);
    },
  );

  it.each(['todavia no, mañana', 'no lo mande todavia'])('is none of who waits: %s', said => {
    expect(told(INSULIN, said).cases).toHaveLength(0);
  });
});

describe('a question beside a yes', () => {
  it('names a body and changes none', () => {
    const talk = told(INTERNET, 'pero primero responde tigo o asep? si mandalo');
    expect(talk.cases[0]?.holder?.agencyId).toBe('telecom');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('primero a la empresa');
  });

  it.each(['si enviar. cuando me contestan?', 'ok yes send. how long until they answer me?'])(
    'by when they answer stands in the receipt: %s',
    said => {
      const talk = told(INSULIN, said);
      expect(talk.cases).toHaveLength(1);
      expect(talk.turns.at(-1)?.replies[0]?.text).not.toMatch(/no lo tengo confirmado|no confirmed/);
    },
  );

  it('who sees the name is answered, and it is sent', () => {
    const talk = told(
      INSULIN,
      'sin mi nombre, con reserva',
      'ok pero mi nombre no lo ven ni ahí verdad? mándela',
    );
    expect(talk.cases[0]?.privacy).toBe('confidential');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('no ve quién es usted');
  });

  it('keeps the yes to the report that was offered', () => {
    const draft = draftOf(
      'cuando pagan el 120 a los 65, a mi mamá no le llegó este mes, vive en Aguadulce',
      'si, pero cuando es que tienen que pagarlo?',
    );
    expect(draft?.serviceId).toBe('120-65');
  });
});

describe('a body named at the summary', () => {
  it.each([
    'no es vecino, es un negocio, mandelo al municipio de panama',
    'le dije que no es vecino, mandelo al municipio',
    'mejor enviela al municipio',
    'pero al municipio',
  ])('gets it, and it stays what it is: %s', said => {
    const draft = draftOf(NOISE, said);
    expect(draft?.agencyId).toBe('mun_panama');
    expect(draft?.serviceId).toBe('neighbour-noise');
    expect(draft?.place?.text).toBe('calidonia calle 31');
  });

  it('gets it with how it is to be kept, told beside it', () => {
    const draft = draftOf(NOISE, 'van a saber quien soy?', 'con mis datos, pero al municipio');
    expect(draft?.agencyId).toBe('mun_panama');
    expect(draft?.privacy).toBe('normal');
  });

  it.each(['no, que vaya a Tigo primero, como decia antes', 'quien lo atiende, Tigo o ASEP? ponle Tigo'])(
    'is put right: %s',
    said => {
      expect(last(INTERNET, 'mandelo a ASEP', said)).toContain('Lo atiende: Tigo');
    },
  );

  it('is none where who is accused works there', () => {
    const said = 'es del municipio de Arraiján, y yo soy empleada pública, eso va a MITRADEL?';
    expect(last(BOSS, said)).not.toContain('Municipio de Arraiján');
    const draft = draftOf(BOSS, said);
    expect(draft?.agencyId).toBeNull();
    expect(draft?.description.at(-1)).toBe(said);
  });

  it('a question about it reopens nothing', () => {
    const draft = draftOf(RENT, 'so MIVIOT can force him to give it back? he says the contract is verbal');
    expect(draft?.serviceId).toBe('housing');
    expect(draft?.description.at(-1)).toBe('he says the contract is verbal');
  });
});

describe('a place', () => {
  it.each([
    'ESO NO ES EL LUGAR. CHITRE NADA MAS',
    'eso no es el lugar. Chitre nada mas. y que documentos faltan?',
  ])('is what they say alone: %s', said => {
    const draft = draftOf('no me entregan la cedula en la oficina de Chitre', said);
    expect(draft?.place?.text.toLowerCase()).toBe('chitre');
  });

  it('that they affirm stays, and what stands behind is added', () => {
    const bridge =
      'al puente colgante le faltan tablas, en Guabal, distrito de Calovébora, Santa Fe, Veraguas';
    const before = draftOf(bridge)?.place?.text;
    const draft = draftOf(bridge, 'es Santa Fe si. tambien los niños cruzan por ahi, faltan como 6 tablas');
    expect(draft?.place?.text).toBe(before);
    expect(draft?.description.at(-1)).toContain('tambien los niños');
    expect(draftOf(bridge, 'es Santa Fe si')?.place?.text).toBe(before);
  });
});

describe('who only asks', () => {
  it.each([
    'no, no es queja. solo donde se paga',
    'no una queja no, q necesito pa sacar otra cedula?',
    'que no envies queja. es duplicado de cedula, por perdida',
  ])('leaves the report: %s', said => {
    const { state } = told(CARD, said).conversation;
    expect(state.draft).toBeNull();
  });

  it.each(['no es queja, es denuncia', 'no una queja, una denuncia', 'no mande la queja todavia'])(
    'is none who goes on: %s',
    said => {
      expect(draftOf(CARD, said)).not.toBeNull();
    },
  );
});

describe('the summary', () => {
  it.each([
    'esta bien entonces quiero poner una idea: que esos requisitos esten publicados en la puerta de la alcaldia',
    'bueno, quisiera dejar una sugerencia: esos requisitos esten publicados en la puerta de la alcaldia',
  ])('begins at the idea: %s', said => {
    expect(last(said)).toMatch(/(?:Idea|Sugerencia): esos requisitos/);
  });

  it('gives the name of no other body as a reason', () => {
    const text =
      'el puente se está cayendo en Los Pozos, una tabla se fue, el representante vino y no volvió';
    expect(last(text, 'puente')).not.toContain('«representante»');
  });
});

describe('whether it is another body that sees to it', () => {
  it.each([
    'y eso no le toca al municipio?',
    'y eso no le toca al municipio? la calle es de la barriada, no es avenida',
    '¿eso no es del municipio? es calle de barriada',
    '¿y eso no lo arregla el municipio?',
  ])('is answered, and changes neither place nor body: %s', words => {
    const talk = told('hay un hueco en la calle 12, Pedregal, distrito de David', words);
    expect(talk.last()?.text).toContain('Lo atiende MOP');
    expect(talk.conversation.state.draft?.place?.text).toBe('calle 12, Pedregal, distrito de David');
    expect(talk.conversation.state.draft?.refused ?? []).toEqual([]);
  });
});

describe('a quarrel with the desk over what it did', () => {
  const HOLE = 'hay un hueco enorme en la via Tocumen frente al super xtra, se dañaron dos carros';

  it.each([
    'no cambie el lugar!! es la entrada de Las Acacias en Juan Diaz. pregunte si es del municipio',
    'no cambie nada, yo pregunté si es del municipio',
    'no le cambie el lugar',
    'yo pregunté si es del municipio',
    'pregunté si eso le toca al municipio',
  ])('is no word of the report, and changes no body: %s', words => {
    const { draft } = told(HOLE, words).conversation.state;
    expect(draft?.description.join(' ')).not.toMatch(/cambie|pregunt/);
    expect(draft?.agencyId ?? null).toBeNull();
    expect(draft?.place?.text).toMatch(
      words.includes('Acacias') ? /^la entrada de Las Acacias/ : /^via Tocumen/,
    );
  });
});

it.each([
  [
    'I paid 340 dollars for a San Blas tour and nobody came to pick us up',
    'can you show me again what you will send?',
  ],
  [
    'hay un hueco en la calle 12, Pedregal, distrito de David',
    '¿me puede mostrar otra vez lo que va a enviar?',
  ],
  ['hay un hueco en la calle 12, Pedregal, distrito de David', 'muéstreme de nuevo el reporte'],
])('what is to be sent is shown again, and nothing is added: %s | %s', (report, words) => {
  const talk = told(report, words);
  expect(talk.conversation.state.draft?.description).toEqual([report]);
  expect(talk.last()?.text).toMatch(/Esto voy a enviar|This is what I will send/);
});
