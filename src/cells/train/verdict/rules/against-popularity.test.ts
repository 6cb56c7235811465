import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { againstPopularity } from './against-popularity.ts';

const of = (auc: number) => againstPopularity(factsFor(GOOD, { loss: 'bpr' }, { popularAuc: 0.877, auc }))?.text;

it('compares the pairs that are ranked right with popularity alone', () => {
  expect(of(0.913)).toBe(
    'Ranks 3.6 % of the validation pairs better than popularity alone (AUC 0.877); up to 0.9 % could be chance.',
  );
  expect(of(0.8)).toContain('7.7 % of the validation pairs worse than popularity alone');
  expect(of(0.879)).toBe('Ranks validation pairs no better than popularity alone (AUC 0.877).');
});

it('has nothing to say of stars', () => expect(againstPopularity(factsFor(GOOD))).toBeNull());
