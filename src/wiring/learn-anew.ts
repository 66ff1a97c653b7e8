import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { route } from '../catalogue/route.ts';
import { readLabelled } from '../catalogue/training.ts';
import { ConfigError } from '../errors.ts';
import { createClassifier } from '../nlu/create-classifier.ts';
import { type Reader, readingOnce } from '../nlu/measure/baselines.ts';
import { type FrozenSuite, type Standing, standingOf, worseIn } from '../nlu/measure/standing.ts';
import type { LinearModel } from '../nlu/model/linear.ts';
import { encodeModel } from '../nlu/model/model-file.ts';
import { type Prepared, prepare, train } from '../nlu/model/train.ts';
import { weightsOf } from '../nlu/model/weights.ts';
import { createRules, type Rules } from '../nlu/rules.ts';
import type { StoredCorrection } from '../storage/queries.ts';
import { digest, loadLabelled } from './training.ts';

/** What a learned model is made of, and measured on. */
export interface Studies {
  configDir: string;
  corrections: readonly StoredCorrection[];
  /** Recent words of citizens with the body that has them: read by both models, and by nobody else. */
  shadow: readonly { text: string; agencyId: string }[];
}

/** A model that learned from corrections, held against the one in use. */
export interface Studied {
  bytes: Uint8Array<ArrayBuffer>;
  learnedFrom: string;
  corrections: number;
  writers: number;
  features: number;
  before: Standing;
  after: Standing;
  /** In what the frozen suite got worse; empty: it may take the place of the one in use. */
  worse: string[];
  /** Both read the same recent words: of how many the first body changed, and how often each found the one that has it. */
  shadow: { texts: number; changed: number; before: number; after: number };
}

/** Learns a model from the office's messages and the corrections, and holds it against the one in use. */
export async function learnAnew(
  studies: Studies,
  inUse: (catalogue: Catalogue) => LinearModel | null,
): Promise<Studied> {
  const { configDir } = studies;
  const { catalogue, messages } = await loadLabelled(configDir);
  const suite = readFrozen(configDir, catalogue);
  const rules = readingOnce(createRules(catalogue, route(catalogue)));
  const corrections = latest(studies.corrections);
  const taught = [
    ...prepare(messages, catalogue, rules),
    ...prepareCorrections(corrections, { catalogue, rules, corpus: messages.length }),
  ];
  const model = train(taught, catalogue);
  const readerOf = (one: LinearModel | null): Reader => {
    const { understand } = createClassifier(catalogue, route(catalogue), one, { rules });
    return text => understand(text);
  };
  const [old, fresh] = [readerOf(inUse(catalogue)), readerOf(model)];
  const [before, after] = [standingOf(old, suite), standingOf(fresh, suite)];
  const learnedFrom = digestOf(configDir, messages, corrections);
  return {
    bytes: new Uint8Array(encodeModel(model, learnedFrom)),
    ...{
      learnedFrom,
      corrections: corrections.length,
      features: model.words.size + model.style.size,
      before,
      after,
    },
    writers: new Set(corrections.map(({ writer }) => writer)).size,
    worse: worseIn(before, after, suite),
    shadow: compared(old, fresh, studies.shadow),
  };
}

/** Of several corrections of one case the last one counts. */
function latest(corrections: readonly StoredCorrection[]): StoredCorrection[] {
  return [...new Map(corrections.map(correction => [correction.caseId, correction])).values()];
}

/** What corrections teach: matters and kinds. What is dangerous, and what is no report, is not for them to say. */
const BY_CITIZENS = new Set(['service', 'agency', 'kind'] as const);
const BY_DESK = new Set(['service', 'agency'] as const);

function prepareCorrections(
  corrections: readonly StoredCorrection[],
  { catalogue, rules, corpus }: { catalogue: Catalogue; rules: Rules; corpus: number },
): Prepared[] {
  const weights = weightsOf(corrections, corpus);
  const known = corrections.map(({ text, source, writer, corrector, after }, i) => ({
    // Those who have one voice together are one writer: many talks of one of them give no word of theirs away.
    ...{ id: String(i), text, author: `writer ${source === 'citizen' ? corrector : writer}` },
    ...{ intent: 'report' as const, kind: after.kind, district: null, emergency: null },
    service: after.serviceId !== null && catalogue.services.has(after.serviceId) ? after.serviceId : null,
    agencies: after.agencyId !== null && catalogue.agencies.has(after.agencyId) ? [after.agencyId] : [],
  }));
  return prepare(known, catalogue, rules).map((row, i): Prepared => {
    const matterless = row.message.service === null && row.message.agencies.length === 0;
    const teaches = corrections[i]?.source === 'desk' ? BY_DESK : BY_CITIZENS;
    return { ...row, weight: matterless ? 0 : (weights[i] ?? 0), teaches };
  });
}

const FROZEN = 'frozen';

/** The messages nothing is learned from. Throws `ConfigError` when they are not there. */
export function readFrozen(configDir: string, catalogue: Catalogue): FrozenSuite {
  const read = (name: string) => {
    const file = path.join(configDir, FROZEN, name);
    if (existsSync(file)) return readLabelled(file, catalogue);
    const reason = 'is missing: without it nobody can tell whether a model got worse; put it back';
    throw new ConfigError([{ where: `config/${FROZEN}/${name}`, reason }]);
  };
  return { messages: read('messages.jsonl'), dangers: read('dangers.jsonl') };
}

function digestOf(
  configDir: string,
  messages: Parameters<typeof digest>[1],
  corrections: readonly StoredCorrection[],
): string {
  const hash = createHash('sha256').update(digest(configDir, messages));
  return hash.update(JSON.stringify(corrections)).digest('hex').slice(0, 32);
}

function compared(old: Reader, fresh: Reader, texts: Studies['shadow']): Studied['shadow'] {
  const shadow = { texts: texts.length, changed: 0, before: 0, after: 0 };
  for (const { text, agencyId } of texts) {
    const [was, is] = [old(text).agencies[0]?.id, fresh(text).agencies[0]?.id];
    shadow.changed += Number(was !== is);
    shadow.before += Number(was === agencyId);
    shadow.after += Number(is === agencyId);
  }
  return shadow;
}
