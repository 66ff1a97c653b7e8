import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();

const place = (talk: Talk) => talk.conversation.state.draft?.place;

describe('what tells something else than where', () => {
  it.each([
    ['5 dias sin agua', 'ya le dije, en don bosco, juan diaz, a ver si leen', 'don bosco, juan diaz'],
    [
      'el banco hipotecario no me da la escritura de mi casa',
      'es en san miguelito, samaria, pagué todo hace 2 años y no me la dan',
      'san miguelito, samaria',
    ],
    ['no hay agua', 'EN CHANGUINOLA MIJO, FINCA 6, TENGO 71 AÑOS', 'CHANGUINOLA, FINCA 6'],
    [
      'no hay agua en san miguelito',
      'por villa lucre, el rubiano, todo mundo sabe donde es',
      'por villa lucre',
    ],
    ['no hay agua', 'en colon calle 8 nada mas', 'colon calle 8'],
    [
      'le han cancelado la cita tres veces a mi mamá en la caja',
      'es la policlinica de penonome, cita de cardiologia',
      'la policlinica de penonome',
    ],
    ['me cobran la placa dos veces', 'póngale panama si quiere', 'panama'],
    [
      'por que no ponen un semaforo peatonal frente a la escuela',
      'es en santiago de veraguas, es una IDEA',
      'santiago de veraguas',
    ],
    [
      'me gritó el doctor de urgencias',
      'es en el hospital de santiago, y es una sola cosa',
      'el hospital de santiago',
    ],
  ])('stays out of the place: %s, %s', (first, second, text) => {
    expect(place(told(first, second))?.text).toBe(text);
  });

  it('goes with the matter', () => {
    const { draft } = told('no hay agua', 'en Samaria, pagué todo el mes pasado').conversation.state;
    expect(draft?.place?.text).toBe('Samaria');
    expect(draft?.description.at(-1)).toContain('pagué todo');
  });

  it.each([
    'ah y desde ayer en el piso 6 huele fuerte como a gas, dicen q es la estufa del 6b',
    'el reporte es por el ascensor, para el miviot como decia antes',
    'al municipio de panama entonces, o una persona q decida',
    'no, o sea si lo del hueco, pero haga lo del poste',
  ])('moves no place that is known: %s', words => {
    const before = told('el ascensor del PH lleva un mes dañado', 'en el cangrejo, ph mirador');
    expect(place(before)?.text).toBe('el cangrejo, ph mirador');
    before.say(words);
    expect(place(before)?.text).toBe('el cangrejo, ph mirador');
  });

  it.each([
    'Villa Lechuza, la casa de dos pisos',
    'fonda doña mary, al lado de la terminal, Chitré',
    'Tours del Mar, Bocas',
    'los mangos, Pacora',
    'Gorgona, beach side',
    'Cerro Azul, finca de un tal Pérez',
  ])('is not what may be a name: %s', words => {
    expect(place(told('no hay agua', words))?.text).toBe(words);
  });
});
