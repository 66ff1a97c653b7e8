import path from 'node:path';
import type { z } from 'zod';
import { ConfigError, type Problem } from '../errors.ts';
import type { Catalogue, GazetteerRow } from './catalogue.ts';
import { checkAgencies } from './check-agencies.ts';
import { checkAbbreviations, checkCentre, checkEmergencies } from './check-lists.ts';
import { checkProcedures } from './check-procedures.ts';
import { checkServices } from './check-services.ts';
import { checkTopics } from './check-topics.ts';
import { readPlaces } from './places.ts';
import {
  abbreviationsSchema,
  agenciesSchema,
  centreSchema,
  emergenciesSchema,
  noticesSchema,
  proceduresSchema,
  servicesSchema,
  templatesSchema,
  topicsSchema,
} from './schemas.ts';
import { readVocabulary } from './vocabulary.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** The configuration's files as read, before they are held against each other. */
interface Files {
  centre: YamlFile<Catalogue['centre']>;
  notices: YamlFile<z.infer<typeof noticesSchema>>;
  agencies: YamlFile<z.infer<typeof agenciesSchema>>;
  services: YamlFile<z.infer<typeof servicesSchema>>;
  procedures: YamlFile<z.infer<typeof proceduresSchema>>;
  topics: YamlFile<z.infer<typeof topicsSchema>>;
  emergencies: YamlFile<z.infer<typeof emergenciesSchema>>;
  abbreviations: YamlFile<Record<string, string>>;
  templates: YamlFile<z.infer<typeof templatesSchema>>;
  places: GazetteerRow[];
}

/** Reads and checks everything the office edits. Throws `ConfigError` with every problem, its file and line. */
export async function loadCatalogue(configDir: string): Promise<Catalogue> {
  const problems: Problem[] = [];
  const files = await readAll(path.resolve(configDir), problems);
  const codes = new Set(files.places.map(({ code }) => code));
  checkCentre(
    files.centre,
    { agencies: idsOf(files.agencies.value), services: idsOf(files.services.value) },
    problems,
  );
  checkAgencies(files.agencies, codes, problems);
  checkServices(files.services, files.agencies.value, codes, problems);
  const vocabulary = await readVocabulary(path.resolve(configDir), idsOf(files.services.value), problems);
  checkProcedures(files.procedures, files.agencies.value, problems);
  checkTopics(files.topics, files.services.value, problems);
  checkEmergencies(
    files.emergencies,
    { services: files.services.value, agencies: files.agencies.value },
    problems,
  );
  checkAbbreviations(files.abbreviations, problems);
  const { value: centre } = files.centre;
  const { value: notices } = files.notices;
  if (problems.length > 0 || centre === null || notices === null) throw new ConfigError(unique(problems));
  return {
    centre,
    notices: { ...notices, roads: new Map(Object.entries(notices.roads)) },
    agencies: byId(files.agencies.value),
    services: byId(files.services.value),
    procedures: byId(files.procedures.value),
    topics: files.topics.value ?? [],
    emergencies: byId(files.emergencies.value),
    places: files.places,
    vocabulary,
    abbreviations: new Map(Object.entries(files.abbreviations.value ?? {})),
    templates: new Map(Object.entries(files.templates.value ?? {})),
  };
}

async function readAll(folder: string, problems: Problem[]): Promise<Files> {
  const read = <S extends z.ZodType>(name: string, schema: S) => readYaml(folder, name, schema, problems);
  const [centre, notices, agencies, services, procedures, topics] = await Promise.all([
    read('centre.yaml', centreSchema),
    read('notices.yaml', noticesSchema),
    read('agencies.yaml', agenciesSchema),
    read('services.yaml', servicesSchema),
    read('procedures.yaml', proceduresSchema),
    read('topics.yaml', topicsSchema),
  ]);
  const [emergencies, abbreviations, templates, places] = await Promise.all([
    read('emergency.yaml', emergenciesSchema),
    read('abbreviations.yaml', abbreviationsSchema),
    read('templates.yaml', templatesSchema),
    readPlaces(folder, problems),
  ]);
  return {
    ...{ centre, notices, agencies, services, procedures, topics, emergencies, abbreviations, templates },
    places,
  };
}

/** A mistake in rules that several services share is one mistake. */
function unique(problems: Problem[]): Problem[] {
  const said = new Map(problems.map(problem => [`${problem.where} ${problem.reason}`, problem]));
  return [...said.values()];
}

function idsOf(things: { id: string }[] | null): Set<string> {
  return new Set((things ?? []).map(({ id }) => id));
}

function byId<T extends { id: string }>(things: T[] | null): Map<string, T> {
  return new Map((things ?? []).map(thing => [thing.id, thing]));
}
