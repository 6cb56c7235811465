// @ts-check
/** `npm run bench:page`: how soon the page has its data, and how much JavaScript it took until then. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { withPage } from './browser/open-page.mjs';
import { ensureBuild } from './build-page.mjs';

const OPENINGS = 5;
const folder = path.join(fileURLToPath(new URL('..', import.meta.url)), 'dist');

/** @param {import('@playwright/test').BrowserContext} context @param {string} address */
async function open(context, address) {
  /** @type {import('@playwright/test').Request[]} */
  const requests = [];
  context.on('request', (request) => {
    if (request.url().endsWith('.js')) requests.push(request);
  });
  const page = await context.newPage();
  await page.addInitScript(noteReady);
  await page.goto(address);
  const ready = await page.waitForFunction(() => /** @type {any} */ (window).ready);
  const { sinceNavigation, loadedAt } = /** @type {{ sinceNavigation: number, loadedAt: number }} */ (await ready.jsonValue());
  await Promise.all(requests.map(async (request) => (await request.response())?.finished()));
  // What is asked for when the ratings are there delays nobody.
  const before = requests.filter((request) => request.timing().startTime < loadedAt);
  return { milliseconds: sinceNavigation, scripts: before.map((request) => path.basename(request.url())) };
}

/** Runs in the page, ahead of its own scripts. */
function noteReady() {
  let loadedAt = 0;
  window.Worker = class extends Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'reply' && data.call === 'data/load') loadedAt ||= Date.now();
      });
    }
  };
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-cell="data"][data-status="done"]')) return;
    observer.disconnect();
    Object.assign(window, { ready: { sinceNavigation: performance.now(), loadedAt } });
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-status'] });
}

/** @param {string} script */
const gzipKb = async (script) => gzipSync(await readFile(path.join(folder, 'assets', script))).length / 1000;

ensureBuild();
await withPage({ folder, isolated: true }, async ({ browser, address }) => {
  const openings = [];
  for (let at = 0; at < OPENINGS; at++) {
    const context = await browser.newContext();
    openings.push(await open(context, address));
    await context.close();
  }
  const times = openings.map(({ milliseconds }) => Math.round(milliseconds)).sort((a, b) => a - b);
  console.log(`data ready, milliseconds after navigation: ${times.join(' ')}`);
  let total = 0;
  for (const script of openings[0]?.scripts ?? []) {
    const size = await gzipKb(script);
    total += size;
    console.log(`${size.toFixed(1).padStart(8)} kB gzip  ${script}`);
  }
  console.log(`${total.toFixed(1).padStart(8)} kB gzip of JavaScript until then`);
});
