import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();

describe('what a summary says was told', () => {
  it('stands below the name of a service, with what was added', () => {
    const talk = told('me cobraron 15 dólares por una vacuna en el puesto de salud de Cañazas');
    expect(talk.last()?.text).toContain(
      'Usted contó: «me cobraron 15 dólares por una vacuna en el puesto de salud de Cañazas»',
    );
    talk.say('fue el martes como a las diez');
    expect(talk.last()?.text).toMatch(/Usted contó: «me cobraron .*fue el martes como a las diez»/);
    talk.say('sí');
    expect(talk.cases[0]?.description.join(' ')).toContain('fue el martes como a las diez');
  });

  it('is cut where it is very long', () => {
    const talk = told(`hay basura sin recoger en calle 3 de Cerro Viento, ${'y huele muy mal '.repeat(60)}`);
    expect(talk.last()?.text).toMatch(/Usted contó: «hay basura .{300,400}…»/);
  });

  it.each([
    'tengo una idea: que pongan bancas en el parque de Soná',
    'propongo que haya más sombra en el parque',
  ])('is not said twice: %s', words => {
    const text = told(words).last()?.text;
    expect(text).toContain('Esto voy a enviar:');
    expect(text).not.toContain('Usted contó');
  });

  it('is left out by SMS, where each line costs', () => {
    const talk = told('me cobraron 15 dólares por una vacuna en el puesto de salud de Cañazas');
    expect(talk.last()?.short).toContain('Cañazas');
    expect(talk.last()?.short).not.toContain('15 dólares');
  });
});
