import { expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const BRIBE =
  'quiero denunciar al jefe de compras del Ministerio, recibe coimas, y no quiero que sepan que fui yo';

it.each(['que significa con reserva? mejor anonima', 'mejor anónima. ¿y qué es eso de reserva?'])(
  'tells what reserve means without saying that it goes so, where another way is chosen: %s',
  words => {
    const talk = told(BRIBE, words);
    expect(talk.last()?.text).toContain('Con reserva quiere decir que la entidad lee');
    expect(talk.last()?.text).not.toContain('Va con reserva');
    expect(talk.conversation.state.draft?.privacy).toBe('anonymous');
  },
);

it('tells it in English, and changes nothing', () => {
  expect(said('there is no water in Villa Lucre', 'what does confidential mean?')).toContain(
    'Confidential means that',
  );
  expect(
    told('no hay agua en Villa Lucre', '¿qué significa con reserva?').conversation.state.draft,
  ).toMatchObject({ privacy: null });
});
