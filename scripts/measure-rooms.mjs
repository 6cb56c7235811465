// @ts-check
/**
 * `node scripts/measure-rooms.mjs`: opens the built page, trains once, and writes into `src/ui/Reserved.module.css` how tall each part of the page
 * is at each width there. Chromium measures all widths; WebKit, where it is installed, the narrowest that its window can have, and the taller counts.
 * Run it under `xvfb-run -a` for WebKit, and build anew afterwards.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureBuild } from '../bench/build-page.mjs';
import { OPEN } from '../bench/layout-shift/browsers.mjs';
import { serveSampled } from '../bench/layout-shift/serve-sampled.mjs';
import { findWebKit } from './find-browser.mjs';
import { tallest, widthsIn, withRooms } from './rooms/rows.mjs';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const SHEET = path.join(HERE, 'src/ui/Reserved.module.css');
/** What a part has in a window of 360 px, for the rows that have no condition. */
const NARROWEST = 328;
const HEIGHT = 900;

/** @typedef {import('../bench/layout-shift/browsers.mjs').Visit} Visit */

/** @param {Visit} visit @param {string} condition */
async function until(visit, condition) {
  for (const end = Date.now() + 90_000; Date.now() < end; await setTimeout(100)) if (await visit.evaluate(condition)) return;
  throw new Error(`Not within 90 s: ${condition}`);
}

/** @param {string} cell */
const isDone = (cell) => `document.querySelector('[data-cell="${cell}"]')?.dataset.status === 'done'`;

/** Opens the page and trains, so that every part is there. @param {keyof typeof OPEN} browser @param {string} address */
async function openTrained(browser, address) {
  const visit = await OPEN[browser](address, { width: 1440, height: HEIGHT });
  await until(visit, isDone('data'));
  await setTimeout(2500);
  await visit.evaluate(`document.querySelector('header button').click()`);
  await until(visit, isDone('train'));
  await until(visit, isDone('recommend'));
  await setTimeout(4000);
  return visit;
}

const INNER = `Math.floor(document.querySelector('[data-room="data"]').parentElement.getBoundingClientRect().width)`;
const HEIGHTS = `Object.fromEntries([...document.querySelectorAll('[data-room]')]
  .filter((part) => part.querySelector('[data-pending]') === null)
  .map((part) => [part.dataset.room, Math.ceil(part.getBoundingClientRect().height)]))`;

/** How tall the parts are in a window in which they are so wide; null where the window cannot be made so. @param {Visit} visit @param {number} wanted */
async function heightsAt(visit, wanted) {
  let width = wanted + 32;
  for (let tries = 0; tries < 5; tries++) {
    await visit.resize(width, HEIGHT);
    await setTimeout(700);
    const inner = /** @type {number} */ (await visit.evaluate(INNER));
    if (inner === wanted) return /** @type {Record<string, number>} */ (await visit.evaluate(HEIGHTS));
    width += wanted - inner;
  }
  return null;
}

/** The narrowest that the window can be, and how tall the parts are in it. @param {Visit} visit */
async function narrowest(visit) {
  await visit.resize(360, HEIGHT);
  await setTimeout(700);
  const inner = /** @type {number} */ (await visit.evaluate(INNER));
  return { inner, heights: /** @type {Record<string, number>} */ (await visit.evaluate(HEIGHTS)) };
}

ensureBuild();
const css = await readFile(SHEET, 'utf8');
const server = await serveSampled(path.join(HERE, 'dist'));
/** @type {Map<number, Record<string, number>>} */
const rooms = new Map();
try {
  const chromium = await openTrained('chromium', server.address);
  for (const width of widthsIn(css)) {
    const heights = await heightsAt(chromium, width || NARROWEST);
    if (heights === null) console.error(`No window gives the parts a width of ${width || NARROWEST} px: this row stays.`);
    else rooms.set(width, heights);
  }
  await chromium.close();
  if (findWebKit() !== undefined) {
    const webkit = await openTrained('webkit', server.address);
    const { inner, heights } = await narrowest(webkit);
    const row = Math.max(...widthsIn(css).filter((width) => width <= inner));
    rooms.set(row, tallest(rooms.get(row) ?? {}, heights));
    await webkit.close();
  }
} finally {
  await server.close();
}
await writeFile(SHEET, withRooms(css, rooms));
for (const [width, heights] of rooms) console.log(JSON.stringify({ width, ...heights }));
