// @ts-check
/** `npm run bench -- train …`: trains in the built page, in a headless browser, and prints what was measured. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build-page.mjs';
import { bundle, dataUrl } from './node-host.mjs';
import { readOptions } from './train/options.mjs';
import { describeReport } from './train/print.mjs';
import { buildReport } from './train/report.mjs';
import { trainInPage } from './train/train-in-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const limits = await import(dataUrl(await bundle('../src/core/hyperparameters.ts')).href);
  const { json, ...plan } = await readOptions(process.argv.slice(2), limits);
  if (plan.folder === 'dist') ensureBuild();
  const report = buildReport(await trainInPage({ ...plan, folder: path.resolve(root, plan.folder) }));
  console.log(json ? JSON.stringify(report, null, 2) : describeReport(report));
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
