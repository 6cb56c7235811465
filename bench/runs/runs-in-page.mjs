// @ts-check
import { withPage } from '../browser/open-page.mjs';
import { timePage } from './page-work.mjs';
import { STEPS } from './steps.mjs';

/** @typedef {import('../../src/core/run-record.ts').RunRecord} RunRecord */
/** @typedef {{ name: string, times: import('./page-work.mjs').Work[] }} Timing in the order in which it was done */

const WAIT_MILLISECONDS = 60_000;

/**
 * Opens the built page on stored runs, and takes the time of what is done with their table and charts.
 *
 * @param {{ folder: string, records: readonly RunRecord[], rounds: number }} plan
 * @returns {Promise<{ openings: { sinceNavigation: number, sinceRatings: number }[], timings: Timing[] }>} in milliseconds
 */
export async function runsInPage({ folder, records, rounds }) {
  return await withPage({ folder, isolated: true }, async ({ page, address }) => {
    page.setDefaultTimeout(WAIT_MILLISECONDS);
    await page.addInitScript(noteOpening);
    await page.goto(address);
    await page.locator('[data-cell="data"][data-status="done"]').waitFor();
    await page.getByText('Each run will be a row here').waitFor({ state: 'attached' });
    await page.evaluate(store, records);
    const openings = [];
    for (let round = 0; round < rounds; round++) {
      await page.goto('about:blank');
      await page.goto(address);
      const opened = await page.waitForFunction(() => /** @type {any} */ (window).opened);
      openings.push(/** @type {{ sinceNavigation: number, sinceRatings: number }} */ (await opened.jsonValue()));
    }
    await page.locator('[data-cell="runs"]').scrollIntoViewIfNeeded();
    await page.waitForTimeout(1000);
    const timed = await timePage(page);
    const timings = [];
    for (const step of STEPS) timings.push({ name: step.name, times: await step.measure(page, rounds, timed) });
    return { openings, timings };
  });
}

/** Runs in the page: puts the records where the page keeps its own. @param {readonly RunRecord[]} records */
async function store(records) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('matinee');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction('run-records', 'readwrite');
  for (const record of records) transaction.objectStore('run-records').put(record);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** Runs in the page, ahead of its own scripts: when the ratings are there, and when the first run is drawn. */
function noteOpening() {
  let ratings = 0;
  new MutationObserver((_, observer) => {
    if (!ratings && document.querySelector('[data-cell="data"][data-status="done"]')) ratings = performance.now();
    if (!document.querySelector('[data-cell="runs"] tbody th')) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        const now = performance.now();
        Object.assign(window, { opened: { sinceNavigation: now, sinceRatings: now - ratings } });
      }),
    );
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-status'] });
}
