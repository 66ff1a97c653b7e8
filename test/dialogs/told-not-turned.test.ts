import { expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();

it.each([
  ['pero no dice que calle es, como van a saber?', 'no dice que calle es'],
  ['no es vecino, es un negocio. el municipio no ve eso?', 'no es vecino, es un negocio'],
])('a fact beside a question keeps its "no": %s', (words, kept) => {
  const { draft } = told('hay un hueco en calle 50', words).conversation.state;
  expect(draft?.description.join('\n')).toContain(kept);
});

it('who asks which body sees to it is not asked for a reserve', () => {
  const talk = told(
    'mi vecino tiene un palo de mango y las ramas me caen en el techo, en Las Tablas calle Bolívar',
    'es cosa de vecinos, quien ve eso?',
  );
  expect(talk.last()?.text).not.toContain('con reserva');
});

it('who praises is told whether it reaches the one who is praised, before it is sent as well', () => {
  const talk = told(
    'quiero felicitar a la enfermera Yariela del centro de salud de Cañazas, trató súper bien a mi papá',
    'ella se va a enterar de la felicitacion?',
  );
  expect(talk.last()?.text).toContain('MINSA va a recibir su felicitación');
});
