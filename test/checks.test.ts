import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';

function run(command: string, ...args: string[]): { status: number | null; output: string } {
  const bin = path.join(PROJECT_ROOT, 'node_modules', '.bin', command);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: PROJECT_ROOT, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}`.slice(-4000) };
}

it('has no type error', { timeout: 120_000 }, () => {
  expect(run('tsc', '-p', '.')).toEqual({ status: 0, output: '' });
});

it('has no lint or format error', { timeout: 120_000 }, () => {
  const { status, output } = run('biome', 'ci', '--error-on-warnings', '.');
  expect(status, output).toBe(0);
});

it('writes into a temporary folder of this run alone, in child processes too', () => {
  const { stdout } = spawnSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' });
  expect(tmpdir()).toMatch(/ventanilla-tests-[^/]+$/);
  expect(stdout.trim()).toBe(tmpdir());
});
