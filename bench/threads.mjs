// @ts-check
/**
 * `npm run bench:threads -- --browsers chromium,firefox,webkit --rounds 10`: the default run on the bundled ratings with cross-origin
 * isolation, which gives the page threads to choose from, and without, which leaves it one, in turn. Prints the milliseconds from the
 * press of Train to the end of the run, and what the engine says, as JSON. WebKit needs a screen: run under `xvfb-run -a`.
 */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createStaticServer } from '../scripts/server/static-server.mjs';
import { ensureBuild } from './build-page.mjs';
import { OPEN } from './layout-shift/browsers.mjs';

const { values } = parseArgs({
  options: {
    browsers: { type: 'string', default: 'chromium,firefox,webkit' },
    rounds: { type: 'string', default: '10' },
    hash: { type: 'string', default: '' },
  },
});

ensureBuild();
const folder = fileURLToPath(new URL('../dist', import.meta.url));

/** @param {boolean} isolated @returns {Promise<import('node:http').Server>} */
async function serve(isolated) {
  const server = await createStaticServer(folder);
  if (!isolated) server.prependListener('request', (_, response) => dropIsolation(response));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return server;
}

/** @param {import('node:http').ServerResponse} response */
function dropIsolation(response) {
  const { writeHead } = response;
  /** @type {any} */ (response).writeHead = (/** @type {number} */ status, /** @type {Record<string, string>} */ headers) => {
    const kept = Object.entries(headers ?? {}).filter(([name]) => !/^cross-origin-(opener|embedder)-policy$/i.test(name));
    return writeHead.call(response, status, Object.fromEntries(kept));
  };
}

const TRAIN = `(() => {
  window.bench = null;
  const cell = document.querySelector('[data-cell="train"]');
  const button = [...cell.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith('Train'));
  const start = performance.now();
  new MutationObserver(() => {
    if (cell.dataset.status !== 'done') return;
    const engine = cell.textContent.match(/WebAssembly SIMD, \\d threads?/)?.[0] ?? 'another engine';
    window.bench ??= { milliseconds: performance.now() - start, engine, isolated: crossOriginIsolated };
  }).observe(cell, { attributes: true });
  button.click();
  return true;
})()`;

/** A browser without service workers stores nothing. */
const STORED = `(() => {
  navigator.serviceWorker?.getRegistration().then((found) => { window.isStored = Boolean(found?.active); });
  return navigator.serviceWorker === undefined || window.isStored === true;
})()`;

/** @typedef {{ milliseconds: number, engine: string, isolated: boolean }} Result */

/** @param {'chromium' | 'firefox' | 'webkit'} browser @param {string} address @returns {Promise<Result>} */
async function trainOnce(browser, address) {
  const visit = await OPEN[browser](address, { width: 1440, height: 900 });
  try {
    await until(() => visit.evaluate(`document.querySelector('[data-cell="data"]')?.dataset.status === 'done'`));
    // The engine is tried and the page is stored for offline use as soon as there are ratings; a visitor takes longer to press Train.
    await until(() => visit.evaluate(STORED));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await visit.evaluate(TRAIN);
    await until(() => visit.evaluate('window.bench !== null'));
    return await visit.evaluate('window.bench');
  } finally {
    await visit.close();
  }
}

/** @param {() => Promise<boolean>} condition */
async function until(condition) {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The page did not get there within a minute.');
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = [(sorted.length - 1) >> 1, sorted.length >> 1].map((at) => sorted[at] ?? Number.NaN);
  return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}

const servers = { on: await serve(true), off: await serve(false) };
/** @type {Record<string, object>} */
const report = {};
try {
  for (const browser of /** @type {('chromium' | 'firefox' | 'webkit')[]} */ (values.browsers.split(','))) {
    /** @type {{ on: Result[], off: Result[] }} */
    const results = { on: [], off: [] };
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const threads of /** @type {const} */ (['on', 'off'])) {
        const { port } = /** @type {import('node:net').AddressInfo} */ (servers[threads].address());
        results[threads].push(await trainOnce(browser, `http://localhost:${port}/${values.hash}`));
      }
    }
    report[browser] = Object.fromEntries(
      Object.entries(results).map(([threads, runs]) => {
        const times = runs.map(({ milliseconds }) => Math.round(milliseconds));
        return [threads, { medianMs: median(times), times, engines: [...new Set(runs.map(({ engine }) => engine))] }];
      }),
    );
  }
} finally {
  for (const server of Object.values(servers)) {
    server.close();
    server.closeAllConnections();
  }
}
console.log(JSON.stringify(report, null, 2));
