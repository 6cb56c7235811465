// @ts-check
/**
 * `npm run bench:page`: how soon a first visit has its ratings, and the JavaScript before them: every script that was asked for before the
 * lab's message that the ratings are there. Each opening is a visit of its own, so nothing is reopened, and no script is in a cache.
 */

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
  // Of a copy: a script that is asked for while the answers are waited for is late, and has no time yet.
  const seen = [...requests];
  await Promise.all(seen.map(async (request) => (await request.response())?.finished()));
  const before = seen.filter((request) => request.timing().startTime < loadedAt);
  const sizes = await Promise.all(before.map(async (request) => await sizeOf(path.basename(request.url()))));
  return { milliseconds: sinceNavigation, sizes, total: sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0) };
}

/** Runs in the page, ahead of its own scripts. */
function noteReady() {
  let loadedAt = 0;
  window.Worker = class extends Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'reply' && data.call === 'data/load') loadedAt ||= performance.timeOrigin + performance.now();
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
async function sizeOf(script) {
  return { script, kilobytes: gzipSync(await readFile(path.join(folder, 'assets', script))).length / 1000 };
}

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
  const [most, ...others] = openings.sort((a, b) => b.total - a.total);
  for (const { script, kilobytes } of most?.sizes ?? []) console.log(`${kilobytes.toFixed(1).padStart(8)} kB gzip  ${script}`);
  console.log(`${most?.total.toFixed(1).padStart(8)} kB gzip of JavaScript asked for before the ratings were there, at most`);
  console.log(`in the other openings: ${others.map(({ total }) => total.toFixed(1)).join(' ')} kB`);
});
