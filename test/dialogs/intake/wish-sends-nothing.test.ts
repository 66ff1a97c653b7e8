import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const CAR =
  'quiero denunciar que mi jefe en la alcaldia de Arraiján usa el carro oficial para ir a su finca los fines de semana. yo trabajo ahí y si se entera me bota';
const WAYS = {
  reserve: [CAR, 'con reserva'],
  anonymous: [CAR, 'anónima'],
  plain: ['no recogen la basura en calle 3 de Cerro Viento, San Miguelito. yo trabajo ahí'],
};
const WISHES = [
  'y no quiero que diga que yo trabajo ahí',
  'Y que no diga que yo trabajo ahí',
  'no quiero que salga que trabajo ahí',
  'pero que no digan que trabajo ahí',
  'quite que trabajo ahí',
  'quiten lo de que trabajo ahí',
  'quiero que borre lo de que trabajo ahí',
  'puede quitar lo de que trabajo ahí?',
  'y prefiero que no se sepa que trabajo ahí',
  'y no ponga que trabajo ahí',
  'y no mencione que yo trabajo ahí',
  'no quiero que sepan que fui yo',
  'que nadie se entere',
  'y si me arrepiento lo puedo quitar?',
  'y no quiero problemas',
  'que no salga mi nombre',
  'y no quiero que me llamen',
  'bueno, y que no diga dónde trabajo',
  'ya, pero que no salga lo de mi trabajo',
  'ok, pero no diga que trabajo ahí',
  'y que quede claro que no lo vi solo',
  'y quisiera que fuera más corto',
  'y quiero ver cómo queda',
  "I don't want it to say that I work there",
  'and please leave out the part about my job',
  'don’t say that I work there',
];

describe.each(Object.entries(WAYS))('a wish about a report sends nothing: %s', (_, before) => {
  it.each(WISHES)('%s', words => {
    expect(told(...before, words).cases).toEqual([]);
  });
});

it('and an order beside it does', () => {
  const talk = told(...WAYS.reserve, 'quite lo de que trabajo ahí y mándela');
  expect(talk.cases[0]?.description.join(' ')).not.toContain('trabajo');
});
