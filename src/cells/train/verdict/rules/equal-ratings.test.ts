import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { verdictOn } from '../verdict.ts';
import { equalRatings } from './equal-ratings.ts';

it('is all that is said where all held-out ratings are equal: nothing is divided by 0', () => {
  const facts = factsFor({ train: [0, 0], validation: [0, 0] }, {}, { baselines: { globalMean: 0, biases: 0 } });
  expect(verdictOn(facts).map(({ text }) => text)).toEqual([
    'All validation ratings are equal: the mean predicts them exactly, so there is no taste to learn from stars.',
  ]);
  expect(equalRatings(factsFor(GOOD))).toBeNull();
});
