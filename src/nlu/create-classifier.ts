import type { Catalogue, Route } from '../catalogue/catalogue.ts';
import type { Classifier, Ranked, Understanding } from './classifier.ts';
import { languageOf } from './language.ts';
import { createJudge, type Judge } from './model/judge.ts';
import type { LinearModel } from './model/linear.ts';
import { rankAgencies } from './rank-agencies.ts';
import { rankKinds } from './rank-kinds.ts';
import { reasonsOf } from './reasons.ts';
import { createRules, type RuleReading, type Rules, servicesOf } from './rules.ts';

/**
 * Builds the understanding of an office's messages: the words and rules of its catalogue, and a model trained on
 * labelled messages where there is one. Building takes a moment, reading does not; several may share their rules.
 */
export function createClassifier(
  catalogue: Catalogue,
  route: Route,
  model: LinearModel | null = null,
  rules: Rules = createRules(catalogue, route),
): Classifier {
  const judge = model === null ? null : createJudge(model, catalogue, rules);
  return {
    understand: (text, context = {}) => {
      const ruled = rules.read(text, context);
      return judge === null ? byRules(catalogue, rules, ruled) : byModel(judge, ruled);
    },
    locate: (lat, lon) => rules.places.locate(lat, lon),
  };
}

function byRules(catalogue: Catalogue, { holders }: Rules, ruled: RuleReading): Understanding {
  const { reading, services, whereabouts, named, intent, danger } = ruled;
  const known = servicesOf(catalogue, services);
  const kinds = rankKinds(reading.line, known);
  const agencies = rankAgencies(known, whereabouts, holders, named);
  return { ...common(ruled, services), intent, kinds, agencies, services, emergency: danger };
}

function byModel(judge: Judge, ruled: RuleReading): Understanding {
  const verdict = judge(ruled);
  return { ...common(ruled, verdict.services), ...verdict };
}

function common(ruled: RuleReading, services: Ranked[]) {
  const { reading, evidence, named, places, procedures, flags } = ruled;
  const reasons = reasonsOf(reading, { evidence, services, named, places });
  return { procedures, places, flags, reasons, language: languageOf(reading.tokens) };
}
