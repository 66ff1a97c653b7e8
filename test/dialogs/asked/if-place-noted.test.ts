import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const SCHOOL = 'en la escuela de Las Tablas hay huecos en el techo y se moja el salon';

describe('whether the place was noted so', () => {
  it.each([
    'es la escuela presidente porras, quedo asi el lugar?',
    'es en la escuela presidente porras. el lugar quedo bien?',
    'queda al lado de la escuela presidente porras, si quedo asi la direccion?',
  ])('puts right what stands beside the question: %s', asked => {
    const open = told(SCHOOL, 'no se', asked);
    expect(open.conversation.state.draft?.place?.text).toContain('presidente porras');
    expect(open.conversation.state.draft?.serviceId).toBe('school-building');
    const filed = told(SCHOOL, 'no se', 'si', asked);
    expect(filed.cases[0]?.place?.text).toContain('presidente porras');
    expect(filed.last()?.text).toContain('presidente porras');
  });

  it('says that it reads so already', () => {
    const asked = 'es la escuela presidente porras, quedo asi el lugar?';
    expect(told(SCHOOL, 'no se', asked, asked).last()?.text).toContain('Ya está así');
    expect(told(SCHOOL, 'no se', asked, 'si', asked).last()?.text).toContain('quedó así');
  });

  it.each(['el lugar quedo bien?', 'y quedo asi la direccion?'])('reads it back, asked alone: %s', asked => {
    expect(told('hay un hueco en la calle 5 de Chitre', asked).last()?.text).toContain('calle 5 de Chitre');
    expect(told('hay un hueco en la calle 5 de Chitre', 'si', asked).last()?.text).toContain(
      'calle 5 de Chitre',
    );
  });

  it.each(['ya arreglaron, el lugar quedo bonito', 'en que lugar quedo el camion?'])(
    'is not asked: %s',
    said => {
      const talk = told('hay un hueco en la calle 5 de Chitre', 'si', said);
      expect(talk.cases[0]?.place?.text).toBe('calle 5 de Chitre');
      expect(talk.last()?.text).not.toContain('el lugar quedó así');
    },
  );
});
