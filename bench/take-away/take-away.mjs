// @ts-check
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withPage } from '../browser/open-page.mjs';
import { ensureBuild } from '../build-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ milliseconds: number, longestTask: number }} Timing the longest task of the page's thread; 0 where none took 50 ms */

const CELL = '[data-cell="take-away"]';
const WAIT_MILLISECONDS = 600_000;

/**
 * Trains a model for an epoch, saves its weights in both containers and opens each in a fresh page.
 *
 * @param {readonly string[]} words of the command line, without the command
 * @param {string} root of the repository
 * @returns {Promise<string>} what to print
 */
export async function takeAway(words, root) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string', default: 'synthetic-162541x59047x2000000' },
      factors: { type: 'string', default: '50' },
      folder: { type: 'string', default: 'dist' },
    },
  });
  const { data, factors, folder } = values;
  if (folder === 'dist') ensureBuild();
  const hash = `#data=${data}&userFactors=${factors}&movieFactors=${factors}&epochs=1&listWeight=0&engine=simd`;
  return await withPage({ folder: path.resolve(root, folder), isolated: true }, async ({ page, address }) => {
    page.setDefaultTimeout(WAIT_MILLISECONDS);
    await page.addInitScript(noteLongTasks);
    await openData(page, `${address}${hash}`);
    await page.locator('[data-cell="train"]').getByRole('button', { name: 'Train', exact: true }).click();
    await page.locator('[data-cell="train"][data-status="done"]').waitFor();
    const lines = [`${data}, ${factors} factors, milliseconds; the longest task of the page's thread behind it (0: none of 50)`];
    const files = [];
    for (const label of ['.safetensors', '.npz']) {
      const download = page.waitForEvent('download');
      const saved = await timed(page, async () => {
        await page
          .locator(CELL)
          .getByRole('button', { name: `Save ${label}` })
          .click();
        await page
          .locator(CELL)
          .getByText(/^Saved as/)
          .filter({ hasText: label })
          .waitFor();
      });
      files.push(await (await download).path());
      lines.push(line(`written as ${label}`, saved));
    }
    for (const file of files) {
      await page.goto('about:blank');
      await openData(page, `${address}${hash}`);
      const input = page.locator(`${CELL} input[type=file]`);
      const opened = await timed(page, async () => {
        await input.setInputFiles(file);
        await page.locator(CELL).getByText('are in use as run').waitFor();
      });
      lines.push(line(`opened, ${files.indexOf(file) === 0 ? '.safetensors' : '.npz'}`, opened));
    }
    return lines.join('\n');
  });
}

/** @param {Page} page @param {string} address */
async function openData(page, address) {
  await page.goto(address);
  await page.locator('[data-cell="data"][data-status="done"]').waitFor();
  await page.locator('[data-cell="split"][data-status="done"]').waitFor();
  await page.locator(CELL).scrollIntoViewIfNeeded();
  await page.waitForTimeout(3000);
}

/** @param {Page} page @param {() => Promise<void>} act @returns {Promise<Timing>} */
async function timed(page, act) {
  await page.evaluate('window.longestTask = 0');
  const start = performance.now();
  await act();
  const milliseconds = performance.now() - start;
  await page.waitForTimeout(500);
  return { milliseconds, longestTask: Number(await page.evaluate('window.longestTask')) };
}

/** Runs in the page, ahead of its own scripts. */
function noteLongTasks() {
  const noted = /** @type {{ longestTask?: number }} */ (/** @type {unknown} */ (window));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.longestTask = Math.max(noted.longestTask ?? 0, duration);
  }).observe({ type: 'longtask' });
}

/** @param {string} name @param {Timing} timing */
const line = (name, { milliseconds, longestTask }) =>
  `${name.padEnd(24)} ${Math.round(milliseconds)}   ${Math.round(longestTask)}`;
