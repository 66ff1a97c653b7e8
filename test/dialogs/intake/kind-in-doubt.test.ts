import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../src/cases/case.ts';
import { kindInDoubt } from '../../../src/dialogs/intake/kind-in-doubt.ts';
import type { Ranked } from '../../../src/nlu/classifier.ts';
import { openStage, startTalk } from '../../support/play.ts';

const stage = await openStage();
const ranked = (queja: number, denuncia: number): Ranked<Kind>[] =>
  [
    { id: 'queja' as const, p: queja },
    { id: 'denuncia' as const, p: denuncia },
    { id: 'idea' as const, p: 1 - queja - denuncia },
  ].toSorted((a, b) => b.p - a.p);

describe('a kind in doubt', () => {
  it.each([
    ['mi jefa me insulta delante de todos', 'queja'],
    ['un vecino tiene 20 perros en malas condiciones', 'denuncia'],
    ['vendieron el terreno de la comunidad sin avisar', 'denuncia'],
    ['mi vecino alquila sin permiso', 'denuncia'],
    ['la puerta está cerrada', null],
  ] as const)('is told by whom it concerns: %s', (text, kind) => {
    expect(kindInDoubt(text, ranked(0.47, 0.44))).toBe(kind);
  });

  it('is not told where it may be a proposal', () => {
    expect(kindInDoubt('mi calle con luces', ranked(0.4, 0.3))).toBeNull();
  });

  it('costs no question where that tells it', () => {
    const talk = startTalk(stage);
    talk.say('mi jefe me grita delante de los clientes');
    expect(talk.conversation.state.draft?.kind).toBe('queja');
  });
});
