import { describe, expect, it } from 'vitest';
import { datedSource, monthText, sourceNames } from '../../../src/dialogs/words/source-text.ts';

describe('who said so', () => {
  it.each([
    ['La Estrella 2025-10-25; Telemetro 2025-10-10', 'La Estrella y Telemetro'],
    ['Telemetro 2026-01-29 y 2025-12-15', 'Telemetro'],
    ['La Prensa 2025-11-06; mupa.gob.pa; Telemetro 2025-09-23', 'La Prensa, mupa.gob.pa y Telemetro'],
    ['TVN 2025-11-07; TVN 2024', 'TVN'],
    ['Telemetro (n6052640 y n6051828)', 'Telemetro'],
    ['La Prensa 2025-09 «Al menos 300 reportes por daños…»', 'La Prensa'],
    ['panamaresuelve.com 2025-11 (sitio privado)', 'panamaresuelve.com (sitio privado)'],
    ['Ley 6 de 2002 (ecolex, quijano.com)', 'Ley 6 de 2002 (ecolex, quijano.com)'],
    ['licen.ai, Ley 16 de 2016; tucomunidad.com.pa', 'licen.ai, Ley 16 de 2016; tucomunidad.com.pa'],
  ])('is named as people name it: %s', (source, named) => {
    expect(sourceNames(source, 'es')).toBe(named);
  });

  it('is named with the newest month where nothing else tells the date', () => {
    const source = 'Telemetro 2026-01-19 y 2026-02-10; TVN 2026-01-13';
    expect(datedSource(source, 'es')).toBe('Telemetro y TVN (febrero de 2026)');
    expect(datedSource(source, 'en')).toBe('Telemetro and TVN (February 2026)');
    expect(datedSource('Portal del SNM', 'es')).toBe('Portal del SNM');
  });

  it('leaves a year a year', () => {
    expect(monthText('2021-2026', 'es')).toBe('2021-2026');
    expect(monthText('2017', 'es')).toBe('2017');
  });
});
