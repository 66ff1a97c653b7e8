import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const BRIBE = 'un funcionario del municipio pide coima en Samaria';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('asked how a denuncia is to be kept', () => {
  it.each([
    'con mi nombre',
    'con mi nombre y apellido',
    'pongan mi nombre, no me da miedo',
    'si pongan mi nombre',
    'no me da miedo que sepan quién soy',
    'no tengo miedo, que sepan quien soy',
    'con mi nombre, no tengo nada que esconder',
    'use my name, I am not afraid',
  ])('who shows their name is shown: %s', words => {
    const talk = told(BRIBE, words);
    expect(draft(talk)).toMatchObject({ privacy: 'normal', summarised: true, description: [BRIBE] });
  });

  it.each([
    'me da miedo que sepan quien soy',
    'no pongan mi nombre, tengo miedo',
    'no quiero que sepan que fui yo',
  ])('who fears is not: %s', words => {
    expect(draft(told(BRIBE, words))?.privacy ?? 'confidential').toBe('confidential');
  });

  it.each(['sin mi nombre', 'anonymous'])('who is to be unknown is told what follows: %s', words => {
    const talk = told(BRIBE, words);
    expect(draft(talk)?.privacy).toBe('anonymous');
    expect(talk.last()?.text).toMatch(
      /no queda unida a este chat.*número y el PIN|not linked.*number and PIN/s,
    );
  });
});
