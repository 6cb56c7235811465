// @ts-check
import { withPage } from '../browser/open-page.mjs';
import { recordingOf, recordLab, waitForAnswer } from '../browser/record-lab.mjs';

/** @typedef {import('../../src/core/run-record.ts').RunRecord} RunRecord */

const REST_MILLISECONDS = 1500;

/**
 * Conducts a sweep in the built page.
 *
 * @param {{ folder: string, settings: string, sweep: string, trials: number }} plan the settings and the sweep as the address has them
 * @returns {Promise<{ seconds: number, records: readonly RunRecord[] }>} from the click to the last record
 */
export async function sweepInPage({ folder, settings, sweep, trials }) {
  return await withPage({ folder, isolated: true }, async ({ page, address }) => {
    await recordLab(page);
    await page.goto(`${address}#${settings}&sweep=${encodeURIComponent(sweep)}`);
    await waitForAnswer(page, 'histogram', 1, 60_000);
    await untilAtRest(page);
    const start = page.locator('[data-cell="sweep"]').getByRole('button', { name: 'Start the sweep' });
    // As a visitor does who looks at what is set before.
    await start.hover();
    await page.waitForTimeout(REST_MILLISECONDS);
    await start.click();
    const clickedAt = await page.evaluate(() => performance.now());
    await waitForAnswer(page, 'outcome', trials, 0);
    const { messages } = await recordingOf(page);
    const replies = messages.filter(({ message }) => message.kind === 'reply' && message.call === 'sweep/trial');
    const records = replies.map(({ message }) => /** @type {{ value: RunRecord }} */ (/** @type {unknown} */ (message)).value);
    return { seconds: ((replies.at(-1)?.at ?? Number.NaN) - clickedAt) / 1000, records };
  });
}

/**
 * As soon as there are ratings the engine is chosen, and then the page is stored for offline use; a visitor takes longer to start a sweep.
 *
 * @param {import('@playwright/test').Page} page
 */
async function untilAtRest(page) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForTimeout(REST_MILLISECONDS);
}
