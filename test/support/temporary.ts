import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

/**
 * Runs once a run, before any test: gives it a temporary folder of its own, so that nothing of it stays. What a
 * failed run wrote is kept to be looked at, and its place is printed.
 */
export default function setup({ vitest }: TestProject): () => void {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(path.join(tmpdir(), 'ventanilla-tests-'));
  // Programs that run as other users reach what lies in it, and see nothing else.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    const { state } = vitest;
    if (state.getCountOfFailedTests() + state.getUnhandledErrors().length === 0)
      return rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    process.stderr.write(`What the tests wrote is kept in ${folder}\n`);
  };
}
