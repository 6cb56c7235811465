import { expect, it } from 'vitest';
import { resolve } from '../../../../core/settings/defaults.ts';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { stillFalling } from './still-falling.ts';

/** After as many epochs as were asked for. */
const falling = (epochs: number) => ({
  train: Array.from({ length: epochs }, (_, at) => 1 - 0.01 * at),
  validation: Array.from({ length: epochs }, (_, at) => 0.91 + 0.04 * (epochs - 1 - at)),
});

it.each([
  [{ epochs: 2 }, 'Set epochs to 8'],
  [{ epochs: 8 }, 'Set epochs to 16'],
  [{ batchSize: 8192 }, 'Set batch size to 1024'],
  [{ learningRate: 0.001 }, 'Set learning rate to 0.01'],
  [{ epochs: 200 }, undefined],
] as const)('with %o proposes steps as large and as many as usual, then more', (overrides, label) => {
  const finding = stillFalling(factsFor(falling(resolve(overrides).epochs), overrides));
  expect(finding?.text).toBe('Too few steps: the last epoch still lowered the validation error from 0.950 to 0.910.');
  expect(finding?.proposal?.label).toBe(label);
});

it('says so of far fewer steps than usual that came to nothing, though the curve is nearly level', () => {
  const course = { train: [0.922, 0.916], validation: [0.948, 0.945] };
  const finding = stillFalling(factsFor(course, { batchSize: 16384 }));
  expect(finding?.text).toBe('Too few steps: it took 12, where 704 are usual here.');
  expect(finding?.proposal?.label).toBe('Set batch size to 1024');
  expect(stillFalling(factsFor({ train: [0.85, 0.84], validation: [0.87, 0.869] }, { batchSize: 16384 }))).toBeNull();
});

it('proposes no more epochs to who stopped it before its last', () => {
  const finding = stillFalling(factsFor({ train: [1, 0.95], validation: [0.95, 0.91] }));
  expect(finding?.text).toMatch(/^Too few steps/);
  expect(finding?.proposal).toBeUndefined();
});

it('is silent where the curve is level, and where an earlier epoch was taken', () => {
  expect(stillFalling(factsFor(GOOD))).toBeNull();
  expect(stillFalling(factsFor({ train: [1, 1, 1], validation: [0.9, 0.99, 0.95] }, {}, { taken: 1 }))).toBeNull();
});
