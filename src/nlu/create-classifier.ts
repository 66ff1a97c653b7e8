import type { Catalogue, Route } from '../catalogue/catalogue.ts';
import { type ActHead, actInput, NO_ACTS, readActs } from './acts/read-acts.ts';
import type { Classifier, Ranked } from './classifier.ts';
import { dangerOrHazard } from './danger.ts';
import { languageBeside } from './language.ts';
import type { Memory } from './memory/memory.ts';
import { asCorrected } from './memory/remembered.ts';
import { createJudge, type Verdict } from './model/judge.ts';
import type { LinearModel } from './model/linear.ts';
import { rankAgencies } from './rank-agencies.ts';
import { rankKinds } from './rank-kinds.ts';
import { reasonsOf } from './reasons.ts';
import { createRules, namesOf, type RuleReading, type Rules, servicesOf } from './rules.ts';
import { readWhere, type WhereHead, whereInput } from './where/read-where.ts';

/** What several classifiers may share, and what was corrected since the model was learned. */
export interface Shared {
  rules?: Rules;
  memory?: Pick<Memory, 'recall'>;
  /** What words to a report or a case do. */
  acts?: LinearModel<ActHead> | null;
  /** Which words say where. */
  where?: LinearModel<WhereHead> | null;
}

/**
 * Builds the understanding of an office's messages: the words and rules of its catalogue, and a model trained on
 * labelled messages where there is one. Building takes a moment, reading does not.
 */
export function createClassifier(
  catalogue: Catalogue,
  route: Route,
  model: LinearModel | null = null,
  { rules = createRules(catalogue, route), memory, acts = null, where = null }: Shared = {},
): Classifier {
  const judge =
    model === null
      ? (ruled: RuleReading) => byRules(catalogue, rules, ruled)
      : createJudge(model, catalogue, rules);
  return {
    understand: (text, context = {}) => {
      const ruled = rules.read(text, context);
      const judged = judge(ruled);
      const remembered = memory?.recall(text) ?? null;
      const verdict =
        remembered === null ? judged : asCorrected(judged, remembered, { catalogue, rules, ruled });
      return { ...common(ruled, verdict.services), ...verdict };
    },
    acts: (text, isFiled, context = {}) =>
      acts === null ? NO_ACTS : readActs(acts, actInput(rules.read(text, context), isFiled)),
    where: (text, isAnswer) => (where === null ? null : readWhere(where, whereInput(rules, text, isAnswer))),
    locate: (lat, lon) => rules.places.locate(lat, lon),
  };
}

function byRules(catalogue: Catalogue, { holders }: Rules, ruled: RuleReading): Verdict {
  const { reading, services, whereabouts, named, intent, danger, heard } = ruled;
  const known = servicesOf(catalogue, services);
  const kinds = rankKinds(reading.line, known);
  const agencies = rankAgencies(known, whereabouts, holders, named);
  return { intent, kinds, agencies, services, emergency: dangerOrHazard(danger, heard) };
}

function common(ruled: RuleReading, services: Ranked[]) {
  const { reading, evidence, named, places, procedures, flags } = ruled;
  const reasons = reasonsOf(reading, { evidence, services, named, places });
  const language = languageBeside(namesOf(places), reading.text, reading.tokens);
  return { procedures, places, flags, reasons, language };
}
