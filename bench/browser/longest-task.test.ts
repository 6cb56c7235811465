import { expect, test } from 'vitest';
import { longestTaskMs } from './longest-task.mjs';

const page = { pid: 7, tid: 7 };
const task = (ts: number, dur: number, thread = page) => ({ name: 'RunTask', ts, dur, ...thread });
const clicked = { name: 'bench:clicked', ts: 10_000, ...page };
const trained = { name: 'bench:trained', ts: 90_000, ...page };

test('is the longest of the page’s thread that touches the run', () => {
  const before = task(0, 9_000);
  const around = task(9_000, 3_000);
  const within = task(40_000, 5_260);
  const after = task(95_000, 60_000);
  expect(longestTaskMs([before, around, clicked, within, trained, after])).toBe(5.3);
  expect(longestTaskMs([before, around, clicked, task(40_000, 10_000, { pid: 7, tid: 8 }), trained])).toBe(3);
});

test('counts to the end of a trace that was cut off', () => {
  expect(longestTaskMs([clicked, task(95_000, 60_000)])).toBe(60);
});

test('is unknown without a click or a task', () => {
  expect(longestTaskMs([task(0, 9_000)])).toBeNull();
  expect(longestTaskMs([clicked, trained])).toBeNull();
});
