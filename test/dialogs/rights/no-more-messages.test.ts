import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();

const REFUSE = 'no recogen la basura en calle 50, Bella Vista, Panama';

describe('the one word that stops messages, where nobody is written to first', () => {
  it.each(['BAJA', 'STOP', 'alto', 'Unsubscribe'])('is answered with what holds there: %s', word => {
    expect(said(word)).toContain('no le escribo si usted no lo abre');
    expect(said(REFUSE, 'sí', word)).toContain('no le escribo si usted no lo abre');
    expect(said(REFUSE, 'sí', 'BAJA', word)).toContain('Sus casos siguen su curso');
    expect(told(REFUSE, 'sí', word).cases[0]?.status).toBe('assigned');
  });

  it('leaves a report that is open as it stands', () => {
    expect(said(REFUSE, 'baja')).toMatch(/no le escribo[\s\S]*¿(Lo envío así|Envío el reporte)/);
    expect(said(REFUSE, 'stop')).toContain('ese reporte no lo envié');
  });
});
