import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const BASURA = ['no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'sí'];
const POSTE = ['hay un poste caído en la calle principal de Burunga, Arraiján', 'sí'];

describe('who says that they have photos', () => {
  it.each([
    'tengo fotos',
    'tengo unas fotos del hueco',
    'tengo un video',
    'i have pictures',
    'también tengo pruebas',
  ])('hears that they can be sent: %s', words => {
    expect(said(...BASURA, words)).toMatch(/mándela por aquí|send it here/);
    expect(said('quiero poner una queja', words)).toMatch(/mándela por aquí|send it here/);
    expect(told('quiero poner una queja', words).conversation.state.draft?.description).toEqual([]);
  });

  it.each(['tengo fotos de mi ex desnuda que me manda', 'tengo fotos en el pasaporte que no se ven'])(
    'is not meant by: %s',
    words => {
      expect(said(words)).not.toMatch(/mándela por aquí/);
    },
  );
});

describe('the numbers of two cases', () => {
  it.each(['cual es el numero de cada uno', 'los numeros de los dos', 'cuáles son mis números'])(
    'are listed, though one of them is a danger: %s',
    words => {
      const shown = said(...BASURA, ...POSTE, words);
      expect(shown).toContain('Sus casos');
      expect(shown).not.toContain('911');
    },
  );

  it('the number of one of them is no telephone', () => {
    expect(said(...BASURA, ...POSTE, 'el numero del de la basura')).not.toContain('911');
  });
});
