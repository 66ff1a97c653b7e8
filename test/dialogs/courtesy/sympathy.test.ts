import { describe, expect, it } from 'vitest';
import { tellsDeath } from '../../../src/dialogs/courtesy/sympathy.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const FILED = [
  'mi mamá tiene 78 años y en la policlínica de Santiago no le dan la pastilla de la presión hace 2 meses',
  'sí',
  'no es pregunta, es otra queja: la cita de cardiología se la dieron para junio',
  'si',
];
const DIED = 'ella falleció anoche, ya no hace falta lo de la cita';
const GONE = expect.objectContaining({ serviceId: 'css-appointment', status: 'withdrawn' });

describe('a death that is told', () => {
  it('has a word of condolence, and the case that is meant is offered to be taken back', () => {
    const talk = told(...FILED, DIED);
    const appointment = talk.cases.find(({ serviceId }) => serviceId === 'css-appointment');
    expect(talk.last()?.text).toMatch(/^Siento mucho su pérdida/);
    expect(talk.last()?.choices?.[0]?.value).toBe(`withdraw:${appointment?.number}:yes`);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it.each(['que la retire, mi mamá murió', 'sí, retírela', 'sí'])(
    'is followed by the taking back: %s',
    text => {
      expect(told(...FILED, DIED, text).cases).toContainEqual(GONE);
    },
  );

  it('asks about the other case that is named with the yes', () => {
    const talk = told(...FILED, DIED, 'sí. y el de la pastilla también');
    expect(talk.cases).toContainEqual(GONE);
    const other = talk.cases.find(({ serviceId }) => serviceId === 'css-medicine');
    expect(talk.last()?.choices?.[0]?.value).toBe(`withdraw:${other?.number}:yes`);
    talk.say('sí');
    const open = talk.cases.filter(({ status }) => status !== 'withdrawn');
    expect(open).toEqual([]);
  });

  it('takes nothing back that is not said to be', () => {
    const talk = told(...FILED.slice(0, 2), 'mi mamá falleció anoche');
    expect(talk.last()?.text).toMatch(/^Siento mucho su pérdida/);
    expect(talk.cases[0]?.status).toBe('assigned');
  });

  it('is met in English too', () => {
    const talk = told(...FILED.slice(0, 2), 'my mother died last night, please withdraw the case');
    expect(talk.last()?.text).toMatch(/^I am very sorry for your loss/);
  });
});

describe('tellsDeath', () => {
  it.each([
    'mi esposo murió por falta de atención en el hospital',
    'se nos murió ayer mi abuelo',
    'falleció mi papá',
    'mi hermana acaba de fallecer',
    'she passed away yesterday',
  ])('hears it: %s', text => {
    expect(tellsDeath(text)).toBe(true);
  });

  it.each([
    'se murió mi perro',
    'mi mamá casi se murió esperando',
    'si mi mamá se muere es culpa de ustedes',
    'mi papá murió hace 3 años y la casa quedó a su nombre',
    'mi esposo murió, quiero la pensión de viudez',
    'se murió el poste de luz',
  ])('does not hear one of now in: %s', text => {
    expect(tellsDeath(text)).toBe(false);
  });
});
