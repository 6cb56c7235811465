// @ts-check
import { readFile } from 'node:fs/promises';

/** @typedef {import('@playwright/test').Browser} Browser */

/**
 * The most memory that the page's process ever had resident: its page thread, lab worker and helpers, but no GPU process.
 *
 * @param {Browser} browser with a single page open
 * @returns {Promise<number | null>} in units of 2²⁰ bytes; null where the system does not say
 */
export async function peakMemoryMb(browser) {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const peaks = await Promise.all(renderers.map(async ({ id }) => await peakOf(id)));
  // The browser keeps a spare renderer, which is small.
  const peak = Math.max(0, ...peaks);
  return peak > 0 ? peak : null;
}

/** @param {number} id @returns {Promise<number>} 0 where the process is gone */
async function peakOf(id) {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return Math.round((Number(kibibytes ?? 0) / 1024) * 10) / 10;
}
