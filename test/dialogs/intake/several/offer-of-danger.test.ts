import { describe, expect, it } from 'vitest';
import { openTalks } from '../../../support/play.ts';

const { told, said } = await openTalks();

const BEATEN = [
  'quiero quejarme que la oficina del MIDES en Colon no me resuelve lo del 120 a los 65 de mi mama',
  'disculpe es que mi marido me pego anoche y no puedo ir en persona a la oficina',
];
const DYING = [
  'no puedo mas, me cortaron la luz, no tengo trabajo, no tengo comida para mis hijos, ya no quiero vivir',
  'gracias... ahorita estoy mejor con mi hermana. pero si quiero lo de la luz, me la cortaron ayer y yo pague, en Burunga, Arraijan',
  'sí, mandelo',
];
const CHILD = [
  'quiero un reclamo porque el ascensor del hospital Santo Tomás está dañado',
  'mi tío me toca y me da miedo decirle a mi mamá, tengo 13 años',
];
const TWO = ['no hay agua y la basura no la recogen en calle 50, Bella Vista, Panama', 'si'];

describe('what somebody suffers, told beside a report that was filed', () => {
  it('is offered gently, without their words', () => {
    expect(said(...BEATEN, 'sí')).toContain('no se lo envié a nadie');
    expect(said(...BEATEN, 'sí')).not.toContain('«disculpe');
    expect(told(...BEATEN, 'sí', 'sí').conversation.state.draft).not.toBeNull();
  });

  it.each(['qué lee el MIDES?', 'gracias', 'no'])('is offered once: %s', words => {
    expect(said(...BEATEN, 'sí', words)).not.toMatch(/Lo otro que me contó|otro asunto/);
    expect(said(...BEATEN, 'sí', words, 'y cuándo responden?')).not.toMatch(/Lo otro que|otro asunto/);
  });

  it.each([
    'no. y donde puedo ir hoy en Colon para que me protejan?',
    '¿adónde puedo ir hoy para que me protejan?',
  ])('who asks for protection is told the numbers, and no body reads it: %s', words => {
    const talk = told(...BEATEN, 'sí', words);
    expect(said(...BEATEN, 'sí', words)).toContain('182');
    expect(said(...BEATEN, 'sí', words)).not.toMatch(/Agregué|contestar|Lo otro/);
    expect(talk.cases[0]?.description).toEqual([BEATEN[0]]);
  });

  it('of dying is never offered', () => {
    expect(said(...DYING)).not.toMatch(/Lo otro que me contó|otro asunto/);
    expect(said(...DYING, 'no, no abra otro. que texto lee Naturgy?')).toContain(
      'Esto es lo que lee Naturgy',
    );
  });

  it('by a minor is heard kindly, and nothing else is asked in the same breath', () => {
    const answer = said(...CHILD);
    expect(answer).toContain('no es su culpa');
    expect(answer).toContain('6378-3466');
    expect(answer).not.toContain('¿Lo envío así?');
    expect(told(...CHILD, 'si, manda lo del ascensor').cases).toHaveLength(1);
  });
});

describe('one more case that is refused with something behind the no', () => {
  it.each(['no, no abra otro. cuándo responden?', 'no, gracias. ¿y cuándo responden?'])(
    'is offered no more, and the rest is heard: %s',
    words => {
      const answer = said(...TWO, words);
      expect(answer).toContain('debe responder a más tardar');
      expect(answer).not.toContain('otro asunto');
      expect(told(...TWO, words).conversation.state.later).toEqual([]);
    },
  );

  it.each(['no, otro caso no', 'no señor, no abra otro caso', 'no joven, gracias', 'otro reporte no'])(
    'is declined, and nothing is added or asked: %s',
    words => {
      const talk = told(...TWO, words);
      expect(talk.last()).toMatchObject({ asks: 'none', text: expect.stringContaining('De acuerdo') });
      expect(talk.conversation.state).toMatchObject({ later: [], awaits: null });
      expect(talk.cases).toHaveLength(1);
    },
  );
});
