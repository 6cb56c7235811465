import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { overfitting } from './overfitting.ts';

const TURNED = { train: [0.9, 0.8, 0.7, 0.53], validation: [0.89, 0.871, 0.885, 0.9] };

it('says where the validation error turned while the training error fell on, and by how much', () => {
  expect(overfitting(factsFor(TURNED))?.text).toBe(
    'Overfitting: validation was best after epoch 2 and rose from 0.871 to 0.900, while the training error fell to 0.530.',
  );
});

it.each([
  [{ l2: 0 }, 'Set L2 of the factors to 0.06'],
  [{ learningRate: 0.1 }, 'Set learning rate to 0.01'],
  [{ model: 'mlp', dropout: 0 }, 'Set dropout to 0.2'],
  [{}, 'Set early stopping to 2'],
] as const)('with %o proposes to go back to what holds it back as usual', (overrides, label) => {
  expect(overfitting(factsFor(TURNED, overrides))?.proposal?.label).toBe(label);
});

it('takes no rise on a few held-out ratings for one that chance may have made', () => {
  const course = { train: [0.9, 0.8], validation: [0.88, 0.92] };
  expect(overfitting(factsFor(course))).not.toBeNull();
  expect(overfitting(factsFor(course, {}, { validationRatings: 44 }))).toBeNull();
});

it('is silent on a small rise, on a training error that rose too, and where the best epoch was taken', () => {
  expect(overfitting(factsFor(GOOD))).toBeNull();
  expect(overfitting(factsFor({ train: [0.8, 0.7], validation: [0.88, 0.884] }))).toBeNull();
  expect(overfitting(factsFor({ train: [0.8, 0.9], validation: [0.88, 0.95] }))).toBeNull();
  expect(overfitting(factsFor(TURNED, { patience: 2 }, { taken: 2 }))).toBeNull();
});
