import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRest } from './rest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Waits for the rest, with what is known of that. */
function follow(rest: ReturnType<typeof createRest>) {
  const seen = { isOver: false };
  void rest.over().then(() => {
    seen.isOver = true;
  });
  return seen;
}

it('is over at once where nobody asked for one', async () => {
  const seen = follow(createRest(Date.now));
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.isOver).toBe(true);
});

it('lasts as long as it is asked for, and ends by itself where the page is gone', async () => {
  const rest = createRest(Date.now);
  rest.ask();
  const seen = follow(rest);
  for (let second = 0; second < 20; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    rest.ask();
  }
  expect(seen.isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(4000);
  expect(seen.isOver).toBe(true);
});

it('is two minutes long in all: an installation that takes longer is ended by the browser', async () => {
  const rest = createRest(Date.now);
  rest.ask();
  const asking = setInterval(rest.ask, 1000);
  const seen = follow(rest);
  await vi.advanceTimersByTimeAsync(119_000);
  expect(seen.isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen.isOver).toBe(true);
  const next = follow(rest);
  await vi.advanceTimersByTimeAsync(0);
  expect(next.isOver).toBe(true);
  clearInterval(asking);
});
