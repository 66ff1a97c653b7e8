import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const MANHOLE = 'hay una alcantarilla sin tapa en barrio balboa, la chorrera';

it('a yes that tells an accident is sent with it, with the numbers before', () => {
  const words = 'si, y ya se cayo una moto ahi antier, el muchacho se raspo';
  const talk = told(MANHOLE, words);
  expect(talk.cases[0]?.description.join(' ')).toContain('se cayo una moto');
});

it('an order that says how much it is, and denies nothing, is sent', () => {
  const [filed] = told(
    'no recogen la basura en samaria san miguelito',
    'si mandalo, es toda la calle no solo mi casa',
  ).cases;
  expect(filed?.description).toContain('es toda la calle no solo mi casa');
});

it('«ponga eso» orders nothing sent', () => {
  const talk = told(
    'hay un poste de luz torcido en la calle 5ta de rio abajo',
    'no esta inclinado, esta caido y tapando la calle, ponga eso: poste caido en el suelo',
  );
  expect(talk.cases).toEqual([]);
});

it('what is told beside a refusal to give data is kept', () => {
  const talk = told(
    'un bus diablo rojo no se para y cobra mas, quiero denunciar',
    'con reserva',
    'prefiero no darlos. es como a las 6 de la mañana, en la parada de la doña en tocumen',
  );
  const { contact, description } = talk.conversation.state.draft ?? {};
  expect(contact).toBeNull();
  expect(description?.join(' ')).toContain('parada de la doña');
});

describe('why a body has it', () => {
  it('asked with what they had thought, changes no body', () => {
    const talk = told(
      'musica alta del vecino todas las noches en tocumen, calle 3',
      'y porque a la casa de paz? yo pensaba que era la policia',
    );
    expect(talk.last()?.text).toContain('el ruido entre vecinos lo atiende la casa de paz');
    expect(talk.conversation.state.draft?.agencyId).toBeNull();
  });
});

it.each(['que no cambie nada, dejelo como estaba', 'no lo cambie'])(
  'asked how it shall read, whoever wants it left loses nothing: %s',
  words => {
    const talk = told(MANHOLE, 'quiero cambiar lo que dice', words);
    expect(talk.conversation.state.draft?.description).toEqual([MANHOLE]);
  },
);

it('everything is erased for who wants the case to go on, as it does', () => {
  const talk = told(MANHOLE, 'sí', 'borrar mis datos', 'si borralo de aqui pero q el caso siga');
  expect(talk.last()?.text).toContain('borré la conversación');
});
