import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('who only wants to know', () => {
  it('leaves a report that was begun with nothing but a question', () => {
    const talk = told('por que se va la luz cada rato en Chepo?', 'yo solo quiero saber por que');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('leaves no report of what is broken', () => {
    const talk = told('hay un hueco en via españa', 'yo solo quiero saber cuando lo arreglan');
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
  });
});
