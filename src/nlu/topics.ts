import type { Topic } from '../catalogue/catalogue.ts';
import { bareWords } from '../catalogue/words.ts';
import type { Ranked } from './classifier.ts';
import type { Reading } from './reading.ts';
import { soundOf } from './tokens.ts';

/** What the services of a topic get, in its order: worth offering, and none sure. */
const SHARES = [0.27, 0.22, 0.18];
/** What is said around a topic and tells nothing more of it. */
const AROUND = new Set(
  `el la los las un una de del con en por para a al sobre contra mi es tengo tenemos quiero quisiera poner hacer queja quejas
  quejarme reclamo denuncia problema problemas tema asunto servicio reporte reportar ayuda hola buenas buenos dias
  tardes noches lo ver si me nos pueden puede ayudar ayudarme ayudarnos queria vengo necesito hablar algo aqui que ese
  esa este esta ando bien cosa the my a with about i have want to complaint problem report hello`
    .split(/\s+/)
    .map(soundOf),
);

/** What a text may be about that says nothing but a word for a whole field, `la luz`; null: it says more, or less. */
export type TopicFinder = (reading: Reading) => Ranked[] | null;

/** Builds the finder of an office's topics. */
export function createTopicFinder(topics: Topic[]): TopicFinder {
  const known = new Map(
    topics.flatMap(({ words, services }) =>
      words.map(word => [keyOf(bareWords(word).split(' ')), rankedOf(services)]),
    ),
  );
  return ({ tokens, units }) => {
    if (units.length === 0 || units.length > MOST_WORDS) return null;
    const inPlace = new Set(units.flatMap(unit => (unit.inPlace ? [unit.at] : [])));
    const words = tokens.map(({ word }) => word);
    const beside = keyOf(words.filter((_, at) => !inPlace.has(at)));
    // Salud and Escobal are villages too: alone, the word is the matter.
    return known.get(beside === '' ? keyOf(words) : beside) ?? null;
  };
}

/** More words than this tell a matter, or a place by itself. */
const MOST_WORDS = 9;

function keyOf(words: string[]): string {
  return words
    .map(soundOf)
    .filter(sound => !AROUND.has(sound))
    .join(' ');
}

function rankedOf(services: string[]): Ranked[] {
  return services.map((id, n) => ({ id, p: SHARES[n] ?? 0 }));
}
