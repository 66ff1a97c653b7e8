import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const COURT = 'mi ex no paga la pensión de los niños, en Santiago';

describe('what nobody asked for and they have not at hand', () => {
  it.each([
    'no sé el número de expediente',
    'es que no tengo la cédula a mano',
    'no me acuerdo del nombre del juez',
    'no encuentro el recibo ahora',
    "i don't have the file number",
  ])('is not needed, before it is sent and after: %s', words => {
    const open = told(COURT, words);
    expect(open.last()?.text).toMatch(/^(No hace falta: se puede|It is not needed: it can)/);
    expect(open.last()?.asks).toBe('confirm');
    const filed = told(COURT, 'sí', words);
    expect(filed.last()?.text).toMatch(/^(No hace falta: el caso|It is not needed: case) \d/);
    expect(filed.cases[0]?.description).toEqual([COURT]);
  });

  it('is not the number of the case just filed', () => {
    expect(told(COURT, 'sí', 'perdí el número').last()?.text).not.toMatch(/^No hace falta: el caso/);
  });

  it('is the matter itself where it is what is missing', () => {
    const talk = told('la placa de mi carro no llega, municipio de David', 'no tengo placa desde marzo');
    expect(talk.last()?.text).not.toContain('No hace falta');
  });

  it('is more of the report where it tells more', () => {
    const talk = told(COURT, 'no sé el número de expediente pero él trabaja en la zona libre');
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('zona libre');
  });
});
