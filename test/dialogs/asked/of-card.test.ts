import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();

const CARD = 'perdí mi cédula, qué hago';
const PENSION = 'requisitos para los 120 a los 65';
const GRANT = 'cuando pagan el pase u';
const RECORD = 'como saco el record policivo';
const CHILD = 'q necesito pa sacarle pasaporte a mi hijo de 5 años';
const LICENCE = 'how do i renew my driving license';

describe('what is asked on of a procedure that was told', () => {
  it.each([
    [PENSION, 'ella recibe 90 balboas de jubilacion de la caja, igual aplica?', 'sin jubilación'],
    [PENSION, 'mi mama recibe pension, aplica?', 'sin jubilación'],
    [CHILD, 'y si el papa no quiere firmar', 'nota notariada'],
    [CHILD, 'su papá murió, qué hago', 'nota notariada'],
    [RECORD, 'me lo pueden mandar al correo?', 'en línea'],
    [RECORD, 'mi hijo lo puede retirar', 'Solicitud personal'],
    [LICENCE, 'do i need an appointment', 'licencia.com.pa'],
    [GRANT, 'no puedo ir yo, qué hago', 'Autorizar a otra persona'],
    [GRANT, 'puede cobrarlo la abuela?', 'Autorizar a otra persona'],
    [GRANT, 'en que fecha exacta', 'IFARHU'],
    [PENSION, 'cuanto le dan', 'B/.360'],
  ])('is answered from its card: %s / %s', (card, asked, line) => {
    expect(said(card, asked)).toContain(line);
    expect(draftOf(card, asked)).toBeNull();
  });

  it.each([
    [CARD, 'y si me la robaron hay que poner denuncia antes?', 'Tribunal Electoral'],
    [CARD, 'tengo que poner denuncia', 'Tribunal Electoral'],
    [CARD, 'no eso no, la cedula me la robaron en el bus. tengo que ir a la DIJ?', 'Tribunal Electoral'],
    [PENSION, 'tiene seguro social por mi papa, importa?', 'MIDES'],
    [PENSION, 'el esta encamado no puede ir', 'MIDES'],
    ['i lost my cedula, what do i do', 'do i need a police report first', 'Tribunal Electoral'],
    [RECORD, 'y los sábados?', 'El horario no lo tengo confirmado'],
  ])('and is not known, is said so with the body that knows: %s / %s', (card, asked, line) => {
    const answer = said(card, asked);
    expect(answer).toContain(line);
    expect(answer).not.toMatch(/Policía Nacional\.|CSS|¿Se refiere/);
    expect(draftOf(card, asked)).toBeNull();
  });

  it('is of it behind thanks, an answer nobody has and a no', () => {
    expect(said(PENSION, 'y los sábados?', 'puede ir otra persona?', 'y cuánto es')).toMatch(
      /^Costo o monto/,
    );
    expect(said(PENSION, 'gracias', 'dónde es en Chiriquí?')).toContain('Regionales del MIDES');
    expect(said(PENSION, 'no, no quiero reportar nada', 'cuánto es')).toContain('B/.360');
  });

  it.each([
    [CARD, 'y en mi calle no hay luz, qué hago'],
    [RECORD, 'en mi casa no hay agua hace tres dias'],
    [CARD, 'fui al Tribunal Electoral de David y no me atendieron'],
  ])('is none of it where something goes wrong: %s / %s', (card, told) => {
    expect(draftOf(card, told)).not.toBeNull();
  });

  it('is none of it where another body is asked for', () => {
    expect(said(RECORD, 'cual es el telefono de ensa')).toContain('ENSA');
    expect(said(RECORD, 'cual es el telefono de ensa', 'y dónde queda')).toContain('ENSA');
  });
});

describe('who is told how to get a paper', () => {
  it.each([
    'mi mama cumple 65 y quiere saber q necesita pa los 120 a los 65',
    'kiero sacar el carne de salud pa trabajar en fonda',
    'renovar licencia q papeles llevo',
    'my daughter is 10 she needs a passport what do i bring',
  ])('and tells nothing that goes wrong, is offered no report: %s', asked => {
    const last = told(asked).last();
    expect(last?.choices ?? []).toEqual([]);
    expect(last?.text).toMatch(/Necesita:|You need:/);
  });

  it('is offered none for having chosen which', () => {
    expect(said('que necesito para el paz y salvo', 'de la dgi')).not.toContain('un reporte con');
  });

  it.each(['ok gracias, no, no quiero reportar nada', "no i don't want to report anything"])(
    'and wants nothing reported, is told that it is so: %s',
    no => {
      expect(said(PENSION, no)).toMatch(/^De acuerdo|^All right/);
    },
  );

  it('and only asked, has nothing begun and may ask on', () => {
    const only = 'no no, solo es pregunta, no voy a denunciar a nadie';
    expect(said(PENSION, only)).toBe('De acuerdo. Aquí estoy si necesita algo más.');
    expect(said(PENSION, only, 'y cuanto pagan')).toContain('B/.360');
  });
});

it('who says of a report that it is only a question has none begun', () => {
  const begun = 'ella recibe 90 balboas de jubilacion de la caja y quiere entrar al 120';
  const only = 'no no, solo es pregunta, no voy a denunciar a nadie';
  expect(draftOf(begun, only)).toBeNull();
  expect(said(begun, only)).toContain('sin jubilación');
});

describe('how a paper is got', () => {
  it.each([
    ['se me vencio la licencia hace 2 meses como la renuevo', 'Renovación de licencia'],
    ['record policivo en linea se puede', 'récord policivo'],
    ['police record for a job, how', 'récord policivo'],
  ])('is told, and no complaint begun of the question: %s', (asked, name) => {
    expect(said(asked)).toContain(name);
    expect(draftOf(asked)).toBeNull();
  });

  it.each([
    'pedi el record policivo hace un mes y nadie me contesta',
    'llevo tres meses esperando la licencia, no me la entregan',
  ])('is not what who complains of one asks: %s', told => {
    expect(draftOf(told)).not.toBeNull();
  });
});
