import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const numbersOf = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? [])
    .filter(({ class: sort }) => sort === 'emergency')
    .map(({ text }) => text)
    .join('\n');
const TREE = [
  'se cayo un palo grande en Cerro Azul, Pacora, por la garita, atravesado en la calle, no pasa carro',
  'si',
];

describe('a danger that is told late', () => {
  it('rings beside a yes and a denial, and waits as the matter of another body', () => {
    const words = 'si envielo, ahorita no hay nadie herido pero tumbo el cable de la luz';
    expect(numbersOf(...TREE, words)).toContain('911');
    expect(told(...TREE, words).conversation.state.later.join()).toContain('tumbo el cable');
  });

  it('rings for who is ill in a queue, and for who is to be beaten', () => {
    const queue = 'llevo 6 horas en la fila de la policlinica de Juan Diaz y no me atienden';
    const ill = 'y hay una señora mayor que se siente mal aqui con la presion alta, no la dejan pasar';
    expect(numbersOf(queue, ill)).toContain('911');
    const house = 'mi casero en la 24 de diciembre me saca de la casa';
    expect(numbersOf(house, 'y si viene hoy en la noche con el hermano a pegarme q hago?')).toContain('104');
  });

  it('names no line of women for a quarrel with a neighbour', () => {
    const words = 'el vecino me empujo y saco un machete';
    expect(numbersOf(words)).toContain('104');
    expect(numbersOf(words)).not.toContain('182');
    expect(numbersOf('mi marido me empujo y saco un machete')).toContain('182');
  });

  it('is no alarm any more once the cause is found', () => {
    const gas = 'huele a gas en el pasillo del edificio Torres de Miramar';
    const talk = told(
      gas,
      'ya abrimos las ventanas. era el vecino del 8B q dejo la ornilla abierta, no fue nada',
    );
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toContain('No envié ningún reporte');
  });
});
