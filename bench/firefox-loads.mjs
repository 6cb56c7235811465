// @ts-check
/**
 * `npm run bench:firefox-loads -- --loads 200`: opens the built page in headless Firefox under automation again and again, trains once
 * each time, and prints as JSON how many loads got to the end of their run.
 */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../scripts/find-browser.mjs';
import { createStaticServer } from '../scripts/server/static-server.mjs';
import { ensureBuild } from './build-page.mjs';
import { installed } from './layout-shift/browsers.mjs';

const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '20' },
    firefox: { type: 'string' },
    hash: { type: 'string', default: '#epochs=3' },
    seconds: { type: 'string', default: '60' },
  },
});
const loads = Number(values.loads);
const timeout = 1000 * Number(values.seconds);

ensureBuild();
const server = await createStaticServer(fileURLToPath(new URL('../dist', import.meta.url)));
server.listen(0, 'localhost');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: values.firefox ?? installed('Firefox', findFirefox()),
  headless: true,
});
/** @type {{ load: number, why: string }[]} */
const hung = [];
/** @type {Record<string, number>} */
const engines = {};
try {
  for (let load = 1; load <= loads; load++) {
    try {
      const engine = await trainOnce();
      engines[engine] = (engines[engine] ?? 0) + 1;
    } catch (error) {
      hung.push({ load, why: /** @type {Error} */ (error).message });
    }
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
console.log(JSON.stringify({ loads, ok: loads - hung.length, hung, engines }, null, 2));
if (hung.length > 0) process.exitCode = 1;

/** One visit in a page of its own: the ratings are waited for, Train is pressed, the end of the run is waited for. */
async function trainOnce() {
  const page = await browser.newPage();
  try {
    await page.goto(`http://localhost:${port}/${values.hash}`);
    await page.waitForSelector('[data-cell="data"][data-status="done"]', { timeout });
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('[data-cell="train"] button')];
      const train = buttons.find(({ textContent }) => textContent?.trim().startsWith('Train'));
      /** @type {HTMLElement} */ (train).click();
    });
    await page.waitForSelector('[data-cell="train"][data-status="done"]', { timeout });
    return await page.$eval(
      '[data-cell="train"]',
      ({ textContent }) => textContent?.match(/WebAssembly SIMD, \d threads?/)?.[0] ?? 'another',
    );
  } finally {
    await page.close();
  }
}
