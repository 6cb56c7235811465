// @ts-check
import { cpus, loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const SAMPLE_MILLISECONDS = 1000;
const QUIET = 0.1;

/** What else the machine does: the share of its processors that is at work, 0 … 1, and the load average of a minute. */
/** @typedef {{ busy: number, load: number }} Bustle */

/**
 * Waits for the machine to be quiet, but not for ever.
 *
 * @param {number} patience seconds
 * @returns {Promise<Bustle>} how it was at last
 */
export async function waitForQuiet(patience) {
  const deadline = performance.now() + patience * 1000;
  for (;;) {
    const busy = await sample();
    if (busy <= QUIET || performance.now() >= deadline) return { busy, load: loadavg()[0] ?? 0 };
  }
}

async function sample() {
  const before = count();
  await setTimeout(SAMPLE_MILLISECONDS);
  const after = count();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

/** Processor time since the start of the machine. */
function count() {
  const times = cpus().map(({ times }) => times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  return { idle, all: times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0) };
}
