import type { Problem } from '../errors.ts';
import type { Agency } from './catalogue.ts';
import { checkIds, circleFrom } from './check-lists.ts';
import type { YamlFile } from './yaml-file.ts';

/** Ids once; parents known and not in a circle; districts that exist, each with one municipality of its own. */
export function checkAgencies(file: YamlFile<Agency[]>, codes: Set<string>, problems: Problem[]): void {
  checkIds(file, problems);
  checkParents(file, problems);
  const owners = new Map<string, string>();
  for (const [index, agency] of (file.value ?? []).entries()) {
    for (const [n, code] of agency.districts.entries()) {
      const where = file.at([index, 'districts', n]);
      const owner = owners.get(code);
      if (codes.size > 0 && !codes.has(code)) {
        problems.push({ where, reason: `there is no district ${code} in places.json: correct the code` });
      }
      if (owner) problems.push({ where, reason: `district ${code} already belongs to "${owner}"` });
      owners.set(code, agency.id);
    }
  }
}

function checkParents(file: YamlFile<Agency[]>, problems: Problem[]): void {
  const agencies = file.value ?? [];
  const parents = new Map(agencies.map(({ id, parent }) => [id, parent]));
  for (const [index, { id, parent }] of agencies.entries()) {
    if (parent === undefined) continue;
    const where = file.at([index, 'parent']);
    if (!parents.has(parent)) {
      problems.push({ where, reason: `there is no agency "${parent}": add it or correct the name` });
    }
    const circle = circleFrom(id, of => parents.get(of));
    if (circle) {
      problems.push({
        where,
        reason: `the agencies belong to each other in a circle: ${circle.join(' → ')}`,
      });
    }
  }
}
