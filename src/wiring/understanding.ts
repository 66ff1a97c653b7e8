import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { TEXT_KEYS } from '../dialogs/text-keys.ts';
import { ConfigError, type Problem } from '../errors.ts';
import type { Classifier } from '../nlu/classifier.ts';
import { createClassifier } from '../nlu/create-classifier.ts';
import { loadModel } from '../nlu/model/load-model.ts';
import { checkTexts, type Texts } from '../texts.ts';
import { casePageTextKeys } from '../web/case-page.ts';
import { pageTextKeys } from '../web/page-routes.ts';
import type { House } from './house.ts';

/**
 * What the office edits, and what is understood by it: needs no store. The classifier is built at the first text it
 * reads: building takes a moment, and most commands read none. Throws `ConfigError`.
 */
export async function createUnderstanding(
  configDir: string,
): Promise<Pick<House, 'catalogue' | 'route' | 'classifier'>> {
  const catalogue = await loadCatalogue(configDir);
  const routing = route(catalogue);
  const model = loadModel(configDir, catalogue);
  let built: Classifier | null = null;
  const classifier = (): Classifier => {
    built ??= createClassifier(catalogue, routing, model);
    return built;
  };
  return {
    catalogue,
    route: routing,
    classifier: {
      understand: (text, context) => classifier().understand(text, context),
      locate: (lat, lon) => classifier().locate(lat, lon),
    },
  };
}

/** The keys of every sentence that something says. */
export function usedTextKeys(): string[] {
  return [...new Set([...TEXT_KEYS, ...pageTextKeys(), ...casePageTextKeys()])];
}

/** Sentences that are said and not written: the service does not start without them. */
export function missingSentences(texts: Texts): Problem[] {
  const anything = new Proxy({}, { get: () => 'x' });
  return usedTextKeys().flatMap(key => {
    try {
      texts.say('es', key, anything);
      return [];
    } catch {
      return [{ where: 'config/texts/es.yaml', reason: `the text "${key}" is missing: write it` }];
    }
  });
}

/** Checks all of `config/`; how many there are of each thing. Throws `ConfigError` with every problem. */
export async function checkConfig(configDir: string): Promise<Record<string, number>> {
  const problems: Problem[] = [];
  const catalogue = await loadCatalogue(configDir).catch(collectInto(problems));
  problems.push(...(await checkTexts(configDir, usedTextKeys())));
  if (catalogue === null || problems.length > 0) throw new ConfigError(problems);
  return {
    agencies: catalogue.agencies.size,
    services: catalogue.services.size,
    procedures: catalogue.procedures.size,
    places: catalogue.places.length,
    'kinds of emergency': catalogue.emergencies.size,
    abbreviations: catalogue.abbreviations.size,
    sentences: usedTextKeys().length,
  };
}

/** Takes the problems of a configuration that is refused, so that others can be named with them. */
export function collectInto(problems: Problem[]): (error: unknown) => null {
  return error => {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
    return null;
  };
}
