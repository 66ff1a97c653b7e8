import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const WATER = 'el agua sale sucia y marrón en Burunga, Arraiján sector 4';
const ILL = 'ya le dije mil veces, MIS HIJOS ESTAN ENFERMOS CON DIARREA POR ESA AGUA';

describe('who tells that their children fell ill', () => {
  it('hears where to go at a summary, and has it kept', () => {
    const talk = told(WATER, ILL);
    expect(talk.last()?.text).toContain('centro de salud');
    expect(talk.last()?.text).toContain('911');
    expect(talk.conversation.state.draft?.description.join()).toContain('DIARREA');
  });

  it('hears it while a person is waited for, and that it is noted', () => {
    const talk = told(WATER, 'quiero hablar con una persona', ILL);
    expect(talk.last()?.text).toContain('centro de salud');
    expect(talk.last()?.text).toContain('Anotado');
  });

  it.each([
    [WATER, ILL, 'siguen con diarrea mis hijos'],
    [WATER, 'mis hijos no pueden bañarse con esa agua'],
  ])('but not twice, nor where nobody is ill: %j', (...said) => {
    expect(told(...said).last()?.text).not.toContain('centro de salud');
  });
});
