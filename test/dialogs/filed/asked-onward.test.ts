import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const PHONE = ['tigo me cobro dos veces el internet de mi casa en Bethania', 'sí'];
const WATER = ['no hay agua en Las Mañanitas desde hace 5 dias', 'sí'];

describe('one more question just after filing', () => {
  it.each([
    [WATER, 'otra cosa, mandan carro cisterna?'],
    [WATER, 'otra pregunta, pueden mandar un tanquero?'],
    [WATER, 'una pregunta más: van a descontarlo de la factura?'],
    [WATER, 'pueden mandar un tanquero?'],
    [WATER, 'one more thing, do they send a water truck?'],
    [PHONE, 'y puedo pedir que me devuelvan la plata?'],
    [PHONE, 'otra cosa, puedo pedir que me devuelvan la plata?'],
    [PHONE, 'me van a devolver la plata?'],
    [PHONE, 'como hago para que me devuelvan la plata?'],
    [PHONE, 'can i get a refund?'],
    [PHONE, 'how do i get my money back?'],
  ])('goes with the case to the body that knows: %s %s', (base, words) => {
    const talk = told(...base, words);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases).toHaveLength(1);
    const asked = words.split(/[,:] /).at(-1) ?? words;
    expect(talk.cases[0]?.description.join('\n')).toContain(asked);
  });

  it.each([
    ['otra cosa, hay un hueco en la via tocumen, lo pueden arreglar?', 'pothole'],
    ['otra cosa, pueden poner un semaforo en la esquina?', 'traffic-light'],
  ])('another matter is begun as before: %s', (words, service) => {
    expect(told(...WATER, words).conversation.state.draft?.serviceId).toBe(service);
  });

  it('what the desk knows is answered', () => {
    expect(told(...WATER, 'otra pregunta, cuando vienen?').last()?.text).toContain('a más tardar');
    expect(told(...WATER, 'otra pregunta, cuanto cuesta el pasaporte?').cases[0]?.description).toHaveLength(
      1,
    );
  });
});

describe('asked just after filing what may be done to them', () => {
  const BILL = ['ENSA never answered my claim about my bill in Costa del Este, claim 55821', 'yes'];
  const NATURGY = ['el recibo de luz de Naturgy me llegó por 400 dolares en Chitré', 'si'];

  it.each([
    [BILL, 'will they cut my power while this is being decided?'],
    [BILL, "No, my power is fine. I'm asking if ENSA can disconnect me while ASEP reviews the claim"],
    [BILL, 'can they shut off my electricity meanwhile?'],
    [NATURGY, 'me van a cortar la luz mientras revisan?'],
    [NATURGY, 'y mientras tanto me desconectan el servicio?'],
    [WATER, 'me pueden desalojar mientras tanto?'],
  ])('no report is begun, and the body that knows is asked: %s %s', (base, words) => {
    const talk = told(...base, words);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toMatch(/Agregué su pregunta|I added your question/);
    expect(talk.cases[0]?.description.at(-1)).toBe(words);
  });

  it.each([
    'me pueden deportar por esto? no tengo papeles',
    'could I be deported for complaining?',
    'me pueden meter presa por denunciar?',
  ])('what could harm them there is passed on to nobody: %s', words => {
    const talk = told('mi jefe no me paga el decimo en una tienda en Bella Vista', 'si', words);
    expect(talk.last()?.text).toMatch(
      /no se la paso a MITRADEL|do not pass your question on to MITRADEL|oriéntese en la Defensoría|ask the Defensoría/,
    );
    expect(talk.turns.at(-1)?.cases).toEqual([]);
  });

  it('what is done to the owner is no matter that was left out', () => {
    const talk = told(
      'unos perros pitbull de un vecino mordieron a mi hija ayer en Villa Zaita y el dueño anda como si nada',
      'si',
      'pero y al dueño qué le hacen? quien ve eso',
    );
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.cases[0]?.description.at(-1)).toContain('al dueño qué le hacen');
  });

  it('what fails is reported, however it is asked', () => {
    const talk = told(...WATER, 'otra cosa, ¿por qué nos cortan la luz todas las noches en Parque Lefevre?');
    expect(talk.conversation.state.draft?.serviceId).toBe('power-outage');
  });
});
