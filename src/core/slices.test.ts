import { expect, test, vi } from 'vitest';
import { type Sliced, shareWork } from './slices.ts';

function work() {
  const slice = vi.fn();
  const shared = shareWork(function* (): Sliced<string> {
    for (const at of [1, 2]) {
      slice(at);
      yield at;
    }
    return 'made';
  });
  return { slice, ...shared };
}

test('shared work is begun when somebody asks for it, and each slice is done once', () => {
  const { slice, advance, result } = work();
  expect(slice).not.toHaveBeenCalled();
  expect([advance(), advance(), advance(), advance()]).toEqual([false, false, true, true]);
  expect(result()).toBe('made');
  expect(slice.mock.calls).toEqual([[1], [2]]);
});

test('who needs the result at once does what is left', () => {
  const { slice, advance, result } = work();
  advance();
  expect([result(), result()]).toEqual(['made', 'made']);
  expect(advance()).toBe(true);
  expect(slice.mock.calls).toEqual([[1], [2]]);
});

test('work that fails is begun anew by whoever asks next', () => {
  let begun = 0;
  const { advance, result } = shareWork(function* (): Sliced<string> {
    yield 1;
    if (++begun === 1) throw new RangeError('no memory');
    return 'made';
  });
  advance();
  expect(advance).toThrow('no memory');
  expect(result()).toBe('made');
});
