// @ts-check
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { withPage } from '../../bench/browser/open-page.mjs';
import { recordLab } from '../../bench/browser/record-lab.mjs';
import { RUN_JOB } from './jobs.mjs';
import { moviesOf, takeAway, trainAndMeasure, WAIT_MILLISECONDS } from './page.mjs';
import { run } from './run.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./cases.mjs').ExportCase} ExportCase */
/** @typedef {import('./cases.mjs').FigureName} FigureName */
/** @typedef {import('../../bench/train/train-in-page.mjs').Data} Data */
/** @typedef {{ figures: Readonly<Partial<Record<FigureName, number>>>, seconds: number }} Measured seconds of training; of a notebook from top to bottom */
/**
 * @typedef {object} Check how far the check of a case has come
 * @property {ExportCase} one
 * @property {string} place a folder of its own
 * @property {string | null} skipped why it is not run
 * @property {string} [failure] why it went no further
 * @property {Measured} [page] of the page
 * @property {Measured} [exported] of what it exports
 * @property {{ shown: readonly string[], wanted: readonly string[] }} [movies] that the page shows with a job's weights, and NumPy's
 */
/** @typedef {<Result>(work: (page: Page, address: string) => Promise<Result>) => Promise<Result>} InFreshPage */

const HERE = import.meta.dirname;
const BUNDLED = 'ml-latest-small.zip';
/** Somebody who is in every data set. */
const USER = '15';
const BUTTONS = {
  notebook: 'Save .ipynb: Notebook',
  spark: 'Save .zip: Spark job',
  tensorflow: 'Save .zip: TensorFlow job',
};

/** Runs a stage of all checks that have come so far; one that fails does not keep the others from it. @param {readonly Check[]} checks @param {string} what @param {(check: Check) => Promise<void>} stage */
export async function runStage(checks, what, stage) {
  for (const check of checks) {
    if (check.skipped !== null || check.failure !== undefined) continue;
    console.error(`${check.one.name}: ${what} …`);
    await stage(check).catch((/** @type {Error} */ error) => {
      check.failure = error.message;
      console.error(error.message);
    });
  }
}

/** One browser, in which each call has a page without a past. @template Result @param {string} folder of the built page @param {(inFreshPage: InFreshPage) => Promise<Result>} work */
export async function withFreshPages(folder, work) {
  return await withPage({ folder, isolated: true }, ({ browser, address }) =>
    work(async (use) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(WAIT_MILLISECONDS);
      await recordLab(page);
      return await use(page, address).finally(() => page.close());
    }),
  );
}

/** Trains in the page and saves what it exports. @param {Check} check @param {Data} data @param {InFreshPage} inFreshPage */
export async function exportCase(check, data, inFreshPage) {
  const { one } = check;
  check.page = await inFreshPage(async (page, address) => {
    const measured = await trainAndMeasure(page, address, { data, settings: one.settings });
    await takeAway(page, BUTTONS[one.kind], exportOf(check));
    return measured;
  });
}

/** Runs what was exported. @param {Check} check @param {string} python */
export async function runCase(check, python) {
  const { kind } = check.one;
  check.exported = kind === 'notebook' ? await runNotebook(check, python) : await runJob(check, kind, python);
}

/** @param {Check} check @param {string} python @returns {Promise<Measured>} */
async function runNotebook(check, python) {
  const { place } = check;
  // Notebooks read it from their own folder.
  await copyFile(path.join(HERE, '../../public/data', BUNDLED), path.join(place, BUNDLED));
  const { output, seconds } = await run(python, [path.join(HERE, 'run_notebook.py'), exportOf(check), place], { cwd: place });
  return { figures: JSON.parse(output), seconds };
}

/** @param {Check} check @param {import('../../src/core/jobs/job-configuration.ts').JobKind} kind @param {string} python @returns {Promise<Measured>} */
async function runJob(check, kind, python) {
  await run(python, ['-m', 'zipfile', '-e', exportOf(check), jobOf(check)], { cwd: check.place });
  const { figures, trainSeconds } = await RUN_JOB[kind](jobOf(check), python);
  return { figures, seconds: trainSeconds };
}

/** Opens a job's weights in the page. @param {Check} check @param {Data} data @param {string} python @param {InFreshPage} inFreshPage */
export async function openWeights(check, data, python, inFreshPage) {
  const { one, place } = check;
  if (one.kind === 'notebook') return;
  const weights = path.join(jobOf(check), 'weights.safetensors');
  const asked = [path.join(HERE, 'five_movies.py'), weights, path.join(jobOf(check), 'ratings'), USER];
  const wanted = JSON.parse((await run(python, asked, { cwd: place })).output);
  const plan = { data, settings: one.settings };
  const shown = await inFreshPage((page, address) => moviesOf(page, address, plan, { weights, user: USER }));
  check.movies = { shown, wanted };
}

/** @param {Check} check */
const exportOf = ({ one, place }) => path.join(place, one.kind === 'notebook' ? 'notebook.ipynb' : 'job.zip');

/** @param {Check} check */
const jobOf = ({ place }) => path.join(place, 'job');
