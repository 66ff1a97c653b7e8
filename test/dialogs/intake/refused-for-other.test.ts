import { expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const POLICE = 'quiero denunciar a unos policías que me pidieron plata en un retén en La Chorrera, anónimo';

it.each([
  'no no, a la policia no. no hay otro lugar como la fiscalia o la defensoria?',
  'a la policía no. ¿no hay otra entidad?',
])('who refuses a body and asks for another one has it, as it was kept: %s', words => {
  const talk = told(POLICE, words);
  const text = talk.last()?.text ?? '';
  expect(text).toContain('Lo atiende: Defensoría del Pueblo');
  expect(text).toContain('sigue anónima');
  expect(text).not.toMatch(/con reserva|no lo tengo confirmado|Agregué su pregunta/);
});

it('but not who only asks', () => {
  expect(told(POLICE, '¿no hay otro lugar?').last()?.text).not.toContain('no se lo envío');
});
