// @ts-check
import { setTimeout } from 'node:timers/promises';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {{ name: string, pid: number, tid: number, ts: number, dur?: number }} TraceEvent ts and dur in microseconds */

/** The cheapest categories that have every task of every thread, and the marks that a page sets. */
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** @param {Browser} browser @param {import('@playwright/test').Page} page */
export async function startTrace(browser, page) {
  await browser.startTracing(page, { categories: CATEGORIES, screenshots: false });
}

/** Traces no longer than this: a minute has about 40 MB of events. */
const LONGEST_TRACE_MILLISECONDS = 120_000;

/**
 * @param {Browser} browser
 * @param {Promise<unknown>} end of what is traced
 * @returns {Promise<number | null>} see longestTaskMs
 */
export async function stopTrace(browser, end) {
  const timer = new AbortController();
  const limit = setTimeout(LONGEST_TRACE_MILLISECONDS, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([end, limit]).finally(() => timer.abort());
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  return longestTaskMs(traceEvents);
}

/**
 * The longest that the page's thread was busy at a stretch, from the click on Train to the end of the run or of the trace.
 *
 * @param {readonly TraceEvent[]} events
 * @returns {number | null} milliseconds; null where the trace lacks the click or has no tasks
 */
export function longestTaskMs(events) {
  const clicked = events.find(({ name }) => name === 'bench:clicked');
  const end = events.find(({ name }) => name === 'bench:trained')?.ts ?? Number.POSITIVE_INFINITY;
  if (!clicked) return null;
  const tasks = events.filter(
    ({ name, pid, tid, ts, dur = 0 }) =>
      name === 'RunTask' && pid === clicked.pid && tid === clicked.tid && ts + dur > clicked.ts && ts < end,
  );
  if (tasks.length === 0) return null;
  return Math.round(tasks.reduce((longest, { dur = 0 }) => Math.max(longest, dur), 0) / 100) / 10;
}
