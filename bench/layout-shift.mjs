// @ts-check
/**
 * `npm run bench:layout -- --browser chromium|firefox|webkit`: how far the page moves by itself while it loads on a first visit, and through its
 * first training, as JSON. `native` is the browser's own figure, where it has one; `sampled` is worked out from the places of all elements.
 * Seen from the top of the page and from cells further down. WebKit shows a window: run it under `xvfb-run -a`.
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build-page.mjs';
import { OPEN } from './layout-shift/browsers.mjs';
import { serveSampled } from './layout-shift/serve-sampled.mjs';

const VIEWS = [
  { width: 1440, height: 900 },
  { width: 360, height: 760 },
];
const PLACES = ['top', 'explore', 'model', 'train', 'recommend'];

/** @param {import('./layout-shift/browsers.mjs').Visit} visit @param {string} condition */
async function until(visit, condition, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await setTimeout(100)) {
    if (await visit.evaluate(condition)) return;
  }
  throw new Error(`Not within ${seconds} s: ${condition}`);
}

/** @param {string} cell */
const isDone = (cell) => `document.querySelector('[data-cell="${cell}"]')?.dataset.status === 'done'`;

/** @param {keyof typeof OPEN} browser @param {string} address @param {typeof VIEWS[number]} view @param {string} place */
async function measure(browser, address, view, place) {
  const visit = await OPEN[browser](`${address}?${place}`, view);
  try {
    await until(visit, isDone('data'));
    await setTimeout(2500);
    const loading = await visit.evaluate('layoutShift()');
    await visit.evaluate(`document.querySelector('header button').click()`);
    await until(visit, isDone('train'));
    await setTimeout(1500);
    // The browser's own figure would count the press of the button, which no hand made.
    const { native: _, ...all } = await visit.evaluate('layoutShift()');
    const { width } = await visit.evaluate('({ width: innerWidth })');
    return { width, place, loading: { sampled: loading.sampled, native: loading.native }, ...all };
  } finally {
    await visit.close();
  }
}

const { values } = parseArgs({ options: { browser: { type: 'string' }, place: { type: 'string' }, width: { type: 'string' } } });
const browser = /** @type {keyof typeof OPEN} */ (values.browser ?? 'chromium');
if (!(browser in OPEN)) throw new Error(`--browser takes ${Object.keys(OPEN).join(', ')}`);
ensureBuild();
const server = await serveSampled(path.join(fileURLToPath(new URL('..', import.meta.url)), 'dist'));
try {
  for (const view of VIEWS) {
    if (values.width && Number(values.width) !== view.width) continue;
    for (const place of values.place ? [values.place] : PLACES)
      console.log(JSON.stringify({ browser, ...(await measure(browser, server.address, view, place)) }));
  }
} finally {
  await server.close();
}
