import { describe, expect, it } from 'vitest';
import {
  isOpening,
  linesOfMatter,
  opensReport,
  partsOf,
  saysFurther,
  tellsMatter,
} from '../../../src/dialogs/intake/matter.ts';
import { openStage } from '../../support/play.ts';

const { classifier } = await openStage();
const read = (text: string) => classifier.understand(text, { language: 'es' });

describe('an opening', () => {
  it.each([
    'buenas',
    'Hola, buenos días',
    'quiero poner una queja',
    'tengo un problema',
    'necesito ayuda por favor',
    '',
  ])('«%s» says nothing of the matter', text => {
    expect(isOpening(text)).toBe(true);
    expect(tellsMatter(text, read(text))).toBe(false);
  });

  it.each(['no hay agua', 'el bus', 'quiero denunciar a un funcionario que pide coima'])(
    '«%s» does',
    text => {
      expect(isOpening(text)).toBe(false);
    },
  );

  it('is the wish to tell something when it names that wish', () => {
    expect(opensReport('tengo un problema')).toBe(true);
    expect(opensReport('quiero hacer una denuncia')).toBe(true);
    expect(opensReport('buenas')).toBe(false);
    expect(opensReport('tengo un problema con la luz')).toBe(false);
  });
});

describe('the words about a matter', () => {
  it('are every message that is no greeting, as it was written, in order', () => {
    const lines = ['Buenas', 'NO HAY AGUA!!', 'en Pacora, calle 2', 'quiero poner una queja'];
    expect(linesOfMatter(lines, read(lines.join('\n')))).toEqual(['NO HAY AGUA!!', 'en Pacora, calle 2']);
  });

  it('are none where only a place is named', () => {
    expect(linesOfMatter(['Pacora'], read('Pacora'))).toEqual([]);
  });

  it('keep ten thousand letters whole', () => {
    const long = `no hay agua ${'y nadie viene '.repeat(700)}`;
    expect(linesOfMatter([long], read(long))).toEqual([long]);
  });
});

describe('the parts of a message', () => {
  it('are cut at sentences and at words that announce something further', () => {
    expect(partsOf('No hay agua en Pacora y además no recogen la basura. También hay un hueco')).toEqual([
      'No hay agua en Pacora',
      'no recogen la basura',
      'hay un hueco',
    ]);
  });

  it('are left out when they say too little', () => {
    expect(partsOf('No hay agua en Pacora. Gracias.')).toEqual(['No hay agua en Pacora']);
  });

  it('are announced', () => {
    expect(saysFurther('y también hay un hueco')).toBe(true);
    expect(saysFurther('hay un hueco')).toBe(false);
  });
});
