import { existsSync } from 'node:fs';
import path from 'node:path';
import { readActsOf } from '../catalogue/acts.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { type NearDuplicates, nearDuplicates } from '../catalogue/near-duplicates.ts';
import { route } from '../catalogue/route.ts';
import { readTraining } from '../catalogue/training.ts';
import { keepsPlace } from '../channels/file-kind.ts';
import { CHANNELS } from '../channels/index.ts';
import { type AdviceKey, type OwnWordsKey, TEXT_KEYS, type VeiledKey } from '../dialogs/text-keys.ts';
import { ConfigError, type Problem } from '../errors.ts';
import { loadActs } from '../nlu/acts/load-acts.ts';
import type { Classifier } from '../nlu/classifier.ts';
import { createClassifier } from '../nlu/create-classifier.ts';
import type { Memory } from '../nlu/memory/memory.ts';
import { createRules, type Rules } from '../nlu/rules.ts';
import { loadWhere } from '../nlu/where/load-where.ts';
import { checkTexts, type Texts } from '../texts.ts';
import { casePageTextKeys } from '../web/case-page.ts';
import { pageTextKeys } from '../web/page-routes.ts';
import { pairingPageTextKeys } from '../web/pairing-page.ts';
import type { House } from './house.ts';
import { readFrozen } from './learn-anew.ts';
import { type LearnedCard, loadInUse } from './learned-model.ts';

/** Where what was learned here lies, and what was corrected since. */
export interface Experience {
  dataDir?: string;
  memory?: Pick<Memory, 'recall'>;
  /** Builds the rules, or has them of an equal catalogue; by default `createRules`. */
  rulesOf?: typeof createRules;
}

/** What the office edits, what is understood by it, and the model that learned from corrections if there is one. */
export interface OfficeUnderstanding extends Pick<House, 'catalogue' | 'route' | 'classifier'> {
  /** Null: the office's own model is in use, or its words and rules alone. */
  learned: LearnedCard | null;
  /** Puts the model that lies there now to use, from the next text on. Throws `ConfigError`. */
  reload(): LearnedCard | null;
}

/**
 * What the office edits, and what is understood by it: needs no store. The classifier is built at the first text it
 * reads: building takes a moment, and most commands read none. Throws `ConfigError`.
 */
export async function createUnderstanding(
  configDir: string,
  { dataDir, memory, rulesOf = createRules }: Experience = {},
): Promise<OfficeUnderstanding> {
  const catalogue = await loadCatalogue(configDir);
  const problems = unknownToChannels(catalogue);
  if (problems.length > 0) throw new ConfigError(problems);
  const routing = route(catalogue);
  const load = () => loadInUse(configDir, dataDir, catalogue);
  const first = load();
  let { model } = first;
  const acts = loadActs(configDir)?.model ?? null;
  const where = loadWhere(configDir)?.model ?? null;
  let rules: Rules | null = null;
  let built: Classifier | null = null;
  const classifier = (): Classifier => {
    rules ??= rulesOf(catalogue, routing);
    const shared = { rules, acts, where, ...(memory ? { memory } : {}) };
    built ??= createClassifier(catalogue, routing, model, shared);
    return built;
  };
  return {
    ...{ catalogue, route: routing, learned: first.card },
    reload: () => {
      const now = load();
      model = now.model;
      built = null;
      return now.card;
    },
    classifier: {
      understand: (text, context) => classifier().understand(text, context),
      acts: (text, isFiled, context) => classifier().acts(text, isFiled, context),
      where: (text, isAnswer) => classifier().where(text, isAnswer),
      locate: (lat, lon) => classifier().locate(lat, lon),
    },
  };
}

/** The keys of every sentence that something says in this office. */
function usedTextKeys(catalogue: Catalogue | null): string[] {
  const dangers = [...(catalogue?.emergencies.values() ?? [])];
  const own = dangers.filter(({ personal }) => personal).map(({ id }): OwnWordsKey => `emergency.own.${id}`);
  const veiled = dangers.filter(each => each.veiled).map(({ id }): VeiledKey => `emergency.veiled.${id}`);
  const advised = [...dangers, ...(catalogue?.services.values() ?? [])].filter(each => each.advised);
  const advice = advised.map(({ id }): AdviceKey => `advice.${id}`);
  const pages = [...pageTextKeys(), ...casePageTextKeys(), ...pairingPageTextKeys()];
  return [...new Set([...TEXT_KEYS, ...own, ...veiled, ...advice, ...pages])];
}

/** Which of these are said the catalogue tells. */
const OF_CATALOGUE = /^(emergency\.(own|veiled)|advice)\./;

/** Sentences that are said in this office and not written: the service does not start without them. */
export function missingSentences(texts: Texts, catalogue: Catalogue | null): Problem[] {
  const anything = new Proxy({}, { get: () => 'x' });
  return usedTextKeys(catalogue).flatMap(key => {
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
  problems.push(
    ...(await checkTexts(configDir, usedTextKeys(catalogue), catalogue ? null : OF_CATALOGUE)),
    ...(catalogue ? unknownToChannels(catalogue) : []),
  );
  const labelled = catalogue && (await checkTraining(configDir, catalogue).catch(collectInto(problems)));
  const frozen = catalogue && (await checkFrozen(configDir, catalogue).catch(collectInto(problems)));
  if (catalogue === null || problems.length > 0) throw new ConfigError(problems);
  return {
    agencies: catalogue.agencies.size,
    services: catalogue.services.size,
    procedures: catalogue.procedures.size,
    places: catalogue.places.length,
    'kinds of emergency': catalogue.emergencies.size,
    abbreviations: catalogue.abbreviations.size,
    'approved templates': templatesIn(catalogue),
    sentences: usedTextKeys(catalogue).length,
    ...labelled,
    ...frozen,
  };
}

/** What only the channels can say of the catalogue. */
function unknownToChannels(catalogue: Catalogue): Problem[] {
  return [...unknownRoads(catalogue), ...placedFiles(catalogue)];
}

/** A file is kept without the place it was made at, or not at all. */
function placedFiles({ centre }: Catalogue): Problem[] {
  return centre.limits.mediaTypes.filter(keepsPlace).map(type => ({
    where: 'config/centre.yaml',
    reason: `limits.mediaTypes: ${type} cannot be cleaned of the place and device that telephones write into it: remove it`,
  }));
}

/** A road nobody knows is never taken: a slip of the pen would keep news from its citizens. */
function unknownRoads({ notices: { roads, news } }: Catalogue): Problem[] {
  const known = new Set(['conversation', ...CHANNELS.map(({ id }) => id)]);
  const named = [...roads.keys(), ...Object.values(news).flatMap(kind => kind.roads)];
  return [...new Set(named.filter(name => !known.has(name)))].map(name => ({
    where: 'config/notices.yaml',
    reason: `there is no channel "${name}": correct its name or remove it`,
  }));
}

/** Labelled messages that are almost the same teach nothing new, and flatter every figure: fewer than this are borne. */
const MOST_ALIKE = 0.01;

/** Labelled messages and near-duplicates among them; an office without any has its words and rules alone. */
async function checkTraining(configDir: string, catalogue: Catalogue): Promise<Record<string, number>> {
  const folder = path.join(configDir, 'training');
  if (!existsSync(folder)) return {};
  const { messages, like, pairs } = nearDuplicates(readTraining(folder, catalogue));
  if (like >= MOST_ALIKE * messages) throw new ConfigError([tooMuchAlike({ messages, like, pairs })]);
  const acts = readActsOf(configDir).length;
  return { 'labelled messages': messages, 'of them near-duplicates': like, 'labelled acts': acts };
}

/** Messages that tell whether a learned model got worse; an office that learns nothing from corrections needs none. */
async function checkFrozen(configDir: string, catalogue: Catalogue): Promise<Record<string, number>> {
  if (!existsSync(path.join(configDir, 'frozen'))) return {};
  const { messages, dangers } = readFrozen(configDir, catalogue);
  return { 'frozen messages': messages.length + dangers.length };
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
