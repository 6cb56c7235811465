// @ts-check
import { withPage } from '../browser/open-page.mjs';
import { recordingOf, recordLab, runEventsOf, waitForAnswer } from '../browser/record-lab.mjs';
import { openWithData } from '../train/train-in-page.mjs';
import { buildEvaluateReport } from './report.mjs';

/** @typedef {import('./options.mjs').Options} Options */
/** @typedef {import('../../src/core/evaluate/evaluation.ts').Evaluation} Evaluation */

/** Does what a visitor does: opens the page with these settings, presses Train, then Evaluate. @param {Options} plan */
export async function evaluateInPage(plan) {
  return await withPage({ ...plan, webgpu: plan.settings.engine === 'webgpu' }, async ({ page, address }) => {
    await recordLab(page);
    await openWithData(page, address, plan);
    await page
      .locator('[data-cell="train"]')
      .getByRole('button', { name: /^Train( again)?$/ })
      .click();
    await waitForAnswer(page, 'outcome', 1, 0);
    await page.locator('[data-cell="evaluate"]').getByRole('button', { name: 'Evaluate' }).click();
    await waitForAnswer(page, 'judged', 1, 0);
    const recording = await recordingOf(page);
    const epochs = runEventsOf(recording).flatMap(({ event }) => (event.kind === 'epoch' ? [event.epoch] : []));
    const answer = recording.messages.findLast(({ message }) => message.kind === 'reply' && message.call === 'evaluate/evaluate');
    if (answer?.message.kind !== 'reply') throw new Error('The page gave no evaluation.');
    const evaluation = /** @type {Evaluation} */ (answer.message.value);
    const trainSeconds = epochs.reduce((sum, { seconds }) => sum + seconds, 0);
    return buildEvaluateReport(evaluation, { model: evaluation.own.model, trainSeconds, epochs: epochs.length });
  });
}
