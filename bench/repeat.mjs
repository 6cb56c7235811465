// @ts-check
/** `npm run bench:repeat`: trains again and again on each engine, prints what stays behind, and fails where tensors do. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { memoryNowMb } from './browser/memory.mjs';
import { withPage } from './browser/open-page.mjs';
import { recordingOf, recordLab, waitForAnswer } from './browser/record-lab.mjs';
import { ensureBuild } from './build-page.mjs';
import { table } from './table.mjs';

const folder = path.join(fileURLToPath(new URL('..', import.meta.url)), 'dist');
const SETTINGS = 'model=mlp&hidden=8&epochs=1&batchSize=4096&userFactors=8&movieFactors=8';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20' }, engines: { type: 'string', default: 'simd,wasm,webgl,webgpu' } },
});

/** @typedef {{ tensors: number, memoryMb: number | null }} Left after a run */

/** @param {string} engine @param {number} runs @returns {Promise<{ left: Left[], collectedMb: number | null }>} */
async function trainRepeatedly(engine, runs) {
  return await withPage({ folder, isolated: true, webgpu: engine === 'webgpu' }, async ({ page, browser, address }) => {
    await recordLab(page);
    await page.goto(`${address}#${SETTINGS}&engine=${engine}`);
    await waitForAnswer(page, 'histogram', 1, 0);
    const left = [];
    for (let run = 1; run <= runs; run++) {
      await page
        .locator('[data-cell="train"]')
        .getByRole('button', { name: /^Train( again)?$/ })
        .click();
      await waitForAnswer(page, 'outcome', run, 0);
      left.push({ tensors: tensorsOf(await recordingOf(page)), memoryMb: await memoryNowMb(browser) });
    }
    // What waits for the garbage collector is not what stays behind.
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(1000);
    return { left, collectedMb: await memoryNowMb(browser) };
  });
}

/** After the latest run. @param {import('./browser/record-lab.mjs').Recording} recording */
function tensorsOf({ messages }) {
  const summaries = messages.flatMap(({ message }) =>
    message.kind === 'reply' && Object.hasOwn(Object(message.value), 'tensors')
      ? [/** @type {import('../src/core/run-report.ts').RunSummary} */ (message.value)]
      : [],
  );
  return summaries.at(-1)?.tensors.after ?? Number.NaN;
}

ensureBuild();
const rows = [];
for (const engine of values.engines.split(',')) {
  const { left, collectedMb } = await trainRepeatedly(engine, Number(values.runs));
  const flat = new Set(left.map(({ tensors }) => tensors)).size === 1;
  if (!flat) process.exitCode = 1;
  const memory = [0, 1, 4, 9, 14, 19].flatMap((run) => (left[run] ? [`${run + 1}: ${left[run].memoryMb ?? '–'}`] : []));
  rows.push([
    engine,
    flat ? `${left[0]?.tensors}` : left.map(({ tensors }) => tensors).join(' '),
    memory.join(', '),
    `${collectedMb ?? '–'}`,
  ]);
}
console.log(table(['engine', 'tensors after each run', 'MB resident in the page after run', 'garbage collected'], rows));
