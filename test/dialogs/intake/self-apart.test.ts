import { describe, expect, it } from 'vitest';
import { apartFromSelf } from '../../../src/dialogs/intake/self-apart.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const STORY = 'quiero denunciar que el alcalde de Chame vende permisos';
const SELF = 'me llamo Rosa Quintero y mi celular es 6612-3344';

describe('who tells a matter', () => {
  it.each([
    [`${STORY}, ${SELF}`, STORY, 'me llamo Rosa Quintero mi celular es 6612-3344'],
    [
      'no hay agua en Veracruz, soy Luis Perez 6677-1234',
      'no hay agua en Veracruz',
      'soy Luis Perez 6677-1234',
    ],
    [
      'me llamo Rosa Quintero vivo en Chame y no hay agua',
      'vivo en Chame y no hay agua',
      'me llamo Rosa Quintero',
    ],
    [
      'Buenos días, mi nombre es Ana de León. No recogen la basura. Mi teléfono es 6677-8899',
      'Buenos días, No recogen la basura.',
      'mi nombre es Ana de León. Mi teléfono es 6677-8899',
    ],
    [
      'Soy Yamileth Gonzalez, cedula 8-765-1234, mi cel es 6677-8899, el semaforo de la esquina no prende',
      'el semaforo de la esquina no prende',
      'Soy Yamileth Gonzalez, cedula 8-765-1234, mi cel es 6677-8899',
    ],
    ['no hay luz en David mi cel 6677-8899', 'no hay luz en David', 'mi cel 6677-8899'],
    [
      'my name is John Smith and there is no water in Boquete',
      'there is no water in Boquete',
      'my name is John Smith',
    ],
  ])('is taken apart from it: %s', (line, matter, self) => {
    expect(apartFromSelf(line)).toEqual({ told: matter, self });
  });

  it.each([
    'ayer me llamo Juan el inspector y me pidio plata',
    'me llamo Juan Perez de la alcaldia y me pidio plata',
    'me llamo la atencion que cobran doble',
    'me extorsionan del numero, 6612-3344, y piden plata',
    'me llaman del 6612-3344 a amenazarme',
    'la placa es 123-4567',
    'soy maestra en Chame y no hay agua',
    'soy de Colon, el 6612-3344 me amenaza',
    'soy de chitre y no hay luz',
  ])('is not told by what is of somebody else: %s', line => {
    expect(apartFromSelf(line)).toEqual({ told: line, self: '' });
  });

  it('is no word of a case with reserve, told before or after it was filed', () => {
    for (const words of [
      [`${STORY}, ${SELF}`, 'con reserva', 'si'],
      [STORY, 'con reserva', 'si', `fue en la oficina 3, ${SELF}`],
    ]) {
      const [c] = told(...words).cases;
      expect(c?.privacy).toBe('confidential');
      expect(c?.description.join(' ')).not.toMatch(/Quintero|6612/);
      expect(c?.description.join(' ')).toContain(words.at(-1) === 'si' ? 'permisos' : 'oficina 3');
      expect(c?.reporter?.contact).toContain('Quintero');
      expect(c?.reporter?.contact).toContain('6612-3344');
    }
  });

  it('is nowhere in an anonymous case', () => {
    const [c] = told(`${STORY}, ${SELF}`, 'anónima', 'si').cases;
    expect(c?.privacy).toBe('anonymous');
    expect(JSON.stringify(c)).not.toMatch(/Quintero|6612/);
  });

  it('is told to who asks whether it stands there', () => {
    const asked = told(`no hay agua en La Riviera, Pacora, ${SELF}`, 'si', 'mi celular y nombre quedaron?');
    expect(asked.last()?.text).toContain('6612-3344');
  });
});
