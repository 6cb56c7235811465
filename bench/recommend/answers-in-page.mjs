// @ts-check
import { withPage } from '../browser/open-page.mjs';
import { recordLab, waitForAnswer } from '../browser/record-lab.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ readonly median: number, readonly most: number }} Times milliseconds */
/**
 * @typedef {object} AnswersMeasured
 * @property {string} settings
 * @property {number} first answer with a list of titles that was not looked up before, in the worker
 * @property {Times} answer of a list with filters, as the page waits for it
 * @property {Times} worker of that in the worker
 * @property {Times | null} click from a rating under "You" to the frame with the list that follows; null where nobody can be folded in
 */

const LOAD_MILLISECONDS = 300_000;
const CELL = '[data-cell="recommend"]';
/** Users who are asked about, evenly, and movies that are rated. */
const USERS = 200;
const RATED = 10;

/**
 * Trains one model after the other in the built page on the same data, and asks each for lists.
 *
 * @param {{ folder: string, data: string, models: readonly { readonly settings: string, readonly folds: boolean }[] }} plan
 * @returns {Promise<AnswersMeasured[]>}
 */
export async function answersInPage({ folder, data, models }) {
  return await withPage({ folder, isolated: true }, async ({ page, address }) => {
    page.setDefaultTimeout(60_000);
    await recordLab(page);
    await page.addInitScript(noteLab);
    const measured = [];
    for (const [at, { settings, folds }] of models.entries()) {
      await openAt(page, `${address}#data=${data}&${settings}`, at);
      await page
        .locator('[data-cell="train"]')
        .getByRole('button', { name: /^Train( again)?$/ })
        .click();
      await waitForAnswer(page, 'outcome', at + 1, LOAD_MILLISECONDS);
      const answers = await ask(page);
      measured.push({ settings, ...answers, click: folds ? await rate(page) : null });
    }
    return measured;
  });
}

/** The data is loaded once: another address of the same page changes the settings alone. @param {Page} page @param {string} url @param {number} at */
async function openAt(page, url, at) {
  await page.goto(url);
  if (at === 0) await waitForAnswer(page, 'histogram', 1, LOAD_MILLISECONDS);
}

/** One answer after the other, with all filters that the data has something for. @param {Page} page @returns {Promise<Pick<AnswersMeasured, 'first' | 'answer' | 'worker'>>} */
async function ask(page) {
  const times = await page.evaluate(
    async ({ users, firstId }) => {
      const { lab } = /** @type {any} */ (window);
      const request = (/** @type {number} */ user) => ({
        userId: user,
        count: 10,
        minRatings: 10,
        rated: 'learned-out',
        discount: 0.3,
        years: [null, null],
        titles: Array.from({ length: 200 }, (_, at) => `Synthetic movie ${7 * at + 1}`).join('\n'),
      });
      const found = [];
      for (let at = 0; at < users; at++) {
        const id = firstId + at;
        const start = performance.now();
        const value = await new Promise((resolve, reject) => {
          const listen = (/** @type {MessageEvent} */ { data }) => {
            if (data.id !== id) return;
            lab.removeEventListener('message', listen);
            if (data.kind === 'reply') resolve(data.value);
            else reject(new Error(data.error?.message));
          };
          lab.addEventListener('message', listen);
          lab.postMessage({ kind: 'call', id, call: 'recommend/recommend', args: request(1 + 30 * at) });
        });
        found.push({ all: performance.now() - start, worker: value.milliseconds });
      }
      return found;
    },
    { users: USERS, firstId: 1e6 },
  );
  const [first, ...others] = times;
  return {
    first: first?.worker ?? Number.NaN,
    answer: timesOf(others.map(({ all }) => all)),
    worker: timesOf(others.map(({ worker }) => worker)),
  };
}

/** Rates movies of the prompt list one after the other, and then clears. @param {Page} page @returns {Promise<Times>} */
async function rate(page) {
  const cell = page.locator(CELL);
  await cell.getByRole('radio', { name: 'You', exact: true }).check();
  const times = [];
  for (let at = 0; at < RATED; at++) {
    const field = cell.getByRole('region', { name: 'Rate movies' }).getByRole('combobox').first();
    await field.waitFor();
    await page.evaluate(() => Object.assign(window, { listDrawnAfter: null }));
    await field.selectOption(at % 3 === 0 ? '2' : '5');
    const drawn = await page.waitForFunction(() => /** @type {any} */ (window).listDrawnAfter, null, { polling: 50 });
    times.push(Number(await drawn.jsonValue()));
  }
  await cell.getByRole('button', { name: 'Clear', exact: true }).click();
  return timesOf(times);
}

/** @param {readonly number[]} times @returns {Times} */
function timesOf(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}

/** Runs in the page, ahead of its own scripts: keeps the lab to be asked, and notes how long after a rating the list that follows is drawn. */
function noteLab() {
  let rated = 0;
  window.addEventListener(
    'change',
    () => {
      rated = performance.now();
    },
    { capture: true },
  );
  const noteFrame = () => {
    const cell = document.querySelector('[data-cell="recommend"]');
    if (!cell) return;
    const changes = new MutationObserver(() => {
      changes.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { listDrawnAfter: performance.now() - rated })));
    });
    changes.observe(cell, { subtree: true, childList: true, characterData: true });
  };
  window.Worker = class extends Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      if (!options?.name?.startsWith('matinee-lab')) return;
      Object.assign(window, { lab: this });
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'reply' && data.call === 'recommend/you/recommend') noteFrame();
      });
    }
  };
}
