import { describe, expect, it } from 'vitest';
import { newDraft, newState, readState } from '../../src/dialogs/state.ts';

const now = new Date('2026-10-26T15:00:00Z');

describe('a saved state', () => {
  it('is read as it was written', () => {
    const state = {
      ...newState('en'),
      draft: { ...newDraft(now), description: ['no hay agua'], asked: ['place' as const] },
      awaits: { ask: 'place' as const, choices: [{ label: 'A', value: 'place:0804:A' }], misses: 1 },
      later: ['otro asunto'],
      lost: 1,
    };
    expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('keeps what a question came between', () => {
    const before = { ask: 'place' as const, choices: [], misses: 0 };
    const state = {
      ...newState('es'),
      awaits: { ask: 'confirm' as const, step: 'erase' as const, choices: [], misses: 0, before },
    };
    expect(readState(state)).toEqual(state);
  });

  it('of an older version is filled up with what that did not know', () => {
    const { warned, noted, later, ...older } = newState('es');
    const { declined, nudged, reasons, ...olderDraft } = newDraft(now);
    const read = readState({ ...older, v: 0, draft: olderDraft, awaits: { ask: 'place' } });
    expect(read).toEqual({
      ...newState('es'),
      draft: newDraft(now),
      awaits: { ask: 'place', choices: [], misses: 0 },
    });
  });

  it('loses single fields that make no sense, and no others', () => {
    const read = readState({
      ...newState('es'),
      lost: 'many',
      later: 'text',
      greeted: true,
      draft: { ...newDraft(now), description: null, kind: 'queja' },
    });
    expect(read).toMatchObject({ lost: 0, later: [], greeted: true });
    expect(read?.draft).toMatchObject({ description: [], kind: 'queja' });
  });

  it.each([
    ['nothing', null],
    ['a text', 'v1'],
    ['a list', [1]],
    ['no version', { language: 'es' }],
    ['a version to come', { ...newState('es'), v: 99 }],
  ])('that is %s cannot be read', (_, raw) => {
    expect(readState(raw)).toBeNull();
  });
});
