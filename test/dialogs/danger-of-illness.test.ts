import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');

describe('who is ill', () => {
  it.each([
    'mi papa diabetico espera insulina desde las 4am en el hospital de changuinola, se siente mal',
    'mi papá de 78 años diabetico espera insulina desde las 4am en el hospital de changuinola, se siente mal',
  ])('is told where an ambulance is called, and no police: %s', text => {
    expect(said(text)).toContain('911 – Emergencias médicas');
    expect(said(text)).not.toContain('104');
  });

  it.each(['mi hijo diabetico salio ayer y no aparece', 'mi marido me pega y me siento mal'])(
    'has the police called where more is told: %s',
    text => {
      expect(said(text)).toContain('104');
    },
  );

  it('is told where to go, who asks what to do', () => {
    expect(
      said(
        'no hay insulina en el hospital de changuinola, mi papa espera desde ayer',
        'se siente mal, que hago?',
      ),
    ).toContain('urgencias');
  });
});
