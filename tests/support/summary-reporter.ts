import type { FullResult, Reporter, Suite, TestCase, TestResult } from 'playwright/types/testReporter';

/**
 * A line a test, every failure in full where it happens and again at the end, where a shortened log still has it,
 * and one closing line that counts: `42 passed, 0 failed`. A test that passed when it was tried again is named with its
 * first failure.
 */
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
    const ok = result.status === test.expectedStatus;
    const mark = result.status === 'skipped' ? '-' : ok ? '✓' : '✗';
    console.log(`${mark} ${nameOf(test)} (${(result.duration / 1000).toFixed(1)} s)`);
    if (!ok) printErrors(result);
  }

  onError(error: { readonly message?: string; readonly stack?: string }): void {
    console.error(error.stack ?? error.message);
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    const ending = (outcome: ReturnType<TestCase['outcome']>): TestCase[] =>
      tests.filter((test) => test.outcome() === outcome);
    repeat('Passed only when it was tried again', ending('flaky'));
    repeat('Failed', ending('unexpected'));
    console.log(`\n${(result.duration / 1000).toFixed(0)} s, ${result.status}`);
    const passed = ending('expected').length + ending('flaky').length;
    const skipped = ending('skipped').length;
    console.log(`${passed} passed, ${ending('unexpected').length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

function nameOf(test: TestCase): string {
  return test.titlePath().slice(1).filter(Boolean).join(' › ');
}

function printErrors(result: TestResult): void {
  for (const error of result.errors) console.log(error.stack ?? error.message ?? error.value ?? 'unknown error');
}

function repeat(headline: string, tests: readonly TestCase[]): void {
  for (const test of tests) {
    console.log(`\n${headline}: ${nameOf(test)}`);
    const failure = test.results.find(({ status }) => status !== test.expectedStatus);
    if (failure) printErrors(failure);
  }
}
