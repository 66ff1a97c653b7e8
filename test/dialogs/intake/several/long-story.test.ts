import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const STORY =
  'Muy buenas tardes tenga usted joven, tengo 81 años y vivo en Las Minas de Herrera desde que nací. Fíjese que yo soy jubilado de la ' +
  'Caja de Seguro Social y hace tres meses que me toca ir a la policlínica de Chitré a buscar mis pastillas de la presión y siempre me ' +
  'dicen lo mismo, que no hay, que vuelva la semana que viene. Yo tengo que pagar 6 balboas de pasaje cada vez. La medicina se llama ' +
  'losartán y la doctora es muy buena, la queja es de la farmacia. Mi difunta esposa, que en paz descanse, también padecía de lo mismo.';

describe('a long story of one matter', () => {
  it('is not torn in two by what also happened to somebody else', () => {
    const talk = told(STORY);
    expect(talk.last()?.text).not.toContain('más de un asunto');
    expect(talk.conversation.state.draft).toMatchObject({ serviceId: 'css-medicine', description: [STORY] });
    expect(talk.conversation.state.later).toEqual([]);
  });
});
