import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const INSULIN = 'escribo por mi mama, en la policlinica no hay la insulina desde hace 2 meses';
const WATER = 'no hay agua en la barriada altos de san francisco en la chorrera desde hace 4 dias';

describe('what is told with the yes', () => {
  it.each([
    [
      INSULIN,
      'si envielo, es la policlinica de San Francisco, la JJ Vallarino creo, no se si eso es la misma',
      'JJ Vallarino',
    ],
    [WATER, 'si pero ponle q hay una señora encamada en mi casa y q ni el carro cisterna pasa', 'encamada'],
    [WATER, 'sí, hay una señora encamada y muchos niños en la casa', 'encamada'],
    [WATER, 'yes, send it, there is an old lady in bed in my house', 'old lady'],
  ])('goes along, and is said to: %s, %s', (report, words, fact) => {
    const talk = told(report, words);
    expect(talk.cases[0]?.description.join()).toContain(fact);
    expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(/^(Lo agregué y ya va|I added it, and it goes)/);
  });

  it.each([
    'sí',
    'sí, envíelo por favor, gracias',
    'dale, mándelo ya que es urgente',
    'yes please, thank you',
  ])('is nothing in a bare one: %s', words => {
    const talk = told(WATER, words);
    expect(talk.cases[0]?.description).toEqual([WATER]);
    expect(talk.last()?.text).not.toMatch(/agregué|I added/);
  });
});
