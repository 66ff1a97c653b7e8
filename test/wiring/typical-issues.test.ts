import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHolders } from '../../src/nlu/holders.ts';
import { openStage, type Stage } from '../support/stage.ts';

const ROWS = readFileSync('test/fixtures/typical-issues.tsv', 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t') as [string, string]);

/** At least so many of the typical matters lead to a service whose holder is the body they are typical of. */
const LEAST = 0.7;

describe('the typical matters of every public body', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });

  it('are carried for each body of the catalogue', () => {
    const told = new Set(ROWS.map(([agencyId]) => agencyId));
    const silent = [...stage.catalogue.agencies.keys()].filter(id => !told.has(id));
    expect(silent).toEqual([]);
  });

  it('lead to a service which that body answers for, seven in ten at least', () => {
    const holders = createHolders(stage.catalogue, stage.route);
    const missed = ROWS.filter(([agencyId, matter]) => {
      const [best] = stage.classifier.understand(matter, {}).services;
      const service = best && stage.catalogue.services.get(best.id);
      return !service || !holders(service, '').has(agencyId);
    });
    expect(missed.length / ROWS.length).toBeLessThanOrEqual(1 - LEAST);
  });
});
