// @ts-check
import { readFile } from 'node:fs/promises';

/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * The most memory that the page's process ever had resident: its page thread, lab worker and helpers, but no GPU process.
 *
 * @param {Browser} browser with a single page open
 * @returns {Promise<number | null>} in units of 2²⁰ bytes; null where the system does not say
 */
export const peakMemoryMb = (browser) => memoryMb(browser, 'VmHWM');

/** The same as it is now. @param {Browser} browser @returns {Promise<number | null>} */
export const memoryNowMb = (browser) => memoryMb(browser, 'VmRSS');

/** @param {Browser} browser @param {string} field of /proc/…/status */
async function memoryMb(browser, field) {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(renderers.map(async ({ id }) => await read(id, field)));
  // The browser keeps a spare renderer, which is small.
  const size = Math.max(0, ...sizes);
  return size > 0 ? size : null;
}

/** @param {number} id @param {string} field @returns {Promise<number>} 0 where the process is gone */
async function read(id, field) {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  const [, kibibytes] = new RegExp(`^${field}:\\s*(\\d+) kB$`, 'm').exec(status) ?? [];
  return Math.round((Number(kibibytes ?? 0) / 1024) * 10) / 10;
}
