import type { FullResult, Reporter, Suite, TestCase, TestResult } from 'playwright/types/testReporter';

/** A line a test, every failure in full, and one closing line that counts: `42 passed, 0 failed`. */
export default class SummaryReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const mark = result.status === 'skipped' ? '-' : test.ok() ? '✓' : '✗';
    console.log(
      `${mark} ${test.titlePath().slice(1).filter(Boolean).join(' › ')} (${(result.duration / 1000).toFixed(1)} s)`,
    );
    if (test.ok()) return;
    for (const error of result.errors) console.log(error.stack ?? error.message ?? error.value ?? 'unknown error');
  }

  onError(error: { readonly message?: string; readonly stack?: string }): void {
    console.error(error.stack ?? error.message);
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const count = (outcome: ReturnType<TestCase['outcome']>): number =>
      tests.filter((test) => test.outcome() === outcome).length;
    console.log(`\n${(result.duration / 1000).toFixed(0)} s, ${result.status}`);
    const skipped = count('skipped');
    console.log(
      `${count('expected')} passed, ${count('unexpected') + count('flaky')} failed${skipped ? `, ${skipped} skipped` : ''}`,
    );
  }

  printsToStdio(): boolean {
    return true;
  }
}
