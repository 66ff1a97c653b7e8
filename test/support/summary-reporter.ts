import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';

/**
 * Ends the run with what was skipped, each group by its title, which says what would bring it, and with one plain line that
 * any reader of logs understands: `N passed, N failed, N skipped`.
 */
export default class SummaryReporter implements Reporter {
  /** Tests were chosen by name: what else is in their files was not meant, and is no news. */
  private isChosen = false;

  onInit({ config }: Vitest): void {
    this.isChosen = config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count[test.result().state] += 1;
      if (module.state() === 'failed' && tests.every(test => test.result().state !== 'failed'))
        count.failed += 1;
    }
    const skipped = count.skipped + count.pending;
    const lines = this.isChosen ? [] : modules.flatMap(linesOf);
    if (lines.length > 0) process.stdout.write(`\nSkipped:\n${lines.join('\n')}\n`);
    process.stdout.write(
      `\n${count.passed} passed, ${count.failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
    );
  }
}

function linesOf(module: TestModule): string[] {
  return outermost(module).map(task => {
    const tests = task.type === 'test' ? 1 : [...task.children.allTests()].length;
    return `  ${module.relativeModuleId}: ${task.fullName} [${tests} test${tests === 1 ? '' : 's'}]`;
  });
}

/** What is skipped in it, without what is skipped because all around it is. */
function outermost({ children }: TestModule | TestSuite): (TestSuite | TestCase)[] {
  return children.array().flatMap(task => {
    if (task.options.mode === 'skip' || task.options.mode === 'todo') return [task];
    return task.type === 'suite' ? outermost(task) : [];
  });
}
