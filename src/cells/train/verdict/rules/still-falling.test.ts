import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { stillFalling } from './still-falling.ts';

const FALLING = { train: [1, 0.95], validation: [0.95, 0.91] };

it.each([
  [{ epochs: 2 }, 'Set epochs to 8'],
  [{ epochs: 8 }, 'Set epochs to 16'],
  [{ batchSize: 8192 }, 'Set batch size to 1024'],
  [{ learningRate: 0.001 }, 'Set learning rate to 0.01'],
  [{ epochs: 200 }, undefined],
] as const)('with %o proposes steps as large and as many as usual, then more', (overrides, label) => {
  const finding = stillFalling(factsFor(FALLING, overrides));
  expect(finding?.text).toBe('Too few steps: the last epoch still lowered the validation error from 0.950 to 0.910.');
  expect(finding?.proposal?.label).toBe(label);
});

it('is silent where the curve is level, after one epoch, and where an earlier epoch was taken', () => {
  expect(stillFalling(factsFor(GOOD))).toBeNull();
  expect(stillFalling(factsFor({ train: [1], validation: [0.95] }))).toBeNull();
  expect(stillFalling(factsFor({ train: [1, 1, 1], validation: [0.9, 0.99, 0.95] }, {}, { taken: 1 }))).toBeNull();
});
