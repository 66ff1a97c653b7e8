import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { LabelledMessage } from '../../catalogue/training.ts';
import type { Ranked } from '../classifier.ts';
import { intentOf } from '../intent.ts';
import { rankAgencies } from '../rank-agencies.ts';
import { rankKinds } from '../rank-kinds.ts';
import { rankServices } from '../rank-services.ts';
import { type RuleReading, type Rules, servicesOf } from '../rules.ts';
import type { Said } from './measure.ts';

/** What is made of a text. */
export type Reader = (text: string) => Said;

/** Says of every text what most of these messages are: who is not better than this has learned nothing. */
export function byMajority(messages: readonly Pick<LabelledMessage, Labels>[]): Reader {
  const reports = messages.filter(({ intent }) => intent === 'report');
  const said: Said = {
    intent: frequent(messages.map(({ intent }) => intent))[0]?.id ?? 'report',
    kinds: frequent(reports.map(({ kind }) => kind)),
    agencies: frequent(reports.map(({ agencies }) => agencies[0] ?? null)),
    services: frequent(reports.map(({ service }) => service)),
    places: [],
    emergency: null,
  };
  return () => said;
}

type Labels = 'intent' | 'kind' | 'agencies' | 'service';

/** Labels by how often they stand there. */
function frequent<Label extends string>(labels: readonly (Label | null)[]): Ranked<Label>[] {
  const there = labels.filter(label => label !== null);
  const groups = Map.groupBy(there, label => label);
  const ranked = [...groups].map(([id, own]) => ({ id, p: own.length / there.length }));
  return ranked.sort((a, b) => b.p - a.p || (a.id < b.id ? -1 : 1));
}

/** Nothing but the words that the office listed for its services: no cues, no names, no places, no dangers. */
export function byWordsAlone(catalogue: Catalogue, rules: Rules): Reader {
  return text => {
    const { evidence } = rules.read(text, {});
    const services = rankServices(rules.ranking, evidence, []);
    const known = servicesOf(catalogue, services);
    return {
      ...{ services, places: [], emergency: null },
      agencies: rankAgencies(known, [], rules.holders, []),
      kinds: rankKinds('', known),
      intent: services.length > 0 ? 'report' : 'out_of_scope',
    };
  };
}

/** The office's rules without its words for services: turns of phrase, names of bodies, places, dangers. */
export function byRulesAlone(rules: Rules): Reader {
  return text => {
    const ruled = rules.read(text, {});
    return {
      ...{ services: [], places: ruled.places, emergency: ruled.danger },
      agencies: rankAgencies([], ruled.whereabouts, rules.holders, ruled.named),
      kinds: rankKinds(ruled.reading.line, []),
      intent: intentOf(ruled.reading, { ...ruled.signs, matter: 0, knowsWords: false }),
    };
  };
}

/** The same rules, which read a text once that is asked for several times in a row. */
export function readingOnce(rules: Rules): Rules {
  let last: { text: string; ruled: RuleReading } | null = null;
  return {
    ...rules,
    read: (text, context) => {
      if (context.placeCode !== undefined) return rules.read(text, context);
      if (last?.text !== text) last = { text, ruled: rules.read(text, context) };
      return last.ruled;
    },
  };
}
