import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { bestError } from './best-error.ts';

it('proposes the preset after a good run of stars and list', () => {
  expect(bestError(factsFor(GOOD))?.proposal).toMatchObject({
    label: 'Set the preset Best error',
    settings: { listWeight: 0, ratedSet: true },
  });
});

it('is silent where the run was no good, had the features, learned stars or a list alone, or had few ratings', () => {
  const POOR = { train: [1, 0.99], validation: [0.99, 0.98] };
  expect(bestError(factsFor(POOR))).toBeNull();
  expect(bestError(factsFor(GOOD, { ratedSet: true }))).toBeNull();
  expect(bestError(factsFor(GOOD, { listWeight: 0 }))).toBeNull();
  expect(bestError(factsFor(GOOD, { listWeight: 1 }))).toBeNull();
  expect(bestError(factsFor(GOOD, { model: 'mlp' }))).toBeNull();
  expect(bestError(factsFor(GOOD, {}, { data: { ratings: 400 } }))).toBeNull();
});
