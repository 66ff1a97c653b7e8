import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const LOW = 'ya no quiero vivir';

describe('who spoke of dying', () => {
  it('is offered no report of what they say it is about', () => {
    const talk = told(LOW, 'no he hecho nada. es por el subsidio, ya no tengo pa las pastillas');
    expect(talk.conversation.state.awaits).toBeNull();
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'mi hermana ya viene',
    'estoy con mi mama',
    'ya llego mi vecina',
    'me voy a dormir donde mi tia',
    'ya llame al 147',
    'my sister is here with me',
  ])('has a kind word for who comes to them: %s', text => {
    expect(said(LOW, text)).toMatch(/no está a solas|not alone/);
    expect(told(LOW, text).conversation.reason).toBe('distress');
  });

  it.each([
    'mi hermana ya viene. lo del subsidio lo arreglan despues?',
    'y lo de la pension? lo resuelven?',
    'estoy con mi hijo, lo de la luz quedo igual',
  ])('is told honestly what becomes of the other matter: %s', text => {
    expect(said(LOW, text)).toMatch(/anotado para la persona[\s\S]*No puedo prometerle/);
    expect(told(LOW, text).conversation.state.later).toContain(text);
  });

  it('is none where nobody spoke of dying', () => {
    expect(said('no hay agua en pacora', 'mi hermana ya viene')).not.toContain('a solas');
  });
});
