import { describe, expect, it } from 'vitest';
import { namesSelf, speaksOfOwnName } from '../../../src/dialogs/intake/names-self.ts';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const BRIBE =
  'Soy la señora Elvia, tengo 67 años y el funcionario de la junta comunal de Pedregal me pidió 50 dólares para darme la bolsa de comida';
const HIDDEN = [BRIBE, 'con reserva'];

describe('words that say who writes', () => {
  it.each([
    ['Soy la señora Elvia, no hay agua', 'Elvia'],
    ['soy la profesora marta de la escuela', 'marta'],
    ['me llamo Ana Ríos y no recogen la basura', 'Ana Ríos'],
    ['Yo soy Rosa Peña, de Pedregal', 'Rosa Peña'],
    ['my name is Ann Lee', 'Ann Lee'],
  ])('are found: %s', (text, name) => expect(namesSelf([text])?.name).toBe(name));

  it.each([
    'soy la señora de la casa azul',
    'soy vecina de Pedregal',
    'soy madre soltera',
    'el señor Pérez me pidió plata',
    'no soy la dueña',
  ])('are none: %s', text => expect(namesSelf([text])).toBeNull());

  it('are shown where the report is kept in reserve, and only there', () => {
    expect(told(...HIDDEN).last()?.text).toContain('«Soy la señora Elvia»');
    expect(told('soy la señora Elvia y no hay agua en Boquete, calle 3').last()?.text).not.toContain('Ojo');
    expect(
      told('denuncio que un funcionario de Pedregal me pidió plata', 'con reserva').last()?.text,
    ).not.toContain('Ojo');
  });

  it.each([
    'quite mi nombre',
    'pero ahí dice Elvia',
    'pero ahi dice mi nombre',
    'sí, quítelo',
    'saquen lo de Elvia',
  ])('go, and the rest stays: %s', words => {
    const { draft } = told(...HIDDEN, words).conversation.state;
    expect(draft?.description.join()).toMatch(/^tengo 67 años.*bolsa de comida$/);
    expect(draft?.summarised).toBe(true);
  });

  it.each(['pero si leen lo q conte ahi dice Elvia, lo quitan o no?', 'pueden quitar mi nombre de ahí?'])(
    'cannot be taken out of a case, which is said, and a person looks: %s',
    words => {
      const talk = told(...HIDDEN, 'si', words);
      expect(talk.last()?.text).toMatch(/no lo puedo borrar por partes/);
      expect(talk.turns.at(-1)?.set.review).toBe(true);
    },
  );

  it.each(['el funcionario se llama Elvia también', 'ahi dice que en quince días', 'quiten el poste'])(
    'are not spoken of: %s',
    words => expect(speaksOfOwnName(words, 'Rosa')).toBe(false),
  );
});
