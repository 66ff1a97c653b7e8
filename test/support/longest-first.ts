import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { PROJECT_ROOT } from '../../src/config.ts';

/**
 * Where the longest files lie, the longest first: what starts late and takes long is waited for alone. Between
 * the two tortures come others, because each of them keeps more than one core busy.
 */
const LONGEST = [
  ...['torture/torture.test.ts', 'scenarios/', 'torture/', 'checks.test.ts', 'peers/', 'storage/'],
  ...['channels/whatsapp-web/', 'wiring/', 'web/'],
];

/** The order in which files run: those of the long folders first, then as Vitest would. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const file = path.relative(path.join(PROJECT_ROOT, 'test'), moduleId);
  const place = LONGEST.findIndex(start => file.startsWith(start));
  return place < 0 ? LONGEST.length : place;
}
