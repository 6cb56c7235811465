// @ts-check
/**
 * `npm run check:export`: runs what the page exports. Executes notebooks, runs the Spark job on two executors and the TensorFlow job on two
 * workers, opens their weights in the page, and compares figures and movies. Needs Python 3.11, for Spark Java 17, and Chromium; what is not there is left out and said so.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../bench/build-page.mjs';
import { casesNamed, hindranceOf } from './check-export/cases.mjs';
import { hasJava, prepareEnvironment, systemPython } from './check-export/python.mjs';
import { agrees, summaryOf } from './check-export/report.mjs';
import { exportCase, openWeights, runCase, runStage, withFreshPages } from './check-export/stages.mjs';

/** @typedef {import('./check-export/stages.mjs').Check} Check */

const root = fileURLToPath(new URL('..', import.meta.url));
const REQUIREMENTS = ['spark', 'tensorflow'].map((kind) =>
  path.join(root, 'src/cells/take-away/jobs/lab/python', kind, 'requirements.txt'),
);

const { values } = parseArgs({
  options: {
    /** bundled or synthetic-1m */
    data: { type: 'string', default: 'bundled' },
    /** words that the names of cases have in them, with commas between them */
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: 'dist' },
    venv: { type: 'string', default: path.join(root, 'scripts/check-export/.venv') },
  },
});
const cases = casesNamed(values.only);
const system = systemPython();
if (system === undefined) console.log('Skipped: there is no Python 3.11 on the path.');
else await checkAll(await prepareEnvironment(system, values.venv, REQUIREMENTS));

/** @param {string} python */
async function checkAll(python) {
  const folder = path.resolve(root, values.folder);
  if (values.folder === 'dist') ensureBuild();
  const data = /** @type {import('./check-export/stages.mjs').Data} */ ({ kind: values.data });
  const here = { data: values.data, java: hasJava() };
  const temporary = await mkdtemp(path.join(tmpdir(), 'matinee-export-'));
  /** @type {readonly Check[]} */
  const checks = cases.map((one) => ({ one, place: path.join(temporary, one.name), skipped: hindranceOf(one, here) }));
  try {
    await Promise.all(checks.map(({ place }) => mkdir(place)));
    // No browser is open while something else has the processor.
    await withFreshPages(folder, (inFreshPage) =>
      runStage(checks, 'trains in the page', (check) => exportCase(check, data, inFreshPage)),
    );
    await runStage(checks, 'runs', (check) => runCase(check, python));
    await withFreshPages(folder, (inFreshPage) =>
      runStage(checks, 'opens in the page', (check) => openWeights(check, data, python, inFreshPage)),
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  console.log(summaryOf(checks));
  process.exitCode = checks.every(agrees) ? 0 : 1;
}
