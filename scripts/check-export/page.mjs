// @ts-check

import { recordingOf, waitForAnswer } from '../../bench/browser/record-lab.mjs';
import { openWithData } from '../../bench/train/train-in-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../bench/train/train-in-page.mjs').Plan} Plan */
/** @typedef {import('../../src/core/evaluate/evaluation.ts').Evaluation} Evaluation */
/** @typedef {import('../../src/cells/recommend/contract.ts').Recommendation} Recommendation */

/** For a machine that does other things as well. */
export const WAIT_MILLISECONDS = 300_000;

const cell = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-cell="${name}"]`);

/**
 * Trains and measures as a visitor does.
 *
 * @param {Page} page @param {string} address @param {Pick<Plan, 'data' | 'settings'>} plan
 * @returns {Promise<import('./stages.mjs').Measured>}
 */
export async function trainAndMeasure(page, address, plan) {
  await openWithData(page, address, plan);
  await cell(page, 'train')
    .getByRole('button', { name: /^Train( again)?$/ })
    .click();
  await waitForAnswer(page, 'outcome', 1, 0);
  await cell(page, 'evaluate').getByRole('button', { name: 'Evaluate' }).click();
  const own = await measuredFirst(page);
  // The baselines take longer than the model; where they do not, there is nothing to cancel.
  const cancel = cell(page, 'evaluate').getByRole('button', { name: 'Cancel' });
  await cancel.click({ timeout: 5000 }).catch(() => undefined);
  const { seconds } = /** @type {{ seconds: number }} */ (await lastAnswer(page, 'train/start'));
  const [rmse, ndcg] = [own.stars?.rmse?.value, own.lists?.ndcg?.value];
  return { figures: { ...(rmse !== undefined && { rmse }), ...(ndcg !== undefined && { 'ndcg@10': ndcg }) }, seconds };
}

/** The model's own figures, which come before those of the baselines. @param {Page} page @returns {Promise<Evaluation['own']>} */
async function measuredFirst(page) {
  const found = await page.waitForFunction(
    () =>
      /** @type {any} */ (window).recording.messages.find(
        (/** @type {any} */ { message }) => message.kind === 'progress' && message.progress?.soFar,
      )?.message.progress.soFar.own,
    null,
    { timeout: 0, polling: 100 },
  );
  return /** @type {Evaluation['own']} */ (await found.jsonValue());
}

/** @param {Page} page @param {string} name of the call @returns {Promise<unknown>} */
async function lastAnswer(page, name) {
  const { messages } = await recordingOf(page);
  const found = messages.findLast(({ message }) => message.kind === 'reply' && message.call === name);
  if (found?.message.kind !== 'reply') throw new Error(`The page gave no answer to ${name}.`);
  return found.message.value;
}

/** Makes a file in the Take-away cell. @param {Page} page @param {string} button @param {string} path where it is saved */
export async function takeAway(page, button, path) {
  const downloading = page.waitForEvent('download', { timeout: WAIT_MILLISECONDS });
  await cell(page, 'take-away').getByRole('button', { name: button, exact: true }).click();
  await (await downloading).saveAs(path);
}

/**
 * Opens a file of weights in a page that has trained nothing.
 *
 * @param {Page} page @param {string} address @param {Pick<Plan, 'data' | 'settings'>} plan @param {{ weights: string, user: string }} asked
 * @returns {Promise<readonly string[]>} the ids of the movies that it then recommends to a user
 */
export async function moviesOf(page, address, plan, { weights, user }) {
  await openWithData(page, address, plan);
  await cell(page, 'take-away').locator('input[type="file"]').setInputFiles(weights);
  await waitForAnswer(page, 'otherData', 1, WAIT_MILLISECONDS);
  const field = page.getByRole('textbox', { name: 'User ID' });
  await field.fill(user);
  await field.press('Enter');
  const found = await page.waitForFunction(
    (wanted) =>
      /** @type {any} */ (window).recording.messages.findLast(
        (/** @type {any} */ { message }) =>
          message.call === 'recommend/recommend' && message.kind === 'reply' && String(message.value.userId) === wanted,
      )?.message.value,
    user,
    { timeout: WAIT_MILLISECONDS, polling: 100 },
  );
  const { movies } = /** @type {Recommendation} */ (await found.jsonValue());
  return movies.map(({ movieId }) => String(movieId));
}
