import { expect, test, vi } from 'vitest';
import type { Trainer } from '../../trainer.ts';
import { ThreadFailure } from './rounds.ts';
import { watchThreads } from './watch-threads.ts';

const failure = new ThreadFailure('A training thread has failed');
const fail = (thrown: Error) => () => {
  throw thrown;
};

function trainerThat(faults: Partial<Trainer>) {
  const dispose = vi.fn();
  const onFailure = vi.fn();
  const trainer = { dispose, step: () => undefined, ...faults } as unknown as Trainer;
  return { watched: watchThreads(trainer, onFailure), dispose, onFailure };
}

test('a failed thread is told of, and the trainer disposed of', () => {
  const { watched, dispose, onFailure } = trainerThat({ step: fail(failure) });
  expect(() => watched.step(0, 1)).toThrow(failure);
  expect(onFailure).toHaveBeenCalledExactlyOnceWith('A training thread has failed.');
  expect(dispose).toHaveBeenCalledOnce();
});

test('so it is while it predicts', async () => {
  const { watched, onFailure } = trainerThat({ score: async () => fail(failure)() });
  await expect(watched.score(Int32Array.of(1), undefined)).rejects.toBe(failure);
  expect(onFailure).toHaveBeenCalledOnce();
});

test('a mistake of the caller is none of a thread', () => {
  const { watched, dispose, onFailure } = trainerThat({ step: fail(new RangeError('The epoch has no batch 7')) });
  expect(() => watched.step(7, 1)).toThrow(RangeError);
  expect(onFailure).not.toHaveBeenCalled();
  expect(dispose).not.toHaveBeenCalled();
});
