import { wordSet } from '../../../catalogue/words.ts';
import { plainWords } from '../../words/plain-words.ts';

/** What is somebody's, and what says no more than that it is by it. */
const OWN = wordSet(
  `casa casas calle calles cuadra barrio barriada comunidad vereda acera esquina puerta patio aqui aca
   house home street block neighborhood neighbourhood corner here`,
);
const BESIDE = wordSet(
  `el la los las un una lo de del en a al por con y entrada mi mis nuestra nuestro su mia mio frente detras atras adelante lado
   cerca junto misma mismo toda todo esta este ese esa ahi alla mama papa abuela abuelo hermana hermano tia tio hija hijo
   vecino vecina vecinos distrito provincia ciudad on in at by my our near front of the behind next to district city
   mother mom father dad`,
);

/** Is nothing said but that it is where somebody lives, and in which of these areas: `calle de mi casa en David`? Nobody else finds that. */
export function isOwnPlaceAlone(text: string, areas: readonly (string | null)[]): boolean {
  const named = areas.map(name => plainWords(name ?? '')).filter(name => name !== '');
  const bare = named.reduce((rest, name) => rest.replace(` ${name} `, ' '), ` ${plainWords(text)} `).trim();
  const words = bare.split(' ');
  return words.some(word => OWN.has(word)) && words.every(word => OWN.has(word) || BESIDE.has(word));
}
