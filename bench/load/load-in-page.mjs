// @ts-check
import { startTrace, stopTrace } from '../browser/longest-task.mjs';
import { watchMemory } from '../browser/memory.mjs';
import { withPage } from '../browser/open-page.mjs';
import { recordingOf, recordLab, waitForAnswer } from '../browser/record-lab.mjs';

/** @typedef {import('../../src/core/data-summary.ts').DataSummary} DataSummary */

const MILLISECONDS = 300_000;

/**
 * Opens the page and gives its file input a file.
 *
 * @param {{ path: string, folder: string, isolated: boolean }} plan
 * @returns {Promise<ReturnType<typeof describe>>}
 * @throws Error with the page's own words where it fails
 */
export async function loadInPage({ path, ...place }) {
  return await withPage(place, async ({ page, browser, address }) => {
    await recordLab(page);
    const endWatch = watchMemory(browser);
    await page.goto(address);
    await waitForAnswer(page, 'histogram', 1, MILLISECONDS);
    await startTrace(browser, page);
    await page.evaluate(() => performance.mark('bench:clicked'));
    await page.locator('[data-cell="data"] input[type="file"]').setInputFiles(path);
    const loaded = waitForAnswer(page, 'histogram', 2, MILLISECONDS);
    const longestTaskMs = await stopTrace(browser, loaded);
    await loaded;
    return describe(await recordingOf(page), await endWatch(), longestTaskMs);
  });
}

/**
 * @param {import('../browser/record-lab.mjs').Recording} recording
 * @param {number | null} peakMemoryMb
 * @param {number | null} longestTaskMs
 */
function describe({ requests, messages }, peakMemoryMb, longestTaskMs) {
  const request = requests.findLast(({ call }) => call === 'data/load');
  const answer = messages.find(({ message }) => message.kind === 'reply' && message.id === request?.id);
  if (!request || answer?.message.kind !== 'reply') throw new Error('The page did not load the file.');
  const { name, ratings, users, movies, scale, notes, elapsed } = /** @type {DataSummary} */ (answer.message.value);
  const progress = messages.filter(
    ({ at, message }) => at > request.at && message.kind === 'progress' && message.id === request.id,
  );
  const times = [request, ...progress, answer].map(({ at }) => at);
  const gaps = times.slice(1).map((at, i) => at - /** @type {number} */ (times[i]));
  return {
    ...{ name, ratings, users, movies, scale, notes },
    loadMs: {
      ...Object.fromEntries(Object.entries(elapsed).map(([phase, time]) => [phase, Math.round(time)])),
      total: Math.round(answer.at - request.at),
    },
    longestSilenceMs: Math.round(Math.max(...gaps)),
    peakMemoryMb,
    longestTaskMs,
  };
}
