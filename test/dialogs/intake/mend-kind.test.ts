import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const PITCH = 'propongo juegos nuevos para el parque de pueblo nuevo, San Felipe de Portobelo';
const NURSE =
  'quiero felicitar a la enfermera Yaritza del hospital Chicho Fabrega en Santiago, trató a mi papá con cariño';

describe('a kind that is put right', () => {
  it('brings the service that has such a kind, where only one that proposes was understood', () => {
    const talk = told(PITCH, 'no es una idea, es una queja, los columpios estan rotos');
    expect(talk.conversation.state.draft).toMatchObject({ kind: 'queja', serviceId: 'park' });
    expect(talk.conversation.state.draft?.description).toContain('los columpios estan rotos');
  });

  it.each(['que no es queja le dije, es una idea. es la escuela normal', 'no es queja, es una idea'])(
    'is heard beside other words: «%s»',
    words => {
      const talk = told('no sirve el semáforo de la escuela en Santiago, Veraguas', words);
      expect(talk.conversation.state.draft?.kind).toBe('idea');
    },
  );

  it.each([
    'sugerencia? eso es una queja, y falta que la placa es 8T 0412, hoy a las 6:20am',
    'eso es una queja, la placa es 8T 0412 y pasó hoy a las 6:20am',
  ])('takes what they tell besides: «%s»', words => {
    const talk = told('sugiero que en la parada de alto boquete los buses paren en la mañana', words);
    expect(talk.conversation.state.draft?.kind).toBe('queja');
    expect(talk.conversation.state.draft?.description.join(' ')).toMatch(/8T 0412.*6:20am/);
  });

  it('asks which it is, where they only say what it is not', () => {
    expect(told('no hay agua en pacora, la mireya', 'no es una queja').last()?.asks).toBe('kind');
  });

  it.each(['no es sugerencia es una felicitacion', 'no es una sugerencia, es una felicitación'])(
    'praise is said to be read as praise: «%s»',
    words => {
      const talk = told(NURSE, words);
      expect(talk.conversation.state.draft).toMatchObject({ kind: 'sugerencia', description: [NURSE] });
      expect(talk.last()?.text).toMatch(/^Es una felicitación/);
    },
  );
});
