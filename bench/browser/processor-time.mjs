// @ts-check
import { readdir, readFile } from 'node:fs/promises';

/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * The processor time that the page's workers have used so far: the lab and its helper threads together. Other programs hardly change it.
 *
 * @param {Browser} browser with a single page open
 * @returns {Promise<number | null>} seconds; null where the system does not say
 */
export async function workerSeconds(browser) {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const seconds = await Promise.all(renderers.map(async ({ id }) => await ofProcess(id)));
  return seconds.reduce((sum, each) => sum + each, 0);
}

/** @param {number} id */
async function ofProcess(id) {
  const threads = await readdir(`/proc/${id}/task`).catch(() => []);
  const seconds = await Promise.all(threads.map(async (thread) => await ofThread(`/proc/${id}/task/${thread}`)));
  return seconds.reduce((sum, each) => sum + each, 0);
}

/** @param {string} folder @returns {Promise<number>} 0 of a thread that is no worker, or is gone */
async function ofThread(folder) {
  const name = await readFile(`${folder}/comm`, 'utf8').catch(() => '');
  if (!name.startsWith('DedicatedWorker')) return 0;
  const [nanoseconds] = (await readFile(`${folder}/schedstat`, 'utf8').catch(() => '0')).split(' ');
  return Number(nanoseconds) / 1e9;
}
