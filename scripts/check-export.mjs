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
import { withPage } from '../bench/browser/open-page.mjs';
import { recordLab } from '../bench/browser/record-lab.mjs';
import { ensureBuild } from '../bench/build-page.mjs';
import { CASES } from './check-export/cases.mjs';
import { checkCase } from './check-export/check-case.mjs';
import { hasJava, prepareEnvironment, systemPython } from './check-export/python.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const REQUIREMENTS = ['spark', 'tensorflow'].map((kind) =>
  path.join(root, 'src/cells/take-away/jobs/lab/python', kind, 'requirements.txt'),
);

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'bundled' },
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: 'dist' },
    venv: { type: 'string', default: path.join(root, 'scripts/check-export/.venv') },
  },
});
const system = systemPython();
if (system === undefined) console.log('Skipped: there is no Python 3.11 on the path.');
else await checkAll(await prepareEnvironment(system, values.venv, REQUIREMENTS));

/** @param {string} python */
async function checkAll(python) {
  const folder = path.resolve(root, values.folder);
  if (values.folder === 'dist') ensureBuild();
  const java = hasJava();
  if (!java) console.log('The Spark job is skipped: there is no Java on the path.');
  const chosen = CASES.filter(({ name, kind }) => name.includes(values.only) && (java || kind !== 'spark'));
  const data = /** @type {import('../bench/train/train-in-page.mjs').Data} */ ({ kind: values.data });
  const temporary = await mkdtemp(path.join(tmpdir(), 'matinee-export-'));
  let failures = 0;
  try {
    for (const [at, one] of chosen.entries()) {
      const place = path.join(temporary, String(at));
      await mkdir(place);
      const lines = await withPage({ folder, isolated: true }, async ({ page, address }) => {
        await recordLab(page);
        return await checkCase(page, address, one, { data, place, python });
      });
      for (const { ok, text } of lines) console.log(`${ok ? 'ok    ' : 'FAILED'} ${one.name}: ${text}`);
      failures += lines.filter(({ ok }) => !ok).length;
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  console.log(failures === 0 ? `All ${chosen.length} exports agree with the page.` : `${failures} do not agree.`);
  process.exitCode = failures === 0 ? 0 : 1;
}
