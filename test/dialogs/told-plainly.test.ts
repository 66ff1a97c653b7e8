import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const HOLE = 'hay un hueco en calle 50, Bella Vista';
const GARBAGE = 'no recogen la basura en Villa Zaita';
const DOG = 'hay un perro bravo suelto en la barriada Villa Lucre';
const GRANT = 'mi hijo no ha recibido la beca del ifarhu';

describe('whom they turned to before', () => {
  it.each([
    [HOLE, 'fui al municipio y no hicieron nada', 'pothole', 'mop'],
    [HOLE, 'I already went to the police and they did nothing', 'pothole', 'mop'],
    [GARBAGE, 'hablé con el representante y nada', 'garbage-not-collected', 'aaud'],
    [GARBAGE, 'me quejé en la AAUD y me dijeron que ya venían', 'garbage-not-collected', 'aaud'],
    [GARBAGE, 'llamé al 911 y no vinieron', 'garbage-not-collected', 'aaud'],
    [DOG, 'ya lo llevamos al centro de salud', 'stray-animals', 'mun_san_miguelito'],
    [GRANT, 'la escuela dice que ya mandó la lista al ministerio', 'scholarship', 'ifarhu'],
  ])(
    'changes neither the matter nor its body, before and after filing: %s, %s',
    (report, words, id, body) => {
      const open = told(report, words);
      expect(open.last()?.asks).toBe('confirm');
      expect(open.conversation.state.later).toEqual([]);
      open.say('sí');
      const [before] = open.cases;
      const [after] = told(report, 'sí', words).cases;
      for (const c of [before, after]) {
        expect(c).toMatchObject({ serviceId: id, holder: { agencyId: body } });
        expect(c?.description).toEqual([report, words]);
      }
    },
  );

  it.each(['ya vinieron los bomberos, estamos bien. mándelo', 'the police came already. send it'])(
    'and who came is not who it is for: %s',
    words => {
      const [filed] = told(HOLE, words, 'sí').cases;
      expect(filed?.holder?.agencyId).toBe('mop');
    },
  );

  it('and did them harm there is another matter', () => {
    const talk = told(GARBAGE, 'sí', 'fui a la policía y un policía me pegó');
    expect(talk.cases[0]?.description).toEqual([GARBAGE]);
  });
});

describe('praise beside a complaint', () => {
  it('leaves the complaint as it is, and waits for a report of its own', () => {
    const talk = told(GARBAGE, 'quiero felicitar también al conductor de la otra vez', 'sí');
    expect(talk.cases[0]).toMatchObject({ kind: 'queja', description: [GARBAGE] });
    expect(talk.last()?.text).toContain('«quiero felicitar también al conductor');
  });
});
