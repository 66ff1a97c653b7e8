import type { Problem } from '../errors.ts';
import type { Agency, Centre, EmergencyCategory, Service } from './catalogue.ts';
import { phraseProblem } from './phrase.ts';
import { bareWords } from './words.ts';
import type { YamlFile } from './yaml-file.ts';

/** A list in which every id is used once; the second use is a problem. */
export function checkIds(file: YamlFile<{ id: string }[]>, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of (file.value ?? []).entries()) {
    if (seen.has(id)) {
      problems.push({ where: file.at([index, 'id']), reason: `the id "${id}" is used twice: rename one` });
    }
    seen.add(id);
  }
}

/** A list in which every word belongs to one entry, accents aside, and stands there once; the second one is a problem. */
export function checkWords(file: YamlFile<{ id: string; words: string[] }[]>, problems: Problem[]): void {
  const owners = new Map<string, string>();
  for (const [index, { id, words }] of (file.value ?? []).entries()) {
    for (const [n, word] of words.entries()) {
      const plain = bareWords(word);
      const owner = owners.get(plain);
      if (owner !== undefined) {
        const whose = owner === id ? 'stands twice' : `is already a word of "${owner}"`;
        const reason = `"${word}" ${whose}: keep it in one place`;
        problems.push({ where: file.at([index, 'words', n]), reason });
      }
      owners.set(plain, id);
    }
  }
}

/** Every holiday once; bodies and services that exist. */
export function checkCentre(
  file: YamlFile<Centre>,
  { agencies, services }: { agencies: ReadonlySet<string>; services: ReadonlySet<string> },
  problems: Problem[],
): void {
  const holidays = file.value?.holidays ?? [];
  for (const [index, day] of holidays.entries()) {
    if (holidays.indexOf(day) < index) {
      problems.push({ where: file.at(['holidays', index]), reason: `${day} stands twice: remove one` });
    }
  }
  const ombudsman = file.value?.ombudsman ?? null;
  if (ombudsman !== null && !agencies.has(ombudsman))
    problems.push({ where: file.at(['ombudsman']), reason: `${ombudsman} is no agency of agencies.yaml` });
  for (const [agency, service] of Object.entries(file.value?.appeals ?? {})) {
    const where = file.at(['appeals', agency]);
    if (!agencies.has(agency)) problems.push({ where, reason: `${agency} is no agency of agencies.yaml` });
    if (!services.has(service)) problems.push({ where, reason: `${service} is no service of services.yaml` });
  }
}

/** Categories once, one of them general at most, services that exist, phrases that can be read, and none that both means a danger and means none. */
export function checkEmergencies(
  file: YamlFile<EmergencyCategory[]>,
  { services, agencies }: { services: Service[] | null; agencies: Agency[] | null },
  problems: Problem[],
): void {
  checkIds(file, problems);
  const isMissing = (known: { id: string }[] | null, id: string): boolean =>
    known !== null && !known.some(one => one.id === id);
  for (const [index, { report, rescuers }] of (file.value ?? []).entries()) {
    const tell = (key: string, reason: string): void =>
      void problems.push({ where: file.at([index, key]), reason: `${reason}: add it or correct the name` });
    if (report !== null && isMissing(services, report))
      tell('report', `there is no service "${report}" in services.yaml`);
    for (const id of rescuers)
      if (isMissing(agencies, id)) tell('rescuers', `there is no body "${id}" in agencies.yaml`);
  }
  checkMinor(file, problems);
  checkGeneral(file, problems);
  checkPhrases(file, 'triggers', problems);
  checkPhrases(file, 'guards', problems);
  for (const [index, { guards, triggers }] of (file.value ?? []).entries()) {
    for (const [n, guard] of guards.entries()) {
      if (triggers.includes(guard)) {
        const reason = `"${guard}" is a trigger of the same danger: keep it in one of the two lists`;
        problems.push({ where: file.at([index, 'guards', n]), reason });
      }
    }
  }
}

function checkMinor(file: YamlFile<EmergencyCategory[]>, problems: Problem[]): void {
  const categories = file.value ?? [];
  for (const [index, { minor }] of categories.entries()) {
    if (minor === undefined || categories.some(({ id }) => id === minor)) continue;
    const reason = `there is no category "${minor}" in this file: add it or correct the name`;
    problems.push({ where: file.at([index, 'minor']), reason });
  }
}

function checkGeneral(file: YamlFile<EmergencyCategory[]>, problems: Problem[]): void {
  const categories = file.value ?? [];
  const first = categories.findIndex(({ general }) => general);
  for (const [index, { general }] of categories.entries()) {
    if (!general || index === first) continue;
    const reason = `"${categories[first]?.id}" is general already: keep the mark in one category`;
    problems.push({ where: file.at([index, 'general']), reason });
  }
}

function checkPhrases(
  file: YamlFile<EmergencyCategory[]>,
  list: 'triggers' | 'guards',
  problems: Problem[],
): void {
  for (const [index, category] of (file.value ?? []).entries()) {
    for (const [n, phrase] of category[list].entries()) {
      const reason = phraseProblem(phrase, list);
      if (reason) problems.push({ where: file.at([index, list, n]), reason: `"${phrase}": ${reason}` });
    }
  }
}

/** No short form leads back to itself. */
export function checkAbbreviations(file: YamlFile<Record<string, string>>, problems: Problem[]): void {
  const long = new Map(Object.entries(file.value ?? {}));
  for (const short of long.keys()) {
    const circle = circleFrom(short, word => long.get(word));
    if (circle) {
      const reason = `the short forms go in a circle (${circle.join(' → ')}): write the last one in full`;
      problems.push({ where: file.at([short]), reason });
    }
  }
}

/** The steps from a thing back to itself, or null when they end elsewhere. */
export function circleFrom(start: string, next: (of: string) => string | undefined): string[] | null {
  const steps = [start];
  const seen = new Set(steps);
  for (let at = next(start); at !== undefined; at = next(at)) {
    steps.push(at);
    if (at === start) return steps;
    if (seen.has(at)) return null;
    seen.add(at);
  }
  return null;
}
