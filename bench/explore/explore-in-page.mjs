// @ts-check
import { withPage } from '../browser/open-page.mjs';
import { recordingOf, recordLab, waitForAnswer } from '../browser/record-lab.mjs';

const LOAD_MILLISECONDS = 300_000;
const ROUNDS = 20;

/**
 * Clicks bars of the Explore cell one after the other in the built page, and takes the time until all charts are drawn anew.
 *
 * @param {{ data: 'bundled' | 'synthetic-1m', folder: string }} plan
 * @returns {Promise<{ data: string, ratings: number, clickToDrawnMs: number[], passMs: number[] }>} milliseconds, in the order of the clicks
 */
export async function exploreInPage({ data, folder }) {
  return await withPage({ folder, isolated: true }, async ({ page, address }) => {
    await recordLab(page);
    await page.goto(`${address}${data === 'synthetic-1m' ? '#data=synthetic-1m' : ''}`);
    await waitForAnswer(page, 'bestRated', 1, LOAD_MILLISECONDS);
    await page.locator('[data-cell="explore"] [role="option"]').first().waitFor();
    const clickToDrawnMs = [];
    for (let round = 0; round < ROUNDS; round++) {
      clickToDrawnMs.push(await page.evaluate(clickAndWait, round));
      await page.waitForTimeout(100);
    }
    const { messages } = await recordingOf(page);
    const values = messages.flatMap(({ message }) => (message.kind === 'reply' ? [/** @type {any} */ (message.value)] : []));
    const passMs = values.filter((value) => Object.hasOwn(Object(value), 'bestRated')).map(({ milliseconds }) => milliseconds);
    const summary = values.find((value) => Object.hasOwn(Object(value), 'histogram'));
    return { data: summary.name, ratings: summary.ratings, clickToDrawnMs, passMs };
  });
}

/** Runs in the page: presses a bar of the first chart, and waits for the frame after the lab's answer. @param {number} round */
async function clickAndWait(round) {
  const list = /** @type {HTMLElement} */ (document.querySelector('[data-cell="explore"] [role="listbox"]'));
  const bars = list.querySelectorAll('[role="option"]');
  const box = /** @type {Element} */ (bars[round % bars.length]).getBoundingClientRect();
  const at = { bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, pointerId: 1, button: 0 };
  // There is no pointer to capture.
  list.setPointerCapture = () => undefined;
  const { messages } = /** @type {any} */ (window).recording;
  const answers = () =>
    messages.filter((/** @type {any} */ { message }) => Object.hasOwn(Object(message.value), 'bestRated')).length;
  const before = answers();
  const start = performance.now();
  list.dispatchEvent(new PointerEvent('pointerdown', at));
  list.dispatchEvent(new PointerEvent('pointerup', at));
  while (answers() === before) await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}
