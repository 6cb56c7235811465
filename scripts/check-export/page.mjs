// @ts-check

import { recordingOf, waitForAnswer } from '../../bench/browser/record-lab.mjs';
import { openWithData } from '../../bench/train/train-in-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../bench/train/train-in-page.mjs').Plan} Plan */
/** @typedef {import('../../src/core/evaluate/evaluation.ts').Evaluation} Evaluation */
/** @typedef {import('../../src/cells/recommend/contract.ts').Recommendation} Recommendation */

const cell = (/** @type {Page} */ page, /** @type {string} */ name) => page.locator(`[data-cell="${name}"]`);

/**
 * Trains and measures as a visitor does.
 *
 * @param {Page} page @param {string} address @param {Pick<Plan, 'data' | 'settings'>} plan
 * @returns {Promise<{ rmse: number | undefined, 'ndcg@10': number | undefined, seconds: number }>}
 */
export async function trainAndMeasure(page, address, plan) {
  await openWithData(page, address, plan);
  await cell(page, 'train')
    .getByRole('button', { name: /^Train( again)?$/ })
    .click();
  await waitForAnswer(page, 'outcome', 1, 0);
  await cell(page, 'evaluate').getByRole('button', { name: 'Evaluate' }).click();
  await waitForAnswer(page, 'judged', 1, 0);
  const { own } = /** @type {Evaluation} */ (await lastAnswer(page, 'evaluate/evaluate'));
  const { seconds } = /** @type {{ seconds: number }} */ (await lastAnswer(page, 'train/start'));
  return { rmse: own.stars?.rmse?.value, 'ndcg@10': own.lists?.ndcg?.value, seconds };
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
  const downloading = page.waitForEvent('download', { timeout: 120_000 });
  await cell(page, 'take-away').getByRole('button', { name: button, exact: true }).click();
  await (await downloading).saveAs(path);
}

/**
 * Opens a file of weights in the Take-away cell.
 *
 * @param {Page} page @param {string} path @param {string} user
 * @returns {Promise<readonly string[]>} the ids of the movies that it then recommends to a user
 */
export async function moviesOf(page, path, user) {
  const before = (await recordingOf(page)).messages.length;
  await cell(page, 'take-away').locator('input[type="file"]').setInputFiles(path);
  const field = page.getByRole('textbox', { name: 'User ID' });
  await page.waitForFunction(
    (from) => {
      const { messages } = /** @type {any} */ (window).recording;
      const said = messages.slice(from).map((/** @type {any} */ { message }) => message);
      const failed = said.find((/** @type {any} */ { kind }) => kind === 'failure');
      if (failed) throw new Error(failed.error.message);
      return said.some((/** @type {any} */ { kind, call }) => kind === 'reply' && call === 'take-away/openWeights');
    },
    before,
    { timeout: 120_000, polling: 100 },
  );
  await field.fill(user);
  await field.press('Enter');
  await page.waitForTimeout(2000);
  const { userId, movies } = /** @type {Recommendation} */ (await lastAnswer(page, 'recommend/recommend'));
  if (String(userId) !== user) throw new Error(`The page recommends to user ${userId}, not ${user}.`);
  return movies.map(({ movieId }) => String(movieId));
}
