import type { Example } from './learn.ts';

/** Counted for every class beside what was seen. */
const SMOOTHING = 0.03;
/** How much what is counted says beside what is learned; fitted on authors the model had not seen. */
const SHARE = 0.07;

/**
 * What each word says of each class by counting alone: how much likelier it is there than elsewhere, rare words counting
 * more (multinomial naive Bayes with idf; Rennie and others 2003). Row by row for each feature, to be added to learned
 * weights: where a class has few messages, counting errs less than learning.
 */
export function countedWeights(
  examples: readonly Example[],
  features: number,
  classes: number,
): Float32Array {
  const rarity = rarityIn(examples, features);
  const counts = new Float64Array(features * classes);
  const totals = new Float64Array(classes).fill(SMOOTHING * features);
  for (const { seen, label, weight } of examples) {
    for (const row of seen.words.rows) {
      const amount = weight * seen.words.value * (rarity[row] ?? 0);
      const at = row * classes + label;
      counts[at] = (counts[at] ?? 0) + amount;
      totals[label] = (totals[label] ?? 0) + amount;
    }
  }
  const weights = new Float32Array(features * classes);
  const logs = new Float64Array(classes);
  for (let row = 0; row < features; row += 1) {
    let mean = 0;
    for (let c = 0; c < classes; c += 1) {
      logs[c] = Math.log(((counts[row * classes + c] ?? 0) + SMOOTHING) / (totals[c] ?? 1));
      mean += (logs[c] ?? 0) / classes;
    }
    const share = SHARE * (rarity[row] ?? 0);
    for (let c = 0; c < classes; c += 1) weights[row * classes + c] = share * ((logs[c] ?? 0) - mean);
  }
  return weights;
}

/** The logarithm of how few of all examples use a feature; 0 for one that none uses. */
function rarityIn(examples: readonly Example[], features: number): Float64Array {
  const users = new Float64Array(features);
  for (const { seen } of examples) for (const row of seen.words.rows) users[row] = (users[row] ?? 0) + 1;
  return users.map(count => (count === 0 ? 0 : Math.log(examples.length / count)));
}
