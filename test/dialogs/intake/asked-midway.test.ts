import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();

const BODILESS = 'no recogen la basura hace dos semanas';
const HOLE = 'hay un hueco enorme en la calle';
const BRIBE = 'un policia me pidio plata en el reten de Divisa';

describe('a question in the middle of a report', () => {
  it.each([
    ['y eso cuanto se demora', /d[ií]as/],
    ['en cuanto tiempo vienen', /d[ií]as/],
    ['como se si lo recibieron', /le doy un número y un PIN/],
    ['que hacen con mis datos', /cifrad|borrar/],
    ['quien lo va a arreglar', /MOP|Policía|entidad lo atiende/],
    ['hay que ir a alguna oficina?', /No tiene que ir a ninguna parte/],
    ['necesito dar mi cedula?', /llevar papeles|cédula/],
    ['atienden los domingos?', /a cualquier hora/],
    ['lo puedo cancelar despues?', /retirarlo cuando quiera/],
    ['mi vecina tambien puede reportar?', /su propio reporte/],
    ['ustedes son del gobierno?', /Gobierno de Panamá/],
    ['do i have to pay?', /free/],
    ['y si no hacen nada?', /d[ií]as/],
  ])('is answered, and what was asked is asked on: %s', (asked, answer) => {
    for (const report of [BODILESS, HOLE, BRIBE]) {
      expect(said(report, asked)).toMatch(answer);
      expect(told(report, asked).last()?.asks).toBe(told(report).last()?.asks);
      expect(draftOf(report, asked)?.description).toEqual(draftOf(report)?.description);
    }
  });

  it.each(['frente a la escuela de Chilibre', 'al lado del super, donde está la parada de Chilibre'])(
    'is none in what tells the place: %s',
    where => {
      expect(draftOf(HOLE, where)?.place).not.toBeNull();
    },
  );
});

it.each(['si, haz el reporte, es en Sabanitas, Colón', 'yes make it, it is in Colon'])(
  'a yes to the offered report is one with the place behind it: %s',
  yes => {
    expect(draftOf('buenas, para saber si mi pensión de la Caja ya salió', yes)?.place).not.toBeNull();
  },
);
