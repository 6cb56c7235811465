// @ts-check
/** `npm run bench -- train …`, `evaluate …`, `load …`, `explore …`, `runs …`, `sweep …`, `map …`, `recommend …` or `take-away …`: does that in the built page, in a headless browser, and prints what was measured. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build-page.mjs';
import { evaluateInNode } from './evaluate/evaluate-in-node.mjs';
import { evaluateInPage } from './evaluate/evaluate-in-page.mjs';
import { readEvaluateOptions } from './evaluate/options.mjs';
import { describeEvaluation } from './evaluate/print.mjs';
import { explore } from './explore/explore.mjs';
import { readLoadOptions, runLoad } from './load/command.mjs';
import { map } from './map/map.mjs';
import { bundle, dataUrl } from './node-host.mjs';
import { recommend } from './recommend/recommend.mjs';
import { runs } from './runs/runs.mjs';
import { sweep } from './sweep/sweep.mjs';
import { takeAway } from './take-away/take-away.mjs';
import { readOptions } from './train/options.mjs';
import { describeReport } from './train/print.mjs';
import { buildReport } from './train/report.mjs';
import { trainInPage } from './train/train-in-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const [command, ...words] = process.argv.slice(2);
  if (command === 'explore') console.log(await explore(words, root));
  else if (command === 'runs') console.log(await runs(words, root));
  else if (command === 'sweep') console.log(await sweep(words, root));
  else if (command === 'map') console.log(await map(words, root));
  else if (command === 'recommend') console.log(await recommend(words, root));
  else if (command === 'take-away') console.log(await takeAway(words, root));
  else if (command === 'evaluate') console.log(await evaluate(words));
  else console.log(command === 'load' ? await load(words) : await train(process.argv.slice(2)));
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}

/** @param {readonly string[]} words */
async function load(words) {
  const options = readLoadOptions(words);
  if (options.folder === 'dist') ensureBuild();
  return await runLoad(options, root);
}

/** @param {readonly string[]} words */
async function evaluate(words) {
  const [{ PRESETS }, { readSettings }, { SETTING_NAMES }] = await Promise.all(
    ['core/presets.ts', 'state/address/settings-text.ts', 'core/hyperparameters.ts'].map(
      async (file) => await import(dataUrl(await bundle(`../src/${file}`)).href),
    ),
  );
  const plan = await readEvaluateOptions(words, { PRESETS, readSettings, SETTING_NAMES });
  if (!plan.node && plan.folder === 'dist') ensureBuild();
  const report = await (plan.node ? evaluateInNode(plan) : evaluateInPage({ ...plan, folder: path.resolve(root, plan.folder) }));
  return plan.json ? JSON.stringify(report, null, 2) : describeEvaluation(report);
}

/** @param {readonly string[]} words */
async function train(words) {
  const [{ SETTINGS }, { sanitise }, { PRESETS }] = await Promise.all(
    ['hyperparameters.ts', 'settings/sanitise.ts', 'presets.ts'].map(
      async (file) => await import(dataUrl(await bundle(`../src/core/${file}`)).href),
    ),
  );
  const { json, ...plan } = await readOptions(words, { SETTINGS, sanitise, PRESETS });
  if (plan.folder === 'dist') ensureBuild();
  const report = buildReport(await trainInPage({ ...plan, folder: path.resolve(root, plan.folder) }));
  return json ? JSON.stringify(report, null, 2) : describeReport(report);
}
