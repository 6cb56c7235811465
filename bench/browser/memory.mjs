// @ts-check
import { readFile } from 'node:fs/promises';

/** @typedef {import('@playwright/test').Browser} Browser */

/** The system's own mark of the most was seen to fall back now and then, by 80 to 190 MB. */
const LOOK_MILLISECONDS = 1000;

/**
 * Watches the memory that the page's process has resident: its page thread, lab worker and helpers, but no GPU process.
 *
 * @param {Browser} browser with a single page open
 * @returns {() => Promise<number | null>} ends the watch, and gives the most there ever was in units of 2²⁰ bytes; null where the system does not say
 */
export function watchMemory(browser) {
  let most = 0;
  const look = async () => {
    most = Math.max(most, (await memoryMb(browser, 'VmHWM')) ?? 0);
  };
  const timer = setInterval(() => look().catch(() => undefined), LOOK_MILLISECONDS);
  return async () => {
    clearInterval(timer);
    await look();
    return most > 0 ? most : null;
  };
}

/** What it has now, in the same units. @param {Browser} browser @returns {Promise<number | null>} */
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
