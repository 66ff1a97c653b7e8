import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const PENSION =
  'Mi esposo falleció en marzo y metí los papeles para la pensión de viudez en la Caja de David y todavía no me resuelven.';
const UNKNOWN = /^Cuánto suele demorar eso no lo tengo confirmado\. El 20 de noviembre es el plazo/;

describe('how long such a matter usually takes', () => {
  it.each([
    '¿Y cuánto demora normalmente? Es que no me contestaron esa parte.',
    'Quiero saber el tiempo de demora, mi hija dice que son seis meses',
    'cuanto tarda una pension?',
    'y cuanto tiempo toma una jubilacion?',
  ])('is no question of how the case stands, and goes with it: %s', asked => {
    const talk = told(PENSION, 'sí', asked);
    expect(talk.last()?.text).toMatch(UNKNOWN);
    expect(talk.cases[0]?.description.at(-1)).toBe(asked);
  });

  it('is answered otherwise when it is asked again, and added once', () => {
    const talk = told(PENSION, 'sí', 'cuanto tarda una pension?', 'pero cuanto tarda normalmente?');
    expect(talk.last()?.text).toMatch(/lo sabe la entidad\.\nTeléfono: 199/);
    expect(talk.cases[0]?.description).toHaveLength(2);
  });

  it('is told to be unknown beside the order to send, and at the summary', () => {
    const sent = told(PENSION, 'Ahora sí. Envíelo por favor. ¿Cuánto suele demorar una pensión de viudez?');
    expect(sent.cases).toHaveLength(1);
    expect(sent.last()?.text).toMatch(/^Ese dato no lo tengo confirmado[\s\S]*Agregué su pregunta/);
    expect(said(PENSION, 'how long does a pension usually take?')).toContain(
      'usually takes I have not confirmed',
    );
  });

  it.each(['cuanto se demoran en responder?', 'cuanto se demora la respuesta?', 'cuando me contestan?'])(
    'is not when the case is answered: %s',
    asked => expect(said(PENSION, 'sí', asked)).not.toMatch(UNKNOWN),
  );
});
