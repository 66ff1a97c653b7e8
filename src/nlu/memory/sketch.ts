import { createHmac } from 'node:crypto';
import { trigramsOf } from '../../catalogue/near-duplicates.ts';
import { rememberingWords } from '../../catalogue/remembering.ts';

/** What is kept of a text to know one like it again: keyed hashes, of which nobody without the key can tell a word. */
export type Sketch = Uint32Array;

/** Hashes of a sketch: likeness is told within about .05. */
const HASHES = 64;
/** Characters of a text that are looked at: a longer one is never almost the same as another by chance. */
const LOOKED_AT = 2_000;

/** Makes sketches under a key (MinHash over trigrams; Broder 1997). The same key and text give the same sketch. */
export function createSketcher(key: Buffer): (text: string) => Sketch {
  const hashesOf = rememberingWords((trigram): readonly [number, number] => {
    const digest = createHmac('sha256', key).update(trigram).digest();
    return [digest.readUInt32LE(0), digest.readUInt32LE(4) | 1];
  });
  return text => {
    const sketch = new Uint32Array(HASHES).fill(0xffffffff);
    for (const trigram of trigramsOf(text.slice(0, LOOKED_AT))) {
      const [first, step] = hashesOf(trigram);
      for (let i = 0, hash = first; i < HASHES; i += 1, hash = (hash + step) >>> 0) {
        if (hash < (sketch[i] as number)) sketch[i] = hash;
      }
    }
    return sketch;
  };
}

/** How alike two texts are by their sketches: an estimate of what they share of all their trigrams, 0–1. */
export function likenessOfSketches(one: Sketch, other: Sketch): number {
  let equal = 0;
  for (let i = 0; i < HASHES; i += 1) if (one[i] === other[i]) equal += 1;
  return equal / HASHES;
}

/** Hashes of a band, and how many bands: of two texts that are alike .65 all but one in fifty share a band. */
const BAND = 3;
const BANDS = 12;

/** The bands of a sketch, as numbers: two texts are compared when one of theirs is equal. */
export function bandsOf(sketch: Sketch): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let key = band;
    for (let i = band * BAND; i < (band + 1) * BAND; i += 1) {
      key = Math.imul(key ^ (sketch[i] as number), 0x9e3779b1);
      key ^= key >>> 15;
    }
    return key >>> 0;
  });
}
