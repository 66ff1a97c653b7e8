import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const ROAMING = 'Más Móvil me cobra roaming que no usé, en Chitré';
const BILL = 'el recibo de luz me vino en 340 dólares, Villa Lucre';

describe('a claim that the company has refused', () => {
  it.each([
    'Más Móvil me cobra roaming que no usé, ya reclamé y me negaron, en Chitré',
    'el recibo de luz me vino en 340 y siempre pago 60, ENSA me dijo por escrito que no me lo baja, Villa Lucre',
    'Tigo me cobró doble, les reclamé y me contestaron que no me devuelven la plata',
    'la factura de luz llegó en 300 en Villa Lucre, reclamé en ENSA y rechazaron mi reclamo',
    'mi recibo de luz está malo en Villa Lucre, ENSA no quiere corregirlo y ya me quejé',
    'el recibo de luz de Villa Lucre está altísimo, puse el reclamo y nadie me contestó',
    'my power bill is 300 dollars in Villa Lucre, I complained to ENSA and they refused',
    'Tigo charged me for a plan I cancelled, they told me they won’t refund me, in David',
  ])('goes to who decides over it: %s', words => {
    expect(said(words)).toContain('ASEP');
    expect(draftOf(words)?.serviceId).toBe('power-appeal');
  });

  it.each([
    [ROAMING, 'pero ya reclamé y me negaron, por eso vengo'],
    [BILL, 'ENSA ya me dijo que no'],
    [BILL, 'no quiero que vuelva a ENSA'],
    [BILL, 'they already told me no'],
  ])('goes there also when it is told to the summary: %s / %s', (matter, words) => {
    expect(draftOf(matter, words)).toMatchObject({ serviceId: 'power-appeal', agencyId: null });
    expect(draftOf(matter, words)?.description).toContain(words);
  });

  it('goes there with the words once it was filed', () => {
    const words = 'pero ENSA ya me dijo que no, no quiero que vuelva a ENSA';
    const talk = told(BILL, 'sí', words);
    expect(talk.cases[0]).toMatchObject({ holder: { agencyId: 'asep' }, description: [BILL, words] });
    expect(talk.last()?.text).toContain('Lo atiende: ASEP');
  });
});

describe('the company itself', () => {
  it.each([
    ['no hay luz en Villa Lucre, ya llamé a ENSA y no responden', 'power-outage'],
    ['Tigo me cobra de más y todavía no he reclamado', 'telecom-service'],
    ['el recibo de luz me llegó altísimo en Villa Lucre, ¿y si me niegan el reclamo?', 'power-bill'],
    ['la luminaria de mi calle en Villa Lucre no prende, ya llamé a ENSA y nadie viene', 'street-light'],
    ['Tigo me dijo que no hay internet en toda la zona, en David', 'telecom-service'],
  ])('keeps what it has not refused: %s', (words, service) => {
    expect(draftOf(words)?.serviceId).toBe(service);
  });

  it.each([
    'SI PERO NO TENGO NUMERO DE RECLAMO, YO LLAMO AL 800 Y NADIE CONTESTA',
    'no he puesto ningún reclamo, llamo y nadie me responde',
    'I never filed a claim, they never answer the phone',
  ])('keeps what was never claimed of it: %s', words => {
    const internet = 'pago un plan con Tigo y en Bocas, Isla Colón no hay data desde el viernes';
    expect(draftOf(internet, words)?.serviceId).toBe('telecom-service');
  });
});
