import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const GUNA = 'Nuedi, anmar Playón Chico Guna Yala, el centro de salud no tiene doctor desde enero';
const NGABE = 'Ñantörö, ti tö kukwe niere. Somos de Soloy, el acueducto no tiene agua hace un mes';
const SCHOOL = 'Kobo kuin, la escuela de Kusapín no tiene maestro';

const draftOf = (...words: string[]) => told(...words).conversation.state.draft;

describe('a greeting in Guna or Ngäbere with a matter told in Spanish', () => {
  it.each([
    [GUNA, 'seguir', 'health-centre'],
    [NGABE, 'seguir', 'rural-aqueduct'],
    [NGABE, 'seguir, yo hablo español también, no hay agua en Soloy', 'rural-aqueduct'],
    [SCHOOL, 'sigamos, entiendo el español', 'school-teacher'],
  ])('is gone on with: %s / %s', (matter, back, service) => {
    expect(draftOf(matter, back)).toMatchObject({ serviceId: service, summarised: true });
    expect(told(matter, back).conversation.state.later).toEqual([]);
  });

  it('is asked for where nothing was told', () => {
    expect(told('Nuedi', 'seguir').last()?.text).toContain('Cuénteme qué pasa');
  });
});

describe('what is told with going back to the bot', () => {
  it('is no matter where it says which language they speak', () => {
    const words = 'seguir, hablo español. no recogen la basura en Playón Chico';
    expect(draftOf('Nuedi', words)?.description).toEqual(['no recogen la basura en Playón Chico']);
  });

  it('comes after what was told before, where it is another matter', () => {
    const talk = told(SCHOOL, 'seguir. y tampoco hay luz');
    expect(talk.conversation.state).toMatchObject({
      draft: { serviceId: 'school-teacher' },
      later: ['tampoco hay luz'],
    });
  });

  it('goes on with what was told before, where it is only an order', () => {
    const draft = draftOf('quiero hablar con una persona', 'no hay luz en David', 'seguir, mándelo');
    expect(draft?.description).toEqual(['no hay luz en David']);
  });
});
