import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { type NearDuplicates, nearDuplicates } from '../catalogue/near-duplicates.ts';
import { route } from '../catalogue/route.ts';
import { readTraining } from '../catalogue/training.ts';
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
  const labelled = catalogue && (await checkTraining(configDir, catalogue).catch(collectInto(problems)));
  if (catalogue === null || problems.length > 0) throw new ConfigError(problems);
  return {
    agencies: catalogue.agencies.size,
    services: catalogue.services.size,
    procedures: catalogue.procedures.size,
    places: catalogue.places.length,
    'kinds of emergency': catalogue.emergencies.size,
    abbreviations: catalogue.abbreviations.size,
    'approved templates': templatesIn(catalogue),
    sentences: usedTextKeys().length,
    ...labelled,
  };
}

/** Labelled messages that are almost the same teach nothing new, and flatter every figure: fewer than this are borne. */
const MOST_ALIKE = 0.01;

/** Labelled messages and near-duplicates among them; an office without any has its words and rules alone. */
async function checkTraining(configDir: string, catalogue: Catalogue): Promise<Record<string, number>> {
  const folder = path.join(configDir, 'training');
  if (!existsSync(folder)) return {};
  const { messages, like, pairs } = nearDuplicates(readTraining(folder, catalogue));
  if (like >= MOST_ALIKE * messages) throw new ConfigError([tooMuchAlike({ messages, like, pairs })]);
  return { 'labelled messages': messages, 'of them near-duplicates': like };
}

function tooMuchAlike({ messages, like, pairs }: NearDuplicates): Problem {
  const examples = pairs.slice(0, 3).map(({ one, other }) => `${one} and ${other}`);
  const reason = `${like} of ${messages} messages are almost the same as another (${examples.join(', ')}): keep one of each; \
./ventanilla config duplicates lists them`;
  return { where: 'config/training', reason };
}

/** The near-duplicates among an office's labelled messages. Throws `ConfigError` when they cannot be read. */
export async function findDuplicates(configDir: string): Promise<NearDuplicates> {
  const catalogue = await loadCatalogue(configDir);
  return nearDuplicates(readTraining(path.join(configDir, 'training'), catalogue));
}

/** Each language counts. */
function templatesIn({ templates }: House['catalogue']): number {
  const news = [...templates.values()].flatMap(channel => Object.values(channel));
  return news.flatMap(languages => Object.values(languages ?? {})).length;
}

/** Takes the problems of a configuration that is refused, so that others can be named with them. */
export function collectInto(problems: Problem[]): (error: unknown) => null {
  return error => {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
    return null;
  };
}
