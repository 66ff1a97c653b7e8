import path from 'node:path';
import { z } from 'zod';
import { route } from '../catalogue/route.ts';
import { readYaml } from '../catalogue/yaml-file.ts';
import { ConfigError, type Problem } from '../errors.ts';
import { createClassifier } from '../nlu/create-classifier.ts';
import { readingOnce } from '../nlu/measure/baselines.ts';
import { type Quantity, quantitiesOf } from '../nlu/measure/corpus.ts';
import { createRules } from '../nlu/rules.ts';
import { loadLabelled } from './training.ts';

const side = z.array(z.string()).min(1);
const confusable = z.array(z.strictObject({ why: z.string(), sides: z.tuple([side, side]) }));

/** Counts what an office's labelled messages have of what they should have. Throws `ConfigError`. */
export async function countCorpus(configDir: string): Promise<Quantity[]> {
  const { catalogue, messages } = await loadLabelled(configDir);
  const problems: Problem[] = [];
  const file = await readYaml(configDir, path.join('training', 'confusable.yaml'), confusable, problems);
  const pairs = file.value ?? [];
  for (const [i, { sides }] of pairs.entries()) {
    for (const id of sides.flat().filter(body => !catalogue.agencies.has(body))) {
      problems.push({ where: file.at([i]), reason: `"${id}" is no body of agencies.yaml` });
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const rules = readingOnce(createRules(catalogue, route(catalogue)));
  const { understand } = createClassifier(catalogue, route(catalogue), null, { rules });
  return quantitiesOf(messages, {
    weights: new Map([...catalogue.agencies.values()].map(({ id, weight }) => [id, weight])),
    pairs,
    sounds: text => ({
      tokens: rules.read(text, {}).reading.tokens,
      bodies: understand(text)
        .agencies.slice(0, 3)
        .map(({ id }) => id),
    }),
  });
}
