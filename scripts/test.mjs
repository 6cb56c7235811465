// @ts-check
/** `npm test`: every check there is. The last line is `N passed, N failed`; the exit code is 0 only when nothing failed. */
import { requireNode } from './check-node.mjs';

requireNode();
// Not before: an old Node cannot even read these.
const [{ mkdtemp, rm }, { tmpdir }, path, { installPackages }, { provideBrowsers }, { runSteps }, { testSteps }] =
  await Promise.all([
    import('node:fs/promises'),
    import('node:os'),
    import('node:path'),
    import('./setup/install.mjs'),
    import('./setup/browsers.mjs'),
    import('./test/run-steps.mjs'),
    import('./test/steps.mjs'),
  ]);

const reports = await mkdtemp(path.join(tmpdir(), 'matinee-test-'));
const total = { passed: 0, failed: 0 };
try {
  await installPackages();
  const steps = testSteps({ browsers: await provideBrowsers(process.env.MATINEE_BROWSERS), reports });
  Object.assign(total, await runSteps(steps, console.log));
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  total.failed += 1;
} finally {
  await rm(reports, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
