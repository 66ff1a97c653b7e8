import type { Problem } from '../errors.ts';
import type { Service, Topic } from './catalogue.ts';
import { checkIds, checkWords } from './check-lists.ts';
import type { YamlFile } from './yaml-file.ts';

/** Ids once, a word in one topic only, services that exist. */
export function checkTopics(file: YamlFile<Topic[]>, services: Service[] | null, problems: Problem[]): void {
  checkIds(file, problems);
  checkWords(file, problems);
  const known = services && new Set(services.map(({ id }) => id));
  for (const [index, topic] of (file.value ?? []).entries()) {
    for (const [n, id] of topic.services.entries()) {
      if (known?.has(id) !== false) continue;
      const reason = `there is no service "${id}" in services.yaml: add it or correct the name`;
      problems.push({ where: file.at([index, 'services', n]), reason });
    }
  }
}
