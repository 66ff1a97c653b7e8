import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const LAMP = 'la luminaria de mi calle en Las Cumbres esta apagada hace 2 meses';

describe('whose another matter is, asked after a case', () => {
  it.each([
    [['y para lo de los robos con quien hablo?'], /^Eso lo atiende esta entidad: Policía Nacional[\s\S]*104/],
    [['no, yo digo los robos, la policia?'], /^Sí, eso lo atiende esta entidad: Policía Nacional[\s\S]*104/],
    [['and who do I talk to about the robberies?'], /Policía Nacional sees to that[\s\S]*104/],
    [['y lo del ruido del vecino a quien le aviso?'], /entidad: Casa de paz/],
    [['y a quien le aviso de la basura que no recogen?'], /entidad: AAUD[\s\S]*escríbame qué pasa/],
  ])('%j is told, and nothing passed on', (words, reply) => {
    const talk = told(LAMP, 'si', ...words);
    expect(talk.last()?.text).toMatch(reply);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toEqual([LAMP]);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('opens nothing behind a no', () => {
    const three =
      'llevamos 5 dias sin agua en Vista Alegre de Arraijan y tambien las lamparas de la calle estan apagadas y ya asaltaron a una señora';
    const more = 'si por favor, es en la calle 5ta de vista alegre, y lo del asalto tambien';
    const talk = told(
      ...[three, 'si', more, 'si'],
      'no, dejelo asi, pero el asalto fue en la parada del super xtra, eso es pa la policia no?',
    );
    expect(talk.last()?.text).toMatch(/^Sí, .*Policía Nacional[\s\S]*104/);
    expect(talk.last()?.text).not.toContain('lo reporte');
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.conversation.state.awaits).toBeNull();
    const again = talk.say('no quiero abrir nada mas, solo pregunto si eso va a la policia');
    expect(again.replies.at(-1)?.text).toMatch(/^Sí, .*Policía Nacional[\s\S]*104/);
    expect(again.replies.at(-1)?.text).not.toContain('reporte');
  });

  it.each(['con quien hablo para que me apuren la luz?', 'quien ve eso?', 'eso lo ve la policia?'])(
    'is not asked of the case itself: %s',
    words => {
      expect(told(LAMP, 'si', words).last()?.text).not.toContain('Eso lo atiende esta entidad');
    },
  );

  it('is not what follows where nothing comes of the case', () => {
    const pothole = 'hay un hueco grande en la calle principal de Tocumen';
    const asked = told(pothole, 'si', 'y si no me pagan el daño del carro a donde voy?');
    expect(asked.last()?.text).not.toContain('MITRADEL');
  });
});
