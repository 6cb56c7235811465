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
  /** @type {string[]} */
  const scripts = [];
  context.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(path.basename(response.url()));
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('[data-cell="data"][data-status="done"]').waitFor();
  return { milliseconds: await page.evaluate(() => performance.now()), scripts: [...scripts] };
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
