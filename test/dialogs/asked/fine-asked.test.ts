import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const STOP = 'quiero reportar que la parada de buses de Los Andes no tiene techo';
const UNKNOWN = /no lo tengo confirmado|no la tengo confirmada|no confirmed information/;

describe('how high a fine is', () => {
  it.each([
    '¿a cuánto multan por botar basura?',
    '¿de cuánto es la multa por quemar basura?',
    '¿cuánto cuesta una multa por mal estacionado?',
    'how much is the fine for littering?',
  ])('is said not to be known, and the report is asked on: %s', words => {
    const talk = told(STOP, words);
    expect(talk.last()?.text).toMatch(UNKNOWN);
    expect(talk.last()?.text).not.toContain('Lo sabe esta entidad: MiBus');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.description).toEqual([STOP]);
  });

  it('names who knows it, and offers no papers', () => {
    const words = said(STOP, 'y a cuanto multan por botar basura? es que veo gente botando');
    expect(words).toContain('Lo sabe esta entidad: AAUD');
    expect(words).not.toContain('trámites');
  });

  it('begins no report by itself', () => {
    const talk = told('a cuánto multan por botar basura?');
    expect(talk.last()?.text).toMatch(UNKNOWN);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is not asked by who tells of one', () => {
    expect(told('me pusieron una multa injusta en David').last()?.text).not.toMatch(UNKNOWN);
  });
});
