import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const filed = (...then: string[]) => told('no hay agua en Tocumen', 'si', ...then);
const said = (...then: string[]): string => filed(...then).last()?.text ?? '';

describe('words that solve nothing', () => {
  it.each(['hace rato', 'ya se la llevó la ambulancia', 'desde ayer', 'ya llegó la ambulancia', 'no sé'])(
    'are not asked after: %s',
    words => {
      expect(said(words)).not.toContain('¿Quedó solucionado');
    },
  );

  it.each(['ya llegó el agua', 'ya lo arreglaron'])('an end is: %s', words => {
    expect(said(words)).toContain('¿Quedó solucionado');
  });

  it('what is missing nobody has to know', () => {
    const talk = filed('ya llegó el agua', 'no', 'no sé');
    expect(talk.cases[0]?.description.join(' ')).not.toContain('no sé');
  });
});

describe('what is asked of the desk after a case was filed', () => {
  it.each([
    'oiga y si mi hija quiere ver el caso ella puede?',
    'el caso se lo mando tambien al profesor de la escuela, como lo puede ver el?',
    'y le puedo dar el numero y el pin a el?',
    'can my sister see the case?',
    'can I share the number and the pin with her?',
  ])('who has number and PIN sees the case: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toMatch(
      /número y el PIN puede ver el caso|number and the PIN can see the case/,
    );
    expect(talk.cases[0]?.description).toHaveLength(1);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each([
    'ok gracias. mi nombre no sale verdad?',
    'te pregunté si el idaan ve mi nombre',
    'a nombre de quién quedó?',
  ])('who is seen: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toContain('la entidad puede ver sus datos');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each([
    'cuántos casos tengo',
    'thanks, how is it going now?',
    'mis casos please, status?',
    'how many cases do I have?',
  ])('where it stands: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toMatch(/^(Caso|Case) 311-/);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each(['olvídalo, gracias', 'olvídelo', 'never mind, thanks'])(
    'is dropped, and the case is not: %s',
    words => {
      const talk = filed('¿le puedo dar el pin a él?', words);
      expect(talk.last()?.text).toMatch(/ya estaba enviado y sigue|was already sent/);
      expect(talk.conversation.state.awaits).toBeNull();
    },
  );
});

describe('another body, once it was filed', () => {
  const TO_ENSA = [
    'Quiero poner una queja a ENSA por el agua que sale chocolate en La Chorrera',
    'por el super Xtra en Barrio Balboa. pero es ENSA, ellos son los que mandan la cuenta',
    'ya le dije por el super xtra de barrio balboa',
    'sí',
  ];

  it('is given the case where the rule says so too', () => {
    const talk = told(...TO_ENSA, 'cámbiela a IDAAN entonces, ella tiene razón');
    expect(talk.cases[0]?.holder?.agencyId).toBe('idaan');
    expect(talk.last()?.text).toContain('IDAAN');
  });

  it('is looked at by a person else', () => {
    const talk = filed('cámbiela a la ASEP entonces');
    expect(talk.cases[0]?.holder?.agencyId).toBe('idaan');
    expect(talk.last()?.text).toContain('lo va a revisar una persona del 311');
  });
});
