import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const WATER = 'no hay agua en tocumen';
const ASKED_OF_BODY = /^Eso lo tiene que contestar/;

describe('the day of the answer', () => {
  it.each([
    'q dia es la respuesta?',
    'qué fecha me responden?',
    '¿cuál es la fecha de respuesta?',
    'hasta cuando tienen',
    'what day is the answer?',
  ])('is told by the desk, which knows it: %s', words => {
    const talk = told(WATER, 'sí', words);
    expect(talk.last()?.text).toMatch(/\d de noviembre|November \d/);
    expect(talk.cases[0]?.description).toEqual([WATER]);
  });
});

describe('who pays for it', () => {
  const STAIRS = 'las escaleras eléctricas de la estación San Isidro del metro llevan un mes dañadas';

  it('is for the body to say, and no day answers it', () => {
    const talk = told(STAIRS, 'sí', 'es grave eso, ella casi se cae, si se cae quien responde');
    expect(talk.last()?.text).toMatch(ASKED_OF_BODY);
    expect(talk.cases[0]?.description.at(-1)).toContain('ella casi se cae');
    talk.say('¿y si nadie me responde?');
    expect(talk.last()?.text).toContain('debe responder a más tardar');
  });
});
