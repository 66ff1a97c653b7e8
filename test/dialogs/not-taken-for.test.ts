import { describe, expect, it } from 'vitest';
import { withoutClosing } from '../../src/dialogs/filed/closing-words.ts';
import { consentIn } from '../../src/dialogs/words/consent.ts';
import { openTalks } from '../support/play.ts';

const { told, said, draftOf } = await openTalks();
const WATER = 'no hay agua en villa lucre';

describe('what is no order to send', () => {
  it.each(['ok ya le dije que no', 'bueno ya te dije q no'])('a no said before: %s', text => {
    expect(consentIn(text)).not.toBe('yes');
    expect(told(WATER, text).cases).toEqual([]);
  });

  it.each(['no se. mandelo, no, mejor no', 'espere. mandelo, ay no, todavia no'])(
    'one that is taken back behind it: %s',
    text => {
      expect(told(WATER, text).cases).toEqual([]);
    },
  );

  it('puts no name into an anonymous report', () => {
    const bribe = 'un funcionario me pidio coima en la alcaldia de colon, anonimo';
    const talk = told(bribe, 'mandelo pero con mi nombre Carlos Vega 6677-1122');
    const words = [...talk.cases, talk.conversation.state.draft].flatMap(each => each?.description ?? []);
    expect(words.join(' ')).not.toContain('Carlos');
  });
});

describe('fear, asked whether to leave a report', () => {
  it('leaves nothing by itself', () => {
    expect(draftOf(WATER, 'mejor llamo yo', 'me da miedo')).not.toBeNull();
  });
});

describe('an illness', () => {
  it('told with the place takes nothing from it', () => {
    const talk = told('no recogen la basura', 'es por la entrada de villa lucre, hay niños enfermos');
    expect(talk.conversation.state.draft?.place?.corregimiento).toBe('José Domingo Espinar');
  });

  it('asked about stays in the report, and in the case', () => {
    const ill = 'y el bebe tiene diarrea desde anoche, que le doy?';
    expect(said(WATER, ill)).toContain('centro de salud');
    expect(draftOf(WATER, ill)?.description.join(' ')).toContain('diarrea');
    expect(told(WATER, 'si', ill).cases[0]?.description.join(' ')).toContain('diarrea');
  });
});

describe('what was closed or cancelled', () => {
  it.each([
    'me cancelaron la cita del seguro en david',
    'nos cerraron la calle 5 de rio abajo',
    'lo cerraron el puente de chepo',
  ])('is no case of theirs where it is named: %s', text => {
    expect(withoutClosing(text)).toBe(text);
  });

  it.each(['lo cerraron y nunca vino nadie', 'ponga que ya lo cerraron 1 vez sin venir'])(
    'is one: %s',
    text => {
      expect(withoutClosing(text)).not.toContain('cerraron');
    },
  );
});

describe('a place', () => {
  it('of two streets told in one line keeps both', () => {
    const two = 'hay un hueco en la calle 5 de rio abajo y otro igual en la calle 7';
    expect(draftOf(two)?.place?.text).toMatch(/calle 5[\s\S]*calle 7/);
  });
});

describe('after a case was filed', () => {
  const FILED = ['reporto basura en la chorrera, barriada santa rosa, llevan 3 semanas sin pasar', 'sí'];

  it('`no pongan mi nombre` hides it', () => {
    expect(told(...FILED, 'no pongan mi nombre').cases[0]?.privacy).toBe('confidential');
  });

  it('words about the next report are of that', () => {
    const next = told(...FILED, 'y tampoco hay luz en mi calle', 'no ponga eso');
    expect(next.turns.at(-1)?.replies[0]?.text).not.toContain('Municipio de La Chorrera');
  });
});

describe('the wish to be hidden, before anything was told', () => {
  it.each([
    'no pongan mi nombre',
    'no quiero que sepan quien soy',
    'quiero denunciar pero no pongan mi nombre',
  ])('is no matter, and is kept: %s', text => {
    expect(said(text)).toContain('Va con reserva');
    expect(told(text).last()?.asks).toBe('description');
    expect(draftOf(text, 'no recogen la basura en tocumen')).toMatchObject({
      ...{ privacy: 'confidential', description: ['no recogen la basura en tocumen'] },
    });
  });
});

describe('a question of how to report', () => {
  it.each([
    'como hago para reportar q no recogen la basura en tocumen',
    'where do i report a broken traffic light in bella vista',
    'cómo denuncio a un taxista que me cobró de más en bella vista',
  ])('is one of no paper: %s', text => {
    expect(said(text)).toMatch(/aquí mismo|right here/);
    expect(draftOf(text)?.summarised).toBe(true);
  });

  it('and of who mends what is broken, asked on of a paper, neither', () => {
    const mends = '¿y quién arregla el semáforo dañado de vía brasil?';
    expect(draftOf('que necesito para renovar la licencia', mends)?.serviceId).toBe('traffic-light');
  });
});

describe('a place that is wrong for what is done there', () => {
  it('is not put right', () => {
    const talk = told(
      'botan basura en la calle 12 de rio abajo',
      'con reserva',
      'eso no es lugar para botar basura',
    );
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.conversation.state.draft?.place?.text).toBe('calle 12 de rio abajo');
  });
});

describe('who was spoken to badly', () => {
  it.each([
    'no pude hablar con la doctora Ruiz en el centro de salud de pedasi porque nunca esta',
    'fui a hablar con la profesora Ana de la escuela de chitre y me grito',
  ])('is complained of, and wants no person: %s', text => {
    expect(told(text).conversation.mode).toBe('bot');
  });

  it('is no question', () => {
    expect(draftOf('contesta mal la muchacha de la ventanilla del seguro en colon')).not.toBeNull();
  });
});
