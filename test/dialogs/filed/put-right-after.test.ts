import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const BANK = [
  'El banco me cobró dos veces la letra del préstamo y cuando llamo me dicen que espere.',
  'Es el Banco General, sucursal de Albrook. Envíelo.',
];
const SHOP = [
  'compré un abanico en un almacén y a los 3 días se dañó y no me lo quieren cambiar ni devolver la plata',
  'el almacén se llama El Campeón, en la Peatonal de la Central',
  'sí',
];

describe('a place that is put right after filing', () => {
  it.each([
    ['me equivoque, no es la sucursal de albrook, es la de los andes', 'sucursal de los andes'],
    ['es la sucursal de Los Andes, no la de Albrook', 'sucursal de Los Andes'],
    ['no es en la sucursal de Albrook sino en la de Los Andes', 'Los Andes'],
  ])('has the new name and not the old: %s', (words, name) => {
    const talk = told(...BANK, words);
    expect(talk.cases[0]?.place?.text).toContain(name);
    expect(talk.cases[0]?.place?.text).not.toMatch(/albrook/i);
    expect(talk.last()?.text).toContain(`Ahora dice: ${talk.cases[0]?.place?.text} (San Miguelito)`);
  });

  it('is told as it stands, where it has that name and not the other already', () => {
    const words = 'no, ponga solo la de Los Andes, Albrook no';
    const talk = told(...BANK, 'no es la sucursal de albrook, es la de los andes', words);
    expect(talk.last()?.text).toMatch(/el lugar quedó así: el Banco General, sucursal de los andes/);
    expect(talk.conversation.review).toBe(false);
  });

  it('is so before it is sent as well', () => {
    const [told1 = ''] = BANK;
    const talk = told(
      told1,
      'Es el Banco General, sucursal de Albrook',
      'no es la sucursal de albrook, es la de los andes',
    );
    expect(talk.conversation.state.draft?.place?.text).toBe('el Banco General, sucursal de los andes');
  });

  it('takes in no order that stands beside it', () => {
    const talk = told(...SHOP, 'cambie el lugar', 'peatonal de la central, panama. solo cambie el nombre');
    expect(talk.cases[0]?.place?.text).not.toContain('cambie');
  });
});

describe('a name in a place that is put right after filing', () => {
  it.each([
    'se me olvido el nombre correcto, no es El Campeon es El Titán',
    'me equivoqué de nombre, es El Titán y no El Campeón',
    'the store is not El Campeón, it is El Titán',
  ])('is another there, and the place is not asked again: %s', words => {
    const talk = told(...SHOP, words);
    expect(talk.last()?.asks).toBe('none');
    expect(talk.last()?.text).toMatch(
      /^(Puse la corrección|I put the correction)[\s\S]*El Titán, en la Peatonal/,
    );
    expect(talk.cases[0]?.place?.text).toBe('el almacén El Titán, en la Peatonal de la Central');
    expect(talk.cases[0]?.description).toContain(words);
    talk.say('¿quedó El Titán?');
    expect(talk.last()?.text).toMatch(/^(Sí, quedó|Yes, it is).*El Titán/);
  });

  it('leaves a place that the map knows to those who move the case', () => {
    const talk = told('hay un hueco en la calle principal de Pacora', 'sí', 'no es Pacora, es Chepo');
    expect(talk.last()?.text).toContain('Cambié el lugar');
  });
});

describe('a fact of the case that was told wrong', () => {
  const DEPOSIT = [
    'me mude de un apto en Betania y la dueña no me quiere devolver el deposito de 600',
    'si, dele',
  ];

  it.each([
    'ah y me equivoque, el deposito era de 650',
    'no, solo corrija el monto, 650 no 600',
    'perdón, puse mal el monto, eran 650',
    'son 650 y no 600',
    'sorry, the deposit was 650, not 600',
  ])('is put right there, and begins nothing: %s', words => {
    const talk = told(...DEPOSIT, words);
    expect(talk.last()?.text).toMatch(/^Puse la corrección en el caso|^I put the correction in case/);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.at(-1)).toContain('650');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each(['me equivoqué, quiero cancelar', '¿me equivoqué de entidad?', 'ya no hay agua tampoco, y no 600'])(
    'is no other thing: %s',
    words => {
      expect(told(...DEPOSIT, words).last()?.text).not.toContain('Puse la corrección');
    },
  );
});
