import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const filed = (...then: string[]) =>
  told('no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'sí', ...then);

describe('just after a case was filed', () => {
  it.each([
    'otro dia le cuento',
    'despues le digo',
    'luego le escribo',
    'mañana le cuento más',
    'le cuento después',
    "I'll tell you later",
  ])('who will tell more another time has nothing added: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toMatch(/Cuando quiera, escríbalo|Whenever you like/);
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it.each(['despues del camion botan mas', 'mañana se cumplen tres semanas'])(
    'what is told of another day is added: %s',
    words => {
      expect(filed(words).last()?.text).not.toContain('Cuando quiera');
    },
  );

  it.each(['es urgente', 'es muy urgente por favor', 'me urge', 'it is urgent'])(
    'that it is urgent is kept, and said: %s',
    words => {
      const talk = filed(words);
      expect(talk.last()?.text).toMatch(/es urgente|is urgent/);
      expect(talk.cases[0]?.description.at(-1)).toBe(words);
    },
  );

  it.each(['cancelar', 'quiero cancelar', 'cancelar por favor'])(
    'the one case is asked to be taken back at once: %s',
    words => {
      const talk = filed(words);
      expect(talk.last()?.text).toContain('¿Lo retiro?');
      talk.say('sí');
      expect(talk.cases[0]?.status).toBe('withdrawn');
    },
  );

  it.each(['salir', 'mandeme el comprobante', 'otro caso igual', 'mándeme eso'])(
    'what does not say so takes nothing back: %s',
    words => {
      expect(filed(words).last()?.text).not.toContain('¿Lo retiro?');
    },
  );

  it('another of the same is asked what it is', () => {
    expect(filed('otro caso igual').last()?.asks).toBe('description');
  });

  it.each(['mando foto', 'le mando fotos', 'voy a mandar una foto'])('a photo is welcome: %s', words => {
    expect(filed(words).last()?.text).toContain('Sí, mándela');
  });

  it.each(['quiero agregar mi telefono 6677-1122', 'agregue mi numero 6677-1122'])(
    'their telephone is for the case: %s',
    words => {
      const talk = filed(words);
      expect(talk.last()?.text).toContain('Agregué sus datos');
    },
  );

  it.each(['y si no lo arreglan?', '¿y si no recogen nada?', '¿y si nunca lo reparan?', 'y si no vienen?'])(
    'what happens if nothing comes of it is told: %s',
    words => {
      expect(filed(words).last()?.text).toContain('Si ese día pasa sin respuesta');
    },
  );

  it.each(['quien es aaud', 'que es la AAUD?', '¿y quién es AAUD?'])('who the body is: %s', words => {
    expect(filed(words).last()?.text).toContain('Autoridad de Aseo');
  });

  it.each(['como se si ya lo arreglaron', 'cómo sé cuando vengan', 'como me entero'])(
    'that news comes here: %s',
    words => {
      expect(filed(words).last()?.text).toContain('Le aviso aquí mismo');
    },
  );

  it.each(['en que idioma habla', 'qué idiomas hablan', 'which languages do you speak?'])(
    'which languages are spoken here: %s',
    words => {
      const talk = filed(words);
      expect(talk.last()?.text).toMatch(/español o en inglés|Spanish or English|English or Spanish/);
      expect(talk.cases[0]?.description).toHaveLength(1);
    },
  );
});
