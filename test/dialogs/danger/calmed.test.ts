import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ class: sort }) => sort === 'emergency');
const CHILD = [
  'el padrastro le pego a la niña y esta sangrando en la chorrera, barrio balboa',
  'si',
  'con reserva',
];
const SMOKE = ['la luz sube y baja y sale humo del medidor', 'en bugaba'];
const LOT = 'se esta quemando el lote de al lado, hay candela';

describe('a danger that has ended', () => {
  it.each([
    'la niña ya fue al hospital, gracias',
    'ya la atendieron en el centro de salud',
    'ya esta en el hospital, gracias',
    'ya la llevaron a urgencias',
  ])('rings no second time when its report is sent: %s', text => {
    const talk = told(...CHILD, text);
    expect(talk.conversation.reason).toBeNull();
    expect(talk.conversation.review).toBe(true);
    expect(isWarned(...CHILD, text, 'si', 'si envie')).toBe(false);
  });

  it.each(['ya esta en el hospital pero sigue sangrando', 'se la llevaron y el sigue con el machete'])(
    'has not ended for: %s',
    text => {
      expect(told(...CHILD, text).conversation.reason).toBe('danger');
    },
  );

  it('has not ended for her whose husband was only taken away', () => {
    expect(told('mi marido me pega', 'ya se lo llevaron').conversation.reason).toBe('danger');
  });
});

describe('a danger beside a report, over before it is sent', () => {
  const REPORT = ['no pasa la basura en chilibre', 'ahh y hay un incendio al lado'];

  it.each([
    'ya lo apagaron, sigo con lo de la basura',
    'ya los bomberos lo apagaron',
    'los bomberos ya lo apagaron, sigamos con el reporte',
    'ya apagaron el fuego',
  ])('is in neither that report nor another: %s', text => {
    const talk = told(...REPORT, text, 'si');
    expect(said(...REPORT, text)).toContain('Me alegra que ya pasó lo peor');
    expect(talk.cases.map(({ description }) => description)).toEqual([[REPORT[0]]]);
    expect(said(...REPORT, text, 'si')).not.toContain('incendio');
  });
});

describe('who wonders at the numbers, or goes on with the report', () => {
  it.each([
    'pero q peligro? ya le dije que fue anoche',
    'que peligro?',
    'cual emergencia, yo solo reporto la luz',
  ])('is believed: %s', text => {
    expect(said(...SMOKE, text)).not.toMatch(/Llame a los números|llame ya/);
    expect(told(...SMOKE, text).conversation.reason).toBeNull();
    expect(told(...SMOKE, text).conversation.state.draft).not.toBeNull();
  });

  it.each([
    'ok pero la nevera dañada va en el reporte? y me la pagan?',
    'y quien me paga la nevera?',
    'cuando me arreglan el medidor?',
  ])('is answered on that: %s', text => {
    expect(said(...SMOKE, text)).not.toContain('Llame a los números');
  });

  it('is sent to those who help where that is asked', () => {
    expect(said(...SMOKE, 'que hago mientras?')).toMatch(/Llame a los números|103/);
  });
});

describe('what is wanted when the fire is out', () => {
  it.each([
    'ya llame a los bomberos… es que el dueño del lote nunca lo limpia',
    'los bomberos ya vinieron. el lote es un monte, nunca limpian ese lote baldio',
    'ya los llame. lo que quiero es que obliguen al dueño a limpiar el lote baldio',
  ])('is the report of the lot: %s', text => {
    expect(told(LOT, text).conversation.state.draft?.serviceId).toBe('empty-lot');
  });

  it('goes on with that report, wished for in so many words', () => {
    const talk = told(
      LOT,
      'ya llame a los bomberos, es que el dueño del lote nunca lo limpia',
      'ya apagaron la candela. lo que quiero es que multen al dueño por no limpiar el lote',
    );
    expect(talk.conversation.state.draft?.serviceId).toBe('empty-lot');
    expect(talk.conversation.reason).toBeNull();
  });

  it('is begun, when somebody fell into it and is cared for', () => {
    const talk = told(
      'un niño se cayo en la alcantarilla sin tapa en la calle 5 de pedregal',
      'ya lo llevaron al hospital. lo que queremos es que tapen eso',
    );
    expect(talk.conversation.state.draft?.serviceId).toBe('manhole');
  });
});

describe('where it is, told in answer to that question', () => {
  it.each([
    'estoy en bugaba, la concepcion, barriada san jose calle 3 al lado de la ferreteria',
    'es en el cerro la cruz, entrando por la funeraria el descanso',
    'en david, barrio la candela, casa 14',
  ])('is no danger, however its names sound: %s', text => {
    expect(isWarned('la luz sube y baja todas las noches', text)).toBe(false);
    expect(told('la luz sube y baja todas las noches', text).conversation.state.draft?.place).not.toBeNull();
  });

  it.each([
    'vivo en bugaba calle 3, y ahora el poste esta echando chispas',
    'en bugaba calle 3, apurense que mi mama se desmayo',
    'vivo en bugaba calle 3 y mi marido me esta pegando',
  ])('is kept, though a danger is told with it: %s', text => {
    const { state } = told('la luz sube y baja', text).conversation;
    expect(isWarned('la luz sube y baja', text)).toBe(true);
    expect(state.draft?.place?.text).toContain('bugaba calle 3');
    expect(state.draft?.description.join()).not.toContain('pegando');
  });
});
