import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { underfitting } from './underfitting.ts';

const FLAT = { train: [0.92, 0.89], validation: [0.905, 0.902] };

it.each([
  [{ userFactors: 1, movieFactors: 1 }, 'Set both embedding sizes to 50'],
  [{ l2: 1 }, 'Set L2 of the factors to 0.06'],
  [{ epochs: 2 }, 'Set epochs to 8'],
] as const)('with %o says that both errors are as large, and proposes what is usual', (overrides, label) => {
  const finding = underfitting(factsFor(FLAT, overrides));
  expect(finding?.text).toBe(
    'Underfitting: its training error, 0.890, is hardly below its validation error, 0.902, so it could learn more.',
  );
  expect(finding?.proposal?.label).toBe(label);
});

it('says so of far too few factors even where they beat the biases', () => {
  const course = { train: [0.9, 0.86], validation: [0.89, 0.888] };
  expect(underfitting(factsFor(course, { userFactors: 1, movieFactors: 1 }))?.text).toMatch(/^Underfitting/);
  expect(underfitting(factsFor(course))).toBeNull();
});

it('says so of samples only where their mean is no better than the biases', () => {
  const sampled = { optimizer: 'gibbs', userFactors: 1 } as const;
  expect(underfitting(factsFor({ train: [0.9, 0.895], validation: [0.89, 0.888] }, sampled))).toBeNull();
  const finding = underfitting(factsFor({ train: [0.95, 0.92], validation: [0.905, 0.902] }, sampled));
  expect(finding?.text).toContain('its training error, 0.920, is not below its validation error, 0.902,');
  expect(finding?.proposal?.label).toMatch(/^Set embedding size to \d+$/);
});

it('is silent where it beats the biases, or learned by heart', () => {
  expect(underfitting(factsFor(GOOD))).toBeNull();
  expect(underfitting(factsFor({ train: [0.8, 0.6], validation: [0.91, 0.92] }))).toBeNull();
});
