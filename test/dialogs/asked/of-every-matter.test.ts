import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const GRAVE = 'se robaron la lapida de mi papa del cementerio municipal de la chorrera';
const HORSE = 'hay un hueco grande en la via principal de las garzas de pacora por la escuela';
const FRIDGE = 'compre una nevera en la tienda La Ganga en Santiago y no me responden la garantia';
const COCK = 'el gallo del vecino canta toda la noche en Betania';
const LAND = 'tengo 6 años esperando titulo de propiedad en tonosi, la tronosa';

describe('what is asked of any matter', () => {
  it.each([
    [GRAVE, 'le digo a las otras familias q llamen tambien?', /^Sí\. Cada persona o familia/],
    [GRAVE, 'no, pregunto si las otras familias ponen su queja aparte', /^Sí\. Cada persona o familia/],
    [GRAVE, 'pueden escribir mis vecinos tambien?', /^Sí\. Cada persona o familia/],
    [FRIDGE, 'una amiga tiene lo mismo le digo q escriba?', /^Sí\. Cada persona o familia/],
    [FRIDGE, 'can my neighbors report it too?', /^Yes\. Each person or family/],
    [HORSE, 'y quien va a venir?', /lo decide MOP; yo no lo sé/],
    [HORSE, 'hay alguna ayuda pa la comida mientras', /Pregúntelo directamente:\nMIDES:/],
    [HORSE, 'quien me ayuda con la comida de mis hijos?', /Pregúntelo directamente:\nMIDES:/],
    [HORSE, 'a quien mandan?', /lo decide MOP; yo no lo sé/],
    [LAND, 'un vecino puso cerca en mi lote, ese lo puedo sacar yo?', /casa de paz de su corregimiento/],
    [LAND, 'no te pregunte eso. si puedo quitar la cerca', /casa de paz de su corregimiento/],
    [
      FRIDGE,
      'el plazo es para que la tienda conteste o acodeco?',
      /es el plazo para que ACODECO le responda a usted/,
    ],
  ])('is answered by the desk after «%s», and not passed on: %s', (first, asked, reply) => {
    const talk = told(first, 'sí', asked);
    expect(talk.last()?.text).toMatch(reply);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join(' ')).not.toContain(asked);
  });

  it.each([
    ['que es eso de casa de paz?', /juez de paz oye a los vecinos[\s\S]*¿Envío/],
    ['y si ella no va que pasa?', /Se lo dicen en la casa de paz[\s\S]*¿Envío/],
  ])('is answered at the summary, which stands: %s', (asked, reply) => {
    const talk = told(COCK, asked);
    expect(talk.last()?.text).toMatch(reply);
    expect(talk.conversation.state.draft?.description).toEqual([COCK]);
  });

  it.each([
    'y en q qdo lo d aduana? eso no es',
    'que paso con lo de la luz?',
    'lo del agua en que quedo?',
    'y lo de la luz?',
    'y lo del agua',
  ])('is told of what was never sent, and no report begun of it: %s', asked => {
    const talk = told(HORSE, 'sí', asked);
    expect(talk.last()?.text).toMatch(/^De eso no envié nada por aquí\. Lo enviado es el caso/);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.description).toEqual([HORSE]);
  });

  it.each(['en que quedo lo del hueco?', 'que paso con lo de la carretera?', 'y lo del hueco?'])(
    'is not told of what a case is about: %s',
    asked => expect(told(HORSE, 'sí', asked).last()?.text).not.toContain('no envié nada'),
  );

  it.each([
    'y la insulina donde la consigo mientras, la venden en minsa o en el hospital santo tomas?',
    'donde mas la puedo conseguir?',
    'where can I get it meanwhile?',
  ])('is told that nobody here knows who has what is lacking, and whom to call: %s', asked => {
    const talk = told('en la policlinica de San Francisco no hay insulina desde hace 2 meses', 'sí', asked);
    expect(talk.last()?.text).toMatch(/Pregunte antes de ir:|Ask before you go:/);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('is answered with the report that is sent', () => {
    const talk = told(HORSE, 'si. y mis vecinos pueden escribir tambien?');
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toEqual([HORSE]);
    expect(talk.last()?.text).toMatch(/^Sí\. Cada persona o familia/);
  });

  it.each([
    'mis vecinos pueden ver mi reporte?',
    'puedo denunciar a mi vecino?',
    'me puede denunciar mi vecino?',
    'quien me va a responder?',
    'quien va a pagar el daño?',
    'puedo quitar el lugar del reporte?',
    'cuando es la fecha de pago?',
    'y donde consigo trabajo mientras?',
  ])('is not asked with: %s', asked => {
    expect(told(HORSE, 'sí', asked).last()?.text).not.toMatch(
      /Cada persona o familia|yo no lo sé|hacerlo por su cuenta|Los demás no tienen plazo|Pregunte antes de ir/,
    );
  });
});
