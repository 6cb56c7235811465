// @ts-check
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, createNodeHost } from '../node-host.mjs';
import { buildEvaluateReport } from './report.mjs';

/** @typedef {import('./options.mjs').Options} Options */

const K = 10;

/** Trains and measures without a page. @param {Options} options */
export async function evaluateInNode({ data, settings, threads }) {
  const { load, createRunner } = await importBundle();
  const run = createRunner(await load(await sourceOf(data)), await createNodeHost(threads));
  const { evaluation, epochs, trainSeconds } = await run(settings, K);
  return buildEvaluateReport(evaluation, { model: evaluation.own.model, trainSeconds, epochs: epochs.length });
}

/** Beside the packages that it imports. @returns {Promise<typeof import('../evaluate.ts')>} */
async function importBundle() {
  // As in a page's worker.
  Object.assign(globalThis, { isSecureContext: true });
  const module = path.resolve(`node_modules/.cache/evaluate-${process.pid}.mjs`);
  await mkdir(path.dirname(module), { recursive: true });
  await writeFile(module, await bundle('./evaluate.ts'));
  const made = await import(pathToFileURL(module).href);
  await rm(module);
  return made;
}

/** @param {Options['data']} data @returns {Promise<import('../../src/data/load.ts').LoadableSource>} */
async function sourceOf(data) {
  if (data.kind === 'synthetic-1m')
    return { kind: 'synthetic', shape: { users: 6040, movies: 3706, ratings: 1_000_209 }, seed: 1 };
  const file = data.kind === 'bundled' ? 'public/data/ml-latest-small.zip' : data.path;
  return { kind: 'file', file: new File([await readFile(file)], path.basename(file)) };
}
