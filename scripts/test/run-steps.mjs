// @ts-check
/** @typedef {import('./count.mjs').Count} Count */

/**
 * Runs steps one after the other up to the first that fails.
 *
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {(line: string) => void} print
 * @returns {Promise<Count>} the sum; a step that throws counts as one failure
 */
export async function runSteps(steps, print) {
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of steps) {
    print(`\n── ${name}`);
    const { passed, failed } = await run().catch((error) => {
      print(error.message);
      return { passed: 0, failed: 1 };
    });
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) break;
  }
  return total;
}
