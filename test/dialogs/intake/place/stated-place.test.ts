import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const PENSION =
  'llevo cinco meses esperando la pension de viudez de la caja del seguro social en david y no me dicen nada';
const HOME =
  'Sí está bien, pero yo vivo en Bugaba, en La Concepción, los papeles los metí en David el 14 de abril';
const REFUSE = 'no recogen la basura en el sector 3 por la cancha, Samaria';

describe('where the matter is, told beside where they live', () => {
  it('stays as it was, and what is told goes along', () => {
    const { draft } = told(PENSION, HOME).conversation.state;
    expect(draft?.place?.text).toBe('david');
    expect(draft?.description).toContain(HOME);
  });

  it('takes the place of what stood there', () => {
    const { draft } = told(
      PENSION,
      HOME,
      'No, La Concepción queda en Bugaba, no en David. Pero el trámite es en la Caja de David.',
    ).conversation.state;
    expect(draft?.place).toMatchObject({ text: 'la Caja de David', district: 'David' });
  });
});

describe('a place that is another', () => {
  it.each([
    [
      'no, el lugar de mi mama es otro, ella vive en Cerro Viento, calle principal',
      'Cerro Viento, calle principal',
    ],
    ['la direccion es otra, es en Chepo, calle segunda', 'Chepo, calle segunda'],
    ['the place is different, it is in Chepo, calle segunda', 'Chepo, calle segunda'],
  ])('keeps nothing of the one before: %s', (words, place) => {
    expect(told(REFUSE, words).conversation.state.draft?.place?.text).toBe(place);
  });

  it.each([
    'me equivoque, no es la calle principal de Pacora, es la calle segunda de Chepo, frente a la escuela. yo me confundi',
    'no es Pacora, es Chepo, frente a la escuela, me equivoque',
  ])('holds no word of who was mistaken: %s', words => {
    const { draft } = told('hay una fuga de agua en la calle principal de Pacora', words).conversation.state;
    expect(draft?.place?.text).toMatch(/frente a la escuela$/);
  });

  it('ends where the next sentence begins', () => {
    const { draft } = told(
      'hay basura tirada en la quebrada',
      'Alto Boquete, pasando la iglesia. The owner of the pigs is a cousin of the representante',
    ).conversation.state;
    expect(draft?.place?.text).toBe('Alto Boquete, pasando la iglesia');
  });
});
