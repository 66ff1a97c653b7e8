import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { likenessOf, nearDuplicates, TOO_LIKE, trigramsOf } from '../../src/catalogue/near-duplicates.ts';
import { readTraining } from '../../src/catalogue/training.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import { createRandom } from '../../src/nlu/model/learn.ts';

const CONFIG = path.join(PROJECT_ROOT, 'config');

function messages(...texts: [author: string, text: string][]) {
  return texts.map(([author, text], i) => ({ id: `${author}-${i}`, author, text }));
}

describe('near-duplicates', () => {
  it('are told by runs of three characters, whatever the capitals, accents and signs', () => {
    expect([...trigramsOf('¡Ñú, sí!')]).toEqual(['ñu ', 'u s', ' si']);
    expect([...trigramsOf('ok')]).toEqual(['ok']);
    expect(likenessOf(trigramsOf('Tubo roto…'), trigramsOf('tubo  ROTÓ'))).toBe(1);
  });

  it('are found within and between authors', () => {
    const { like, pairs } = nearDuplicates(
      messages(
        ['ana', 'hay un tubo roto frente a mi casa'],
        ['ana', 'hay un tubo roto frente a la casa'],
        ['beto', 'Hay un tubo roto frente a mi casa'],
        ['beto', 'la basura no pasa desde el lunes'],
      ),
    );
    expect(like).toBe(3);
    expect(pairs.map(({ one, other, within }) => [one, other, within])).toEqual([
      ['ana-0', 'beto-2', false],
      ['ana-0', 'ana-1', true],
      ['ana-1', 'beto-2', false],
    ]);
  });

  it('are those that comparing all with all finds', () => {
    const some = drawn(400);
    const sets = some.map(({ text }) => trigramsOf(text));
    let all = 0;
    for (const [i, set] of sets.entries()) {
      all += sets.slice(i + 1).filter(other => likenessOf(set, other) > TOO_LIKE).length;
    }
    expect(all).toBeGreaterThan(20);
    expect(nearDuplicates(some).pairs).toHaveLength(all);
  });

  it('are fewer than one in a hundred of the messages the classifier learns from', async () => {
    const found = nearDuplicates(readTraining(path.join(CONFIG, 'training'), await loadCatalogue(CONFIG)));
    expect(found.messages).toBeGreaterThan(7_500);
    expect(found.like / found.messages).toBeLessThan(0.01);
  });
});

/** Texts of all lengths put together from few words, so that many are alike. */
function drawn(count: number) {
  const words = 'tubo roto agua basura calle luz hueco noche semana vecino poste cerro viento'.split(' ');
  const random = createRandom(7);
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  const text = (): string => Array.from({ length: 1 + Math.floor(random() * 9) }, word).join(' ');
  return messages(...Array.from({ length: count }, (): [string, string] => ['ana', text()]));
}
