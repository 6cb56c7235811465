// @ts-check
import path from 'node:path';
import { RUN_JOB } from './jobs.mjs';
import { moviesOf, takeAway, trainAndMeasure } from './page.mjs';
import { run } from './run.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./cases.mjs').ExportCase} ExportCase */
/** @typedef {{ data: import('../../bench/train/train-in-page.mjs').Data, place: string, python: string }} Setting */
/** @typedef {{ ok: boolean, text: string }} Line */

const HERE = import.meta.dirname;
/** Of a notebook, which trains the same way on the same split: stars. */
const NOTEBOOK_STARS = 0.003;
/** Of what trains another way: a share. */
const SHARE = 0.02;
/** Somebody who is in every data set. */
const USER = '15';

/** Trains in the page, runs what it exports and compares. @param {Page} page @param {string} address @param {ExportCase} one @param {Setting} setting @returns {Promise<readonly Line[]>} */
export async function checkCase(page, address, { kind, settings }, setting) {
  const inPage = await trainAndMeasure(page, address, { data: setting.data, settings });
  return kind === 'notebook' ? await checkNotebook(page, inPage, setting) : await checkJob(page, kind, inPage, setting);
}

/** @param {Page} page @param {Awaited<ReturnType<typeof trainAndMeasure>>} inPage @param {Setting} setting */
async function checkNotebook(page, inPage, { place, python }) {
  const file = path.join(place, 'notebook.ipynb');
  await takeAway(page, 'Save .ipynb: Notebook', file);
  const { output, seconds } = await run(python, [path.join(HERE, 'run_notebook.py'), file, place], { cwd: place });
  const found = JSON.parse(output);
  const took = `${seconds.toFixed(0)} s against ${inPage.seconds.toFixed(1)} s`;
  if (inPage.rmse === undefined)
    return [compare('NDCG@10', found['ndcg@10'], inPage['ndcg@10'], SHARE * (inPage['ndcg@10'] ?? 0), took)];
  return [compare('RMSE', found.rmse, inPage.rmse, NOTEBOOK_STARS, took)];
}

/** @param {Page} page @param {import('../../src/core/jobs/job-configuration.ts').JobKind} kind @param {Awaited<ReturnType<typeof trainAndMeasure>>} inPage @param {Setting} setting */
async function checkJob(page, kind, inPage, { place, python }) {
  const zip = path.join(place, 'job.zip');
  await takeAway(page, { spark: 'Save .zip: Spark job', tensorflow: 'Save .zip: TensorFlow job' }[kind], zip);
  const folder = path.join(place, 'job');
  await run(python, ['-m', 'zipfile', '-e', zip, folder], { cwd: place });
  const { figures, trainSeconds, seconds } = await RUN_JOB[kind](folder, python);
  const took = `trained in ${trainSeconds.toFixed(1)} s, ${seconds.toFixed(0)} s in all, against ${inPage.seconds.toFixed(1)} s`;
  const figure = inPage.rmse === undefined ? 'ndcg@10' : 'rmse';
  const compared = compare(figure.toUpperCase(), figures[figure], inPage[figure], SHARE * (inPage[figure] ?? 0), took);
  const weights = path.join(folder, 'weights.safetensors');
  const shown = await moviesOf(page, weights, USER);
  const { output } = await run(python, [path.join(HERE, 'five_movies.py'), weights, path.join(folder, 'ratings'), USER], {
    cwd: place,
  });
  const wanted = JSON.parse(output).join(', ');
  const same = shown.join(', ') === wanted;
  return [
    compared,
    {
      ok: same,
      text: same ? `the page shows NumPy’s five movies, ${wanted}` : `NumPy: ${wanted}; the page: ${shown.join(', ')}`,
    },
  ];
}

/** @param {string} name @param {number | undefined} found @param {number | undefined} wanted @param {number} limit @param {string} took @returns {Line} */
function compare(name, found, wanted, limit, took) {
  if (found === undefined || wanted === undefined) return { ok: false, text: `${name} was not measured.` };
  const ok = Math.abs(found - wanted) <= limit;
  return { ok, text: `${name} ${found.toFixed(4)}, the page’s ${wanted.toFixed(4)}, at most ${limit.toFixed(4)} apart; ${took}` };
}
