import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said, draftOf } = await openTalks();

describe('a report that was made by telephone', () => {
  it.each([
    [
      'yo puse una queja por teléfono en agosto y me dieron el número 311-45872, qué pasó con eso?',
      'persona',
    ],
    ['el caso 311-45872 que puse por teléfono en agosto, era por una fuga de agua', 'persona'],
    ['es una queja vieja, por teléfono al 311. quiero saber si ya la resolvieron', 'persona'],
    ['yo lo puse por TELÉFONO con el 311 en agosto. no por aquí', 'persona'],
    ['I made a complaint by phone in August, what happened?', 'person'],
  ])('is not seen here, and who looks for it is told: %s', (words, next) => {
    expect(said(words)).toMatch(/no aparece en este chat|no lo puedo ver|does not show in this chat/);
    expect(said(words)).toContain(next);
    expect(draftOf(words)).toBeNull();
  });

  it('is told anew where it still goes wrong', () => {
    expect(
      draftOf('yo puse la queja por teléfono y nadie vino, sigue la fuga de agua en Betania')?.serviceId,
    ).toBe('water-leak');
  });
});
