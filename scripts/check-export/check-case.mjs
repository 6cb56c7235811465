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
/** @typedef {Readonly<Partial<Record<FigureName, number>>>} Figures */
/** @typedef {{ folder: string, data: import('../../bench/train/train-in-page.mjs').Data, place: string, python: string }} Setting */
/** @typedef {{ figure: FigureName, page: number, exported: number, allowed: number }} Comparison */
/**
 * @typedef {object} Checked
 * @property {readonly Comparison[]} comparisons
 * @property {{ shown: readonly string[], wanted: readonly string[] } | null} movies what the page shows of a job's weights, and NumPy's; null of a notebook
 * @property {{ page: number, exported: number }} seconds of training; of a notebook from top to bottom
 */

const HERE = import.meta.dirname;
/** Of a notebook, which trains the same way on the same split: stars. */
const NOTEBOOK_STARS = 0.003;
/** Of everything else, a share of the page's figure. */
const SHARE = 0.02;
const BUNDLED = 'ml-latest-small.zip';
/** Somebody who is in every data set. */
const USER = '15';

const BUTTONS = {
  notebook: 'Save .ipynb: Notebook',
  spark: 'Save .zip: Spark job',
  tensorflow: 'Save .zip: TensorFlow job',
};

/** Trains in the page, runs what it exports and compares. No browser is open while that runs. @param {ExportCase} one @param {Setting} setting @returns {Promise<Checked>} */
export async function checkCase(one, setting) {
  const file = path.join(setting.place, one.kind === 'notebook' ? 'notebook.ipynb' : 'job.zip');
  const inPage = await inFreshPage(setting, async (page, address) => {
    const found = await trainAndMeasure(page, address, { data: setting.data, settings: one.settings });
    await takeAway(page, BUTTONS[one.kind], file);
    return found;
  });
  return one.kind === 'notebook'
    ? await checkNotebook(file, one, inPage, setting)
    : await checkJob(file, one, one.kind, inPage, setting);
}

/** @template Result @param {Pick<Setting, 'folder'>} setting @param {(page: Page, address: string) => Promise<Result>} work @returns {Promise<Result>} */
async function inFreshPage({ folder }, work) {
  return await withPage({ folder, isolated: true }, async ({ page, address }) => {
    page.setDefaultTimeout(WAIT_MILLISECONDS);
    await recordLab(page);
    return await work(page, address);
  });
}

/** @param {string} file @param {ExportCase} one @param {Awaited<ReturnType<typeof trainAndMeasure>>} inPage @param {Setting} setting @returns {Promise<Checked>} */
async function checkNotebook(file, { figures }, inPage, { place, python }) {
  // Notebooks read it from their own folder.
  await copyFile(path.join(HERE, '../../public/data', BUNDLED), path.join(place, BUNDLED));
  const { output, seconds } = await run(python, [path.join(HERE, 'run_notebook.py'), file, place], { cwd: place });
  const comparisons = compare(figures, inPage.figures, JSON.parse(output), { rmse: NOTEBOOK_STARS });
  return { comparisons, movies: null, seconds: { page: inPage.seconds, exported: seconds } };
}

/** @param {string} zip @param {ExportCase} one @param {import('../../src/core/jobs/job-configuration.ts').JobKind} kind @param {Awaited<ReturnType<typeof trainAndMeasure>>} inPage @param {Setting} setting @returns {Promise<Checked>} */
async function checkJob(zip, { figures, settings }, kind, inPage, setting) {
  const { place, python, data } = setting;
  const folder = path.join(place, 'job');
  await run(python, ['-m', 'zipfile', '-e', zip, folder], { cwd: place });
  const job = await RUN_JOB[kind](folder, python);
  const weights = path.join(folder, 'weights.safetensors');
  const five = [path.join(HERE, 'five_movies.py'), weights, path.join(folder, 'ratings'), USER];
  const wanted = JSON.parse((await run(python, five, { cwd: place })).output);
  const shown = await inFreshPage(setting, (page, address) =>
    moviesOf(page, address, { data, settings }, { weights, user: USER }),
  );
  return {
    comparisons: compare(figures, inPage.figures, job.figures, {}),
    movies: { shown, wanted },
    seconds: { page: inPage.seconds, exported: job.seconds },
  };
}

/** @param {readonly FigureName[]} names @param {Figures} inPage @param {Figures} exported @param {Figures} limits where they are no share @returns {readonly Comparison[]} */
function compare(names, inPage, exported, limits) {
  return names.map((figure) => {
    const [page, found] = [inPage[figure], exported[figure]];
    if (page === undefined || found === undefined) {
      throw new Error(`${figure} was not measured by ${page === undefined ? 'the page' : 'what it exports'}.`);
    }
    return { figure, page, exported: found, allowed: limits[figure] ?? SHARE * page };
  });
}
