import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const ASKED_OF_BODY = /^Eso lo tiene que contestar/;

describe('a question of what was told with the case', () => {
  const FRIDGE = 'anoche hubo un bajón de luz en La Arena de Chitré y se me quemó la nevera';

  it('begins no report, where it asks what to do', () => {
    const talk = told(FRIDGE, 'sí', '¿y yo tengo que guardar la nevera dañada o la puedo botar?');
    expect(talk.last()?.text).toMatch(/^Guarde las facturas[\s\S]*se reclama primero a Naturgy/);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is kept with the case where they want no other, and begins none', () => {
    const talk = told(FRIDGE, 'sí', 'no no, yo no quiero otro reporte, solo le pregunto por la nevera');
    expect(talk.last()?.text).toMatch(ASKED_OF_BODY);
    expect(talk.conversation.state).toMatchObject({ draft: null, awaits: null });
  });

  it('leaves the report that it began, where they only ask', () => {
    const talk = told(FRIDGE, 'sí', '¿y la nevera?');
    expect(talk.conversation.state.draft).not.toBeNull();
    talk.say('no no, yo no quiero otro reporte, solo le pregunto por la nevera');
    expect(talk.last()?.text).toMatch(
      /^De acuerdo, ese reporte no lo envié\.\nEso lo tiene que contestar Naturgy/,
    );
    expect(talk.conversation.state).toMatchObject({ draft: null, awaits: null });
    expect(talk.cases).toHaveLength(1);
  });
});
