import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();

describe('an official who takes money', () => {
  it.each([
    'el jefe de la aduana de Paso Canoas pide plata para dejar pasar mercancia, me da miedo',
    'el jefe de la aduana de Guabito pide plata para dejar pasar mercancia',
    'el inspector del municipio cobra plata por dejar vender en la acera, en Chitré',
  ])('is one denuncia, and none to the very office: %s', words => {
    const { draft, later } = told(words).conversation.state;
    expect(draft?.serviceId).toBe('corruption');
    expect(draft?.kind).toBe('denuncia');
    expect(later).toEqual([]);
  });

  it('is kept as they say at once', () => {
    const words = 'el jefe de la aduana de Paso Canoas pide plata para dejar pasar mercancia, me da miedo';
    expect(said(words, 'confidencial')).toContain('Lo atiende: ANTAI');
    expect(said(words, 'confidencial')).toContain('Con reserva');
  });
});

describe('one word of how a queja is to be kept', () => {
  it.each(['confidencial', 'Confidencial por favor'])('is heard at the summary: %s', words => {
    expect(draftOf('no recogen la basura en calle 50, Bella Vista, Panama', words)?.privacy).toBe(
      'confidential',
    );
  });
});
