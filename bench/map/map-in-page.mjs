// @ts-check
import { startTrace, stopTrace } from '../browser/longest-task.mjs';
import { withPage } from '../browser/open-page.mjs';
import { recordLab, waitForAnswer } from '../browser/record-lab.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/**
 * @typedef {object} MapMeasured milliseconds
 * @property {number} points
 * @property {number} width numbers of an embedding
 * @property {number} method PCA in the worker
 * @property {number} picture from the call for the map, when the weights are there, to the first frame with its points
 * @property {number | null} longestTask of the page, while the map is dragged and turned from movies to users and back
 * @property {number | null} umap in the worker; null where it was not asked for
 * @property {number | null} cancelled from the press of Cancel to the end of UMAP
 */

const LOAD_MILLISECONDS = 300_000;
const CELL = '[data-cell="embeddings"]';
/** Of the frames after which the map rests. */
const REST_MILLISECONDS = 700;

/**
 * Trains in the built page, opens the map, moves it, and lays it out by UMAP where that is wanted.
 *
 * @param {{ folder: string, hash: string, withUmap: boolean }} plan the address has the data and the settings
 * @returns {Promise<MapMeasured>}
 */
export async function mapInPage({ folder, hash, withUmap }) {
  return await withPage({ folder, isolated: true }, async ({ page, browser, address }) => {
    page.setDefaultTimeout(60_000);
    await recordLab(page);
    await page.addInitScript(noteDrawing);
    await page.goto(`${address}#${hash}&embeddings=map`);
    await waitForAnswer(page, 'histogram', 1, LOAD_MILLISECONDS);
    await page.locator('[data-cell="train"]').getByRole('button', { name: 'Train', exact: true }).click();
    await waitForAnswer(page, 'outcome', 1, LOAD_MILLISECONDS);
    await page.locator(CELL).scrollIntoViewIfNeeded();
    await waitForAnswer(page, 'positions', 1, 60_000);
    await page.waitForFunction(() => /** @type {any} */ (window).drawnAt);
    const [map] = await mapsIn(page);
    const picture = await page.evaluate(() => {
      const { recording, drawnAt } = /** @type {any} */ (window);
      return drawnAt - recording.requests.find((/** @type {any} */ { call }) => call === 'embeddings/map').at;
    });
    await startTrace(browser, page);
    const longestTask = await stopTrace(browser, moveAbout(page));
    const umap = withUmap ? await layOut(page) : { umap: null, cancelled: null };
    return { ...(map ?? { points: 0, width: 0, method: Number.NaN }), picture, longestTask, ...umap };
  });
}

/** The maps that came. @param {Page} page @returns {Promise<{ points: number, width: number, method: number }[]>} */
const mapsIn = (page) =>
  page.evaluate(() =>
    /** @type {any} */ (window).recording.messages
      .map((/** @type {any} */ { message }) => message.value)
      .filter((/** @type {any} */ value) => Object.hasOwn(Object(value), 'positions'))
      .map((/** @type {any} */ { positions, width, milliseconds }) => ({
        points: positions.length / 2,
        width,
        method: milliseconds.method,
      })),
  );

/** @param {Page} page */
async function moveAbout(page) {
  const map = page.locator(`${CELL} [role="application"]`);
  await map.scrollIntoViewIfNeeded();
  await page.evaluate(() => performance.mark('bench:clicked'));
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await map.boundingBox());
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 60; step++) await page.mouse.move(x + 80 * Math.sin(step / 6), y + 60 * Math.cos(step / 6));
  await page.mouse.up();
  await map.focus();
  for (const key of ['+', '+', 'ArrowLeft', '-', '0']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(REST_MILLISECONDS / 5);
  }
  const points = page.locator(CELL).getByRole('combobox', { name: 'Points' });
  for (const of of ['users', 'movies']) {
    await points.selectOption(of);
    await page.waitForTimeout(REST_MILLISECONDS);
  }
  await page.evaluate(() => performance.mark('bench:trained'));
}

/** Cancels it once, and then lets it end. @param {Page} page @returns {Promise<Pick<MapMeasured, 'umap' | 'cancelled'>>} */
async function layOut(page) {
  const cell = page.locator(CELL);
  await cell.getByLabel('Method').selectOption('umap');
  await cell.getByRole('button', { name: 'Compute UMAP' }).click();
  await page.waitForTimeout(REST_MILLISECONDS);
  const pressed = await page.evaluate(() => performance.now());
  await cell.getByRole('button', { name: 'Cancel' }).click();
  await cell.getByRole('button', { name: 'Compute UMAP' }).waitFor();
  const cancelled = (await page.evaluate(() => performance.now())) - pressed;
  const { length } = await mapsIn(page);
  await cell.getByRole('button', { name: 'Compute UMAP' }).click();
  while ((await mapsIn(page)).length === length) await page.waitForTimeout(100);
  return { umap: (await mapsIn(page)).at(-1)?.method ?? null, cancelled };
}

/** Runs in the page, ahead of its own scripts: when points are first drawn, and the frame after that begins. */
function noteDrawing() {
  const note = (/** @type {number} */ count) => {
    if (count === 0 || /** @type {any} */ (window).drawnAt !== undefined) return;
    Object.assign(window, { drawnAt: null });
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { drawnAt: performance.now() })));
  };
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const { drawArrays } = prototype;
    prototype.drawArrays = function (/** @type {number} */ mode, /** @type {number} */ first, /** @type {number} */ count) {
      drawArrays.call(this, mode, first, count);
      note(count);
    };
  }
}
