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
