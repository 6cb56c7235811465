// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { withPage } from '../browser/open-page.mjs';

/** @typedef {import('./stock-tfjs/main.ts').StockWork} StockWork */

const root = fileURLToPath(new URL('./stock-tfjs/', import.meta.url));

export async function buildStockPage() {
  await build({ configFile: path.join(root, 'vite.config.ts') });
}

/**
 * @param {StockWork} work
 * @returns {Promise<{ millisecondsPerStep: number } | { impossible: string }>} what TensorFlow.js says where it cannot train
 */
export async function timeStock(work) {
  return await withPage({ folder: path.join(root, 'dist'), isolated: true }, async ({ page, address }) => {
    await page.goto(address);
    await page.waitForFunction(() => 'timeStockTfjs' in window);
    return await page.evaluate(
      (work) =>
        window.timeStockTfjs(work).then(
          (millisecondsPerStep) => ({ millisecondsPerStep }),
          (error) => ({ impossible: String(error.message ?? error) }),
        ),
      work,
    );
  });
}
