import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said } = await openTalks();
const KEEP_AWAY = 'No toque el cable';

describe('two dangers told at once', () => {
  it.each([
    'se cayó el muro de mi vecino en Chitré y cayó en mi patio, y hay unos cables en el piso',
    'se cayó el techo de la casa y los cables están tirados',
  ])('has the lines of both, and that nobody touches the wires: %s', text => {
    expect(said(text)).toContain('103');
    expect(said(text)).toContain('911');
    expect(said(text)).toContain(KEEP_AWAY);
  });

  it('has them in English', () => {
    const words = said("my neighbor's wall fell and there are cables on the ground");
    expect(words).toContain('Do not touch the cable');
    expect(words).toContain('103');
  });

  it('names no line twice, and at most four', () => {
    const words = said('mi marido me pega y la casa se está quemando');
    expect(words.match(/^• (\S+)/gmu)).toEqual(['• 104', '• 911', '• 182', '• 103']);
  });

  it.each(['hay un incendio en la casa de al lado y se oyen tiros', 'huele a gas y se oyen tiros'])(
    'has the police beside the fire service: %s',
    text => {
      expect(said(text)).toContain('• 103');
      expect(said(text)).toContain('• 104');
    },
  );
});

describe('one danger', () => {
  it('has its own lines alone, and no word of wires', () => {
    const words = said('hay un incendio en la casa de al lado, salen llamas por la ventana');
    expect(words).not.toContain('104');
    expect(words).not.toContain(KEEP_AWAY);
  });

  it('gives who speaks of dying no other line than theirs', () => {
    expect(said('ya no quiero vivir y se oyen tiros')).not.toContain('104');
  });
});
