import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DRUGS = [
  'en la casa de al lado venden droga y entran pelaos armados, no quiero q sepan q fui yo',
  'Santa Librada, San Miguelito, por la cancha',
] as const;

describe('the spot that would show who wrote', () => {
  const talk = told(
    ...DRUGS,
    'bueno mandelo pero no pongan la parte de que es la casa de al lado, que entonces saben q soy yo',
  );

  it('goes, and what is told of it stays; the reason is no word of the report', () => {
    const words = talk.conversation.state.draft?.description.join('\n');
    expect(words).not.toMatch(/al lado|entonces saben/);
    expect(words).toMatch(/venden droga y entran pelaos armados/);
  });

  it('is read once more before anything is sent', () => {
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.cases).toEqual([]);
  });
});

it('what is dictated takes the place of all that was told, and leaves nothing', () => {
  const talk = told(...DRUGS, 'no, borra eso. pon solo: por la cancha venden droga y hay gente armada');
  expect(talk.conversation.state.draft?.description).toEqual([
    'por la cancha venden droga y hay gente armada',
  ]);
  expect(talk.last()?.asks).toBe('confirm');
});
