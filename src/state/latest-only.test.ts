import { expect, test } from 'vitest';
import { latestOnly } from './latest-only.ts';

test('runs one at a time, and of the calls meanwhile only the last', async () => {
  let wanted = 0;
  const seen: number[] = [];
  const gates: (() => void)[] = [];
  const call = latestOnly(async () => {
    seen.push(wanted);
    await new Promise<void>((resolve) => gates.push(resolve));
  });
  const ask = (value: number): void => {
    wanted = value;
    call();
  };
  const open = async (): Promise<void> => {
    gates.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  for (const value of [1, 2, 3, 4]) ask(value);
  expect(seen).toEqual([1]);
  await open();
  expect(seen).toEqual([1, 4]);
  await open();
  expect(seen).toEqual([1, 4]);
  ask(5);
  expect(seen).toEqual([1, 4, 5]);
});
