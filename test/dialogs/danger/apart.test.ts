import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const WATER = 'no hay agua en tocumen desde el lunes';
const BEATEN = 'auxilio le estan pegando a mi vecina';
const GLAD = 'Me alegra que ya pasó lo peor';

describe('a danger told in the middle of another matter', () => {
  it.each([
    ['no water in Tocumen since monday', 'help my neighbor is being beaten right now'],
    [WATER, 'creo que le estan pegando a la vecina'],
    [WATER, BEATEN],
    ['no hay agua', 'en la casa de al lado se oyen disparos'],
    ['hay un hueco en la via españa, bella vista', 'me acaban de asaltar con pistola'],
  ])('is not read by the body of that one: %s, %s', (matter, danger) => {
    const words = said(matter, danger);
    expect(words).toContain('104');
    expect(words.split('104')).toHaveLength(2);
    expect(draftOf(matter, danger)?.description).toEqual([matter]);
  });

  it('is asked after once that one is filed, and is a report of its own', () => {
    const talk = told(WATER, BEATEN, 'si');
    expect(talk.cases.map(({ description }) => description)).toEqual([[WATER]]);
    expect(talk.last()?.text).toContain(BEATEN);
    talk.say('si');
    expect(talk.conversation.state.draft).toMatchObject({
      serviceId: 'women-support',
      description: [BEATEN],
    });
  });

  it.each([
    ['lo que me pidieron', 'quiero poner una queja', 'mi vecino me esta amenazando con un machete'],
    [
      'what tells of the same matter',
      'hay un poste inclinado en tocumen',
      'auxilio el poste se esta cayendo ya',
    ],
  ])('is kept with it where it is %s', (_, matter, danger) => {
    expect(draftOf(matter, danger)?.description).toContain(danger);
  });
});

describe('a danger that is over', () => {
  it.each([
    'ya paso, ya vino la policia',
    'ya paso todo gracias',
    'ya estoy a salvo',
    'ya se fue el hombre',
    'ya vino la policia y ya se lo llevaron',
    'ok it is over now',
  ])('is no end of the other matter: %s', words => {
    const talk = told(WATER, BEATEN, words);
    expect(said(WATER, BEATEN, words)).toContain(words.startsWith('ok it') ? 'the worst is over' : GLAD);
    expect(talk.last()?.asks).toBe('confirm');
    talk.say(words.startsWith('ok it') ? 'yes' : 'si');
    expect(talk.cases).toHaveLength(1);
  });

  it('still can be reported by who is safe now', () => {
    const talk = told(BEATEN, 'ya se fue');
    expect(talk.conversation.state.awaits?.step ?? '').toBe('offer');
    talk.say('si');
    expect(talk.conversation.state.draft?.serviceId).toBe('women-support');
  });

  it('because help came is asked whether the report of it is still wanted', () => {
    const fire = 'hay un incendio en la casa de al lado';
    const talk = told(fire, 'si en tocumen', 'ya llegaron los bomberos');
    expect(said(fire, 'si en tocumen', 'ya llegaron los bomberos')).toContain('ya le atienden');
    expect(talk.last()?.text).toContain('¿Dejo de hacerlo?');
  });

  it('is no word for a wait that is long', () => {
    expect(said(BEATEN, 'ya paso una hora y no viene nadie')).not.toContain(GLAD);
  });
});
