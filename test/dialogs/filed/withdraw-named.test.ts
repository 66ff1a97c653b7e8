import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const TWO = [
  'hay un hueco en la vía principal de Pedasí',
  'barrio norte',
  'sí',
  'no hay agua en pacora, la mireya',
  'sí',
];

describe('a case named by its body', () => {
  it.each(['¿pueden anular la del MOP?', 'y el del mop lo pueden anular?', 'anulen la del mop por favor'])(
    'is the one that is withdrawn, once they agree: «%s»',
    words => {
      const talk = told(...TWO, words);
      expect(talk.last()).toMatchObject({ asks: 'confirm' });
      talk.say('sí');
      const withdrawn = talk.cases.filter(({ status }) => status === 'withdrawn');
      expect(withdrawn.map(({ holder }) => holder?.agencyId)).toEqual(['mop']);
    },
  );
});
