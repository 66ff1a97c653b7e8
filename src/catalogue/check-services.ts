import type { Problem } from '../errors.ts';
import type { Agency, HolderRule, Service } from './catalogue.ts';
import { checkIds, checkWords } from './check-lists.ts';
import { DISTRICT_BODIES } from './route.ts';
import type { YamlFile } from './yaml-file.ts';

/** What the rules may name. */
interface Known {
  /** Null: agencies.yaml could not be read, so that every name may be right. */
  agencies: Set<string> | null;
  /** Empty: places.json could not be read. */
  codes: Set<string>;
}

/** Ids once; rules name bodies and places that exist and can be reached; no two services share a word. */
export function checkServices(
  file: YamlFile<Service[]>,
  agencies: Agency[] | null,
  codes: Set<string>,
  problems: Problem[],
): void {
  checkIds(file, problems);
  checkWords(file, problems);
  const known: Known = { agencies: agencies && namesIn(agencies), codes };
  for (const [index, service] of (file.value ?? []).entries()) {
    const { holder, id } = service;
    for (const name of ['against', 'watchdog'] as const) {
      const named = service[name];
      if (named !== undefined && known.agencies && !known.agencies.has(named))
        problems.push({ where: file.at([index, name]), reason: noAgency(named) });
    }
    if (holder.at(-1)?.when) {
      const reason = `"${id}" has nobody elsewhere: end with a rule that has no "when"`;
      problems.push({ where: file.at([index, 'holder']), reason });
    }
    for (const [n, rule] of holder.entries()) {
      const at = (...path: (string | number)[]): string => file.at([index, 'holder', n, ...path]);
      problems.push(...ruleProblems(rule, n === holder.length - 1, known, at));
    }
  }
}

/** Ids of bodies, and the two words that stand for a district's own, as far as there is a body for them. */
function namesIn(agencies: Agency[]): Set<string> {
  const ids = new Set(agencies.map(({ id }) => id));
  const local = Object.entries(DISTRICT_BODIES).filter(([, body]) => ids.has(body));
  return new Set([...ids, ...local.map(([name]) => name)]);
}

function noAgency(id: string): string {
  return `there is no agency "${id}" in agencies.yaml: add it or correct the name`;
}

function* ruleProblems(
  rule: HolderRule,
  isLast: boolean,
  { agencies, codes }: Known,
  at: (...path: (string | number)[]) => string,
): Generator<Problem> {
  if (agencies && !agencies.has(rule.agency)) {
    yield { where: at('agency'), reason: noAgency(rule.agency) };
  }
  if (!rule.when && !isLast) {
    yield { where: at('agency'), reason: 'a rule without "when" always decides: move it to the end' };
  }
  for (const [key, wanted] of Object.entries(rule.when ?? {})) {
    for (const [n, code] of (wanted ?? []).entries()) {
      if (codes.size > 0 && !codes.has(code)) {
        yield { where: at('when', key, n), reason: `there is no place ${code} in places.json: correct it` };
      }
    }
  }
}
