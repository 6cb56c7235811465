// @ts-check
import { startTrace, stopTrace } from '../browser/longest-task.mjs';
import { watchMemory } from '../browser/memory.mjs';
import { withPage } from '../browser/open-page.mjs';
import { workerSeconds } from '../browser/processor-time.mjs';
import { recordingOf, recordLab, waitForAnswer } from '../browser/record-lab.mjs';

/** @typedef {import('../../src/core/hyperparameters.ts').Overrides} Overrides */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ kind: 'bundled' } | { kind: 'synthetic-1m' } | { kind: 'file', path: string }} Data */
/** @typedef {{ data: Data, settings: Overrides, folder: string, isolated: boolean, restSeconds?: number }} Plan `restSeconds`: from the ratings to the press of Train, 0 where absent */
/**
 * @typedef {object} Measured
 * @property {import('../browser/record-lab.mjs').Recording} recording
 * @property {number | null} peakMemoryMb
 * @property {number | null} longestTaskMs
 * @property {number | null} workerSeconds of processor time, from the click to the end of the run
 */

/** The large files take their time on a slow machine. */
const LOAD_MILLISECONDS = 300_000;

/**
 * Does what a visitor does: opens the page at an address with these settings, waits for the ratings, presses Train, waits.
 *
 * @param {Plan} plan
 * @returns {Promise<Measured>}
 * @throws Error with the page's own words where it fails
 */
export async function trainInPage(plan) {
  const webgpu = plan.settings.engine === 'webgpu';
  return await withPage({ ...plan, webgpu }, async ({ page, browser, address }) => {
    await recordLab(page);
    const endWatch = watchMemory(browser);
    await openWithData(page, address, plan);
    await page.waitForTimeout(1000 * (plan.restSeconds ?? 0));
    await startTrace(browser, page);
    const before = await workerSeconds(browser);
    await page
      .locator('[data-cell="train"]')
      .getByRole('button', { name: /^Train( again)?$/ })
      .click();
    const trained = waitForAnswer(page, 'outcome', 1, 0);
    const endOfWork = trained.then(() => workerSeconds(browser));
    const longestTaskMs = await stopTrace(browser, trained);
    await trained;
    const after = await endOfWork;
    return {
      recording: await recordingOf(page),
      peakMemoryMb: await endWatch(),
      longestTaskMs,
      workerSeconds: before === null || after === null ? null : after - before,
    };
  });
}

/** Opens the page with the settings of a plan, and waits for its ratings. @param {Page} page @param {string} address @param {Pick<Plan, 'data' | 'settings'>} plan */
export async function openWithData(page, address, plan) {
  await page.goto(address + hashOf(plan));
  await loadData(page, plan.data);
  await checkAddress(page);
}

/** @param {Pick<Plan, 'data' | 'settings'>} plan @returns {string} */
export function hashOf({ data, settings }) {
  const entries = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  if (data.kind === 'synthetic-1m') entries.push(['data', data.kind]);
  return `#${new URLSearchParams(entries)}`;
}

/** @param {Page} page @param {Data} data */
async function loadData(page, data) {
  await waitForAnswer(page, 'histogram', 1, LOAD_MILLISECONDS);
  if (data.kind !== 'file') return;
  await page.locator('[data-cell="data"] input[type="file"]').setInputFiles(data.path);
  await waitForAnswer(page, 'histogram', 2, LOAD_MILLISECONDS);
}

/** The page ignores what it does not understand; a measurement must not. @param {Page} page */
async function checkAddress(page) {
  const problem = page.getByText(/^The address (sets|has) /).first();
  if (await problem.isVisible()) throw new Error(`The page did not take the settings: ${await problem.innerText()}`);
}
