import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary.ts', 'test/support/servers/shared.ts'],
    setupFiles: ['test/support/loopback-only.ts'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    // Half of the time a test waits for a process or a timer: with a worker for each core, cores would do nothing.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() * 1.5)),
    sequence: { sequencer: LongestFirst },
    // A machine that is busy with other things is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
