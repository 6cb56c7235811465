import { expect, test } from 'vitest';
import { createStopwatch } from './stopwatch.ts';

test('counts seconds from its start, without the pauses', async () => {
  let now = 5000;
  const watch = createStopwatch(() => now);
  now += 1500;
  expect(watch.seconds()).toBe(1.5);
  for (const pause of [700, 60_000]) {
    await watch.pauseWhile(
      Promise.resolve().then(() => {
        now += pause;
      }),
    );
    now += 250;
  }
  expect(watch.seconds()).toBe(2);
});
