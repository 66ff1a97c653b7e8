import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const CARD = [
  'the renewal of my permanent resident card at Immigration has been pending eight months, in Boquete',
  'yes',
];
const TRUCK = ['hay un camion botando basura en Vista Alegre, Arraijan, la placa es CK4521', 'si'];

describe('which number stands in a case', () => {
  it('is quoted in their words', () => {
    for (const words of ['que placa quedó anotada?', 'cuál placa tienen ellos?', 'con qué placa quedó?']) {
      expect(said(...TRUCK, words)).toMatch(/Quedó así.*CK4521/);
      expect(told(...TRUCK, words).turns.at(-1)?.cases).toEqual([]);
    }
  });

  it.each([
    'which file number do they have now, the old or the new one?',
    'what file number did you write down?',
  ])('is quoted in both where it was put right: %s', words => {
    const numbers = ['add that my file number is 2026-33871', 'actually my file number is 2026-33817'];
    expect(said(...CARD, ...numbers, words)).toMatch(/reads both.*2026-33871.*later.*2026-33817/);
  });

  it('is no number of the desk, and none that was not told', () => {
    expect(said(...TRUCK, 'cuál es el número de mi caso?')).not.toContain('CK4521');
    expect(said(...TRUCK, 'qué número tiene el municipio para llamar?')).not.toContain('Quedó así');
    expect(said('no hay agua en Tocumen', 'si', 'qué placa quedó anotada?')).not.toContain('Quedó así');
  });
});
