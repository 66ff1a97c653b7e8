import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HIT = ['atropellaron a un señor en via españa porque el semaforo no sirve', 'si'];

describe('a good wish for who was hurt, said to a case', () => {
  it.each([
    'el señor era el esposo de una vecina, que dios lo ayude. gracias',
    'que en paz descanse el señor',
    'pobre hombre, dios lo tenga en su gloria',
    'pobrecito el señor',
    'mi mas sentido pesame a la familia',
  ])('has a kind word, and is no more of the case: %s', text => {
    const talk = told(...HIT, text);
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('Siento mucho lo que pasó');
    expect(talk.cases[0]?.description).toEqual([HIT[0]]);
  });

  it.each([
    'dios los ayude a arreglar ese semaforo, sigue dañado',
    'ahora atropellaron a otro señor ahi mismo',
  ])('is not said in: %s', text => {
    expect(told(...HIT, text).turns.at(-1)?.replies[0]?.text).not.toContain('Siento mucho lo que pasó');
  });
});
