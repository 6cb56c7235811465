// @ts-check
/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number } }} PlaywrightReport */

/** @param {readonly Count[]} counts @returns {Count} */
export function addUp(counts) {
  return counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }));
}

/** One check without tests of its own. @param {number} exitCode @returns {Count} */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {VitestReport} report @returns {Count} a file that does not even load counts as one failed test */
export function countUnit({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/** @param {PlaywrightReport} report @returns {Count} */
export function countE2e({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/**
 * Never lets a runner pass that crashed, wrote no report or ran nothing.
 *
 * @param {Count | undefined} counted undefined without a report
 * @param {number} exitCode
 * @returns {Count}
 */
export function judgeRunner(counted, exitCode) {
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  const sound = exitCode === 0 && passed > 0;
  return { passed, failed: sound ? failed : Math.max(1, failed) };
}
