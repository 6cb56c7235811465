// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from '../setup/run.mjs';
import { addUp, countCheck, countE2e, countUnit, judgeRunner } from './count.mjs';
import { freePort } from './free-port.mjs';

/** @typedef {import('./count.mjs').Count} Count */
/** @typedef {Readonly<Record<import('../setup/browsers.mjs').BrowserName, string>>} Browsers */
/** @typedef {{ name: string, run: () => Promise<Count> }} Step */

/**
 * Everything that `npm test` checks, in its order.
 *
 * @param {{ browsers: Browsers, reports: string }} setup programs of browsers and an empty folder for reports
 * @returns {Step[]}
 */
export function testSteps({ browsers, reports }) {
  return [
    check('WebAssembly', 'build:simd'),
    check('Format and lint', 'check:style'),
    check('Types', 'check:types'),
    sideBySide(check('Imports', 'check:imports'), check('Unused code', 'check:unused')),
    { name: 'Unit tests', run: () => runUnit(path.join(reports, 'unit.json')) },
    sideBySide(check('Build', 'build:page'), check('Build of the parity page', 'build:parity')),
    { name: 'End-to-end tests', run: () => runE2e(browsers, path.join(reports, 'e2e.json')) },
  ];
}

/** @param {string} name @param {string} script @returns {Step} */
function check(name, script) {
  return { name, run: async () => countCheck(await runNpm(['run', '--silent', script])) };
}

/** Both at once: each is busy on one core for most of its time. @param {Step} one @param {Step} other @returns {Step} */
function sideBySide(one, other) {
  return { name: `${one.name} · ${other.name}`, run: async () => addUp(await Promise.all([one.run(), other.run()])) };
}

/** @param {string} report @returns {Promise<Count>} */
async function runUnit(report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNpm(['run', '--silent', 'test:unit', '--', ...reporters]);
  return judgeRunner(await read(report, countUnit), code);
}

/** @param {Browsers} browsers @param {string} report @returns {Promise<Count>} */
async function runE2e({ chromium, firefox, webkit }, report) {
  const [port, parityPort] = [await freePort(), await freePort()];
  const ports = { MATINEE_E2E_PORT: String(port), MATINEE_PARITY_PORT: String(parityPort) };
  const programs = { MATINEE_BROWSER: chromium, MATINEE_FIREFOX: firefox, MATINEE_WEBKIT: webkit };
  const env = { ...programs, MATINEE_E2E_REPORT: report, ...ports };
  const code = await runNpm(['run', '--silent', 'test:e2e'], env);
  return judgeRunner(await read(report, countE2e), code);
}

/**
 * @template T
 * @param {string} report
 * @param {(report: T) => Count} count
 * @returns {Promise<Count | undefined>}
 */
async function read(report, count) {
  try {
    return count(JSON.parse(await readFile(report, 'utf8')));
  } catch {
    return undefined;
  }
}
