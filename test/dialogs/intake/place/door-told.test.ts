import { describe, expect, it } from 'vitest';
import { openTalks } from '../../../support/play.ts';

const { told, draftOf } = await openTalks();

const GARBAGE =
  'Hello, I need help. The garbage truck has not come to our street in San Francisco for two weeks';
const REFUSE = 'no recogen la basura en Bella Vista, Panama';

describe('a street or house that was forgotten', () => {
  it.each([
    [[GARBAGE, '1'], 'you forgot the street, it is street 74', 'San Francisco, street 74'],
    [[GARBAGE, '1'], 'No, I said street 74, please add it', 'San Francisco, street 74'],
    [[GARBAGE, '1', 'add street 74'], 'no, I said street 75', 'San Francisco, street 75'],
    [[REFUSE], 'se le olvidó la calle, es calle 50', 'Bella Vista, Panama, calle 50'],
    [[REFUSE], 'no, yo dije calle 51, agréguela por favor', 'Bella Vista, Panama, calle 51'],
    [[REFUSE], 'faltó la casa 12', 'Bella Vista, Panama, la casa 12'],
  ])('is put into the place, and the report stays: %s, %s', (before, words, place) => {
    const talk = told(...before, words);
    expect(talk.conversation.state.draft?.place?.text).toBe(place);
    expect(talk.last()?.text).toMatch(/¿Lo envío así\?|Shall I send it like this\?/);
  });

  it('is kept beside the one of several that is chosen', () => {
    expect(draftOf(GARBAGE, 'the first one, Panama City, street 74')?.place?.text).toContain('street 74');
  });
});
