import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';

const TESTS = `
describe.skipIf(true)('the desk with a peer (./.setup peers brings it)', () => {
  it('answers', () => {});
  describe('in a talk', () => it('answers again', () => {}));
});
describe('the desk', () => {
  it('is here', () => {});
  it.skipIf(true)('sees processes (ps: apt-get install procps)', () => {});
});
`;

/** What a run of these tests prints at its end. */
function endOf(...options: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'run-'));
  writeFileSync(path.join(folder, 'some.test.ts'), TESTS);
  const vitest = path.join(PROJECT_ROOT, 'node_modules/vitest/vitest.mjs');
  const reporter = path.join(PROJECT_ROOT, 'test/support/summary-reporter.ts');
  const given = ['run', '--root', folder, '--globals', '--reporter', reporter, ...options];
  return spawnSync(process.execPath, [vitest, ...given], { encoding: 'utf8' }).stdout.trim();
}

describe('a run of tests', () => {
  it('ends with what was skipped, and what would bring it, before the one line of figures', () => {
    expect(endOf().split('\n')).toEqual([
      'Skipped:',
      '  some.test.ts: the desk with a peer (./.setup peers brings it) [2 tests]',
      '  some.test.ts: the desk > sees processes (ps: apt-get install procps) [1 test]',
      '',
      '1 passed, 0 failed, 3 skipped',
    ]);
  });

  it('names nothing that was only not chosen', () => {
    expect(endOf('-t', 'is here')).toBe('1 passed, 0 failed, 3 skipped');
  });
});
