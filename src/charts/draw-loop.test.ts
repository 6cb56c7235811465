import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDrawLoop } from './draw-loop.ts';

const frame = (id: number) => ({ id });

/** A `draw` that is finished by hand. */
function createManualDraw() {
  const ids: number[] = [];
  let finish = (_work: number): void => {};
  const draw = ({ id }: { id: number }) => {
    ids.push(id);
    return new Promise<number>((resolve) => {
      finish = resolve;
    });
  };
  return { ids, draw, finish: (work: number) => finish(work) };
}

/** Until the frame that was asked for is being drawn. */
const untilDrawing = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('draws one frame at a time, and of those that wait the latest only', async () => {
  const { ids, draw, finish } = createManualDraw();
  const loop = createDrawLoop(draw, vi.fn());
  loop.request(frame(1));
  await untilDrawing();
  for (const id of [2, 3]) loop.request(frame(id));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ids).toEqual([1]);
  finish(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ids).toEqual([1, 3]);
});

it('draws in a task of its own', async () => {
  const { ids, draw } = createManualDraw();
  const loop = createDrawLoop(draw, vi.fn());
  loop.request(frame(1));
  await Promise.resolve();
  expect(ids).toEqual([]);
  await untilDrawing();
  expect(ids).toEqual([1]);
});

it('rests long enough to leave nineteen twentieths of the time to the page', async () => {
  const { ids, draw, finish } = createManualDraw();
  const loop = createDrawLoop(draw, vi.fn());
  loop.request(frame(1));
  await untilDrawing();
  loop.request(frame(2));
  finish(20);
  await vi.advanceTimersByTimeAsync(379);
  expect(ids).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ids).toEqual([1, 2]);
});

it('draws what waits at once where it is not to rest', async () => {
  const { ids, draw, finish } = createManualDraw();
  const loop = createDrawLoop(draw, vi.fn(), false);
  loop.request(frame(1));
  await untilDrawing();
  for (const id of [2, 3]) loop.request(frame(id));
  finish(20);
  await vi.advanceTimersByTimeAsync(0);
  expect(ids).toEqual([1, 3]);
});

it('draws nothing more once stopped, neither what waits nor what is asked for later', async () => {
  const { ids, draw, finish } = createManualDraw();
  const loop = createDrawLoop(draw, vi.fn());
  loop.request(frame(1));
  await untilDrawing();
  loop.request(frame(2));
  loop.stop();
  finish(0);
  await vi.runAllTimersAsync();
  loop.request(frame(3));
  await vi.runAllTimersAsync();
  expect(ids).toEqual([1]);
});

it('stops in the middle of a rest', async () => {
  const { ids, draw, finish } = createManualDraw();
  const loop = createDrawLoop(draw, vi.fn());
  loop.request(frame(1));
  await untilDrawing();
  finish(0);
  await vi.advanceTimersByTimeAsync(1);
  loop.request(frame(2));
  loop.stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(ids).toEqual([1]);
});

it('reports a failure once and draws nothing after it', async () => {
  const thrown = new Error('no chart library');
  const draw = vi.fn(async () => {
    throw thrown;
  });
  const fail = vi.fn();
  const loop = createDrawLoop(draw, fail);
  loop.request(frame(1));
  loop.request(frame(2));
  await vi.runAllTimersAsync();
  loop.request(frame(3));
  await vi.runAllTimersAsync();
  expect(draw).toHaveBeenCalledTimes(1);
  expect(fail.mock.calls).toEqual([[thrown]]);
});

it('keeps silent about a failure after it was stopped', async () => {
  const fail = vi.fn();
  const loop = createDrawLoop(async () => {
    throw new Error('torn down');
  }, fail);
  loop.request(frame(1));
  loop.stop();
  await vi.runAllTimersAsync();
  expect(fail).not.toHaveBeenCalled();
});
