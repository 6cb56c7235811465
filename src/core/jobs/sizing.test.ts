import { expect, test } from 'vitest';
import { type SizingInput, sizeUp } from './sizing.ts';

const MILLION: SizingInput = {
  ratings: 1_000_000,
  parameters: 500_000,
  moments: 2,
  epochs: 10,
  ratingsPerSecond: 2_000_000,
  job: { passes: 10, ratingsPerCoreSecond: 100_000 },
};

test('a million ratings are work for the tab', () => {
  const { fits, verdict, lines } = sizeUp(MILLION);
  expect(fits).toBe(true);
  expect(verdict).toBe('The tab is enough to train this model: it takes about 42 MiB and about 5 s.');
  expect(lines.map(({ value }) => value)).toEqual(['34 MiB', '8 MiB', '42 MiB', '5 s', '31 MiB', '2', '13 s']);
});

test('the arithmetic is shown with its numbers', () => {
  expect(sizeUp(MILLION).lines[1]?.sum).toBe('500,000 parameters × 4 bytes × 4 (weights, gradients, 2 of the optimizer)');
  expect(sizeUp(MILLION).lines.at(-1)?.sum).toBe('1,000,000 × 10 passes ÷ (100,000 a second and core × 8 cores)');
});

test('a small amount is not rounded up to one that its parts do not come to', () => {
  const { verdict, lines } = sizeUp({ ...MILLION, ratings: 800, parameters: 5000, epochs: 8, ratingsPerSecond: 150_000 });
  expect(verdict).toBe('The tab is enough to train this model: it takes less than 1 MiB and less than 1 s.');
  expect(lines[2]).toMatchObject({ what: 'Together', value: 'less than 1 MiB' });
});

test('what memory does not hold is work for a job', () => {
  const { fits, verdict } = sizeUp({ ...MILLION, ratings: 200_000_000 });
  expect(fits).toBe(false);
  // 200 million × 36 bytes = 6.7 GiB; 24 bytes each on machines of 4 GiB for data: 2 of them; 2000 million ÷ 800,000 = 2500 s.
  expect(verdict).toBe(
    'The tab is not enough to train this model: it would take about 6.7 GiB and about 17 min. A job takes about 42 min on 2 machines of 4 cores.',
  );
});

test('what takes longer than an hour is work for a job, as far as there is one', () => {
  const slow = { ...MILLION, ratingsPerSecond: 2000, job: null };
  expect(sizeUp(slow)).toMatchObject({
    fits: false,
    verdict: 'The tab is not enough to train this model: it would take about 42 MiB and about 1.4 h.',
  });
});

test('before a run nothing is said of the tab’s time', () => {
  const { verdict, lines } = sizeUp({ ...MILLION, ratingsPerSecond: null, moments: 0 });
  expect(verdict).toBe('The tab is enough to train this model: it takes about 38 MiB.');
  expect(lines.map(({ what }) => what)).not.toContain('Time in the tab');
});
