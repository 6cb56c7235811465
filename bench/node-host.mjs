// Runs the SIMD engine in Node: modules from files, helpers as worker threads.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { buildSimd } from '../scripts/build-simd.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * A file and all that it imports as the text of one module.
 * @param {string} entry
 * @returns {Promise<string>}
 */
export async function bundle(entry) {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: here(entry),
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return /** @type {any} */ (result).output[0].code;
}

/** @param {string} code */
export const dataUrl = (code) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/**
 * Compiles the modules first where they are missing or outdated.
 * @param {number} threads the calling one included
 * @returns {Promise<import('../src/engines/simd/host.ts').SimdHost>}
 */
export async function createNodeHost(threads) {
  await buildSimd();
  const threadUrl = threads > 1 ? dataUrl(await bundle('./node-thread.ts')) : null;
  return {
    threads,
    async loadModule(name) {
      return WebAssembly.compile(await readFile(here(`../src/engines/simd/generated/${name}.wasm`)));
    },
    startThread: (task) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(/** @type {URL} */ (threadUrl), { workerData: task });
        worker.once('message', () => resolve({ terminate: () => void worker.terminate() }));
        worker.once('error', reject);
      }),
    onFallback(error) {
      throw error;
    },
  };
}
