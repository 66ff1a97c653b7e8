import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { PROJECT_ROOT } from '../../src/config.ts';

/** Where the longest files lie, the longest first: what starts late and takes long is waited for alone. */
const LONGEST = ['torture', 'scenarios', 'peers', 'storage', 'web'];

/** The order in which files run: those of the long folders first, then as Vitest would. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const [folder = ''] = path.relative(path.join(PROJECT_ROOT, 'test'), moduleId).split(path.sep);
  const place = LONGEST.indexOf(folder);
  return place < 0 ? LONGEST.length : place;
}
