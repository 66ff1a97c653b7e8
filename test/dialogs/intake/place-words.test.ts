import { describe, expect, it } from 'vitest';
import { asserted, placeAlone, putsRight, whichOf } from '../../../src/dialogs/intake/place-words.ts';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const place = (talk: Talk) => talk.conversation.state.draft?.place;

describe('a place put right', () => {
  it.each([
    ['se fue la luz en Betania', 'no, es en Pueblo Nuevo no en Betania', 'Pueblo Nuevo', '080408'],
    ['no hay agua en Pacora', 'no es en Pacora es en Chepo', 'Chepo', '0802'],
    ['hay un hueco en Vista Alegre', 'Vista Alegre no, Vacamonte', 'Vacamonte', '130109'],
    ['no hay agua en Arraiján', 'perdón, no en Arraiján sino en La Chorrera', 'La Chorrera', '1304'],
    ['no recogen la basura en Chitré', 'era en Los Santos, no en Chitré', 'Los Santos', '0703'],
    ['no recogen la basura en La Chorrera', 'me equivoqué, no es La Chorrera, es Capira', 'Capira', '1302'],
    ['no recogen la basura en Penonomé', 'es en Aguadulce, no en Penonomé', 'Aguadulce', '0201'],
    ['se fue la luz en Chilibre', 'no es en Chilibre, es en Alcalde Díaz', 'Alcalde Díaz', '080422'],
    ['no hay agua en Natá', 'perdón, es en Aguadulce no en Natá', 'Aguadulce', '0201'],
    ['hay un hueco en Antón', 'disculpe, no es en Antón sino en Penonomé', 'Penonomé', '0206'],
    [
      'el agua sale marrón en Villa Zaita',
      'no es en Villa Zaita, es en Las Cumbres',
      'Las Cumbres',
      '080416',
    ],
    ['no hay agua en Río Abajo', 'no, es en Parque Lefevre, calle 10', 'Parque Lefevre, calle 10', '080410'],
    ['no water in Betania', 'it’s not in Betania, it’s in Bella Vista', 'Bella Vista', '080407'],
    ['no water in Pacora', 'no, it is in Chepo not in Pacora', 'Chepo', '0802'],
    ['se fue la luz en Pacora', 'cambie el lugar a Chepo', 'Chepo', '0802'],
    ['se fue la luz en Pacora', 'corrija la dirección: Chepo centro', 'Chepo centro', '080201'],
    ['se fue la luz en Tocumen', 'póngalo en Pacora', 'Pacora', '080417'],
  ])('is the one they name, in its words: %s, %s', (first, second, text, code) => {
    expect(place(told(first, second))).toMatchObject({ text, code });
  });

  it.each([
    ['no recogen la basura en San Felipe', 'no, mi San Felipe es el de Natá no el de Panama', '0204'],
    ['basura en San Felipe', 'no, mi San Felipe es el de Natá no el de Panama', '0204'],
    ['no hay agua en San Juan', 'el San Juan es el de San Lorenzo en Chiriquí', '0412'],
    ['se fue la luz en San Carlos', 'mi San Carlos es el de David, no el de Panamá Oeste', '0406'],
    ['se fue la luz en Santa Ana', 'mi Santa Ana es la de Los Santos, no la de Panamá', '0703'],
    ['se fue la luz en Pedregal', 'me equivoqué, es en Pedregal de David, no el de Panamá', '0406'],
    ['no hay agua en Santa Rosa', 'es la Santa Rosa de Colón, no la de Bugaba', '0301'],
  ])('may be another of its name: %s, %s', (first, second, district) => {
    const found = place(told(first, second));
    expect(found?.code?.slice(0, 4)).toBe(district);
    expect(found?.text).not.toMatch(/\bno\b|\bmi\b|equivo/);
  });

  it('is put right in a case that is filed', () => {
    const talk = told(
      'se fue la luz en Las Mañanitas',
      'si',
      'me equivoqué, es en Tocumen no en Las Mañanitas',
    );
    expect(talk.cases[0]?.place).toMatchObject({ text: 'Tocumen', code: '080419' });
  });

  it('is told apart from other words', () => {
    expect(putsRight('no es en Pacora, es en Chepo')).toBe(true);
    expect(putsRight('no, es en Pacora')).toBe(false);
    expect(putsRight('no hay agua en Pacora, ni luz')).toBe(false);
    expect(whichOf('la calle es la de atrás')).toBeNull();
    expect(asserted('Pacora, calle 3')).toBe('Pacora, calle 3');
  });
});

describe('more of where it is', () => {
  it.each([
    ['no hay agua en Tocumen', 'si pero la calle es la ultima, casa 45, al lado de la escuela', 'casa 45'],
    ['no hay agua en Tocumen', 'sí pero la calle es la tercera, casa 8', 'casa 8'],
    ['se fue la luz en Chilibre', 'si, pero la casa es la 22 frente al parque', '22 frente al parque'],
    ['hay un semáforo dañado en Penonomé', 'ya le dije, frente al hospital', 'frente al hospital'],
    ['hay un semáforo dañado en Aguadulce', 'pero ya le dije, en la entrada', 'la entrada'],
    ['hay un semáforo dañado en Chitré', 'ya se lo dije, al lado del parque', 'al lado del parque'],
    [
      'el semaforo de la entrada de Chitre esta dañado',
      'ya le dije, en la entrada, por la Interamericana',
      'Interamericana',
    ],
    ['se fue la luz en Pedregal', 'ponga Villalobos', 'Villalobos'],
    ['un policía me pidió plata', 'con reserva, fue en Chorrillo', 'Chorrillo'],
    ['un funcionario me pidió coima', 'sin reserva, fue en Calidonia', 'Calidonia'],
    ['un policía me pidió plata, via tocumen', 'Sin reserva, con mis datos', 'via tocumen'],
  ])('is heard whenever it is told: %s, %s', (first, second, words) => {
    const talk = told(first, second);
    expect(place(talk)?.text).toContain(words);
    expect(place(talk)?.text).not.toMatch(/dije|pero|reserva/);
    expect(talk.last()?.asks).toBe('confirm');
  });
});

describe('the words of a place', () => {
  it.each([
    ['póngale en la entrada de Chitré', 'en la entrada de Chitré'],
    ['anote Villa Lucre casa 10', 'Villa Lucre casa 10'],
    ['escriba que es en Cerro Viento, por favor', 'en Cerro Viento'],
    ['cambia el lugar a Rana de Oro', 'Rana de Oro'],
    ['Pedregal, Rana de Oro, y no eres muy listo', 'Pedregal, Rana de Oro'],
    ['Tours del Mar, queda en Bocas', 'Tours del Mar, Bocas'],
    ['la barriada se llama Los Nogales y queda en Alcalde Díaz', 'Los Nogales, Alcalde Díaz'],
    ['don bosco - corredor sur no pasa, llevamos', 'don bosco - corredor sur'],
    ['Penonomé, me llamo Luis Carlos Ortega', 'Penonomé'],
    ['Brisas del Golf, mi nombre es Ana 6677-1234', 'Brisas del Golf'],
    ['Brisas del Golf 6677-1234', 'Brisas del Golf'],
    ['en Tocumen y nadie hace nada', 'en Tocumen'],
    ['Arraiján cabecera, necesito que vengan', 'Arraiján cabecera'],
    ['la autopista pero lo que quiero es que me paguen', 'la autopista'],
    ['casa en Chame', 'Chame'],
    ['Calle 74, es urgente', 'Calle 74'],
  ])('stand alone: %s', (words, alone) => {
    expect(placeAlone(words)).toBe(alone);
  });

  it.each([
    'Tocumen, bloque no. 4',
    'por donde se inunda',
    'la casa azul frente al chino',
    'Altos de los Lagos, calle 2',
    'la 24 de Diciembre',
    'Nuevo Belén',
    'finca 12345, Changuinola',
    'gracias',
  ])('stay whole where they are nothing else: %s', words => {
    expect(placeAlone(words)).toBe(words);
  });
});
