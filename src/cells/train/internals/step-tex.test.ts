import { expect, test } from 'vitest';
import { mismatch, valueOfTex } from '../../../../e2e/tex-value.ts';
import { inspectStep } from '../../../engines/inspect.ts';
import { observe } from '../../../engines/observe.ts';
import { parityCase, parityOptions } from '../../../engines/parity.ts';
import { createReferenceTrainer } from '../../../engines/reference/trainer.ts';
import { numberTex } from './number-tex.ts';
import { updateTex, type WorkedNumber } from './step-tex.ts';
import { unshown } from './unshown.ts';

const RATE = 0.02;

/** The third step of a small run, as a pair of its batch (or of none) saw it. */
async function stepOf(optimizer: WorkedNumber['step']['optimizer'], momentum: number, clip: number, isInBatch: boolean) {
  const overrides = { userFactors: 4, movieFactors: 4, momentum, clip, l2: 0.05, biasL2: 0.01 };
  const options = parityOptions(parityCase('', overrides, { optimizer }));
  const trainer = observe(createReferenceTrainer(options));
  trainer.beginEpoch(Int32Array.from(options.examples.targets, (_, i) => i));
  for (const index of [0, 1]) trainer.step(index, RATE);
  const before = await trainer.readState();
  trainer.step(2, RATE);
  const after = await trainer.readState();
  const record = trainer.last ?? expect.fail();
  const { users, movies } = options.examples;
  /** Read in one of the first two batches, but not in the third. */
  const past = (column: Int32Array): number => {
    const [earlier, last] = [column.subarray(0, 2 * options.batchSize), column.subarray(2 * options.batchSize)];
    return earlier.find((index) => !last.includes(index)) ?? expect.fail();
  };
  const own = record.order[2 * options.batchSize] as number;
  const pair = isInBatch
    ? { user: users[own] as number, movie: movies[own] as number }
    : { user: past(users), movie: past(movies) };
  return { ...inspectStep({ options, record, before, after }, pair), momentum, clip };
}

const CASES = (['adam', 'lazy-adam', 'sgd', 'adagrad'] as const).flatMap((optimizer) =>
  [0, 0.001].flatMap((clip) => (optimizer === 'sgd' ? [0, 0.9] : [0.9]).map((momentum) => [optimizer, momentum, clip] as const)),
);

test.each(CASES)('%s, momentum %d, clip %d: every line adds up, and the last ends where the engine did', async (...rule) => {
  const step = await stepOf(...rule, true);
  expect(step.rows.map(({ table }) => table).toSorted()).toEqual(['movie_bias', 'movie_factors', 'user_bias', 'user_factors']);
  for (const row of step.rows) {
    for (const [d, after] of row.after.entries()) {
      const lines = updateTex({ step, row, d, own: null });
      const [clipped] = rule[2] > 0 ? lines.slice(0, 1) : [];
      if (clipped) {
        const held = Math.min(rule[2], Math.max(-rule[2], row.gradient[d] as number));
        expect(clipped).toContain(`= ${numberTex(held)}, \\quad c = 0.001`);
      }
      const others = lines.slice(clipped ? 1 : 0);
      for (const tex of others) expect(mismatch(tex), tex).toBeLessThanOrEqual(1);
      const end = valueOfTex(lines.at(-1)?.split(' = ').at(-1) ?? '');
      expect(Math.abs(end - after)).toBeLessThanOrEqual(6e-4 * Math.abs(after));
    }
  }
});

test.each(CASES)('%s, momentum %d, clip %d: a row that the batch does not read moves as its memory has it', async (...rule) => {
  const step = await stepOf(...rule, false);
  expect(step.examples).toEqual([]);
  for (const row of step.rows) {
    const lines = updateTex({ step, row, d: 0, own: null });
    if (rule[0] === 'lazy-adam') expect(lines).toEqual([]);
    for (const tex of lines.slice(rule[2] > 0 ? 1 : 0)) expect(mismatch(tex), tex).toBeLessThanOrEqual(1);
    const stays = rule[0] === 'lazy-adam' || rule[0] === 'adagrad' || (rule[0] === 'sgd' && rule[1] === 0);
    expect(row.after[0] === row.before[0]).toBe(stays);
  }
});

test('what a step leaves untold is named: dense layers, features and biases of a time', () => {
  const { graph } = parityOptions(parityCase('', { model: 'hybrid', genres: true, ratingTime: true, hidden: [5] }));
  const rows = ['user_factors', 'movie_factors', 'user_bias', 'movie_bias'].map((table) => ({ table }));
  const names = unshown({ layers: graph.nodes.map((node) => ({ node })) as never }, { rows: rows as never });
  expect(names).toEqual(expect.arrayContaining(['dense_1', 'genres_factors', 'period_bias']));
  expect(names).not.toContain('user_factors');
});
