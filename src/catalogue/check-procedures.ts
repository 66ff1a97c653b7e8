import type { Problem } from '../errors.ts';
import type { Agency, Procedure } from './catalogue.ts';
import { checkIds, checkWords } from './check-lists.ts';
import type { YamlFile } from './yaml-file.ts';

/** Ids once; bodies that exist; no two procedures share a phrase; unverified ones state no cost; both languages list alike. */
export function checkProcedures(
  file: YamlFile<Procedure[]>,
  agencies: Agency[] | null,
  problems: Problem[],
): void {
  checkIds(file, problems);
  checkWords(file, problems);
  const known = agencies && new Set(agencies.map(({ id }) => id));
  for (const [index, { agency, confidence, cost, needs }] of (file.value ?? []).entries()) {
    const add = (key: string, reason: string): void => {
      problems.push({ where: file.at([index, key]), reason });
    };
    if (known && !known.has(agency)) {
      add('agency', `there is no agency "${agency}" in agencies.yaml: add it or correct the name`);
    }
    if (confidence === 'B' && cost !== null) {
      add('cost', 'an unverified cost must not be told: write null, or name a better source');
    }
    if (needs.es.length !== needs.en.length) {
      add('needs', `"es" has ${needs.es.length} and "en" ${needs.en.length}: write the same in both`);
    }
  }
}
