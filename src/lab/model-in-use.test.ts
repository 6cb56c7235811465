import { expect, test } from 'vitest';
import type { Model } from './model.ts';
import { createModelInUse } from './model-in-use.ts';

const modelOn = (lost: AbortSignal): Model => ({ predictor: { lost, dispose() {} } }) as unknown as Model;

test('who waits until nothing is asked does not wait for an engine that was lost, but for the answer of the next one', async () => {
  const loss = new AbortController();
  const moved = modelOn(new AbortController().signal);
  const inUse = createModelInUse(async () => moved);
  inUse.take(modelOn(loss.signal));

  let finish = (_: string): void => undefined;
  const onNext = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const answer = inUse.ask((model) => (model === moved ? onNext : new Promise<string>(() => undefined)));
  await Promise.resolve();
  loss.abort('the GPU context was lost');
  await new Promise((resolve) => setTimeout(resolve));

  let isIdle = false;
  const idle = inUse.idle().then(() => {
    isIdle = true;
  });
  await new Promise((resolve) => setTimeout(resolve));
  expect(isIdle).toBe(false);
  finish('five movies');
  expect(await answer).toBe('five movies');
  await idle;
  expect(inUse.peek()).toBe(moved);
});
