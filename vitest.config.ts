import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.ts';

/** Here nothing is kept, opened or replaced that the next file could meet: these share what they load. */
const TOGETHER = ['dialogs', 'nlu', 'catalogue', 'cases', 'api', 'channels/*'].map(
  folder => `test/${folder}/**/*.test.ts`,
);

const common = {
  setupFiles: ['test/support/loopback-only.ts'],
  // A machine that is busy with other things is no failure.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Half of the time a test waits for a process or a timer: with a worker for each core, cores would do nothing.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() * 1.5)),
    projects: [
      {
        test: {
          ...common,
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...TOGETHER],
          globalSetup: ['test/support/temporary.ts', 'test/support/servers/shared.ts'],
        },
      },
      { test: { ...common, name: 'together', include: TOGETHER, isolate: false } },
    ],
  },
});
